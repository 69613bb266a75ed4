/**
 * Any country's name as a person's, where what stands around it is only said of people: "Malta Nováková", "France Martin, 34,",
 * "Mr Ireland", "Frau Holland". Names that many people bear are in `country-as-persons-name.ts`, surnames behind a first name in
 * `part-of-other-name.ts`.
 */
import { type BlockView, lineAt, surfaceOf } from "./block-view.ts";
import { notSurnames } from "./country-as-persons-name.ts";
import { isBehindNoun } from "./country-in-apposition.ts";
import { andWords } from "./joining-words.ts";
import { isCapital } from "./letter-case.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, onceByTag, rulesByLanguage } from "./main-language.ts";
import { isBeforeTrade, isBehindTrade } from "./name-goes-on.ts";
import { isNameAhead, isRaised, mayBeSurname, opensSentence } from "./name-neighbours.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import { wordEndFrom } from "./word-borders.ts";

/** Titles that everybody has, by language; folded. Those of an office are left out: an ambassador is of a country. */
const titles: Record<string, string> = {
  en: "mr\\.?|mrs\\.?|ms\\.?|mx\\.?",
  de: "herrn?|frau",
  fr: "m\\.|mme|mlle|me|maitre|monsieur|madame",
  es: "senora?|senorita|sr\\.|sra\\.|don|dona",
  it: "signora?|sig\\.|sig\\.ra|avv\\.|dott\\.|dott\\.ssa",
  pl: "pan|pana|panu|panem|pani|pania",
  cs: "pan|pana|panu|panem|pani",
  sr: "gospodina?|gospodinu|gospodja|gospodje|gospodji|gospoda|gospode|gospodi|g\\.|gdja|gda",
  sq: "zoti|zotit|zotin|zonja|zonjes|znj\\.",
  mk: "господин|господинот|госпоѓа|госпоѓата|г\\.",
};
const courtesyOf = rulesByLanguage(
  titles,
  // Behind a point no word stands.
  (list) =>
    new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${list}) $`, "u"), { reach: 16, more: /^(?:|ra|ssa)$/ }),
);

/** Directly before a country that is one, by language: prepositions, and articles where countries have one. */
const placeWords: Record<string, string> = {
  en: "in|of|from|between|to|with|for|on|at|near|than|against|about|across|outside|the",
  de: "in|aus|nach|mit|von|fur|gegen|uber|zu|bei|durch|ohne|als|um|der|die|den|das|dem|des|im|beim|vom|zur",
  fr: "en|de|du|des|la|le|les|au|aux|a|pour|par|avec|contre|sur|vers|chez|entre|depuis",
  es: "en|de|del|la|el|los|al|a|con|por|para|contra|sobre|desde|hacia|entre",
  it: "in|di|da|del|della|la|il|a|con|per|su|tra|fra|contro|verso",
  pl: "w|we|z|ze|do|dla|na|o|od|po|przez|przeciw|za|u",
  cs: "v|ve|z|ze|s|se|do|pro|na|o|od|po|proti|za|k|ke|u",
  sr: "u|iz|s|sa|do|za|na|o|od|po|protiv|prema|k|ka|kod",
  sq: "ne|nga|me|te|e|i|per|si|ndaj|kunder|mbi|rreth",
  mk: "во|од|со|на|за|кон|до|против|кај|низ",
};
const placeBeforeOf = rulesByLanguage(
  placeWords,
  (list) => new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${list}) $`, "u"), { reach: 12 }),
);
/** Beside the beginning of a sentence, where people are introduced. */
const introduction = new RuleBefore(
  new RegExp(`(?:^|[^\\p{L}])(?:${andWords}|by|said|named|called|starring|featuring) $`, "u"),
  { reach: 12 },
);

/** Endings of surnames; with their diacritics, since without them they end other words as well. */
const surnameEnding =
  /^(?:.*(?:ová|[^ ]{2,}ić|ský|ská|ński|ńska|wski|wska|enko|shvili|oğlu|sson|dóttir)|.{3,}(?:ова|ева|овска|овски|евски|евска|иќ|енко))$/u;

