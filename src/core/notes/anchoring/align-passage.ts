/**
 * A passage laid along a stretch of a page, word by word and in order, so that as many of its words as possible meet
 * themselves. Words of the passage may be lost, words of the page may stand in between, one may stand for another; both are
 * cheap once, so that neither a sentence rewritten nor an advertisement within the passage hides it.
 */
import type { Region } from "./likely-regions.ts";
import { contextWeight, type Pattern } from "./pattern.ts";
import type { Words } from "./read-words.ts";
import { wordLikeness } from "./word-likeness.ts";

export interface Ground {
  page: Words;
  /** What `page` was read from; offsets of its words count into it. */
  text: string;
  pattern: Pattern;
  count?: { steps: number } | undefined;
}

/** Which word of the page each laid-out word of a pattern meets; -1 for none. */
export interface Laid {
  /** Words of the pattern; the middle of a long quote may be left out. */
  rows: number[];
  meets: Int32Array;
}

/** What it costs to leave out words of the page between two of the passage: once, and for each. */
const [gapOpens, gapGoesOn] = [0.4, 0.02];
/** What it costs that one word stands for quite another. */
const otherWord = 0.02;

/** The quote counts as this many times its context together, and each word of it as at least two of the context. */
const [quoteOutweighs, wordOutweighs] = [1.25, 2];

/** Words of a quote in which each is looked for with typos, even if it stands nearby. */
const shortQuote = 12;

const [lost, meeting, between] = [0, 1, 2];
const opensBit = 4;

/** @param taken words of the page that may not be used: those of a place found before */
export function alignPassage(ground: Ground, region: Region, taken?: Region): Laid {
  const { pattern } = ground;
  const { rows, joint } = rowsOf(pattern);
  const hashes = ground.page.hashes.slice(region.from, region.to);
  const takenFrom = taken ? Math.max(0, taken.from - region.from) : 0;
  const takenTo = taken ? Math.max(0, taken.to - region.from) : 0;
  // No word of the pattern has this hash; if one ever did, it would only not be found beside a place found before.
  hashes.fill(0, takenFrom, takenTo);
  const width = hashes.length + 1;
  const trace = new Uint8Array(rows.length * width);
  if (ground.count) ground.count.steps += 2 * rows.length * width;
  let before = new Float64Array(width);
  let here = new Float64Array(width);
  /** What it gains that the row's word meets each word of the region: nothing for nearly all, so only others are written. */
  const gains = new Float64Array(width).fill(-otherWord);
  gains.fill(Number.NEGATIVE_INFINITY, takenFrom, takenTo);
  const met: number[] = [];
  const endsOfWords = endsIn(ground, region);
  const factor = quoteFactor(pattern, rows);
  const isShort = pattern.quoteTo - pattern.quoteFrom <= shortQuote;
  for (let row = 0; row < rows.length; row++) {
    const at = rows[row] as number;
    const isQuote = at >= pattern.quoteFrom && at < pattern.quoteTo;
    // Costs between two words of the quote are in its own coin.
    const coin = row + 1 === joint ? 0 : isQuote && at + 1 < pattern.quoteTo ? factor : 1;
    const [opens, goesOn] = [gapOpens * coin, gapGoesOn * coin];
    const hash = pattern.words.hashes[at] as number;
    const weight = isQuote ? (pattern.weights[at] as number) * factor : contextWeight(pattern, at);
    for (let column = 0; column < hashes.length; column++) if (hashes[column] === hash) met.push(column);
    for (const column of met) gains[column] = weight;
    // A word that stands there as it was has seldom become another one; in a short quote each counts.
    if (met.length === 0 || (isQuote && isShort)) {
      for (const { column, likeness } of alikeIn(ground, at, region, endsOfWords)) {
        if (gains[column] !== -otherWord) continue;
        gains[column] = likeness * weight || -otherWord;
        met.push(column);
      }
    }
    let gap = Number.NEGATIVE_INFINITY;
    const base = row * width;
    here[0] = 0;
    let left = 0;
    let aboveLeft = before[0] as number;
    for (let column = 1; column < width; column++) {
      const opened = left - opens;
      const above = before[column] as number;
      let step = lost;
      left = above;
      const diagonal = aboveLeft + (gains[column - 1] as number);
      if (diagonal >= left) {
        left = diagonal;
        step = meeting;
      }
      gap -= goesOn;
      if (opened >= gap) {
        gap = opened;
        step |= opensBit;
      }
      if (gap > left) {
        left = gap;
        step = (step & opensBit) | between;
      }
      here[column] = left;
      trace[base + column] = step;
      aboveLeft = above;
    }
    for (const column of met) gains[column] = -otherWord;
    met.length = 0;
    [before, here] = [here, before];
  }
  let column = 0;
  for (let at = 1; at < width; at++) if ((before[at] as number) > (before[column] as number)) column = at;
  return { rows, meets: walkBack(trace, rows.length, width, column, region.from) };
}

