/**
 * Names of firms in German, French, Spanish and Italian texts that mean somebody or something else, as the words beside them tell:
 * "Warnstufe Orange", "o2-Arena", "Tim, studente di Utrecht", "Claro, nadie lo esperaba", "der Gehalt an O₂". All folded.
 */
import { type BlockView, lineAt, surfaceOf } from "./block-view.ts";
import { isCapitalAt } from "./letter-case.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, onceByTag } from "./main-language.ts";
import { isBeforeTrade } from "./name-goes-on.ts";
import { mayOpenSentence, opensSentence } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";
import { wordEndFrom } from "./word-borders.ts";

/** "Orange Warsaw Festival", "T-Mobile Arena": what a firm pays for; in English its own rules tell. */
const eventAhead =
  /^ (?:\p{Lu}[\p{L}-]+ ){0,2}(?:Festival|Fest|Cup|Arena|Marat(?:h)?on|Stadium)\p{Ll}{0,3}(?![\p{L}])/u;

function isInEvent(view: BlockView, start: number, end: number): boolean {
  const { plain } = view;
  if (plain.charCodeAt(end) !== 0x20 || !isCapitalAt(plain, end + 1)) return false;
  if (!eventAhead.test(plain.slice(end, end + 50)) || mainLanguage(view.lang) === "en") return false;
  const line = lineAt(view, start);
  return !line.allCaps && !line.titleCase;
}

const isWesternEuropean = onceByTag((lang) => /^(de|fr|es|it)/i.test(lang));

/** "der o2-Arena", "Vodafone-Stadion": what an operator has put its name to. */
const venueBehind =
  /^-(?:arena|stadion|halle|eishalle|eisstadion|dome|world|park|stadium|academy|marathon|cup)(?:s|n)?(?![\p{L}])/u;
/** "el estadio Movistar", "stade Orange", "palazzetto Tim" */
const venueBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:stades?|velodrome|patinoire|zenith|estadio|pabellon|polideportivo|velodromo|coliseo|auditorio|stadio|palasport|palazzetto|palaghiaccio|stadion|copa|liga|trofeo|trophee|coupe|coppa|torneo|tournoi|regata|teatro|theatre) $/u,
  { reach: 16 },
);
/** "Warnstufe Orange", "alerta Orange", "allerta Orange" */
const level = new RuleBefore(
  /(?:^|[^\p{L}])(?:[a-z]*(?:warnstufe|alarmstufe|gefahrenstufe|ampel)|stufe|kategorie|code|alerte|vigilance|niveau|phase|alerta|avisos?|nivel|codigo|fase|allerta|codice|livello|zona|zone) "?$/u,
  { reach: 24, signs: '"', more: /^$/ },
);

const people =
  "student(?:e|essa|in)?|studenti|schuler(?:in)?|lehrling|azubi|erzieher(?:in)?|lehrer(?:in)?|krankenpfleger(?:in)?|programmierer(?:in)?|koch|kochin|vater|mutter|" +
  "etudiante?|eleve|lyceenn?e?|collegienn?e?|infirmiere?|enseignante?|cuisiniere?|ingenieure?|pere|mere|salariee?|developpeu(?:r|se)|retraitee?|vendeu(?:r|se)|" +
  "estudiante|alumn[oa]|enfermer[oa]|profesora?|maestr[oa]|ingenier[oa]|cociner[oa]|padre|madre|vecin[oa]|jubilad[oa]|" +
  "alunn[oa]|infermier[ea]|insegnante|maestr[oa]|ingegnere|cuoc[oa]|operai[oa]|impiegat[oa]|programmatore|programmatrice|commess[oa]|turista|ricercat(?:ore|rice)|pensionat[oa]|rider";
/** ", studente arrivato da Utrecht", ", un jeune étudiant", ", 34 anni,", ", 12," */
const personBehind = new RegExp(
  `^(?:, (?:(?:l'|der|die|ein|eine|le|la|une?|el|il|lo|uno|un') ?)?(?:(?:giovane|jeune|joven|junger?|junge) )?(?:(?:${people})(?![\\p{L}])|(?:de )?\\d\\d?(?:,| (?:anni|ans|anos|jahre)))| (?:ha|a|tiene) \\d\\d? (?:anni|ans|anos)(?! d[i'e]))`,
  "u",
);
const kinBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:fratello|sorella|madre|padre|mamma|papa|amic[oa]|compagn[oa]|nonn[oa]|mere|pere|frere|soeur|ami|amie|hermano|hermana|abuel[oa]|amig[oa]) (?:di |de |d')$/u,
  { reach: 20, signs: "'", more: /^(?:di|de|d)$/ },
);
const andBehind = /^ (?:e|ed|y|et|und) (?=\p{Lu})/u;

