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

const [lost, met, between] = [0, 1, 2];
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
    // A word that stands there as it was has seldom become another one; in a short quote each counts.
    const alike = !(isQuote && isShort) && hashes.includes(hash) ? null : alikeIn(ground, at, region, taken);
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
      let gain = -otherWord;
      if (hashes[column - 1] === hash) gain = weight;
      else if (column > takenFrom && column <= takenTo) gain = Number.NEGATIVE_INFINITY;
      else if (alike !== null) gain = (alike.get(column - 1) ?? 0) * weight || gain;
      const diagonal = aboveLeft + gain;
      if (diagonal >= left) {
        left = diagonal;
        step = met;
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
    if (step === met) meets[row] = --column + from;
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

/** Places of the region where a word stands that is nearly the pattern's word `at`, with its likeness. */
function alikeIn({ page, text, pattern, count }: Ground, at: number, region: Region, taken?: Region) {
  const { starts, ends } = pattern.words;
  const from = starts[at] as number;
  const to = ends[at] as number;
  if (to - from < shortestAlike) return null;
  const word = pattern.text.slice(from, to);
  let alike: Map<number, number> | null = null;
  for (let place = region.from; place < region.to; place++) {
    const start = page.starts[place] as number;
    const end = page.ends[place] as number;
    if (end - start < shortestAlike || Math.abs(end - start - word.length) > 4) continue;
    // Nearly all are told apart by their first and last two letters.
    const isSimilar =
      (text.charCodeAt(start + 1) === word.charCodeAt(1) && text.charCodeAt(start) === word.charCodeAt(0)) ||
      (text.charCodeAt(end - 1) === word.charCodeAt(word.length - 1) &&
        text.charCodeAt(end - 2) === word.charCodeAt(word.length - 2));
    if (!isSimilar || (taken && place >= taken.from && place < taken.to)) continue;
    if (count) count.steps += word.length * 4;
    const likeness = wordLikeness(word, text.slice(start, end));
    if (likeness === 0) continue;
    alike ??= new Map();
    alike.set(place - region.from, likeness);
  }
  return alike;
}
