import { charClass, classOfUnit } from "./char-class.ts";
import type { UnitsRead } from "./read-units.ts";
import { shortestSurname } from "./suffixes.ts";
import { unitBits } from "./unit-table.ts";

const { letter, capital, simple } = unitBits;
const letterShift = 31 - Math.clz32(letter);
const capitalShift = 31 - Math.clz32(capital);
const simpleShift = 31 - Math.clz32(simple);

/**
 * The window that a word start is seen through before the trie is entered: a bitmap, for one language, of the first five
 * units of every key, apart for words with a small first letter and with a capital one. Of the words of an article few pass.
 *
 * A place is the XOR of one hash for each unit, so that the place of a key with an ending follows from that of the key.
 */
export type WordWindow = Uint32Array;

/** Bits of a window: few of them are set by the spellings of one language, and 32 kB stay in the cache. */
const windowBits = 18;
/** Takes the place of a word with a small first letter to that of the same word with a capital. */
const capitalPlace = 0x5a5a;
const restBits = 32 - windowBits;
/** Odd numbers without a pattern, one for each unit. */
const factors = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x2c1b3c6d] as const;
const [factor1, factor2, factor3, factor4, factor5] = factors;
/** Units of a word that are looked at, at most. */
export const lettersSeen = factors.length;

/**
 * Keeps those word starts of a text that the window lets pass, in their order, and those of which the table does not suffice
 * to tell what they begin with. Which words pass cannot be foreseen, so there is no branch on it.
 * @returns how many were kept, at the beginning of `starts`
 */
export function keepLikely(window: WordWindow, { infos, starts, words }: UnitsRead): number {
  let kept = 0;
  for (let place = 0; place < words; place++) {
    const start = starts[place] as number;
    const first = infos[start] as number;
    const second = infos[start + 1] as number;
    const third = infos[start + 2] as number;
    const fourth = infos[start + 3] as number;
    const fifth = infos[start + 4] as number;
    // All ones or nothing: where a word ends, what follows does not count.
    const two = -((first & second & letter) >>> letterShift) & 0xffff;
    const three = two & -((third & letter) >>> letterShift);
    const four = three & -((fourth & letter) >>> letterShift);
    const five = four & -((fifth & letter) >>> letterShift);
    const bit =
      (Math.imul(first & 0xffff, factor1) >>> restBits) ^
      (Math.imul(second & two, factor2) >>> restBits) ^
      (Math.imul(third & three, factor3) >>> restBits) ^
      (Math.imul(fourth & four, factor4) >>> restBits) ^
      (Math.imul(fifth & five, factor5) >>> restBits) ^
      (capitalPlace & -((first >>> capitalShift) & 1));
    const isUnsure = (~(first & second & third & fourth & fifth) >>> simpleShift) & 1;
    starts[kept] = start;
    kept += (((window[bit >>> 5] as number) >>> (bit & 31)) & 1) | isUnsure;
  }
  return kept;
}

/**
 * The place of a key (with a small first letter), as `keepLikely` computes it for text. What is no letter of a word ends what
 * is looked at: "us", "us," and "us army" have one place, and so has all that begins with one Chinese character.
 */
export function windowPlaceOfKey(key: string): number {
  const length = lettersLookedAt(key);
  let place = 0;
  for (let at = 0; at < length; at++) place ^= placeOfUnit(key.charCodeAt(at), at);
  return place;
}

/** Units of the key's first word that the window looks at, at most five. */
function lettersLookedAt(key: string): number {
  // A character of a script without spaces is a word of its own.
  if (classOfUnit(key.charCodeAt(0)) !== charClass.word) return 1;
  let length = 1;
  while (length < Math.min(key.length, lettersSeen) && classOfUnit(key.charCodeAt(length)) === charClass.word)
    length++;
  return length;
}

function placeOfUnit(unit: number, at: number): number {
  return Math.imul(unit, factors[at] as number) >>> restBits;
}

export function createWindow(): WordWindow {
  return new Uint32Array((1 << windowBits) / 32);
}

/** @param small whether it counts in text with a small first letter, too */
export function addToWindow(window: WordWindow, place: number, small: boolean): void {
  set(window, place ^ capitalPlace);
  if (small) set(window, place);
}

/**
 * Adds a key so short that the window sees beyond it, with an ending behind it.
 * @param letters with which endings begin
 */
export function addEndings(
  window: WordWindow,
  place: number,
  small: boolean,
  letters: Iterable<string>,
): void {
  for (const letter of letters) {
    for (let at = shortestSurname; at < lettersSeen; at++)
      addToWindow(window, place ^ placeOfUnit(letter.charCodeAt(0), at), small);
  }
}

function set(window: WordWindow, bit: number): void {
  window[bit >>> 5] = (window[bit >>> 5] as number) | (1 << (bit & 31));
}