function quoteFactor(pattern: Pattern, rows: number[]): number {
  let [quote, context] = [0, 0];
  for (const at of rows) {
    if (at >= pattern.quoteFrom && at < pattern.quoteTo) quote += pattern.weights[at] as number;
    else context += contextWeight(pattern, at);
  }
  return Math.max(wordOutweighs, (quoteOutweighs * context) / quote);
}

function walkBack(trace: Uint8Array, rows: number, width: number, end: number, from: number): Int32Array {
  const meets = new Int32Array(rows).fill(-1);
  let column = end;
  for (let row = rows - 1; row >= 0 && column > 0; ) {
    const step = (trace[row * width + column] as number) & 3;
    if (step === between) {
      while (column > 1 && ((trace[row * width + column] as number) & opensBit) === 0) column--;
      column--;
      continue;
    }
    if (step === meeting) meets[row] = --column + from;
    row--;
  }
  return meets;
}

/** The pattern's words that are laid out, and the number of rows behind which the middle of a long quote is left out. */
function rowsOf({ from, to, middle }: Pattern): { rows: number[]; joint: number } {
  const rows: number[] = [];
  for (let at = from; at < to; at++) if (at < middle[0] || at >= middle[1]) rows.push(at);
  return { rows, joint: middle[0] < middle[1] ? middle[0] - from : -1 };
}

/** Shorter words are told apart by a letter. */
const shortestAlike = 4;

/** First two and last two letters of each word of a region, each two as one number; 0 for words that are too short. */
interface WordEnds {
  heads: Int32Array;
  tails: Int32Array;
}

function endsIn({ page, text }: Ground, { from, to }: Region): WordEnds {
  const [heads, tails] = [new Int32Array(to - from), new Int32Array(to - from)];
  for (let place = from; place < to; place++) {
    const start = page.starts[place] as number;
    const end = page.ends[place] as number;
    if (end - start < shortestAlike) continue;
    heads[place - from] = twoLetters(text, start);
    tails[place - from] = twoLetters(text, end - 2);
  }
  return { heads, tails };
}

function twoLetters(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/** Words of the region that are nearly the pattern's word `at`. */
function alikeIn(
  { page, text, pattern, count }: Ground,
  at: number,
  region: Region,
  { heads, tails }: WordEnds,
): { column: number; likeness: number }[] {
  const from = pattern.words.starts[at] as number;
  const to = pattern.words.ends[at] as number;
  const alike: { column: number; likeness: number }[] = [];
  if (to - from < shortestAlike) return alike;
  const [head, tail] = [twoLetters(pattern.text, from), twoLetters(pattern.text, to - 2)];
  let word = "";
  for (let column = 0; column < heads.length; column++) {
    // Nearly all are told apart by their first and last two letters.
    if (heads[column] !== head && tails[column] !== tail) continue;
    const start = page.starts[region.from + column] as number;
    const end = page.ends[region.from + column] as number;
    if (Math.abs(end - start - (to - from)) > 4) continue;
    word ||= pattern.text.slice(from, to);
    if (count) count.steps += word.length * 4;
    const likeness = wordLikeness(word, text.slice(start, end));
    if (likeness > 0) alike.push({ column, likeness });
  }
  return alike;
}
