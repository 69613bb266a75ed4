/** The words beside a surname, and what they say about whose surname it is. All offsets are folded. */
import { type BlockView, lineAt } from "./block-view.ts";
import { charClass, classOfUnit } from "./char-class.ts";
import { isCapital, isCapitalAt, isSmall, isSmallAt, unitsAt } from "./letter-case.ts";
import type { CompiledSurname, Entry, Matcher } from "./load-index.ts";
import { mainLanguage, onceByTag, rulesByLanguage } from "./main-language.ts";
import { isCalledAfterPerson } from "./name-in-place.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { isSentenceOpener } from "./sentence-openers.ts";
import { isFormOfGivenName, isInflecting } from "./stem-forms.ts";
import { ownTitleBefore } from "./titles-before.ts";
import { wordEndFrom, wordStartBefore } from "./word-borders.ts";

/** Capitalised words after a surname that do not make another name of it. */
const harmlessFollowers = new Set(
  (
    "i administration government white monday tuesday wednesday thursday friday saturday sunday january february march " +
    "april may june july august september october november december era campaign"
  ).split(" "),
);

/** @param word folded */
export function isHarmlessFollower(word: string): boolean {
  return harmlessFollowers.has(word);
}

/**
 * Whether the data knows a word as nothing but a surname, or not at all.
 *
 * @param word folded
 */
export function mayBeSurname(matcher: Matcher, word: string): boolean {
  return matcher.entriesFor(word).every(({ role }) => role === "surname");
}

export interface Neighbour {
  start: number;
  end: number;
  key: string;
  cased: string;
}

const elides = onceByTag((lang) => /^(fr|it)/i.test(lang));

/**
 * The word directly before `start` on the same line, joined by one space; initials ("J.") keep their point. In French
 * and Italian, what is elided before it (l', d', dell') is no part of it.
 */
export function wordBefore(view: BlockView, start: number): Neighbour | null {
  const { key, plain } = view;
  if (plain.charCodeAt(start - 1) !== 0x20) return null;
  let end = start - 1;
  const point = key.charCodeAt(end - 1) === 0x2e ? 1 : 0;
  end -= point;
  let from = end;
  while (from > 0 && isNameLetter(view, from - 1)) from--;
  if (from === end) return null;
  // A point after a longer word ends a sentence, or belongs to a title, which is looked up by itself.
  if (point && end - from > 1) return null;
  // Within the word alone: a long text without any such sign would be looked through at every name.
  if (elides(view.lang)) from += key.slice(from, end - 1).lastIndexOf("'") + 1;
  return { start: from, end, key: key.slice(from, end), cased: plain.slice(from, end) };
}

function isNameLetter({ plain }: BlockView, at: number): boolean {
  const unit = plain.charCodeAt(at);
  return classOfUnit(unit) === charClass.word || unit === 0x2d || unit === 0x27;
}

export type Whose =
  /** Nothing beside it points to anybody else. */
  | "open"
  /** Another given name stands before it: another person of that name. */
  | "another-person"
  /** Part of a longer name: Trump Tower, Dow Jones Index, Moses-Jones. */
  | "longer-name"
  /** In a headline in which every word has a capital, behind one that is no first name we know: open to who is named in full elsewhere. */
  | "in-headline"
  /** The person's own given name stands before it: the full name, which is judged by its own rules. */
  | "own-full-name";

export function whoseSurname(
  matcher: Matcher,
  view: BlockView,
  start: number,
  end: number,
  surname: CompiledSurname,
): Whose {
  const { plain } = view;
  if (isInFirm(matcher, view, start, end) || isCalledAfterPerson(view, start)) return "longer-name";
  // "towards Kyle of Lochalsh"
  if (plain.startsWith(" of ", end) && isCapital(plain.charCodeAt(end + 4)) && townBefore.test(view, start))
    return "longer-name";
  const mayBeHalf = plain.charCodeAt(start - 1) === 0x2d || plain.charCodeAt(end) === 0x2d;
  if (mayBeHalf && isHalfOfDoubleName(matcher, view, start, end) && !lineAt(view, start).allCaps)
    return "longer-name";
  const word = wordBefore(view, start);
  if (word) {
    if (isOwnGivenName(word, surname, mainLanguage(view.lang))) return "own-full-name";
    if (isCapital(word.cased.charCodeAt(0)) && isPrecededByName(matcher, view, start, word, surname)) {
      if (!lineAt(view, start).titleCase) return "another-person";
      // "CNN Host Asks Netanyahu Adviser": any word has a capital there, so nobody else is proven, nor is our bearer.
      return matcher.givenNames.has(word.key) ? "longer-name" : "in-headline";
    }
  }
  if (!isFollowedByName(view, end)) return "open";
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase) return "open";
  return surname.standsFirst ? "another-person" : "longer-name";
}

const townBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:in|at|near|towards?|outside|visited|reached|(?:train|bus|drove|drive|trip|flight|ferry|road) to) $/u,
  {
    reach: 14,
    more: /^to$/,
  },
);

function isPrecededByName(
  matcher: Matcher,
  view: BlockView,
  start: number,
  word: Neighbour,
  surname: CompiledSurname,
): boolean {
  return (
    !saysWhatOneIs.test(word.cased) &&
    !lineAt(view, start).allCaps &&
    ownTitleBefore(view, start, surname) === null &&
    looksLikeGivenName(matcher, view, word)
  );
}

/** "President-elect Trump", "the Pretoria-born Musk": no given name. */
const saysWhatOneIs = /-(?:born|elect|designate|nominee|educated|trained|based|turned|star|era)$/;

/** Moses-Jones; but not the Trump-Xi summit or the Huawei-Meng case, and not Trump-Regierung, whose second half is a noun. */
function isHalfOfDoubleName(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const { plain, key } = view;
  if (plain.charAt(start - 1) === "-") {
    const from = wordStartBefore(view.plain, start - 1);
    if (isCapital(plain.charCodeAt(from)) && !isNamed(matcher, key.slice(from, start - 1))) return true;
  }
  if (
    plain.charAt(end) !== "-" ||
    !isCapital(plain.charCodeAt(end + 1)) ||
    mainLanguage(view.lang) === "de"
  ) {
    return false;
  }
  return !isNamed(matcher, key.slice(end + 1, wordEndFrom(key, end + 1)));
}

const shopAhead =
  /^'s (?:\p{Lu}[\p{L}-]+ ){0,3}(?:Grill|Bar|Restaurant|Diner|Caf[eé]|Pub|Pizza|Pizzeria|Steakhouse|Tavern|Bakery|Deli|Kitchen|Burgers?|Chicken|Donuts|Hotel|Inn|Supermarket|Books|Garage)(?![\p{L}])/u;

/** "Johnson & Johnson", "Steptoe & Johnson", "Rubio's Coastal Grill"; but not "Trump & Xi". */
function isInFirm(matcher: Matcher, { plain, key }: BlockView, start: number, end: number): boolean {
  const next = plain.charCodeAt(end);
  // Nearly all names stand beside none of the signs.
  const mayHold = next === 0x27 || plain.charCodeAt(end + 1) === 0x26 || plain.charCodeAt(start - 2) === 0x26;
  if (!mayHold) return false;
  if (plain.startsWith(" & ", end) && isCapital(plain.charCodeAt(end + 3))) {
    const first = key.slice(end + 3, wordEndFrom(key, end + 3));
    return first === key.slice(start, end) || !isNamed(matcher, first);
  }
  if (plain.startsWith(" & ", start - 3)) {
    const from = wordStartBefore(key, start - 3);
    const last = key.slice(from, start - 3);
    return isCapital(plain.charCodeAt(from)) && (last === key.slice(start, end) || !isNamed(matcher, last));
  }
  return next === 0x27 && shopAhead.test(plain.slice(end, end + 60));
}

function isNamed(matcher: Matcher, key: string): boolean {
  return matcher
    .entriesFor(key)
    .some(
      ({ role, entity, isFirm, when }) =>
        role === "surname" || isCountry(matcher, entity) || (isFirm && when === null),
    );
}

function isCountry(matcher: Matcher, entity: number): boolean {
  return matcher.entity(entity)?.kind === "country";
}

/** @param lang main part of a language tag */
export function isOwnGivenName({ key }: Neighbour, { given }: CompiledSurname, lang: string): boolean {
  if (given.has(key)) return true;
  if (!isInflecting(lang)) return false;
  for (const name of given) if (isFormOfGivenName(key, name, lang)) return true;
  return false;
}

/** "A Firenze Tajani", "Da Monaco di Baviera Tajani", "En Bruselas Cruz": a sentence that opens with a town. */
const townFirst = rulesByLanguage(
  { fr: "a|depuis|de", es: "a|en|desde", it: "ad?|da|in" },
  (list) =>
    new RuleBefore(
      new RegExp(`(?:^|[.!?;:][")]* |\\n)"?(?:${list}) (?:[\\p{L}-]+ (?:di|de|del|della|la) )?$`, "u"),
      { reach: 30, more: /^(?:ad?|da|in|en|desde|depuis|di|de|del|della|la)$/ },
    ),
);

