/** Titles before a surname: "Secretary of State Pompeo", "Ms. Kim". All offsets are folded. */
import { type BlockView, type ContextWord, wordStandsAt } from "./block-view.ts";
import { charClass, classOfUnit } from "./char-class.ts";
import { foldWord } from "./fold-text.ts";
import type { CompiledSurname } from "./load-index.ts";
import { wordStartBefore } from "./word-borders.ts";

/** A title as it stands before a name, its last point left off. */
export interface FoldedTitle extends ContextWord {
  /** "Sen." is shortened, while a point behind "Ministerin" ends a sentence. */
  mayHavePoint: boolean;
}

export function foldTitle(text: string): FoldedTitle {
  const { cased, key } = foldWord(text);
  const mayHavePoint = key.endsWith(".") || isShort(key);
  return { text, cased: cased.replace(/\.$/, ""), key: key.replace(/\.$/, ""), letters: null, mayHavePoint };
}

/** Short enough to be an abbreviation that the data writes without its point. */
function isShort(title: string): boolean {
  return title.length <= 4;
}

/** Titles before names, folded to lower case. */
export interface Titles {
  all: ReadonlySet<string>;
  /** Those of several words. */
  byLastWord: ReadonlyMap<string, readonly string[]>;
}

export function collectTitles(titles: readonly string[]): Titles {
  const byLastWord = new Map<string, string[]>();
  for (const title of titles) {
    const space = title.lastIndexOf(" ");
    if (space < 0) continue;
    const last = title.slice(space + 1);
    const list = byLastWord.get(last);
    if (list) list.push(title);
    else byLastWord.set(last, [title]);
  }
  return { all: new Set(titles), byLastWord };
}

/** The person's own title directly before the surname, as the record spells it. */
export function ownTitleBefore(
  view: BlockView,
  start: number,
  { titles, titleEnds }: CompiledSurname,
): string | null {
  const { key } = view;
  if (key.charCodeAt(start - 1) !== 0x20) return null;
  const hasPoint = key.charCodeAt(start - 2) === 0x2e;
  const end = hasPoint ? start - 2 : start - 1;
  // Nearly all words are dismissed by their last letter.
  const last = key.charCodeAt(end - 1);
  if ((titleEnds & (1 << (last & 31))) === 0) return null;
  let found: FoldedTitle | null = null;
  for (const title of titles) {
    if (hasPoint && !title.mayHavePoint) continue;
    if (title.key.charCodeAt(title.key.length - 1) !== last || !titleEndsAt(view, end, title)) continue;
    if (!found || title.key.length > found.key.length) found = title;
  }
  // "Prime Minister Wong" is no other minister of that name.
  if (found?.key === "minister" && key.endsWith("prime minister", end)) return null;
  return found?.text ?? null;
}

/** The last letters of titles, one bit for those with the same lowest five bits. */
export function endsOfTitles(titles: readonly FoldedTitle[]): number {
  let ends = 0;
  for (const { key } of titles) ends |= 1 << (key.charCodeAt(key.length - 1) & 31);
  return ends;
}

function titleEndsAt(view: BlockView, end: number, title: FoldedTitle): boolean {
  const from = end - title.key.length;
  if (from < 0 || (from > 0 && classOfUnit(view.key.charCodeAt(from - 1)) === charClass.word)) return false;
  return wordStandsAt(view, from, title) === end;
}

/** Any title of the dataset directly before the surname ("Ms. Kim"): by its last word where it has several. */
export function anyTitleBefore({ key }: BlockView, start: number, titles: Titles): string | null {
  if (key.charAt(start - 1) !== " ") return null;
  const hasPoint = key.charAt(start - 2) === ".";
  const end = hasPoint ? start - 2 : start - 1;
  const word = key.slice(wordStartBefore(key, end), end);
  if (word === "") return null;
  const isTitle = ((!hasPoint || isShort(word)) && titles.all.has(word)) || titles.all.has(`${word}.`);
  return isTitle ? word : null;
}
