/** Long because it is the one place where all rules on names that are part of another are asked in turn. */
import { isAmerican } from "./american-state.ts";
import {
  isAnyCountryAsPersonsName,
  isBehindCourtesy,
  isNameLikePeople,
  isPartOfForeignName,
} from "./any-country-as-persons-name.ts";
import { beside, besideOf } from "./beside.ts";
import { type BlockView, lineAt } from "./block-view.ts";
import { isChineseWord } from "./chinese-words.ts";
import { isColour } from "./colour-first.ts";
import { isCountryAsPersonsName, notSurnames } from "./country-as-persons-name.ts";
import { isCountryAsWord } from "./country-as-word.ts";
import { isOfFirstName } from "./country-in-apposition.ts";
import { isCountryInClub } from "./country-in-club.ts";
import { isCountryInEvent } from "./country-in-event.ts";
import { isBeforeAmericanState, isBeforeStreet } from "./english-places.ts";
import { isFirmOtherwise } from "./firm-otherwise.ts";
import { isInGermanName } from "./german-adjective-in-name.ts";
import { isHistoricalState } from "./historical-state.ts";
import { isHouseInCompound } from "./house-in-compound.ts";
import { isKindOfThing } from "./kinds-of-things.ts";
import { isCapital } from "./letter-case.ts";
import type { Matcher } from "./load-index.ts";
import { isSlavic, mainLanguage, onceByTag } from "./main-language.ts";
import { isBehindTrade, isNamesakeOfOfficial } from "./name-goes-on.ts";
import { isInByline } from "./name-in-byline.ts";
import { isInPlaceName } from "./name-in-place.ts";
import { isNameAhead, isRaised, mayBeSurname, opensSentence, wordBefore } from "./name-neighbours.ts";
import { isNationalTeam } from "./national-team.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { isInOtherName } from "./one-name.ts";
import type { Hit } from "./scan-spellings.ts";
import { isSlavicWord } from "./slavic-words.ts";
import { isSouthSlavicWord } from "./south-slavic-words.ts";
import { isStreetByAdjective } from "./street-by-adjective.ts";
import { isOnlyWord } from "./surname-as-word.ts";
import { hasSurnamesOfPeoples, inhabitants, noteSurname } from "./surname-before.ts";
import { wordEndFrom } from "./word-borders.ts";
import { isWordFirst, wordNames } from "./word-first.ts";

/** Whether a spelling is here a person's first name or surname, or the American state: part of a name that we do not know. */
export function isPartOfOtherName(matcher: Matcher, view: BlockView, hit: Hit): boolean {
  const { entry, start, end } = hit;
  const { form, kind, isFirm } = entry;
  const stands = besideOf(view, start, end);
  const isAdjective = form === "adjective" || form === "inflected";
  if (isChineseWord(view, hit)) return true;
  if (kind === "country") {
    if (isInPlaceName(view, start, end, form) || isKindOfThing(view, start, end, form)) return true;
    if (isCountryInEvent(view, start, end) || isCountryAsWord(view, start, end)) return true;
    if (stands & beside.hyphen && !isAdjective && isHouseInCompound(view, end)) return true;
    if (form === "name" && isOfFirstName(matcher, view, start)) return true;
    if (isSlavicWord(matcher, view, hit) || isSouthSlavicWord(matcher, view, hit)) return true;
    if (isStreetByAdjective(view, hit)) return true;
    if (isHistoricalState(view, start, end) || isCountryInClub(matcher, view, start, end)) return true;
    if (stands & beside.nameBefore && isInByline(matcher, view, start)) return true;
    if (isNationalTeam(view, start, end) || isVillage(view, start, end)) return true;
    if (!isAdjective && isCountryAsPersonsName(matcher, view, start, end)) {
      if (stands & beside.nameBefore) noteSurname(matcher, view, start, end);
      return true;
    }
    if (
      (form === "people" || (isAdjective && isRaisedPeople(view, start))) &&
      isBehindCourtesy(view, start, end)
    )
      return true;
    if (isAdjective && isInGermanName(view, start, end)) return true;
    if (isOnlyWord(view, start, end) || isNameLikePeople(matcher, view, start, end)) return true;
    if (form === "name" && isPartOfForeignName(view, start, end)) return true;
    if (
      (form === "name" || form === "short") &&
      !entry.isFullName &&
      isAnyCountryAsPersonsName(matcher, view, start, end)
    )
      return true;
  }
  if (isFirm) {
    if (isFirmOtherwise(matcher, view, hit)) return true;
    if (stands & (beside.comma | beside.nameBehind) && isNamesake(view, end)) return true;
    if (entry.when && stands & (beside.comma | beside.wordBehind) && isPersonAhead(view, end)) return true;
    if (entry.when && (isInTitle(view, start, end) || petBefore.test(view, start))) return true;
    if (!entry.isFullName && isBehindCourtesy(view, start, end)) return true;
    if (isWordFirst(view, start, end) || isOnlyWord(view, start, end) || isColour(view, start, end))
      return true;
    if (
      entry.when &&
      stands & (beside.nameBefore | beside.nameBehind) &&
      isInOtherName(matcher, view, start, end)
    )
      return true;
    if (stands & (beside.nameBehind | beside.wordBehind | beside.hyphen) && isFirmsWord(matcher, view, hit))
      return true;
  }
  if (kind === "organisation" && isInPlaceName(view, start, end, form)) return true;
  if (kind === "official" && entry.isFullName && isNamesakeOfOfficial(matcher, view, hit)) return true;
  if (form === "name" && isAmerican(view, start, end)) return true;
  if (form === "abbreviation" && kind === "country" && isFrenchClub(view, start, end)) return true;
  if (form === "abbreviation" && kind === "organisation" && isOfSmallBody(view, start, end)) return true;
  if ((stands & beside.nameBefore) === 0 || !isSomebodysSurname(matcher, view, hit)) return false;
  if (kind === "country") noteSurname(matcher, view, start, end);
  return true;
}

