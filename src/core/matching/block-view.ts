import { type FoldedText, foldText, isWordEnd, isWordStart } from "./fold-text.ts";
import type { TextBlock } from "./types.ts";

export interface Line {
  start: number;
  end: number;
  /** Two words or more and no small letter: capitals say nothing here. */
  allCaps: boolean;
  /** Nearly every word has a capital, as in a headline: capitals say little here. */
  titleCase: boolean;
}

/** A block as the passes see it: folded, with its lines and a memory of where words occur. Offsets are folded. */
export interface BlockView extends FoldedText {
  block: number;
  text: string;
  /** Language of this block, lower case where the tag's main part is meant. */
  lang: string;
  lines: Line[];
  /** First and last place of a word or phrase, or `null`; remembered, so that asking stays cheap. */
  placesOf(word: ContextWord): Places | null;
}

/** A word of a context rule. With capitals it must have them in the text too; without, any case will do. */
export interface ContextWord {
  text: string;
  cased: string;
  key: string;
}

export interface Places {
  first: { start: number; end: number };
  last: { start: number; end: number };
}

export function viewBlock(block: number, { text }: TextBlock, lang: string): BlockView {
  const folded = foldText(text);
  const places = new Map<string, Places | null>();
  return {
    ...folded,
    block,
    text,
    lang,
    lines: linesOf(folded.plain),
    placesOf(word) {
      let found = places.get(word.text);
      if (found === undefined) {
        found = findPlaces(folded, word);
        places.set(word.text, found);
      }
      return found;
    },
  };
}

export function lineAt({ lines }: BlockView, offset: number): Line {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return lines[low] ?? { start: 0, end: 0, allCaps: false, titleCase: false };
}

/** End of the word when it stands at `start` (a plural s allowed, and capitals as `ContextWord` says), else -1. */
export function wordStandsAt(view: FoldedText, start: number, { cased, key }: ContextWord): number {
  if (start < 0 || key === "" || !view.key.startsWith(key, start)) return -1;
  let end = start + key.length;
  if (!isWordEnd(view.key, end)) {
    if (view.key.charAt(end) !== "s" || !isWordEnd(view.key, end + 1)) return -1;
    end++;
  }
  return hasCapitalsOf(view.cased.slice(start, start + key.length), cased) ? end : -1;
}

/** Text in all capitals always has the capitals asked for. */
function hasCapitalsOf(text: string, wanted: string): boolean {
  for (let index = 0; index < wanted.length; index++) {
    const letter = wanted.charAt(index);
    if (letter !== letter.toLowerCase() && text.charAt(index) !== letter) return false;
  }
  return true;
}

function findPlaces(folded: FoldedText, word: ContextWord): Places | null {
  let first: Places["first"] | null = null;
  let last: Places["first"] | null = null;
  if (word.key === "") return null;
  const startsWithWord = isWordStart(word.key, 0);
  for (let at = folded.key.indexOf(word.key); at >= 0; at = folded.key.indexOf(word.key, at + 1)) {
    if (startsWithWord && !isWordStart(folded.key, at)) continue;
    const end = wordStandsAt(folded, at, word);
    if (end < 0) continue;
    last = { start: at, end };
    first ??= last;
  }
  return first && last ? { first, last } : null;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;

function linesOf(plain: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of plain.split("\n")) {
    const end = start + line.length;
    lines.push({ start, end, ...caseOf(line) });
    start = end + 1;
  }
  return lines;
}

/** Long lines are prose; looking at their beginning is enough. */
const headlineLength = 300;

function caseOf(line: string): { allCaps: boolean; titleCase: boolean } {
  const hasSmall = /\p{Ll}/u.test(line);
  const words = line.slice(0, headlineLength).match(word) ?? [];
  const capitals = words.filter((text) => /^\p{Lu}{2,}$/u.test(text));
  if (!hasSmall) return { allCaps: capitals.length >= 2, titleCase: false };
  const long = words.filter((text) => text.length >= 4 && /^\p{L}/u.test(text));
  const raised = long.filter((text) => /^\p{Lu}/u.test(text));
  const isSentence = line.length > headlineLength || /[.;:,]["'”)]*\s*$/.test(line);
  const titleCase = !isSentence && long.length >= 3 && raised.length >= long.length * 0.75;
  return { allCaps: false, titleCase };
}