/** The most frequent surnames that are no word, place or firm; folded. Many more are first names as well. */
const frequentSurnames = new Set(
  (
    "smith jones taylor johnson williams wilson davies evans roberts robinson thompson wright clarke jackson harris lewis edwards " +
    "anderson moore baker muller schmidt schneider weber wagner schulz hoffmann dupont durand dubois moreau lefebvre leroy bonnet " +
    "garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez ruiz rossi bianchi russo esposito romano colombo ricci " +
    "marino greco nowak wojcik novak svoboda dvorak prochazka horvat babic juric hoxha shehu gjoka"
  ).split(" "),
);
/** An age behind a name: ", 34,", " (34)", ", 34 ans", ", de 27 años", ", aged 34". */
const age =
  /^(?:, (?:de |aged |di )?\d\d(?=[,.;)]| ?(?:years|jahre|ans|anos|anni|lata?|let|godin|vjec|vjet|години))| \(\d\d\)| ma \d\d lata?(?![\p{L}])| ha \d\d anni| tiene \d\d anos| a \d\d ans)/u;
/** What people do, and states and firms do not; in all languages. */
const deeds =
  "sang|sings|smiled|laughed|cried|wept|danced|baked|cooked|starred|was born|married|died|who plays|who teaches|who lives|teaches|" +
  "singt|lachelte|lachte|weinte|tanzte|heiratete|wurde geboren|wohnt in|lebt (?:seit|in)|arbeitet als|lehrt|" +
  "chante|chantait|chanta|sourit|dansait|pleura|est nee?|est morte?|habite|vit (?:a|dans)|a epouse|joue du|enseigne|" +
  "canta|canto|sonrio|bailo|lloro|nacio|murio|vive en|ensena|se caso|" +
  "sorride|sorrise|balla|pianse|e nat[ao]|e mort[ao]|vive a|abita|insegna|ha sposato|" +
  "spiewa|spiewala?|usmiechnela|urodzila?|zmarla?|mieszka|uczy|wyszla za|" +
  "zpiva|zpivala?|usmala|narodila?|zemrela?|bydli|uci|provdala|" +
  "p(?:j)?eva|p(?:j)?evala?|nasmejala|rodjen[a]?|umrla|umro|zivi u|predaje|udala|ozenio|" +
  "kendoi|kendon|buzeqeshi|lindi|vdiq|jeton ne|meson|u martua|" +
  "пее|пееше|се насмеа|роден[а]?|почина|живее|предава|се омажи";
const personsDeed = new RegExp(`^(?:, (?=who)| (?:(?:je|se) )?)(?:${deeds})(?![\\p{L}])`, "u");

/** Whether a country's bare name, of one word, is here a person's first name or surname. */
export function isAnyCountryAsPersonsName(
  matcher: Matcher,
  view: BlockView,
  start: number,
  end: number,
): boolean {
  if (isBehindCourtesy(view, start, end)) return true;
  if (view.key.charCodeAt(start - 2) === 0x65 && isOfFamily(view, start, end)) return true;
  // All of these end with a d.
  if (view.key.charCodeAt(start - 2) === 0x64 && calledBefore.test(view, start)) return true;
  return isNameAhead(view.plain, end) && isFirstName(matcher, view, start, end);
}

/** "the Oman family", "the Holland sisters" */
function isOfFamily(view: BlockView, start: number, end: number): boolean {
  return familyAhead.test(view, end) && view.key.endsWith("the ", start) && mainLanguage(view.lang) === "en";
}

const familyAhead = new RuleBehind(
  /^ (?:family|families|brothers|sisters|siblings|twins)(?! of)(?![\p{L}])/u,
  {
    reach: 14,
  },
);

