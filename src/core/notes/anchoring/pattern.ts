/** What is looked for: the words of a passage's quote with those around it, and how telling each is. */
import { charClass, classOfUnit } from "../../matching/char-class.ts";
import type { Passage } from "../note.ts";
import { readWords, type Words } from "./read-words.ts";

/** Words of context that are looked at on each side. */
const contextWords = 20;
/** Of a longer quote only this many words at each end are aligned one by one. */
const endWords = 80;

export interface Pattern {
  /** Prefix, quote and suffix as one text; words that the quote begins or ends inside of are whole. */
  text: string;
  words: Words;
  /** How telling each word is: 1 for a long one, near 0 for "the". */
  weights: Float32Array;
  /** Words that are used: the first of the prefix, the first and the end of the quote, the end of the suffix. */
  from: number;
  quoteFrom: number;
  quoteTo: number;
  to: number;
  /** Words left out in the middle of a long quote: from, to. Equal where none is. */
  middle: [from: number, to: number];
  /** Units of the first and of the last word of the quote that lie outside it. */
  cutBefore: number;
  cutAfter: number;
  /** Signs before the first and behind the last word of the quote. */
  signsBefore: number;
  signsAfter: number;
}

/** A page that changes is searched for the same passages again and again. */
const patterns = new WeakMap<Passage, Pattern | null>();

/** @returns `null` where the quote holds no word */
export function patternOf(passage: Passage): Pattern | null {
  let pattern = patterns.get(passage);
  if (pattern === undefined) {
    pattern = readPattern(passage);
    patterns.set(passage, pattern);
  }
  return pattern;
}

function readPattern({ quote, prefix, suffix }: Passage): Pattern | null {
  const text = prefix + quote + suffix;
  const words = readWords(text);
  const [start, end] = [prefix.length, prefix.length + quote.length];
  let quoteFrom = 0;
  while (quoteFrom < words.count && (words.ends[quoteFrom] as number) <= start) quoteFrom++;
  let quoteTo = quoteFrom;
  while (quoteTo < words.count && (words.starts[quoteTo] as number) < end) quoteTo++;
  if (quoteFrom === quoteTo) return null;
  const first = words.starts[quoteFrom] as number;
  const last = words.ends[quoteTo - 1] as number;
  const isLong = quoteTo - quoteFrom > 2 * endWords;
  return {
    text,
    words,
    weights: weightsOf(text, words),
    from: Math.max(0, quoteFrom - contextWords),
    quoteFrom,
    quoteTo,
    to: Math.min(words.count, quoteTo + contextWords),
    middle: isLong ? [quoteFrom + endWords, quoteTo - endWords] : [quoteTo, quoteTo],
    cutBefore: Math.max(0, start - first),
    cutAfter: Math.max(0, last - end),
    signsBefore: signsIn(text.slice(start, Math.max(start, first))),
    signsAfter: signsIn(text.slice(Math.min(last, end), end)),
  };
}

/** Whether the middle of the quote is left out where its words are laid along a page's. */
export function isLong({ middle }: Pattern): boolean {
  return middle[0] < middle[1];
}

/** By number of letters: the words that hold a language together are short in all that have spaces. */
const weightByLength = [0.05, 0.05, 0.1, 0.15, 0.35, 0.6, 0.8, 1];
/** Of a character that is a word by itself. */
const denseWeight = 0.4;

function weightsOf(text: string, { count, starts, ends }: Words): Float32Array {
  const weights = new Float32Array(count);
  for (let at = 0; at < count; at++) {
    const start = starts[at] as number;
    const length = (ends[at] as number) - start;
    const isDense = length <= 2 && classOfUnit(text.charCodeAt(start)) === charClass.dense;
    weights[at] = isDense ? denseWeight : (weightByLength[length] ?? 1);
  }
  return weights;
}

/** Words of context count less the farther they are from the quote; half at this distance. */
const halfDistance = 8;

/** The weight of a word of prefix or suffix. */
export function contextWeight({ weights, quoteFrom, quoteTo }: Pattern, at: number): number {
  const distance = at < quoteFrom ? quoteFrom - 1 - at : at - quoteTo;
  return (weights[at] as number) / (1 + distance / halfDistance);
}

function signsIn(text: string): number {
  return text.replace(/\s/g, "").length;
}