/** "Tim, studente", "Tim e Anna", "il fratello di Tim" */
function isGivenName(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (!matcher.givenNames.has(key.slice(start, end)) || !/\p{Ll}/u.test(plain.slice(start, end)))
    return false;
  if (personBehind.test(key.slice(end, end + 40)) || isBeforeTrade(view, end) || kinBefore.test(view, start))
    return true;
  const and = andBehind.exec(plain.slice(end, end + 6));
  if (!and) return false;
  const from = end + and[0].length;
  const next = key.slice(from, wordEndFrom(key, from));
  return matcher.givenNames.has(next) && matcher.entriesFor(next).length === 0;
}

/** What is said of a brand behind its name and a comma: "Claro, la filial de América Móvil", "Claro, que opera en". */
const saidOfBrand =
  /^, (?:(?:la|el|una?) )?(?:\p{L}+ ){0,2}?(?:operadora?|filial|marca|empresa|compania|telefonica|firma|grupo|rival|propiedad|controlada|perteneciente|de (?:america|carlos)|que (?:opera|pertenece|cuenta|ofrece|tiene|lidera)|entel|movistar|tigo|wom|vivo|tim|personal|con (?:\d|mas de|el \d)|por su parte|en tanto|mientras tanto)(?![\p{L}])/u;

/** "Claro, la competencia aprieta": of course. */
function isOfCourse(view: BlockView, start: number, end: number): boolean {
  const { key } = view;
  if (end - start !== 5 || key.charCodeAt(end) !== 0x2c || !key.startsWith("claro", start)) return false;
  if (!mayOpenSentence(view, start) || !opensSentence(view, start) || lineAt(view, start).allCaps)
    return false;
  return !saidOfBrand.test(key.slice(end, end + 60));
}

/** German nouns that firms are called by: "ein gutes Signal", "das erste Signal", "WLAN-Signal", but "nutzen Signal" and "Signal-Gruppe". */
const nouns = new Set(["signal", "alphabet"]);
const nounBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:(?!(?:indes|unterdes)(?![a-z]))[a-z]{3,}es|(?:das|dieses|jenes|jedes|ein|kein|einem|dem|diesem|keinem|des|dieses|eines|mein|sein|ihr|unser)(?: [a-z]+(?:e|en|er))?|(?:mit|bei|von|zu) [a-z]{3,}em) $/u,
  { reach: 30, more: /^[a-z]+(?:e|en|er|em)$/ },
);
const compoundBefore = /[\p{L}\p{N}]-$/u;

function isGermanNoun(view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (plain.charCodeAt(end) === 0x2d || !nouns.has(key.slice(start, end)) || mainLanguage(view.lang) !== "de")
    return false;
  return nounBefore.test(view, start) || compoundBefore.test(plain.slice(Math.max(0, start - 2), start));
}

/** Whether what firms are called is here a level, a hall, a first name, an adverb or a gas. */
export function isFirmOtherwise(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const { key, lang } = view;
  if (end - start === 2 && key.startsWith("o2", start)) {
    if (surfaceOf(view, start, end).endsWith("₂")) return true;
  }
  if (isInEvent(view, start, end)) return true;
  if (!isWesternEuropean(lang)) return false;
  const sign = key.charCodeAt(end);
  // What is folded has no hyphen.
  if (view.plain.charCodeAt(end) === 0x2d && venueBehind.test(view.plain.slice(end, end + 16).toLowerCase()))
    return true;
  if (venueBefore.test(view, start)) return true;
  if (entry.key === "orange" && level.test(view, start)) return true;
  if (isGermanNoun(view, start, end)) return true;
  if (!entry.when) return false;
  if (
    (sign === 0x2c || sign === 0x20 || kinBefore.test(view, start)) &&
    isGivenName(matcher, view, start, end)
  )
    return true;
  return mainLanguage(lang) === "es" && isOfCourse(view, start, end);
}
