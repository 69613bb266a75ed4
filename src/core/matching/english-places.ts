/** What stands behind a name in English where it is that of a street, of a town in the United States, or of a legislator from there. */
import type { BlockView } from "./block-view.ts";
import { type CompiledContext, staysAway } from "./context-words.ts";
import { mainLanguage, onceByTag } from "./main-language.ts";

const streets =
  /^ (?:Street|St\.|Road|Rd\.?|Avenue|Ave\.?|Boulevard|Square|Lane|Drive|Crescent|Terrace|Creek)(?![\p{L}])/u;

/** "Orange Avenue", "Finland Road". */
export function isBeforeStreet({ plain }: BlockView, end: number): boolean {
  return plain.charAt(end) === " " && streets.test(plain.slice(end, end + 14));
}

/** Georgia is left out, since it may be the next country of a list. */
const stateNames =
  "(?:Ala(?:bama|\\.)|Alaska|Ariz(?:ona|\\.)|Ark(?:ansas|\\.)|Calif(?:ornia|\\.)|Colo(?:rado|\\.)|Conn(?:ecticut|\\.)|Delaware|Del\\.|Fla\\.|Florida|Ga\\.|Idaho|Ill(?:inois|\\.)|Ind(?:iana|\\.)|Iowa|Kan(?:sas|\\.)|Kentucky|Ky\\.|Louisiana|La\\.|Maine|Maryland|Md\\.|Mass(?:achusetts|\\.)|Mich(?:igan|\\.)|Minn(?:esota|\\.)|Miss(?:issippi|\\.)|Missouri|Mo\\.|Montana|Mont\\.|Neb(?:raska|\\.)|Nevada|Nev\\.|New (?:Hampshire|Jersey|Mexico|York)|[NS]\\.[CDHJMY]\\.|R\\.I\\.|W\\.Va\\.|Wash\\.|North (?:Carolina|Dakota)|Ohio|Okla(?:homa|\\.)|Ore(?:gon|\\.)|Pa\\.|Pennsylvania|South (?:Carolina|Dakota)|Tenn(?:essee|\\.)|Texas|Utah|Vermont|Vt\\.|Virginia|Va\\.|West Virginia|Wis(?:consin|\\.)|Wyoming)";
const americanStates = new RegExp(`^, (?:${stateNames})(?:[,.;:)]| (?:[—–(-]|(?!and |or )\\p{Ll})|$)`, "u");
const ofState = new RegExp(`^ of (?:${stateNames})(?![\\p{L}])`, "u");

/** As German, French, Spanish and Italian call them where they do not take the English name. */
const stateNamesElsewhere =
  "Kalifornien|Pennsylvanien|Californie|Floride|Caroline du (?:Nord|Sud)|Dakota du (?:Nord|Sud)|Louisiane|Pennsylvanie|Virginie(?:-Occidentale)?|Nouveau-Mexique|Misuri|Luisiana|Pensilvania|Tejas|Carolina del (?:Norte|Sur|Nord|Sud)|Dakota del (?:Norte|Sur|Nord|Sud)|Misisipi|Nuevo M[eé]xico|Nueva (?:York|Jersey)|Virginia Occidental|Oreg[oó]n|Nuovo Messico";
const calledState =
  "(?:US-)?Bundesstaat |[EÉée]tat (?:du |de l'|de la |de |d')|estado de |stato (?:del |dell'|di |d')";
/** "Lebanon, en Tennessee", "Peru (Indiana)", "Cuba im US-Bundesstaat New York"; a list goes on: "en China, en Texas y en Ohio". */
const behindPreposition = new RegExp(
  `^(?:, (?:(?:en|in|im|dans|au|nel|nello|en el) (?:l'|le |la |el )?|(?:nell|dans l)')(?:${calledState})?| \\(| (?:im|dans l'|en el|nello) ?(?:${calledState}))(?:${stateNames}|${stateNamesElsewhere})(?:[.;:)]|, (?!\\p{Lu})| (?!(?:y|e|et|und|o|ou|oder)(?![\\p{L}])|\\p{Lu})|$)`,
  "u",
);

/** "Lebanon, Tennessee", "MOSCOW, Idaho", "PERU, Ind. —". */
export function isBeforeAmericanState(view: BlockView, end: number): boolean {
  const { plain } = view;
  const sign = plain.charAt(end);
  if (sign === "," && americanStates.test(plain.slice(end, end + 20))) return true;
  return (sign === "," || sign === " ") && isTownIn(view, end);
}

const saysIn = onceByTag((lang) => /^(de|fr|es|it)/i.test(lang));

function isTownIn({ plain, lang }: BlockView, end: number): boolean {
  return saysIn(lang) && behindPreposition.test(plain.slice(end, end + 50));
}

/** "Jim Jordan of Ohio", as legislators are called; `when` is what else their name needs. */
export function isLegislator(view: BlockView, when: CompiledContext, start: number, end: number): boolean {
  const { plain, lang } = view;
  return (
    plain.startsWith(" of ", end) &&
    mainLanguage(lang) === "en" &&
    ofState.test(plain.slice(end, end + 22)) &&
    staysAway(when, view, start, end)
  );
}
