/** What an alignment amounts to: which words of the page are the quote's, and how much of the passage stands there. */
import type { Ground, Laid } from "./align-passage.ts";
import { contextWeight } from "./pattern.ts";
import type { Words } from "./read-words.ts";
import { wordLikeness } from "./word-likeness.ts";

export interface Judged {
  /** First and last word of the page that belongs to the quote. */
  first: number;
  last: number;
  /** Whether the word at that end of the quote stands there unchanged. */
  firstSame: boolean;
  lastSame: boolean;
  /** Shares of quote, prefix and suffix found, by weight: 0 to 1; `null` where the passage has none. */
  quote: number;
  prefix: number | null;
  suffix: number | null;
  /** Words that the found stretch has more than the quote. */
  between: number;
  /** All that was found, in long words: how little it can be chance. */
  evidence: number;
}

/** Words of context count less the more they have moved against the quote; half at so many words. */
const halfMoved = 10;
/** And less in another block, which may have been moved away from this one. */
const otherBlock = 0.1;
/** That a quote begins or ends its block says as much as this many long words. */
const borderWeight = 0.5;

/** @returns `null` where nothing of the quote is there */
export function judgePlace(ground: Ground, { rows, meets }: Laid): Judged | null {
  const { pattern } = ground;
  const { quoteFrom, quoteTo } = pattern;
  const gains = rows.map((at, row) => gainOf(ground, at, meets[row] as number));
  const start = quoteFrom - pattern.from;
  const end = rows.lastIndexOf(quoteTo - 1);
  const quote = { found: 0, whole: 0 };
  let [firstRow, lastRow] = [-1, -1];
  for (let row = start; row <= end; row++) {
    const weight = pattern.weights[rows[row] as number] as number;
    quote.whole += weight;
    quote.found += weight * (gains[row] as number);
    if ((meets[row] as number) < 0) continue;
    if (firstRow < 0) firstRow = row;
    lastRow = row;
  }
  if (firstRow < 0 || quote.found === 0) return null;
  const first = wordsInPlace(ground, meets, firstRow, start, -1);
  const last = wordsInPlace(ground, meets, lastRow, end, 1);
  if (rows.length < pattern.to - pattern.from) addMiddle(ground, first, last, quote);
  const between = Math.max(0, last - first + 1 - (quoteTo - quoteFrom));
  let evidence = quote.found;
  const context = (from: number, to: number, step: 1 | -1) => {
    let [found, whole] = [0, 0];
    let share = 1;
    const edge = step < 0 ? start : end;
    if (isLineEnd(pattern.text, pattern.words, rows[edge] as number, step)) {
      share = otherBlock;
      whole += borderWeight;
      if (isBlockEnd(ground, step < 0 ? first : last, step)) found += borderWeight;
    }
    for (let row = edge + step; row >= from && row < to; row += step) {
      const distance = Math.abs(row - edge) - 1;
      const place = meets[row] as number;
      const moved = place < 0 ? 0 : Math.abs((step < 0 ? first - place : place - last) - 1 - distance);
      const weight = contextWeight(pattern, rows[row] as number) * share;
      whole += weight;
      const credit = (gains[row] as number) / (1 + moved / halfMoved);
      found += weight * credit;
      evidence += (pattern.weights[rows[row] as number] as number) * credit;
      if (share === 1 && isLineEnd(pattern.text, pattern.words, rows[row] as number, step))
        share = otherBlock;
    }
    return whole > 0 ? found / whole : null;
  };
  const prefix = context(0, start, -1);
  const suffix = context(end + 1, rows.length, 1);
  return {
    first,
    last,
    firstSame: firstRow === start && gains[start] === 1,
    lastSame: lastRow === end && gains[end] === 1,
    quote: (quote.found / quote.whole) * compactness(between, quoteTo - quoteFrom),
    prefix,
    suffix,
    between,
    evidence,
  };
}

/** Whether a word of the page is the first (`step` -1) or the last (1) of its block; the page begins and ends with one. */
function isBlockEnd({ text, page }: Ground, at: number, step: 1 | -1): boolean {
  return at === (step < 0 ? 0 : page.count - 1) || isLineEnd(text, page, at, step);
}

/** Whether a word is the first (`step` -1) or the last (1) of its line. */
function isLineEnd(text: string, { count, starts, ends }: Words, at: number, step: 1 | -1): boolean {
  const from = step < 0 ? (at > 0 ? (ends[at - 1] as number) : 0) : (ends[at] as number);
  const to = step < 0 ? (starts[at] as number) : at + 1 < count ? (starts[at + 1] as number) : text.length;
  return text.slice(from, to).includes("\n");
}

/**
 * The word of the page at which the quote begins (`step` -1) or ends (1). Where words at that end were lost, what stands in
 * their place belongs to it, up to the context or the line's end.
 */
function wordsInPlace(
  { page, text }: Ground,
  meets: Int32Array,
  row: number,
  outermost: number,
  step: 1 | -1,
): number {
  let at = meets[row] as number;
  const lost = Math.abs(outermost - row);
  const beyond = meets[outermost + step] ?? -1;
  const room = beyond < 0 ? lost : Math.min(lost * 2, Math.abs(beyond - at) - 1);
  for (let one = 0; one < room; one++) {
    const next = at + step;
    if (next < 0 || next >= page.count) break;
    if (isLineEnd(text, page, at, step)) break;
    at = next;
  }
  return at;
}

/** What stands between the words of a quote makes it less likely to be the quote; a longer one bears more. */
function compactness(between: number, words: number): number {
  return 1 / (1 + between / (4 * (words + 20)));
}

function gainOf({ page, text, pattern }: Ground, at: number, place: number): number {
  if (place < 0) return 0;
  const { words } = pattern;
  if (words.hashes[at] === page.hashes[place]) return 1;
  return wordLikeness(
    pattern.text.slice(words.starts[at], words.ends[at]),
    text.slice(page.starts[place], page.ends[place]),
  );
}

/** Adds how many words of the middle of a long quote stand between its found ends, in whatever order. */
function addMiddle(
  { page, pattern }: Ground,
  first: number,
  last: number,
  quote: { found: number; whole: number },
): void {
  const { middle, words, weights } = pattern;
  const open = new Map<number, number[]>();
  for (let at = middle[0]; at < middle[1]; at++) {
    const weight = weights[at] as number;
    quote.whole += weight;
    const hash = words.hashes[at] as number;
    const list = open.get(hash);
    if (list) list.push(weight);
    else open.set(hash, [weight]);
  }
  for (let at = first; at <= last; at++) quote.found += open.get(page.hashes[at] as number)?.pop() ?? 0;
}