function looksLikeGivenName(matcher: Matcher, view: BlockView, word: Neighbour): boolean {
  const { key, cased, start } = word;
  const { titles } = matcher;
  const language = mainLanguage(view.lang);
  if (!isCapital(cased.charCodeAt(0)) || isSentenceOpener(key, language)) return false;
  if (titles.all.has(key) || titles.all.has(`${key}.`)) return false;
  // US, CEO, CFO …
  if (/^\p{Lu}{2,5}$/u.test(cased)) return false;
  if (language === "de" && looksLikeGermanNoun(view, word)) return false;
  if (townFirst(view.lang)?.test(view, start) && !matcher.givenNames.has(key)) return false;
  // "Minister for Economic Affairs Karremans"
  if (officeBefore.test(view.key.slice(Math.max(0, start - 70), start))) return false;
  // Outside English a sentence rarely opens with a name, and there "Razgovor Bajdena" is a noun and its genitive.
  if (language !== "en" && opensSentence(view, start) && !matcher.givenNames.has(key)) return false;
  // "Presidenti Amerikan Trump"
  const isAdjective = ({ entity, form }: Entry) => form === "adjective" && isCountry(matcher, entity);
  if (matcher.entriesFor(key).some(isAdjective)) return false;
  // The last word of a longer title: "Secretary of State".
  return !titles.byLastWord.get(key)?.some((title) => view.key.endsWith(title, start + key.length));
}

/** Whether no letter of ASCII stands before a name, nor before the space before it: without a sign no sentence begins there. */
export function mayOpenSentence({ plain }: BlockView, start: number): boolean {
  const last = plain.charCodeAt(start - 1);
  const unit = last === 0x20 ? plain.charCodeAt(start - 2) : last;
  return !((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a));
}

export function opensSentence({ plain }: BlockView, start: number): boolean {
  return (
    start === 0 || /(^|[.!?…:\n] ?|["'(«„¡¿] ?|[–—] )$/u.test(plain.slice(Math.max(0, start - 3), start))
  );
}

/** An office and, up to here, what it is for. */
const officeBefore =
  /(^|[^\p{L}])(minister|ministers|secretary|commissioner|director|chief|head|chairman|chair|ministro|ministra|ministre|ministr\p{L}*|sekretar\p{L}*|министер\p{L}*|министар\p{L}*) (for|of|de|des|du|della|delle|dell'|degli|per|za|para|за)( [\p{L}]+,?){0,5} $/u;

/** What people are, by its end: Amtsinhaber, CDU-Politiker, Vizepräsidentin, Konzernchef. */
const germanTitle =
  /(er|erin|chef|mann|frau|boss|vize|regierung|administration|prasident|kanzler|minister|sekretar|rat|ratin|abgeordnete|vorstand|experte|botschafter|kommissar|senator|vertraute|kollege|kabinett)(in)?$/;
const germanDeterminer =
  /^(der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|sein|seine|seinem|seinen|seiner|ihr|ihre|ihrem|ihren|ihrer|dieser|diese|jener|kein|keine|vom|zum|zur|im|am|beim|als|us|ex|[a-z]+(er|en|em|es|e))$/;
const germanNamesInEr = new Set(
  "peter oliver alexander gunter gunther guenter walter werner rainer reiner dieter xavier roger javier tyler carter hunter spencer dexter jennifer heather esther ester".split(
    " ",
  ),
);

/** Every German noun has a capital: only what stands like a name and does not end like an office is a given name. */
function looksLikeGermanNoun(view: BlockView, { key, start }: Neighbour): boolean {
  const last = key.slice(key.lastIndexOf("-") + 1);
  if (germanTitle.test(last) && !germanNamesInEr.has(last)) return true;
  const before = wordBefore(view, start);
  return before !== null && germanDeterminer.test(before.key) && !isCapital(before.cased.charCodeAt(0));
}

/** German nouns all have capitals, so nothing follows from one there. */
function isFollowedByName(view: BlockView, end: number): boolean {
  if (view.plain.charAt(end) !== " " || mainLanguage(view.lang) === "de") return false;
  if (!isCapital(view.plain.charCodeAt(end + 1))) return false;
  let to = end + 1;
  while (to < view.key.length && isNameLetter(view, to)) to++;
  // "Trump Administration's"
  const word = view.key.slice(end + 1, to).replace(/'.*$/, "");
  return (
    word.length > 1 && !harmlessFollowers.has(word) && !/^\p{Lu}{2,5}$/u.test(view.plain.slice(end + 1, to))
  );
}

/** A capital and a small letter, as words with a capital begin. */
export function isRaised(word: string): boolean {
  return isCapitalAt(word, 0) && isSmallAt(word, unitsAt(word, 0));
}

/** Whether a space and a word with a capital follow. */
export function isNameAhead(plain: string, end: number): boolean {
  return (
    plain.charCodeAt(end) === 0x20 &&
    isCapital(plain.charCodeAt(end + 1)) &&
    isSmall(plain.charCodeAt(end + 2))
  );
}
