import { charClass, classOfUnit } from "./char-class.ts";

/**
 * The window that a word start is seen through before the trie is entered: a bitmap, for one language, of the first
 * four units of every key, apart for words with a small first letter and with a capital one. Of the words of an
 * article few pass.
 */
export type WordWindow = Uint32Array;

/** Bits of a window: few of them are set by the spellings of one language, and 8 kB stay in the cache. */
const windowBits = 16;
/** Takes the place of a word with a small first letter to that of the same word with a capital. */
const capitalPlace = 0x5a5a;

/**
 * Place of a word's first four units, lower case, with a small first letter. What is no letter of a word counts as 0, and
 * ends what is looked at: "us", "us," and "us army" have one place, and so has all that begins with one Chinese character.
 */
export function windowPlace(first: number, second: number, third: number, fourth: number): number {
  const mixed =
    Math.imul(first, 0x9e3779b1) ^
    Math.imul(second, 0x85ebca6b) ^
    Math.imul(third, 0xc2b2ae35) ^
    Math.imul(fourth, 0x27d4eb2f);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> (32 - windowBits);
}

/** The place of a key, as the scan computes it for text. */
export function windowPlaceOfKey(key: string): number {
  const units = [key.charCodeAt(0), 0, 0, 0];
  // A character of a script without spaces is a word of its own.
  const length = classOfUnit(key.charCodeAt(0)) === charClass.word ? Math.min(key.length, units.length) : 1;
  for (let at = 1; at < length; at++) {
    if (classOfUnit(key.charCodeAt(at)) !== charClass.word) break;
    units[at] = key.charCodeAt(at);
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = units;
  return windowPlace(first, second, third, fourth);
}

export function createWindow(): WordWindow {
  return new Uint32Array((1 << windowBits) / 32);
}

/** @param small whether it counts in text with a small first letter, too */
export function addToWindow(window: WordWindow, place: number, small: boolean): void {
  set(window, place ^ capitalPlace);
  if (small) set(window, place);
}

export function isInWindow(window: WordWindow, place: number, capital: boolean): boolean {
  const bit = capital ? place ^ capitalPlace : place;
  return ((window[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

function set(window: WordWindow, bit: number): void {
  window[bit >>> 5] = (window[bit >>> 5] as number) | (1 << (bit & 31));
}