/** "Martin Bouygues", "Jean Bell", "Petar Kinez", "Helen Ireland": behind a first name, what firms, peoples and countries are called is a surname. */
function isSomebodysSurname(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const isFirm = entry.isFirm && !entry.isFullName;
  const isPeople =
    (entry.form === "people" ||
      entry.form === "adjective" ||
      (entry.form === "inflected" && inhabitants.has(entry.key))) &&
    isRaisedPeople(view, start);
  const isCountry = entry.kind === "country" && entry.form === "name" && !entry.isFullName;
  if (!isFirm && !isPeople && !isCountry) return false;
  const word = wordBefore(view, start);
  if (!word || !isRaised(word.cased)) return false;
  if (lineAt(view, start).titleCase && !hasSmallHeadlines(view.lang)) return false;
  if (!mayBeSurname(matcher, word.key)) return false;
  // "golman Bajerna Nijemac Manuel Nojer" is one of a people.
  const mayBeTrades = !isPeople || (hasSurnamesOfPeoples(view.lang) && !isNameAhead(view.plain, end));
  if (mayBeTrades && isBehindTrade(view, word.start)) return true;
  return (
    isGivenName(matcher, view, word.key, isPeople) &&
    !(mayBeWord(view, word.key) && (isCountry || opensSentence(view, word.start)))
  );
}

/** Endings of first names of women and men in the cases of several: "Evou", "Petrem", "Anną". */
const caseOfGivenName = /^(.{2,}?)(?:ou|om|em|ovi|owi|[aeiuy])$/;

/** "Milan" is a town to others: Slavs call that Milano, Milán and Mediolan. Behind a name in any case, one of a people is a surname. */
function isGivenName({ givenNames }: Matcher, { lang }: BlockView, word: string, isPeople: boolean): boolean {
  if (givenNames.has(word)) return true;
  if (!isPeople || !isSlavic(lang)) return false;
  if (word === "milan" || word === "милан") return true;
  const stem = caseOfGivenName.exec(word)?.[1];
  return stem !== undefined && (givenNames.has(stem) || givenNames.has(`${stem}a`));
}

/** Whether an adjective or an inhabitant has the capital of a surname, where adjectives have none; in German any adjective of a place has one. */
function isRaisedPeople({ plain, lang }: BlockView, start: number): boolean {
  return isCapital(plain.charCodeAt(start)) && hasSmallAdjectives(lang);
}

/** Where a line of which all words have capitals is no headline, but a list of names: "Anna Norweska, Bruksela". */
const hasSmallHeadlines = onceByTag((lang) => /^(pl|cs|sk|mk|sq)/i.test(lang));