/** "a shepherd dog called Turkey", "whose daughter is named Georgia". */
const calledBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:dog|cat|horse|pony|puppy|kitten|parrot|shepherd|terrier|spaniel|labrador|poodle|girl|boy|baby|woman|daughter|son|sister|brother|wife|niece|nephew|friend) (?:(?:is|was) )?(?:also )?(?:called|named|christened) $/u,
  { reach: 40, more: /^(?:called|named|christened)$/ },
);
/** First names that read like one of a people: in Albanian an adjective stands behind its noun, in Macedonian one of a people before a name has an article. */
const namesLikePeoples: Record<string, RegExp> = { sq: /^(?:kosovare|shqipe)$/, mk: /^македонка$/ };

/** "Kosovare Asllani", "Македонка Стојановска … Македонка вели": a first name before a name, and alone where a sentence opens behind that. */
export function isNameLikePeople(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  const name = key.slice(start, end);
  if (!namesLikePeoples[mainLanguage(view.lang)]?.test(name)) return false;
  if (!isCapital(plain.charCodeAt(start)) || isAmongCapitals(view, start, end)) return false;
  if (isBeforeSurname(matcher, view, end)) return true;
  const full = start > 0 ? key.lastIndexOf(name, start - 1) : -1;
  return full >= 0 && opensSentence(view, start) && isBeforeSurname(matcher, view, full + name.length);
}

function isBeforeSurname(matcher: Matcher, { key, plain }: BlockView, end: number): boolean {
  return isNameAhead(plain, end) && mayBeSurname(matcher, key.slice(end + 1, wordEndFrom(key, end + 1)));
}

/** "Mr Ireland", "pani Niemiec". */
export function isBehindCourtesy(view: BlockView, start: number, end: number): boolean {
  return courtesyOf(view.lang)?.test(view, start) === true && !isAmongCapitals(view, start, end);
}

const point = 0xb7;

/** "约旦·彼得森": Chinese sets the parts of a foreigner's name off with a point, and behind its own country's name places. */
export function isPartOfForeignName({ plain }: BlockView, start: number, end: number): boolean {
  if (plain.charCodeAt(end) !== point && plain.charCodeAt(start - 1) !== point) return false;
  return /\p{scx=Han}/u.test(plain.charAt(start)) && !plain.startsWith("中", start);
}

/** No headline has capitals on all words, but a list of names may: "Di Marco Spagna e Italia Rossi". */
const hasSmallHeadlines = onceByTag((lang) => /^(fr|es|it)/i.test(lang));

function isAmongCapitals(view: BlockView, start: number, end: number): boolean {
  const line = lineAt(view, start);
  return (
    line.allCaps ||
    (line.titleCase && !hasSmallHeadlines(view.lang)) ||
    !isRaised(view.plain.slice(start, end))
  );
}

/** In English a town's country stands there, too. */
function isBehindComma({ plain, lang }: BlockView, start: number): boolean {
  return plain.charCodeAt(start - 2) === 0x2c && mainLanguage(lang) !== "en";
}

/** Parts of the world and alliances that stand beside a country: "il progetto Italia Africa". */
const regions = /^(?:europ|afri|asi[ae]|ameri|latino|ue|otan|nato|celac|mercosur|brics|union)/;
/** Further ones behind the first. */
const mostSurnames = 2;

function isFirstName(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (placeBeforeOf(view.lang)?.test(view, start) !== false || isAmongCapitals(view, start, end))
    return false;
  const to = wordEndFrom(key, end + 1);
  const next = key.slice(end + 1, to);
  if (next.length < 3 || notSurnames.has(next) || !mayBeSurname(matcher, next)) return false;
  if (surnameEnding.test(surfaceOf(view, end + 1, to))) return true;
  const isIntroduced =
    opensSentence(view, start) || introduction.test(view, start) || isBehindComma(view, start);
  if (isIntroduced && (frequentSurnames.has(next) || matcher.givenNames.has(next))) return true;
  let last = to;
  for (let further = 0; further < mostSurnames && isNameAhead(plain, last); further++)
    last = wordEndFrom(key, last + 1);
  const behind = key.slice(last, last + 40);
  return (
    age.test(behind) ||
    isBehindTrade(view, start) ||
    (isBehindNoun(view, start) && !regions.test(next)) ||
    isBeforeTrade(view, last) ||
    (isIntroduced && personsDeed.test(behind))
  );
}
