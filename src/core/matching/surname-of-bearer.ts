/** A surname by whoever bears it and is named in full elsewhere in the article. */
import type { BlockView } from "./block-view.ts";
import { staysAway } from "./context-words.ts";
import { doesOffice, hasOfficials, isCited } from "./deeds-of-office.ts";
import type { Bearer, FoundPerson } from "./find-people.ts";
import { isSmall } from "./letter-case.ts";
import type { Matcher } from "./load-index.ts";
import { isSlavic, rulesByLanguage } from "./main-language.ts";
import { isNameAhead, opensSentence } from "./name-neighbours.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";
import { anyTitleBefore } from "./titles-before.ts";

/** The nearest full name before it decides; two in its own paragraph, or two that only follow, leave doubt. */
export function bySurname(
  matcher: Matcher,
  view: BlockView,
  hits: Hit[],
  bearers: Bearer[],
): FoundPerson | "too-early" | null {
  const allowed = hits.filter((hit) => {
    const { entry, start, end } = hit;
    const surname = matcher.entity(entry.entity)?.surname;
    if (!surname) return false;
    if (surname.when && !staysAway(surname.when, view, start, end) && !hasOfficials(view, end)) return false;
    // With a title the surname is not bare, and what its bearer does tells as much.
    if (surname.alone !== "never" || doesOffice(view, end) || isCited(view, start)) return true;
    if (speaksAgain(matcher, view, hit, bearers) || opensNext(view, hit, bearers)) return true;
    return anyTitleBefore(view, start, matcher.titles) !== null;
  });
  const hit = allowed[0];
  if (!hit) return null;
  const before = bearersBefore(bearers, hit.start, view.block);
  const pool = before.length > 0 ? before : bearers.slice(0, mostBearers);
  const isAllowed = ({ entity }: Bearer) => allowed.some(({ entry }) => entry.entity === entity);
  let bearer = before.at(-1) ?? pool[0];
  // Of two who were named, the one with an office does what belongs to it.
  const isRare = matcher.entity(hit.entry.entity)?.surname?.alone !== "never";
  if (bearer?.entity === -1 && isRare && doesOffice(view, hit.end)) bearer = before.findLast(isAllowed);
  if (!bearer || !isAllowed(bearer)) return null;
  if (before.length === 0 && isTooEarly(view, hit, bearer)) return "too-early";
  const rivals = pool.filter((one) => before.length === 0 || standsBeside(view, one, bearer));
  const others = [...new Set(rivals.map(({ entity }) => entity))].filter(
    (entity) => entity !== bearer.entity,
  );
  return {
    entity: bearer.entity,
    start: hit.start,
    certainty: others.length > 0 ? "uncertain" : "certain",
    reason: {
      code: "surname",
      surname: hit.entry.text,
      fullName: bearer.fullName,
      block: bearer.block,
      where: before.length > 0 ? "before" : "after",
    },
    // Someone without a record cannot be offered as a candidate, but leaves the doubt.
    others: others.filter((entity) => entity >= 0),
  };
}

/**
 * "Rand Paul objected. … Paul said": named in full earlier, and nobody else of that surname before. What is a first name
 * as well counts only in the same paragraph and the next, as does whoever acts without a word: "Read took no questions".
 */
function speaksAgain(
  matcher: Matcher,
  view: BlockView,
  { entry, start, end }: Hit,
  bearers: Bearer[],
): boolean {
  if (bearers.length > mostBearers || alsoWords.has(entry.key)) return false;
  const hasSpoken = speaks(view, start, end);
  if (!hasSpoken && !actsBehind.test(view, end) && !actsNext(view.lang)?.test(view, end)) return false;
  const before = bearersBefore(bearers, start, view.block);
  const last = before.at(-1);
  if (!last || (!hasSpoken && view.block - last.block > 1)) return false;
  if (view.block - last.block > 1 && matcher.givenNames.has(entry.key)) return false;
  return before.every(({ entity }) => entity === last.entity);
}

/** Looking only so far back keeps hostile texts cheap. */
const mostLookedAt = 10;

/**
 * "Petr Pavel přijal velvyslance. Pavel s nimi mluvil": in Slavic news whoever opens a sentence by one name is the one who was named
 * in full in the same paragraph, unless somebody else there has it as a first name.
 */
function opensNext(view: BlockView, { start, end }: Hit, bearers: Bearer[]): boolean {
  const { plain, lang } = view;
  if (start === 0 || plain.charCodeAt(end) !== 0x20 || !isSmall(plain.charCodeAt(end + 1))) return false;
  if (!isSlavic(lang) || !opensSentence(view, start)) return false;
  const here = bearersBefore(bearers, start, view.block).filter(({ block }) => block === view.block);
  const last = here.at(-1);
  if (!last || here.some(({ entity }) => entity !== last.entity)) return false;
  const name = plain.slice(start, end);
  let at = plain.lastIndexOf(name, start - 1);
  for (let looked = 0; at >= 0 && looked < mostLookedAt; looked++) {
    if (isNameAhead(plain, at + name.length)) return false;
    at = at > 0 ? plain.lastIndexOf(name, at - 1) : -1;
  }
  return true;
}