/** What is short is often a word, as "Le" before a country; "Per Vodafone" opens an Italian sentence, and "Ali Huawei" a Serbian one. */
function mayBeWord({ lang }: BlockView, word: string): boolean {
  if (shortNames.has(word)) return false;
  return word.length < (mainLanguage(lang) === "en" ? 3 : 4) || alsoWords.has(word);
}

/** Short first names that are no words. */
const shortNames = new Set(
  "ana eva ewa ian ivo ivan amy zoe uwe luc ugo leo max tom jim ken sam ted kai jan lea lia mia ida ada".split(
    " ",
  ),
);

/** First names that are also words with which a sentence begins, as short ones often are: "Will Huawei …?" */
const alsoWords = new Set(
  "will mark grant may rob bill sue pat drew chase frank art rich guy hope faith joy grace rose jack nick skip june april august don ben".split(
    " ",
  ),
);

/** "il gatto Tim", "sein Sohn Tim": in languages that put no comma there; folded. */
const petBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:gatt[oa]|cane|cagnolin[oa]|cavallo|figli[oa]|fratello|bambin[oa]|nipote|cugin[oa]|gato|perro|caballo|hij[oa]|hermano|nin[oa]|sobrino|chat|chien|cheval|fils|frere|cousin|hund|kater|katze|sohn|bruder|neffe|enkel|pferd) $/u,
  { reach: 14 },
);
/** The rest of a title in quotation marks: further words with capitals, and small ones between them. */
const restOfTitle =
  /^(?: (?:\p{Lu}[\p{L}\p{N}]*|and|of|the|in|und|der|die|das|et|de|du|la|le|y|el|e|di|il)){1,4}"/u;

/** «Salt and Fire», «Sunrise Flow»: the title of a film, a course or a song, of which a firm's name is the first word. */
function isInTitle({ plain }: BlockView, start: number, end: number): boolean {
  if (plain.charCodeAt(start - 1) !== 0x22) return false;
  const isSaid =
    saidAhead.test(plain.slice(end, end + 4)) && saidBefore.test(plain.slice(Math.max(0, start - 4), start));
  return isSaid || restOfTitle.test(plain.slice(end, end + 60));
}

/** «Claro», respondió: all that somebody said. */
const saidAhead = /^(?:",|,") \p{Ll}/u;
const saidBefore = /(?:^|[.!?:…] ?|\n)"$/u;

/** "Zain, their son" */
const kinAhead =
  /^, (?:his|her|their|my|our) (?:[a-z-]+ ){0,2}(?:son|daughter|wife|husband|brother|sister|mother|father|mum|dad|partner|cousin|niece|nephew|dog|cat|horse|boyfriend|girlfriend)(?![a-z])/;
/** "Zain, aged four,", "Shaw wrote Pygmalion", "Elisa cried": what firms do not do. */
const personAhead =
  /^(?:, (?:aged |\d\d?,)| (?:sang|danced|cried|wept|smiled|laughed|was born|married|died|starred|painted|composed|ran home)(?![a-z])| wrote \p{Lu}\p{Ll})/u;
/** "nach Amerika, einem Ortsteil von Penig": villages are called like countries, in all languages; folded. */
const villageAhead =
  /^, (?:(?:the|an?|dem|der|einem|einer|ein|eine|le|un|une|una|uno|el|la|il|lo|nje|edno|едно) )?(?:[\p{L}]+ )?(?:village|hamlet|suburb|ortsteil|stadtteil|weiler|hameau|lieu-dit|aldea|pedania|barrio|frazione|borgo|rione|wies|wsi|dzielnica|dzielnicy|przysiolek|vesnice|vesnici|osada|osade|ctvrt|ctvrti|selo|selu|zaselak|zaselku|zaseok|fshat|fshati|село|селото|населба)(?![\p{L}])/u;

/** "Mali the dog", "Iceland the supermarket", "Japan, the band" */
const whatItIs =
  /^ the (?:[a-z-]+ )?(?:dog|cat|horse|pony|parrot|tortoise|gorilla|elephant|supermarket|band|singer|rapper|restaurant|song|film|ship)(?![a-z])/;

/** "past Peru and Poland, two more villages": several that are called like countries. */
const villagesAhead =
  /^(?: and \p{L}+)?, (?:(?:all|both) )?(?:two|three|four|five|other|small|tiny|neighbou?ring)(?: [\p{L}-]+){0,2} (?:villages|hamlets|towns|suburbs|townships)(?![\p{L}])/u;
