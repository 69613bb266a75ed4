/** A reading of a capital's name that is no mention of its country: the town. */
import { type BlockView, lineAt } from "./block-view.ts";
import { heardFrom, ownedByGovernment } from "./capital-in-clause.ts";
import { isBeforeAmericanState } from "./english-places.ts";
import { andWords } from "./joining-words.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, onceByTag, rulesByLanguage } from "./main-language.ts";
import { mayBeSurname } from "./name-neighbours.ts";
import { isNationalTeam } from "./national-team.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import { hasWhatTownsHave } from "./what-towns-have.ts";
import { wordEndFrom, wordStartBefore } from "./word-borders.ts";

/** Prepositions of place and the like, after which a capital is a town; by language, folded. */
const placeWords: Record<string, string> = {
  en: "in at near around outside across downtown central visited visit visits visiting toured",
  de: "in nach bei im",
  fr: "a en vers depuis",
  es: "en desde hasta hacia",
  it: "a in da",
  pt: "em",
  pl: "w we pod kolo nedaleko",
  cs: "v ve u pobliz",
  sr: "u kod",
  sq: "ne",
  mk: "во",
};
const placeWordsOf = rulesByLanguage(
  placeWords,
  (list) => new RuleBefore(new RegExp(`(^|[^\\p{L}])(${list.replaceAll(" ", "|")}) $`, "u"), { reach: 24 }),
);