const speaksBehind = new RuleBehind(
  new RegExp(
    "^(?: (?:said|says|told|added|argued|wrote|asked|warned|urged|" +
      // de, fr, es, it
      "sagte|erklarte|betonte|erganzte|mahnte|a (?:dit|declare|affirme|ajoute|assure|souligne|explique|estime|rappele)|" +
      "(?:l[oa] )?(?:dijo|afirmo|aseguro|anadio|subrayo|senalo|explico|declaro|califico|sostuvo|insistio|recordo)|" +
      "ha (?:detto|dichiarato|aggiunto|affermato|spiegato|sottolineato|ricordato|assicurato)|" +
      // cs, pl
      "(?:rekl|uvedl|dodal|prohlasil|pripomnel|upozornil|zduraznil|podotkl|powiedzial|podkreslil|oswiadczyl|stwierdzil|zaznaczyl|przypomnial)a?|" +
      // sr, bs, hr
      "je (?:re[kc]|kaza|dodava|doda|nave|ista[kc]|istaknu|izjavi|govori|naglasi|podseti|podsjeti|objasni|oceni|ocijeni|tvrdi)(?:o|la|ao)|" +
      // sq
      "ka (?:thene|shtuar|theksuar|deklaruar|sqaruar)|tha|shtoi|theksoi|deklaroi|sqaroi|" +
      // mk
      "рече|вели|изјави|додаде|истакна|нагласи|потенцира)(?![\\p{L}])|" +
      ", who (?:represents|chairs|leads|heads|sits)(?![a-z]))",
    "u",
  ),
  { reach: 28, signs: ",", more: /^(?:a|l[oa]|ha|je|ka)?$/ },
);
const actsBehind = new RuleBehind(
  /^ (?:took (?:no|office|part|over|questions)|chairs|chaired|voted|declined|refused|joked|noted|replied|insisted|responded|concluded|acknowledged|co-?sponsored|introduced|represents|flew|met|visited|left|led|backed|backs|supported|supports|opposed|opposes|called|calls|praised|pressed|pushed|signed|thanked|criticised|criticized|questioned|proposed|travelled|traveled|returned|attended|welcomed|rejected|accused|sought|retire[sd]|resigned|landed|testified|himself|herself|was (?:joined|asked|pressed|due)|will (?:see|visit|meet|travel|fly|hold|speak|attend|host|address|testify|lead|chair)|would not|did not|could not|has not|had not)(?![a-z])/,
  { reach: 24, more: /^(?:took|was|will|would|did|could|has|had|co)$/, signs: "-" },
);
/** What whoever was named in full just before does next, in other languages: "Peña defendió sus lazos", "Tajani ha incontrato". */
const actsNext = rulesByLanguage(
  {
    de: "(?:hat|hatte|wird|will|wollte)(?! keine? )|(?:verteidigte|besuchte|lobte|kritisierte|verwies|verliess|reiste|sprach|nannte|dankte|warb|bestritt|kam|ging|lehnte|zeigte|bekraftigte|versprach)",
    fr: "(?:n')?(?:a|avait|est|s'est|devrait|doit|sera) (?:pas |aussi |ensuite |deja )?(?:defendu|plaide|promis|refuse|rejete|quitte|rencontre|parle|commente|repondu|voulu|evoque|salue|critique|regrette|conteste|demissionne|rendu|attendu|arrive|parti|precise)e?|(?:defend|plaide|promet|refuse|rejette|rencontre|evoque|salue|critique|conteste|compte|veut|souhaite|presentera|rencontrera|recevra)",
    es: "(?:tambien |ya |luego |despues )?(?:no |se |lo |la |le )?(?:defendio|acudio|rechazo|prometio|hablo|hablara|reunio|reunira|viajo|viajara|visito|visitara|critico|nego|pidio|propuso|agradecio|respondio|quiso|comento|evito|llego|regreso|presento|presentara|participo|recibio|saludo|elogio|lamento|confirmo|asistio|ofrecio|apoyo|abandono)|(?:no |lo |ya )?(?:ha|habia) (?:dicho|defendido|asegurado|pedido|rechazado|negado|explicado|senalado|afirmado|destacado|subrayado|insistido|querido|respondido|reconocido|prometido|propuesto|viajado|visitado)",
    it: "(?:non |poi |ieri )?(?:ha|aveva|e|era|si e) (?:poi |anche |gia |quindi |inoltre )?(?:difeso|parlato|incontrato|visitato|rifiutato|respinto|promesso|criticato|ringraziato|chiesto|risposto|commentato|lasciato|partit[oa]|arrivat[oa]|intervenut[oa]|presentato|partecipato|lodato|recat[oa]|dimess[oa]|ribadito|proposto|negato)|(?:difende|incontrera|parlera|presentera|visitera|interverra|rifiuta|respinge|promette)",
  },
  (verbs) =>
    new RuleBehind(new RegExp(`^ (?:${verbs})(?![\\p{L}])`, "u"), {
      reach: 40,
      more: /^(?:n|a|avait|est|s|devrait|doit|sera|hat|hatte|wird|will|wollte|tambien|ya|luego|despues|no|se|lo|la|le|non|poi|ieri|ha|habia|aveva|e|era|si)$/,
    }),
);
/** "rekla je Matić", "tha Gashi", "sagte Oko": with what was said before. */
const spokenBefore = new RuleBefore(
  new RegExp(
    "(?:^|[^\\p{L}])(?:" +
      "(?:re[kc]|kaza|doda|nave|istak|istaknu|izjavi|naglasi|podseti|podsjeti|objasni|oceni|ocijeni|poruci|zakljuci|smatra|tvrdi|upozori)(?:o|la|ao) je|" +
      // en, de, fr, es, it
      "said|added|sagte|erklarte|betonte|erganzte|warnte|mahnte|dijo|afirmo|aseguro|anadio|subrayo|senalo|explico|declaro|sostuvo|insistio|" +
      "a (?:dit|declare|affirme|ajoute|assure|souligne|explique|estime|rappele)|" +
      "ha (?:detto|dichiarato|aggiunto|affermato|spiegato|sottolineato|ricordato|assicurato|dicho|asegurado|anadido|afirmado|explicado|senalado)|" +
      // sq
      "tha|thote|shtoi|theksoi|deklaroi|sqaroi|shpjegoi|nenvizoi|thene|shtuar|theksuar|deklaruar|u shpreh|" +
      // cs, pl
      "(?:rekl|uvedl|dodal|prohlasil|upozornil|zduraznil|vysvetlil|sdelil|podotkl|powiedzial|podkreslil|oswiadczyl|stwierdzil|zaznaczyl|przypomnial|wyjasnil)a?|" +
      // mk
      "рече|вели|изјави|додаде|истакна|нагласи|потенцира|порача|објасни|посочи|оцени) $",
    "u",
  ),
  {
    reach: 22,
    more: /^(?:je|shpreh|dit|declare|affirme|ajoute|assure|souligne|explique|estime|rappele|detto|dichiarato|aggiunto|affermato|spiegato|sottolineato|ricordato|assicurato|dicho|asegurado|anadido|afirmado|explicado|senalado)$/,
  },
);
const speaksNow = new RuleBehind(
  /^ (?:kaze|dodaje|navodi|istice|smatra|tvrdi|naglasava|objasnjava|podseca|podsjeca|porucuje|ocenjuje|ocjenjuje|ocekuje|napominje)(?![\p{L}])/u,
  { reach: 16 },
);