/** "the tiny village of Poland": a state has many, and this is called so. */
const villageOf = new RuleBefore(
  /(?:^|[^\p{L}])the (?:(?:small|tiny|little|nearby|neighbou?ring|old|rural|farming|mining|sleepy|coastal) )?(?:village|hamlet|township|borough|town|suburb) of $/u,
  { reach: 36, more: /^of$/ },
);

/** "Brazil, Terry Gilliam's film" */
const workAhead =
  /^, (?:\p{Lu}[\p{L}.-]+ ){1,3}\p{Lu}?[\p{L}-]*'s (?:\p{Ll}[\p{L}-]* )?(?:film|movie|album|novel|song|single|musical|opera|memoir|drama|comedy|thriller)(?![\p{L}])/u;
/** "sang with Japan in the 1980s" */
const bandBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:sang|drummed|drummer|guitarist|bassist|singer|frontman|keyboardist|played (?:bass|guitar|drums|keyboards)) (?:with|for|in|of) $/u,
  { reach: 26, more: /^(?:with|for|in|of)$/ },
);

function isVillage(view: BlockView, start: number, end: number): boolean {
  const { key } = view;
  if (bandBefore.test(view, start) && mainLanguage(view.lang) === "en") return true;
  // The last letter of "of"
  if (key.charCodeAt(start - 2) === 0x66 && villageOf.test(view, start)) return true;
  const next = key.charCodeAt(end);
  if (next === 0x2c && key.startsWith(" the ", end + 1) && whatItIs.test(key.slice(end + 1, end + 41)))
    return true;
  if (next === 0x2c) {
    const after = key.slice(end, end + 60);
    if (villageAhead.test(after) || villagesAhead.test(after)) return true;
    return key.includes("'s ", end) && workAhead.test(view.plain.slice(end, end + 60));
  }
  if (next !== 0x20) return false;
  if (key.startsWith("the ", end + 1)) return whatItIs.test(key.slice(end, end + 40));
  return key.startsWith("and ", end + 1) && villagesAhead.test(key.slice(end, end + 70));
}

const townAhead =
  /^, (?:new south wales|nsw|queensland|ontario)(?![a-z])|^, an? (?:[a-z-]+ ){0,2}(?:town|city|village|suburb|municipality)(?![a-z])/;

