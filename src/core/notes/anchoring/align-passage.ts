/**
 * A passage laid along a stretch of a page, word by word and in order, so that as many of its words as possible meet
 * themselves. Words of the passage may be lost, words of the page may stand in between, one may stand for another; both are
 * cheap once, so that neither a sentence rewritten nor an advertisement within the passage hides it.
 */
import { joinToContext } from "./join-to-context.ts";
import type { Region } from "./likely-regions.ts";
import { contextWeight, type Pattern } from "./pattern.ts";
import type { Words } from "./read-words.ts";
import { scratchInt32 } from "./scratch.ts";
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

/** Sums are whole numbers: so many make the weight of one long word. */
const unit = 2 ** 20;
/** Far below every sum, and far above where a sum would leave 32 bits. */
const never = -(2 ** 30);

/** What it costs to leave out words of the page between two of the passage: once, and for each; in long words of the passage. */
export const [gapOpens, gapGoesOn] = [0.4, 0.02];
/** What it costs that one word stands for quite another. */
const otherWord = Math.round(0.02 * unit);

/** The quote counts as this many times its context together, and each word of it as at least two of the context. */
const [quoteOutweighs, wordOutweighs] = [1.25, 2];

/** Words of a quote in which each is looked for with typos, even if it stands nearby. */
const shortQuote = 12;

const [lost, meeting, between] = [0, 1, 2];
const opensBit = 4;

/** How each best sum came about, by row and column. Not cleared: every cell that is read was written before. */
let trace = new Uint8Array(2 ** 16);
const [memoryForGains, memoryForLine, memoryForNextLine] = [scratchInt32(), scratchInt32(), scratchInt32()];

/** @param taken words of the page that may not be used: those of a place found before */
export function alignPassage(ground: Ground, region: Region, taken?: Region): Laid {
  const { pattern } = ground;
  const { rows, joint } = rowsOf(pattern);
  const takenFrom = taken ? Math.max(0, taken.from - region.from) : 0;
  const takenTo = taken ? Math.max(0, taken.to - region.from) : 0;
  const width = region.to - region.from + 1;
  if (trace.length < rows.length * width) trace = new Uint8Array(2 * rows.length * width);
  let [before, here, gains] = [memoryForLine(width), memoryForNextLine(width), memoryForGains(width)];
  if (ground.count) ground.count.steps += 2 * rows.length * width;
  before.fill(0, 0, width);
  /** What it gains that the row's word meets each word of the region: nothing for nearly all, so only others are written. */
  gains.fill(-otherWord, 0, width);
  gains.fill(never, takenFrom, takenTo);
  const met: number[] = [];
  const words = wordsOf(ground, region);
  const factor = quoteFactor(pattern, rows);
  const isShort = pattern.quoteTo - pattern.quoteFrom <= shortQuote;
  for (let row = 0; row < rows.length; row++) {
    const at = rows[row] as number;
    const isQuote = at >= pattern.quoteFrom && at < pattern.quoteTo;
    // Costs between two words of the quote are in its own coin.
    const coin = (row + 1 === joint ? 0 : isQuote && at + 1 < pattern.quoteTo ? factor : 1) * unit;
    const hash = pattern.words.hashes[at] as number;
    const weight = (isQuote ? (pattern.weights[at] as number) * factor : contextWeight(pattern, at)) * unit;
    for (
      let column = firstIn(words.byHash, hash);
      column >= 0;
      column = words.byHash.next[column] as number
    ) {
      if (words.hashes[column] !== hash || gains[column] !== -otherWord) continue;
      gains[column] = weight;
      met.push(column);
    }
    // A word that stands there as it was has seldom become another one; in a short quote each counts.
    if (met.length === 0 || (isQuote && isShort)) {
      for (const { column, likeness } of alikeIn(ground, at, region, words)) {
        if (gains[column] !== -otherWord) continue;
        gains[column] = likeness * weight || -otherWord;
        met.push(column);
      }
    }
    layRow(before, here, gains, {
      base: row * width,
      width,
      opens: Math.round(gapOpens * coin),
      goesOn: Math.round(gapGoesOn * coin),
    });
    for (const column of met) gains[column] = -otherWord;
    met.length = 0;
    [before, here] = [here, before];
  }
  let column = 0;
  for (let at = 1; at < width; at++) if ((before[at] as number) > (before[column] as number)) column = at;
  const laid = { rows, meets: walkBack(rows.length, width, column, region.from) };
  const first = rows.indexOf(pattern.quoteFrom);
  joinToContext(ground, laid, first, 1);
  joinToContext(ground, laid, rows.lastIndexOf(pattern.quoteTo - 1), -1);
  return laid;
}