function speaks(view: BlockView, start: number, end: number): boolean {
  return speaksBehind.test(view, end) || speaksNow.test(view, end) || spokenBefore.test(view, start);
}

/** Surnames that open a sentence as nouns of those who speak and act: "Banks said so", "Young voted". */
const alsoWords = new Set("banks fine guests rounds self strong young".split(" "));

/**
 * "Champagne was poured when François-Philippe Champagne arrived": at the beginning of a sentence a surname may be a word, and
 * within a paragraph the full name comes first. A headline may run ahead of its text.
 */
function isTooEarly(view: BlockView, { start }: Hit, bearer: Bearer): boolean {
  if (bearer.block !== view.block || bearer.start <= start || !/^(en|de|it)/i.test(view.lang)) return false;
  return opensSentence(view, start) && !view.plain.slice(start, bearer.start).includes("\n");
}

/** Whether two bearers stand in one sentence of this paragraph: then the nearer one is no surer than the other. */
function standsBeside(view: BlockView, one: Bearer, other: Bearer): boolean {
  if (one.block !== view.block || other.block !== view.block) return false;
  const [from, to] = one.start < other.start ? [one.start, other.start] : [other.start, one.start];
  return !/[.!?…]["'”)]* \p{Lu}/u.test(view.plain.slice(from, to + 1));
}

/** Further back nobody reads, and looking only so far keeps hostile texts cheap. */
const mostBearers = 50;

/** The last bearers before a place, nearest last. The list is in order. */
export function bearersBefore(bearers: Bearer[], start: number, block: number): Bearer[] {
  let low = 0;
  let high = bearers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bearer = bearers[middle];
    if (bearer && (bearer.block < block || (bearer.block === block && bearer.start < start)))
      low = middle + 1;
    else high = middle;
  }
  return bearers.slice(Math.max(0, low - mostBearers), low);
}
