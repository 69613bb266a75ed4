/** Plain words of reports on networks, by which an operator is told whose name may be a word: "Orange added 210,000 customers". All folded. */
import type { BlockView } from "./block-view.ts";
import type { Entry, Matcher } from "./load-index.ts";
import { mainLanguage, rulesByLanguage } from "./main-language.ts";
import { opensSentence } from "./name-neighbours.ts";
import { sentenceAround } from "./other-meanings.ts";
import { deedOfFirm, wordNames } from "./word-first.ts";

/** What is spoken of in one sentence with operators, and hardly with fruit, towns and people. */
const words: Record<string, string> = {
  en:
    "(?:mobile|wireless|broadband|fixed-line|landline|fibre|fiber|prepaid|postpaid|pay-monthly|phone|5g|4g|3g|2g) " +
    "(?:customers|subscribers|users|tariffs?|contracts|networks?|sites?|services?|signal|roll-?out|masts?|operators?|carriers?|arm|coverage|licen[cs]es?|spectrum|plans)|" +
    "roaming|sim-only|sim cards?|spectrum auction|full[ -]fibre|(?:fibre|fiber) (?:roll-?out|broadband)|virtual network operator|mvno",
  de:
    "mobilfunk\\p{L}*|netzbetreiber\\p{L}*|roaming\\p{L}*|sendemast\\p{L}*|funkmast\\p{L}*|sim-?karten?|festnetz\\p{L}*|breitband\\p{L}*|" +
    "glasfaser\\p{L}*|handytarif\\p{L}*|vertragskunden",
  fr:
    "operateurs?|abonnes? (?:mobiles?|fixes?|fibre)|clients? mobiles?|(?:telephonie|reseaux?|forfaits?|antennes?) mobiles?|cartes? sim|" +
    "itinerance|antennes-relais|fibre optique",
  es:
    "operador(?:as?|es)?(?! turistic)|clientes moviles|lineas moviles|telefonia movil|abonados|tarjetas? sim|itinerancia|roaming|" +
    "red movil|redes moviles|fibra optica|banda ancha",
  it:
    "operator[ei] (?:mobil|telefonic|virtual)\\p{L}+|clienti mobili|linee (?:mobili|fisse)|telefonia|schede? sim|roaming|rete mobile|" +
    "reti mobili|fibra ottica|banda larga",
  pl: "operator\\p{L}{0,4}|abonen\\p{L}*|kart\\p{L}{0,2} sim|roaming\\p{L}*|telefoni\\p{L} komork\\p{L}+|siec\\p{L}{0,2} komork\\p{L}+|swiatlowod\\p{L}*",
  cs: "operator\\p{L}{0,3}|mobiln\\p{L}+ (?:zakaznik|sit|tarif)\\p{L}*|sim kar[et]\\p{L}*|roaming\\p{L}*|vysilac\\p{L}*",
  sr: "opera[te][eo]r\\p{L}*|pretplatni\\p{L}*|roming\\p{L}*|sim kartic\\p{L}*|mobiln\\p{L}+ (?:telefonij|mrez|korisni)\\p{L}*",
  sq: "operator\\p{L}*|abonent\\p{L}*|pajtimtar\\p{L}*|roaming\\p{L}*|kart\\p{L}{1,2} sim|(?:telefonis|rrjet)\\p{L}* celular\\p{L}*",
  mk: "оператор\\p{L}*|претплатни\\p{L}*|роаминг\\p{L}*|сим-?картич\\p{L}*|мобилн\\p{L}+ (?:телефониј|мреж|корисни)\\p{L}*",
};

const ruleOf = rulesByLanguage(words, (list) => new RegExp(`(?<![\\p{L}])(?:${list})(?![\\p{L}])`, "u"));

/** "Rogers added 58,000 wireless subscribers": nobody else does. */
const countsCustomers =
  /^ (?:has |had |have )?(?:added|gained|lost|signed up|attracted|shed|serves|served|has|had) (?:about |around |some |nearly |almost |over |more than |fewer than |a net |another )?\d[\d.,]*(?: ?(?:k|m|million))? (?:net |new |more )?(?:[a-z0-9-]+ ){0,2}(?:customers|subscribers|lines|connections|phone users|mobile users|sims)(?![a-z])/;

/** Names that people bear as well, and words with which a sentence begins in other languages than English. */
const otherBearers = new Set("rogers bell shaw elisa tim vivo claro plus tre tri drei trois tres".split(" "));

/** The words that show that the name of one operator alone stands for it here; `null` where none do. */
export function operatorByItsWords(
  matcher: Matcher,
  view: BlockView,
  entry: Entry,
  start: number,
  end: number,
): string | null {
  const { key } = view;
  const isShared = matcher
    .entriesFor(entry.key)
    .some((other) => other.role === "spelling" && other.entity !== entry.entity);
  if (isShared) return null;
  const isEnglish = mainLanguage(view.lang) === "en";
  const counted = isEnglish ? countsCustomers.exec(key.slice(end, end + 90))?.[0] : undefined;
  if (counted) return counted.trim();
  if (otherBearers.has(entry.key)) return null;
  if (isEnglish && wordNames.has(entry.key) && opensSentence(view, start) && deedOfFirm(key, end) === null)
    return null;
  return ruleOf(view.lang)?.exec(sentenceAround(view, start, end))?.[0] ?? null;
}