/** Some languages address a government with the preposition that also stands before a town. */
const addressing = new RuleBefore(
  /(^|[^\p{L}])(demande|demandent|reproche|reprochent|repond|repondu|ecrit|ecrivent|scritto|scrive|scrisse|escribe|escribio|impose|interdit|ordonne|dit|accuse|permet|chiede|chiedono|chiesto|risponde|risposto|replica|replicato|ribatte|ribattuto|intima|intimato|suggerisce|suggerito|replique|repliquent|impone|imposto|nega|negato|vietato|vieta|ordina|ordinato|dice|rimprovera|acusa|acuso|acusan|acusado|pide|pidio|piden|pedido|exige|exigio|reprocha|reprocho|advierte|advirtio|insta|insto|sanciona|responde|respondio|legat[oaei]|vicin[oaei]|vinculad[oa]s?|ligad[oa]s?|afin|afines|cercan[oa]s?|lie|liee|lies|liees|adressee?s?|envoyee?s?|destinee?s?|fidele|fideles|exigido|preteso|imputa|imputato) (?:(?:invece|anche|inoltre|subito|ieri|oggi|ora|poi|ancora|di nuovo|piu volte|formalmente|ufficialmente|tambien|ademas|ayer|hoy|ahora|ya|formalmente|de nuevo|aussi|egalement|desormais|par ailleurs|en outre|en vain|formellement|officiellement) )?a $|(?:^|[^\p{L}])(?:exige|exigent|obtenu|obtient|attend|attendent|attendu|reclame|reclament|sollicite|esige|ottenuto|ottiene|preteso|pretende|exigido|exigio|obtuvo|obtenido|reclama|reclamo) (?:de|da) $/u,
  { reach: 40, more: /^(?:a|de|da)$/ },
);
/** "négocie depuis des années avec Bruxelles": a town is no party to talks. */
const party = new RuleBefore(
  /(?<![\p{L}])(?:negoci\p{L}*|negozi(?:a|ano|are|ato|ava|ati)|tratta(?:re|no|va|tive|tiva|to)?|pourparlers|discussions|bras de fer|braccio di ferro|pulso|conversaciones|dialoga\p{L}{0,3}|verhandel\p{L}*|verhandlung\p{L}*|gesprach\p{L}*)(?: [^ .,;:!?]+){0,4} (?:avec|con|mit) $/u,
  { reach: 70, more: /^(?:avec|con|mit)$/ },
);
const wayFrom = new RuleBefore(/(?:^|[^\p{L}])(?:de |d'|da |von )$/u, { reach: 5, signs: "'" });
const wayTo = /^ (?:a|à|nach|hasta) \p{Lu}/u;
const wayHere = new RuleBefore(/(?:^|[^\p{L}])(?:a|nach|hasta) $/u, { reach: 8 });
const wayToHere = /(?:^|[^\p{L}])(?:de|da|von|desde) \p{L}+ (?:a|nach|hasta) $/u;

/** "de Paris à Pékin", "von Peking nach Moskau": the beginning or the end of a way. */
function isOnWay(view: BlockView, start: number, end: number): boolean {
  const { plain, key } = view;
  if (wayTo.test(plain.slice(end, end + 9)) && wayFrom.test(view, start)) return true;
  return wayHere.test(view, start) && wayToHere.test(key.slice(Math.max(0, start - 34), start));
}

/** What follows a town, and no government: "negocia con Madrid capital". */
const partyEnds = /^(?:[.,;:!?)]|$| \p{Ll})/u;

/** Motion, after which even the Spanish "a" leads to a town. */
const motion = new RuleBefore(
  /(^|[^\p{L}])(viaj\p{L}*|visit\p{L}*|lleg\p{L}*|vuel\p{L}*|regres\p{L}*|volv\p{L}*|rumbo|ir|fue) a $/u,
  { reach: 24, more: /^a$/ },
);

/** "Prahu 6": a part of the town. */
const district = /^ \d{1,2}(?!\d|\. \p{Ll})/u;
/** The rest of a dateline behind a capital that opens a line. */
const placeTail =
  /^( based\b|,? d\.?c\.?|\s?\(|,?\s(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d|,?\s\d{1,2}[ .]|\s?[–—]\s?|\s?--|\s-\s|\s\||\/\p{Lu}{3})/iu;
/** Behind a capital's name, beside what stands behind any town's: no country's list goes on with these. */
const states = /^(d\.?c\.?|ont|ontario|quebec|georgia)\b/;

const addresses = onceByTag((lang) => /^(fr|es|it)/i.test(lang));

/**
 * The verb and preposition by which a government is addressed here, or what is heard from it: "chiesto a Pechino", "Aus Peking kommt
 * Kritik"; `null` where none stands.
 */
export function addressedWith(view: BlockView, start: number, end: number): string | null {
  const found = addresses(view.lang) ? addressing.exec(view, start) : null;
  if (found) return found[0].trim();
  // In English a preposition tells less.
  const talks =
    mainLanguage(view.lang) !== "en" && partyEnds.test(view.plain.slice(end, end + 2))
      ? party.exec(view, start)
      : null;
  return talks ? talks[0].trim() : heardFrom(view, start, end);
}

/**
 * Whether a capital or seat of government is named as a place here. The data says when it acts; this keeps out
 * what is a place in any case: "in Beijing", "Beijing-based", "Beijing, China", "BEIJING (Reuters)".
 */
export function isPlace(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const lang = mainLanguage(view.lang);
  if (placeWordsOf(view.lang)?.test(view, start) || hasWhatTownsHave(view, start, end)) return true;
  if (lang === "en" && (isInDateline(view, start, end) || isEnglishTown(view, start, end))) return true;
  if (lang !== "en" && (isOnWay(view, start, end) || isBeforePointAndDash(view, start, end))) return true;
  if (lang === "es" && motion.test(view, start)) return true;
  if (lang === "cs" && district.test(view.plain.slice(end, end + 6))) return true;
  if (lang === "de" && isGenitive(matcher, view, start, end) && !ownedByGovernment(view, end)) return true;
  const after = view.cased.slice(end, end + 12);
  if (after.startsWith(" based") && /^ based\b/.test(after)) return true;
  if (view.plain.charCodeAt(end) === 0x2d && whoComesFrom.test(view.plain.slice(end, end + 12))) return true;
  if (
    after.charCodeAt(0) === 0x2c &&
    /^, \p{L}/u.test(after) &&
    (isBeforeAmericanState(view, end) || isWhatItLiesIn(matcher, view, end + 2))
  )
    return true;
  if (lang === "en" && isStateBehindTown(view, start, end)) return true;
  if (lang === "en" && municipal.test(view.key.slice(end, end + 80))) return true;
  const line = lineAt(view, start);
  const isOneWord = !view.key.slice(start, end).includes(" ");
  if (
    isOneWord &&
    lang !== "de" &&
    namesOn.test(view.plain.slice(end, end + 4)) &&
    !(line.allCaps || line.titleCase)
  ) {
    const next = view.key.slice(end + 1, wordEndFrom(view.key, end + 1));
    if (!days.test(next) && mayBeSurname(matcher, next)) return true;
  }
  if (lang !== "en" && isAmongDatelines(view, start, end)) return true;
  if (start - line.start > 1) return false;
  const tail = view.plain.slice(end, end + 12);
  // "Washington: The Canadian government has …" is a dateline in English, and a headline's speaker elsewhere.
  return placeTail.test(tail) || (lang === "en" && /^: \p{Lu}/u.test(tail) && line.end - end > 60);
}

/** "the Pretoria-born engineer" */
const whoComesFrom = /^-(?:born|bred|raised|educated|listed|bound|area)(?!\p{L})/u;

const townsAndSlash = /^(?:\p{Lu}[\p{L}.' -]{1,24} ?\/ ?){0,2}$/u;
const slashAndTowns = /^(?: ?\/ ?\p{Lu}[\p{L}.' -]{1,24}){0,2}(?:,[^(.]{1,14})? ?(?:\(|\. ?[-–—] |[-–—] )/u;

/** "Valencia / Bruselas (EFE).- ", "Berlin/Peking (dpa) - ": several towns where a report begins. */
function isAmongDatelines(view: BlockView, start: number, end: number): boolean {
  const { plain } = view;
  const line = lineAt(view, start);
  if (start - line.start > 50) return false;
  const before = plain.slice(line.start, start);
  const after = plain.slice(end, Math.min(end + 80, line.end));
  // A town alone is told by what directly follows it.
  if (!(/\/ ?$/.test(before) || /^ ?\//.test(after))) return false;
  return townsAndSlash.test(before) && slashAndTowns.test(after);
}

/** "Pekings" and not "Paris" */
function isGenitive({ entriesFor }: Matcher, { key }: BlockView, start: number, end: number): boolean {
  return key.charCodeAt(end - 1) === 0x73 && entriesFor(key.slice(start, end)).length === 0;
}

/** "in Spokane, Washington, to open" */
function isStateBehindTown({ key, plain }: BlockView, start: number, end: number): boolean {
  return (
    plain.charCodeAt(start - 2) === 0x2c &&
    key.startsWith("washington", start) &&
    /^[,.)]/.test(plain.slice(end, end + 1)) &&
    /(?:^|[^\p{L}])(?:[Ii]n|[Ff]rom|of|[Aa]t|[Nn]ear|to|[Oo]utside) \p{Lu}[\p{L} .-]{2,20}, $/u.test(
      plain.slice(Math.max(0, start - 34), start),
    )
  );
}

/** What towns decide for themselves, in the clause behind one. */
const municipal =
  /^[^.!?;,]*[^a-z](?:city cent(?:re|er)|city's|mayor|borough|bus lanes?|cruise ships?|canals?|parking|e-scooters?|scooters|cyclists?|airbnb|landlords?|rents|playgrounds?|marathon|zoo|nightlife)(?![a-z])/;

/** "Washington Núñez", "Beijing Daily": what a capital letter follows is a longer name, if not a day. */
const namesOn = /^ \p{Lu}\p{Ll}/u;
const days = /^(mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** "WARSAW/LONDON: ", "TOKYO and SEOUL -- ", "PARIS, Jan 3 (": towns in capitals, up to what ends them. */
const dateline =
  /^\p{Lu}[\p{Lu}.' ]+(?:(?:\/|, | and | & | \| )\p{Lu}[\p{Lu}.' ]+){0,3}(?:,? \w{3,9}\.? \d{1,2},?)?(?:\s?[–—:(]| -)/u;

export function isInDateline(view: BlockView, start: number, end: number): boolean {
  const { plain } = view;
  const line = lineAt(view, start);
  if (line.allCaps || start - line.start > 50 || /\p{Ll}/u.test(plain.slice(start, end))) return false;
  const length = dateline.exec(plain.slice(line.start, Math.min(line.end, line.start + 80)))?.[0].length ?? 0;
  return end <= line.start + length;
}

/** "Washington.- El senador", "Madrid, 3 may (EFE).- Los" */
const pointAndDash = /^(?:, \d{1,2} (?:de )?\p{L}{3,10})?(?: \([^)]{1,24}\))?\. ?[-–—]/u;

function isBeforePointAndDash(view: BlockView, start: number, end: number): boolean {
  return lineAt(view, start).start === start && pointAndDash.test(view.plain.slice(end, end + 50));
}

/** What belongs to a town: "Rome restaurants", "London's Soho", "the mayor of Berlin". */
const townsOwn = new RuleBehind(
  /^(?:'s)? (?:daily|newspapers?|weekly|portal|restaurants?|bars?|pubs?|caf[eé]s?|bakery|bakeries|shops?|streets?|suburbs?|outskirts|traffic|taxis?|tube|trams?|buses|commuters|nightlife|nightclubs?|zoo|marathon|rents?|landlords?|apartments?|flats?|schools?|prosecutors?|transport|fire brigade|police|city|airports?|hotels?|stations?|harbou?r|skyline|theatres?|museums?|galleries|art|fashion|weather|winters?|summers?|hospitals?|jails?|prisons?|tech week|engineers?|teenagers?|students?|families|couple|man|woman|native|shares|stocks|bourse|stock exchange)(?![\p{L}])/u,
  { reach: 16, more: /^(?:fire|tech|stock)$/, signs: "'" },
);
const ofTown = new RuleBefore(
  /(?:^|[^\p{L}])(?:(?:roads|streets|markets?|bars|restaurants|hotels|airports?|parks|theatres|museums|shops|cafes|people|inhabitants|residents|houses|shops|flats|pavements?|population|weather|skyline|centre|center|middle|districts?|neighbou?rhoods?|suburbs?|edge|north|south|east|west|outside|bishop|archbishop|gates|part|parts|old town|town|bank|tour|map|visit|view) of|(?:fell|snowed|rained|descended|sky|skies|sun|dawn) (?:on|over|in)|(?:covers?|covered|covering|served|serves|serving|cover|serve|across|throughout|reach(?:es|ed)?|supplied|supplies|of) (?:all|most|much|half|parts) of|new) $/u,
  { reach: 30, more: /^(?:of|on|over|in|new)$/ },
);
/** Towns one after another, up to the one that is asked about: "London, Warsaw, " and "Prague and ". */
const town = "\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+)?";
const townsBefore = new RuleBefore(
  new RegExp(`(?:(?:${town}, )+(?:${town},? (?:and|or|to) )?|${town} (?:and|or|to) )$`, "u"),
  { reach: 70, reads: "plain", more: /^(?:|and|or|to)$/ },
);
/** What leads to towns, or stands in them; then every town of the list is one. */
const way = new RuleBefore(
  /(?:^|[^\p{L}])(?:in|at|via|near|shook|rocked|flooded|bombed|shelled|toured|visited|visits?|visiting|(?:flights?|flew|fly|flying|flown|(?:flew|fly|flying|flown|went|came|drove|returned) back|trips?|travel|travels|travell?ed|travell?ing|trains?|buses|bus|ferry|invited|invitations?|routes?|road|drive|drove|moved|moves|tours?|journeys?|commute|offices?|stops?|legs?|stays?) (?:to|from|between|of|through|linking|after|before)) $/u,
  { reach: 24, more: /^(?:to|from|between|of|through|linking|after|before)$/ },
);

/** "HELSINKI (AP)", wherever a report begins. */
const agencyAhead = /^ \((?:AP|AFP|Reuters|REUTERS|dpa|DPA|UPI|ANI|PTI|Xinhua|Kyodo|Yonhap|TASS|Bloomberg)\)/;

function isEnglishTown(view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (townsOwn.test(view, end) || isNationalTeam(view, start, end)) return true;
  if (plain.charCodeAt(end + 1) === 0x28 && agencyAhead.test(plain.slice(end, end + 14))) return true;
  if (plain.charAt(start - 1) !== " ") return false;
  if (ofTown.test(view, start) || way.test(view, start) || fromTown.test(view, start)) return true;
  const towns = townsBefore.exec(view, start)?.[0];
  // "In Beijing, Washington's envoy said": no list, unless it goes on.
  if (!towns || (towns.endsWith(", ") && !/^(?:, \p{Lu}|,? (?:and|or) )/u.test(plain.slice(end, end + 6))))
    return false;
  return way.pattern.test(key.slice(Math.max(0, start - 70), start - towns.length));
}

/** "from Lisbon to Tallinn" */
const fromTown = new RuleBefore(/(?:^|[^\p{L}])from \p{Lu}\p{L}+ to $/u, {
  reach: 30,
  reads: "plain",
  more: /^to$/,
});

const andAhead = new RegExp(`^,? (?:${andWords}) ((?:\\p{L}+)(?: \\p{L}+)?)`, "u");
const andFollows = new RegExp(`^ (?:${andWords}) `);
const andAtEnd = new RuleBefore(new RegExp(` (?:${andWords}) $`, "u"), { reach: 8 });
const andBefore = new RegExp(`(^|[^\\p{L}])((?:\\p{L}+ )?\\p{L}+),? (?:${andWords}) $`, "u");

/**
 * Another capital that this one is joined to by "and": two of them deal with each other, unless the first is a place
 * ("in Paris and London"). `null` where none stands.
 */
export function otherCapital(matcher: Matcher, view: BlockView, start: number, end: number): string | null {
  const partner = partnerInTalks(matcher, view, start, end);
  if (partner) return partner;
  // Only a word may join them: most that follows is dismissed by its first two characters.
  const next = view.key.charCodeAt(end);
  const mayFollow = (next === 0x20 || next === 0x2c) && /^,? \p{L}{1,3} /u.test(view.key.slice(end, end + 6));
  const ahead = mayFollow ? andAhead.exec(view.key.slice(end, end + 40))?.[1] : undefined;
  const joined = ahead && capitalIn(matcher, ahead, "first");
  if (joined) return joined;
  const before = view.key.slice(Math.max(0, start - 40), start);
  const found = andAtEnd.test(view, start) ? andBefore.exec(before) : null;
  const last = found?.[2] && capitalIn(matcher, found[2], "last");
  if (!found || !last) return null;
  const from = start - before.length + found.index + found[0].indexOf(last, found[1]?.length ?? 0);
  return isPlace(matcher, view, from, from + last.length) ? null : last;
}

const talks =
  /^(?:-\p{L}+)? (?:dialogue|talks|agreement|relations|ties|summit|deal|dispute|normali[sz]ation)(?![\p{L}])/u;

/** "the Belgrade-Pristina dialogue": the other one of two capitals joined by a hyphen, before what governments have with each other. */
function partnerInTalks(matcher: Matcher, view: BlockView, start: number, end: number): string | null {
  const { plain, key } = view;
  const isFirst = plain.charAt(end) === "-";
  if (!(isFirst || plain.charCodeAt(start - 1) === 0x2d) || !talks.test(plain.slice(end, end + 40)))
    return null;
  const other = isFirst
    ? key.slice(end + 1, wordEndFrom(key, end + 1))
    : key.slice(wordStartBefore(key, start - 1), start - 1);
  return capitalIn(matcher, other, "first");
}

/** The capital with which two words begin or end. */
function capitalIn({ entriesFor }: Matcher, words: string, end: "first" | "last"): string | null {
  const single = end === "first" ? words.split(" ")[0] : words.split(" ").at(-1);
  return [words, single ?? ""].find((one) => entriesFor(one).some(({ form }) => form === "metonym")) ?? null;
}

/** Whether a country that is no capital, or a state, is named here: "Beijing, China", but not "Seoul, Washington". */
function isWhatItLiesIn({ entriesFor, entity }: Matcher, { key }: BlockView, from: number): boolean {
  if (states.test(key.slice(from, from + 12))) return true;
  let end = from;
  for (let words = 0; words < 2 && end < key.length; words++) {
    end = wordEndFrom(key, words === 0 ? from : end + 1);
    const named = entriesFor(key.slice(from, end)).filter(
      (entry) => entity(entry.entity)?.kind === "country",
    );
    if (named.some(({ form }) => form === "metonym")) return false;
    if (named.some(({ form }) => form === "name" || form === "abbreviation")) {
      // "Beijing, China und die USA" goes on; "in Peking, China." and "Beijing, China, on Friday" end.
      return !andFollows.test(key.slice(end, end + 6));
    }
  }
  return false;
}
