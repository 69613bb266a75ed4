/** The words beside a surname, and what they say about whose surname it is. All offsets are folded. */
import { type BlockView, lineAt, wordStandsAt } from "./block-view.ts";
import { charClass, classOfUnit } from "./char-class.ts";
import type { CompiledSurname } from "./load-index.ts";
import { mainLanguage } from "./scan-spellings.ts";

const set = (words: string) => new Set(words.split(" "));

/** Words that may stand with a capital before a surname without being a given name. */
const notGivenNames = set(
  "the a an and but or if when while as in on at to for with from by after before since that this these yet so then " +
    "however meanwhile although though because both also even only still will would can could should did does has had " +
    "is was were are may might while where who what why how not nor former mr mrs ms miss dr prof sir lord lady " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august " +
    "september october november december republican democrat democratic conservative labour like unlike under " +
    "against about says said asked told according per via let earlier later last next now today yesterday",
);
/** Capitalised words after a surname that do not make another name of it. */
const harmlessFollowers = set(
  "i administration government white monday tuesday wednesday thursday friday saturday sunday january february march " +
    "april may june july august september october november december era campaign",
);

export interface Neighbour {
  start: number;
  end: number;
  key: string;
  cased: string;
}

/** The word directly before `start` on the same line, joined by one space; initials ("J.") keep their point. */
export function wordBefore(view: BlockView, start: number): Neighbour | null {
  const { key, plain } = view;
  if (plain.charAt(start - 1) !== " ") return null;
  let end = start - 1;
  const point = key.charAt(end - 1) === "." ? 1 : 0;
  end -= point;
  let from = end;
  while (from > 0 && isNameLetter(view, from - 1)) from--;
  if (from === end) return null;
  // A point after a longer word ends a sentence, or belongs to a title, which is looked up by itself.
  if (point && end - from > 1) return null;
  return { start: from, end, key: key.slice(from, end), cased: plain.slice(from, end) };
}

function isNameLetter({ plain }: BlockView, at: number): boolean {
  return classOfUnit(plain.charCodeAt(at)) === charClass.word || /[-']/.test(plain.charAt(at));
}

/** The person's own title directly before the surname, as the record spells it. */
export function ownTitleBefore(view: BlockView, start: number, { titles }: CompiledSurname): string | null {
  return titles.find((title) => titleEndsAt(view, start, title))?.text ?? null;
}

function titleEndsAt(
  view: BlockView,
  start: number,
  title: { text: string; cased: string; key: string },
): boolean {
  if (view.key.charAt(start - 1) !== " ") return false;
  const bare = { ...title, cased: title.cased.replace(/\.$/, ""), key: title.key.replace(/\.$/, "") };
  const end = view.key.charAt(start - 2) === "." ? start - 2 : start - 1;
  const from = end - bare.key.length;
  if (from < 0 || (from > 0 && classOfUnit(view.key.charCodeAt(from - 1)) === charClass.word)) return false;
  return wordStandsAt(view, from, bare) === end;
}

/** Any title of the dataset directly before the surname ("Ms. Kim"): by its last word where it has several. */
export function anyTitleBefore(
  { key }: BlockView,
  start: number,
  titles: ReadonlySet<string>,
): string | null {
  if (key.charAt(start - 1) !== " ") return null;
  const end = key.charAt(start - 2) === "." ? start - 2 : start - 1;
  let from = end;
  while (from > 0 && classOfUnit(key.charCodeAt(from - 1)) === charClass.word) from--;
  const word = key.slice(from, end);
  if (word === "") return null;
  const isTitle = titles.has(word) || titles.has(`${word}.`);
  return isTitle ? word : null;
}

export type Whose =
  /** Nothing beside it points to anybody else. */
  | "open"
  /** Another given name stands before it: another person of that name. */
  | "another-person"
  /** Part of a longer name: Trump Tower, Dow Jones Index, Moses-Jones. */
  | "longer-name"
  /** The person's own given name stands before it: the full name, which is judged by its own rules. */
  | "own-full-name";

/** @param titles all titles of the dataset, folded */
export function whoseSurname(
  view: BlockView,
  start: number,
  end: number,
  surname: CompiledSurname,
  titles: ReadonlySet<string>,
): Whose {
  const line = lineAt(view, start);
  const before = view.plain.charAt(start - 1);
  if (before === "-" && isCapital(view.plain.charAt(startOfWord(view, start - 1)))) return "longer-name";
  if (view.plain.charAt(end) === "-" && isCapital(view.plain.charAt(end + 1)) && !line.allCaps)
    return "longer-name";

  const word = wordBefore(view, start);
  if (word) {
    if (surname.given.has(word.key)) return "own-full-name";
    const free = line.allCaps || ownTitleBefore(view, start, surname) !== null;
    if (!free && looksLikeGivenName(view, word, titles)) {
      // In a headline any word has a capital, so nobody else is proven, but it proves nothing for us either.
      return line.titleCase ? "longer-name" : "another-person";
    }
  }
  return !line.allCaps && !line.titleCase && isFollowedByName(view, end) ? "longer-name" : "open";
}

function looksLikeGivenName(
  view: BlockView,
  { key, cased, start }: Neighbour,
  titles: ReadonlySet<string>,
): boolean {
  if (!isCapital(cased.charAt(0))) return false;
  if (notGivenNames.has(key) || titles.has(key) || titles.has(`${key}.`)) return false;
  // US, CEO, CFO …
  if (/^\p{Lu}{2,5}$/u.test(cased)) return false;
  const language = mainLanguage(view.lang);
  // Compound titles: Außenminister, Ex-Präsident, Vizepräsidentin.
  if (
    language === "de" &&
    /(minister|präsident|prasident|kanzler|chef|sprecher|senator|botschafter)(in)?$/.test(key)
  ) {
    return false;
  }
  // The last word of a longer title: "Secretary of State".
  for (const title of titles) {
    if (title.endsWith(` ${key}`) && view.key.endsWith(title, start + key.length)) return false;
  }
  return true;
}

/** German nouns all have capitals, so nothing follows from one there. */
function isFollowedByName(view: BlockView, end: number): boolean {
  if (view.plain.charAt(end) !== " " || mainLanguage(view.lang) === "de") return false;
  if (!isCapital(view.plain.charAt(end + 1))) return false;
  let to = end + 1;
  while (to < view.key.length && isNameLetter(view, to)) to++;
  const word = view.key.slice(end + 1, to);
  return (
    word.length > 1 && !harmlessFollowers.has(word) && !/^\p{Lu}{2,5}$/u.test(view.plain.slice(end + 1, to))
  );
}

function startOfWord(view: BlockView, end: number): number {
  let from = end;
  while (from > 0 && classOfUnit(view.plain.charCodeAt(from - 1)) === charClass.word) from--;
  return from;
}

function isCapital(character: string): boolean {
  return /\p{Lu}/u.test(character);
}
