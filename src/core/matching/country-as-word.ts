/**
 * Names of countries that are words of the language: "Kina se zatvaraju" (cinemas), "SAD JE VREME" (now), "Peru ruke" (they wash).
 * What only one neighbouring word tells stands with the record; here the sentence is looked at. Folded; Serbian is read as Latin.
 */
import { type BlockView, lineAt } from "./block-view.ts";
import { isSouthSlavic } from "./main-language.ts";
import { opensSentence } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";

/** Cinemas are several, and a state is one: the first verb of the clause tells. */
const cinemasAhead = new RegExp(
  "^(?: na otvorenom|" +
    // "u Zagrebu i Splitu"
    "(?: u (?:[a-z]+ )?[a-z]+ i (?:[a-z]+ )?[a-z]+[ui](?![a-z]))?" +
    // Words up to the verb; none that joins another subject or opens another clause.
    "(?: (?!(?:i|a|ali|pa|te|ili|da|je|ce|nije|nece|bi|koj[a-z]{1,3}|jer|dok|ima|nema|zeli|kao|s|sa|protiv)(?![a-z]))[a-z]+){0,4}?" +
    " (?:(?:se |nam |vec |opet )*(?:su|nisu|rade|pune|prazne|gase|stoje|zvrje|zjape|ostaju|nestaju|propadaju|zatvaraju|otvaraju|prikazuju|" +
    "igraju|daju|muku muce|gube|dobijaju|dobivaju|traze|zavise|ovise|placaju|prodaju|beleze|biljeze|nude|opstaju|prezivljavaju)(?![a-z])|" +
    "(?:se|ne) [a-z]+(?:aju|uju)(?![a-z])))",
);
/** Behind the adverb in capitals: the state takes a participle there, and seldom a verb in the singular. */
const nowAhead =
  /^ (?:ILI NIKADA?|SMO |STE |SAM |(?!SAMO|TAMO|OVAMO|ONAMO)\p{Lu}+[AEI]MO(?![\p{L}])|JE (?!\p{Lu}+(?:LA|LE|LO)(?![\p{L}]))\p{Lu}|KAD[A ]|VEC (?:JE|SU) |SE VIDI)/u;

/** Before the adverb: "ŠTA ĆEMO SAD", "TEK SAD", "NIKAD DO SAD". */
const nowBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:cu|ces|cemo|cete|smo|ste|sam|tek|bas|evo|eto|(?:nikada?|kao) do) $/u,
  { reach: 14, more: /^do$/ },
);
/** "ŠTA SAD?", "GDE SAD DA IDEMO" */
const questionBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:sta|sto|kuda|kamo|gde|gdje|kako|ko|tko|i sta|i sto) (?:da )?$/u,
  { reach: 12, more: /^da$/ },
);
const questionBehind = /^(?:[?!]|$|\n| da (?!li ))/;

/** Whether "SAD" is the adverb, in a line of capitals. */
function isNow(view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (nowAhead.test(plain.slice(end, end + 30))) return true;
  if (!lineAt(view, start).allCaps) return false;
  return (
    nowBefore.test(view, start) ||
    (questionBefore.test(view, start) && questionBehind.test(key.slice(end, end + 8)))
  );
}

/** What is washed, or done besides: "Peru se ulice i trotoari", "Peru, peglaju i kuvaju". */
const washedAhead =
  /^(?:(?:,| i) (?:peglaju|kuvaju|kuhaju|ciste|glacaju|spremaju|suse|ribaju|usisavaju|brisu|siju|krpe|mese|metu)(?![\p{L}])| (?:se )?(?:\p{L}+(?:e|i|a) )?(?:ulic|fasad|prozor|trotoar|plocni|tramvaj|autobus|kola|automobil|ruke|sud(?:e|ove|ovi) |posudj|tepi|ves |rublje|spomeni|stanic|podov|trgov|mostov))/u;

/** Behind a noun: "Srpska će"; where a sentence begins, "Srpska i hrvatska vlada" may follow. */
const verbAhead = /^ (?:ce|nece|je|nije|ima|nema|mora|ne|bi)(?![\p{L}])/u;
const nounAhead =
  /^(?:[,.;:)]|$| (?:ce|nece|je|nije|su|nisu|ima|nema|mora|ne|bi|i|u|na|o|od|za|s|sa|da|kao)(?![\p{L}]))/u;

/** "u Srpskoj", "Srpska će": with a capital and no noun behind it the adjective is the entity in Bosnia, which is not Serbia. */
function isEntity(view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (plain.charCodeAt(start) !== 0x53 || lineAt(view, start).allCaps) return false;
  if (!/^srpsk(?:a|e|oj|u|om)$/.test(key.slice(start, end))) return false;
  return (opensSentence(view, start) ? verbAhead : nounAhead).test(key.slice(end, end + 8));
}

/** Whether a country's name is here only a word. */
export function isCountryAsWord(view: BlockView, start: number, end: number): boolean {
  const { key } = view;
  const length = end - start;
  if (length > 5 && key.startsWith("srpsk", start)) return isEntity(view, start, end);
  if ((length !== 3 && length !== 4) || !isSouthSlavic(view.lang)) return false;
  if (key.startsWith("sad", start)) return length === 3 && isNow(view, start, end);
  if (key.startsWith("peru", start))
    return opensSentence(view, start) && washedAhead.test(key.slice(end, end + 40));
  if (!key.startsWith("kina", start) || !opensSentence(view, start)) return false;
  return !lineAt(view, start).allCaps && cinemasAhead.test(key.slice(end, end + 70));
}