/** The best sums up to each word of the region with one more word of the passage, and in `trace` how they came about. */
function layRow(
  above: Int32Array,
  row: Int32Array,
  gains: Int32Array,
  { base, width, opens, goesOn }: { base: number; width: number; opens: number; goesOn: number },
): void {
  const steps = trace;
  let gap = never;
  row[0] = 0;
  let left = 0;
  let aboveLeft = above[0] as number;
  for (let column = 1; column < width; column++) {
    const opened = left - opens;
    const straight = above[column] as number;
    let step = lost;
    left = straight;
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
    row[column] = left;
    steps[base + column] = step;
    aboveLeft = straight;
  }
}

function quoteFactor(pattern: Pattern, rows: number[]): number {
  let [quote, context] = [0, 0];
  for (const at of rows) {
    if (at >= pattern.quoteFrom && at < pattern.quoteTo) quote += pattern.weights[at] as number;
    else context += contextWeight(pattern, at);
  }
  return Math.max(wordOutweighs, (quoteOutweighs * context) / quote);
}

function walkBack(rows: number, width: number, end: number, from: number): Int32Array {
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

/** Columns by a number that each has: those of one bucket from the first to the last, among others that share it. */
interface Buckets {
  /** -1 for an empty one. */
  first: Int32Array;
  next: Int32Array;
}

const bucketBits = 8;

function bucketOf(number: number): number {
  return Math.imul(number, 0x9e3779b1) >>> (32 - bucketBits);
}

/** Makes buckets in memory of its own, so that each call undoes the one before. */
function bucketMaker(): (numbers: Int32Array, count: number) => Buckets {
  const first = new Int32Array(2 ** bucketBits);
  const memory = scratchInt32();
  return (numbers, count) => {
    const next = memory(count);
    first.fill(-1);
    for (let column = count - 1; column >= 0; column--) {
      const bucket = bucketOf(numbers[column] as number);
      next[column] = first[bucket] as number;
      first[bucket] = column;
    }
    return { first, next };
  };
}

const [bucketsByHash, bucketsByHead, bucketsByTail] = [bucketMaker(), bucketMaker(), bucketMaker()];
const [memoryForHeads, memoryForTails] = [scratchInt32(), scratchInt32()];

function firstIn({ first }: Buckets, number: number): number {
  return first[bucketOf(number)] as number;
}

/** The words of a region; of each the first and the last two letters, each two as one number; 0 for words that are too short. */
interface RegionWords {
  hashes: Int32Array;
  heads: Int32Array;
  tails: Int32Array;
  byHash: Buckets;
  byHead: Buckets;
  byTail: Buckets;
}

function wordsOf({ page, text }: Ground, { from, to }: Region): RegionWords {
  const count = to - from;
  const hashes = page.hashes.subarray(from, to);
  const [heads, tails] = [memoryForHeads(count), memoryForTails(count)];
  for (let place = from; place < to; place++) {
    const start = page.starts[place] as number;
    const end = page.ends[place] as number;
    const isAlike = end - start >= shortestAlike;
    heads[place - from] = isAlike ? twoLetters(text, start) : 0;
    tails[place - from] = isAlike ? twoLetters(text, end - 2) : 0;
  }
  return {
    hashes,
    heads,
    tails,
    byHash: bucketsByHash(hashes, count),
    byHead: bucketsByHead(heads, count),
    byTail: bucketsByTail(tails, count),
  };
}

function twoLetters(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/** A word of a region that is nearly one of the pattern's. */
interface Alike {
  column: number;
  likeness: number;
}

const nothingAlike: readonly Alike[] = [];

/** Words of the region that are nearly the pattern's word `at`. */
function alikeIn(ground: Ground, at: number, region: Region, words: RegionWords): readonly Alike[] {
  const { text, words: wanted } = ground.pattern;
  const from = wanted.starts[at] as number;
  const to = wanted.ends[at] as number;
  if (to - from < shortestAlike) return nothingAlike;
  const { heads, tails, byHead, byTail } = words;
  const [head, tail] = [twoLetters(text, from), twoLetters(text, to - 2)];
  let alike = nothingAlike;
  // Nearly all are told apart by their first and last two letters.
  for (let column = firstIn(byHead, head); column >= 0; column = byHead.next[column] as number)
    if (heads[column] === head) alike = withAlike(alike, ground, at, column, region.from + column);
  for (let column = firstIn(byTail, tail); column >= 0; column = byTail.next[column] as number)
    if (tails[column] === tail && heads[column] !== head)
      alike = withAlike(alike, ground, at, column, region.from + column);
  return alike;
}

function withAlike(
  alike: readonly Alike[],
  { page, text, pattern, count }: Ground,
  at: number,
  column: number,
  place: number,
): readonly Alike[] {
  const [from, to] = [pattern.words.starts[at] as number, pattern.words.ends[at] as number];
  const [start, end] = [page.starts[place] as number, page.ends[place] as number];
  if (Math.abs(end - start - (to - from)) > 4) return alike;
  if (count) count.steps += (to - from) * 4;
  const likeness = wordLikeness(pattern.text.slice(from, to), text.slice(start, end));
  return likeness > 0 ? [...alike, { column, likeness }] : alike;
}