/** "Orange, dans le Vaucluse" */
const departementAhead = /^, (?:dans (?:le |la |les |l')\p{Lu}|(?:ville|commune|pres) d)/u;

/** "Orange Avenue", "Nokia, a town of 35,000", "Orange, dans le Vaucluse": streets and towns that a firm shares a name with. */
function isNamesake(view: BlockView, end: number): boolean {
  const lang = mainLanguage(view.lang);
  if (lang === "fr") return departementAhead.test(view.plain.slice(end, end + 16));
  if (lang !== "en") return false;
  const next = view.plain.charAt(end);
  if (next === ",") {
    const ahead = view.key.slice(end, end + 50);
    return isBeforeAmericanState(view, end) || townAhead.test(ahead) || kinAhead.test(ahead);
  }
  return isBeforeStreet(view, end);
}

function isPersonAhead({ plain, lang }: BlockView, end: number): boolean {
  return mainLanguage(lang) === "en" && personAhead.test(plain.slice(end, end + 14));
}

/** "T-Mobile Arena", "AT&T Stadium", "Rakuten Golden Eagles", "Nokia Prize": where firms have put their names. */
const venueAhead =
  /^ (?:Arena|Stadium|Park|Field|Ballpark|Dome|Cent(?:er|re)|Amphitheat(?:er|re)|Theat(?:er|re)|Pavilion|Coliseum|Bowl|Classic|Marathon|Prize|Trophy|Cup|Invitational|Grand Prix|(?:Golden |Red |Africa |World )?(?:Eagles|Hawks|Lions|Twins|Wiz|Hurricanes|Baskets|Giants|Tigers|Wolves|Cup))(?![\p{L}])/u;
/** "Orange-owned", but not "Globe-trotting". */
const tailOfFirm = /^-(?:owned|branded|based|led|run|backed|affiliated|operated)(?![\p{L}])/u;
/**
 * A firm's name that needs a context, as somebody's first name ("Elisa Santos"), in the name of a hall ("T-Mobile Arena")
 * or as a word ("the DNA of the company", "Smart meters", "Globe-trotting").
 */
function isFirmsWord(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const { key, plain } = view;
  const sign = plain.charAt(end);
  if (sign !== " " && sign !== "-") return false;
  const first = plain.charCodeAt(end + 1);
  if (first >= 0x41 && first <= 0x57 && venueAhead.test(plain.slice(end, end + 20))) return true;
  if (mainLanguage(view.lang) !== "en") {
    // "l'ad di Tim Luigi Gubitosi"
    const next = key.slice(end + 1, wordEndFrom(key, end + 1));
    return entry.when !== null && !matcher.givenNames.has(next) && isFirstName(matcher, view, start, end);
  }
  if (!entry.when) return false;
  const line = lineAt(view, start);
  const name = key.slice(start, end);
  if (wordNames.has(name) && !line.allCaps && !line.titleCase) {
    const after = plain.slice(end, end + 20);
    if (sign === "-") return /^-\p{Ll}/u.test(after) && !tailOfFirm.test(after);
  }
  // "An X-ray"
  if (sign === "-") return end - start === 1 && !tailOfFirm.test(plain.slice(end, end + 12));
  if (key.startsWith(" of ", end) && /(^|[^\p{L}])the $/u.test(key.slice(Math.max(0, start - 5), start)))
    return true;
  return isFirstName(matcher, view, start, end);
}

/** "Elisa Santos", "Tim Rossi"; German nouns have capitals, too. */
function isFirstName(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (!isNameAhead(plain, end) || !matcher.givenNames.has(key.slice(start, end))) return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase || mainLanguage(view.lang) === "de") return false;
  const follows = key.slice(end + 1, wordEndFrom(key, end + 1));
  return !notSurnames.has(follows) && mayBeSurname(matcher, follows);
}

/** "l'US Créteil": a club's "union sportive"; "l'US Army" is American. */
const clubBefore = new RuleBefore(/(?:^|[^\p{L}])(?:l|de l|a l)'$/u, { reach: 6, signs: "'" });
const notClubs =
  /^ (?:Army|Air|Navy|Marines?|Coast|Space|Cyber|Steel|Open|Masters|Department|House)(?![\p{L}])/u;

function isFrenchClub(view: BlockView, start: number, end: number): boolean {
  const { plain, lang } = view;
  if (end - start !== 2 || !plain.startsWith("US", start) || !isNameAhead(plain, end)) return false;
  return (
    mainLanguage(lang) === "fr" && clubBefore.test(view, start) && !notClubs.test(plain.slice(end, end + 14))
  );
}

const teamAhead =
  /^ (?:United|Wanderers|Rovers|City|Albion|Athletic|Rangers|Hotspur|Harriers|Academicals|Thistle)(?! Council)(?![\p{L}])/u;

/** "leads with 41 PTS", "12 MPH": a unit behind its number; nobody counts bodies. */
const countBefore = /(?:^|[^\p{L}\d.,:/-])\d{1,3}(?:\.\d+)? $/u;

/** "The NCC of the scout troop": bodies of states are of a state, and that has a capital; "FCC Wanderers" is a team. */
function isOfSmallBody(view: BlockView, start: number, end: number): boolean {
  if (!view.lang.startsWith("en")) return false;
  return (
    /^ of (?:the|a|our) \p{Ll}/u.test(view.plain.slice(end, end + 12)) ||
    (/^(?:[.,;)]|$| (?:after|in|from|and|at|for|per|before|ahead|behind)(?![a-z]))/.test(
      view.plain.slice(end, end + 8),
    ) &&
      countBefore.test(view.plain.slice(Math.max(0, start - 7), start))) ||
    teamAhead.test(view.plain.slice(end, end + 24)) ||
    isPostalCode(view, start, end)
  );
}

/** "in San Jose, CA, on Monday" */
function isPostalCode({ plain }: BlockView, start: number, end: number): boolean {
  return (
    plain.startsWith("CA", start) &&
    end - start === 2 &&
    plain.endsWith(", ", start) &&
    /^(?:[,.;)\n]|$)/.test(plain.charAt(end))
  );
}

const hasSmallAdjectives = onceByTag((lang) =>
  /^(de|fr|es|it|pl|cs|sk|sl|sr|hr|bs|sh|me|cnr|mk|sq)/i.test(lang),
);
