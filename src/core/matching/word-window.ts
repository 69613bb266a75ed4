import { charClass, classOfUnit } from "./char-class.ts";
import type { UnitsRead } from "./read-units.ts";
import { shortestSurname } from "./suffixes.ts";
import { unitBits } from "./unit-table.ts";

const { letter, capital, simple, white } = unitBits;
const letterShift = 31 - Math.clz32(letter);
const capitalShift = 31 - Math.clz32(capital);
const simpleShift = 31 - Math.clz32(simple);
const whiteShift = 31 - Math.clz32(white);

/**
 * The window that a word start is seen through before the trie is entered, for one language: two bitmaps, each apart for words
 * with a small first letter and with a capital one. Of the words of an article few pass, and to enter the trie for nothing costs
 * far more than to look.
 *
 * A place is the XOR of one hash for each unit, so that the place of a key with an ending follows from that of the key.
 */
export interface WordWindow {
  /** The first five units of every key, or those of its first word if that is shorter. */
  words: Uint32Array;
  /** The same with the three units behind them, or as many as the key has: of all that begins with "the" little goes on like a key. */
  further: Uint32Array;
}

/** Bits of a place as the index keeps it: three bytes. */
const placeBits = 24;
/** Bits of `words`: few of them are set by the spellings of one language, and 32 kB stay in the cache. */
const wordsBits = 18;
/** Bits of `further`, in which only words are looked up that pass the first bitmap. */
const furtherBits = 19;
/** The upper bits of a place tell it in `words`; the lower ones, which the units behind a word change, are spread over `further`. */
const lowBits = placeBits - wordsBits;
const lowMask = (1 << lowBits) - 1;
const restOfPlace = 32 - placeBits;
const restOfLow = 32 - lowBits;
const restOfFurther = 32 - furtherBits;
const spread = 0x2545f491;
/** Takes the place of a word with a small first letter to that of the same word with a capital. */
const capitalPlace = 0x5a5a << lowBits;
/** Odd numbers without a pattern, one for each unit. */
const factors = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x2c1b3c6d] as const;
const [factor1, factor2, factor3, factor4, factor5] = factors;
const factorsBehind = [0x165667b1, 0x7feb352d, 0x68e31da5] as const;
const [factor6, factor7, factor8] = factorsBehind;
/** Units of a word that are looked at, at most. */
export const lettersSeen = factors.length;
/** And behind these. */
const unitsBehind = factorsBehind.length;

/**
 * Keeps those word starts of a text that the window lets pass, in their order, and those of which the table does not suffice
 * to tell what they begin with. Which words pass cannot be foreseen, so there is no branch on it.
 * @returns how many were kept, at the beginning of `starts`
 */
export function keepLikely({ words, further }: WordWindow, read: UnitsRead): number {
  const { infos, starts, places } = read;
  let kept = 0;
  for (let place = 0; place < read.words; place++) {
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
    const own =
      (Math.imul(first & 0xffff, factor1) >>> restOfPlace) ^
      (Math.imul(second & two, factor2) >>> restOfPlace) ^
      (Math.imul(third & three, factor3) >>> restOfPlace) ^
      (Math.imul(fourth & four, factor4) >>> restOfPlace) ^
      (Math.imul(fifth & five, factor5) >>> restOfPlace) ^
      (capitalPlace & -((first >>> capitalShift) & 1));
    const isUnsure = (~(first & second & third & fourth & fifth) >>> simpleShift) & 1;
    starts[kept] = start;
    places[kept] = own;
    const bit = own >>> lowBits;
    kept += (((words[bit >>> 5] as number) >>> (bit & 31)) & 1) | isUnsure;
  }
  return keepFurther(further, read, kept);
}

/** Of those that passed the first bitmap, those that the second lets pass, too, with three units behind or with fewer. */
function keepFurther(further: Uint32Array, { infos, starts, places }: UnitsRead, likely: number): number {
  let kept = 0;
  for (let place = 0; place < likely; place++) {
    const start = starts[place] as number;
    const first = infos[start] as number;
    const second = infos[start + 1] as number;
    const third = infos[start + 2] as number;
    const fourth = infos[start + 3] as number;
    const fifth = infos[start + 4] as number;
    const two = (first & second & letter) >>> letterShift;
    const three = two & (third >>> letterShift);
    const four = three & (fourth >>> letterShift);
    const five = four & (fifth >>> letterShift);
    const end = start + 1 + two + three + four + five;
    const sixth = infos[end] as number;
    const seventh = infos[end + 1] as number;
    const eighth = infos[end + 2] as number;
    const own = places[place] as number;
    const withOne = own ^ (Math.imul(sixth & 0xffff, factor6) >>> restOfLow);
    const withTwo = withOne ^ (Math.imul(seventh & 0xffff, factor7) >>> restOfLow);
    const withThree = withTwo ^ (Math.imul(eighth & 0xffff, factor8) >>> restOfLow);
    // A run of white space is one space in a key, and a mark may change what stands before it.
    const all = first & second & third & fourth & fifth & sixth & seventh & eighth;
    const isUnsure = (~(all & (infos[end + 3] as number)) >>> simpleShift) & 1;
    const isRun = (((sixth | eighth) & seventh & white) >>> whiteShift) & 1;
    starts[kept] = start;
    kept +=
      isSet(further, furtherOf(own)) |
      isSet(further, furtherOf(withOne)) |
      isSet(further, furtherOf(withTwo)) |
      isSet(further, furtherOf(withThree)) |
      isUnsure |
      isRun;
  }
  return kept;
}
function furtherOf(place: number): number {
  return (place >>> lowBits) ^ (Math.imul(place & lowMask, spread) >>> restOfFurther);
}

function isSet(bits: Uint32Array, bit: number): number {
  return ((bits[bit >>> 5] as number) >>> (bit & 31)) & 1;
}

/**
 * The place of a key (with a small first letter), as `keepLikely` computes it for text. What is no letter of a word ends what
 * `words` looks at: "us", "us," and "us army" have one bit there, and so has all that begins with one Chinese character.
 */
export function windowPlaceOfKey(key: string): number {
  const length = lettersLookedAt(key);
  let place = 0;
  for (let at = 0; at < length; at++) place ^= placeOfUnit(key.charCodeAt(at), at);
  for (let at = 0; at < unitsBehind && length + at < key.length; at++)
    place ^= Math.imul(key.charCodeAt(length + at), factorsBehind[at] as number) >>> restOfLow;
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
  return Math.imul(unit, factors[at] as number) >>> restOfPlace;
}

export function createWindow(): WordWindow {
  return { words: new Uint32Array((1 << wordsBits) / 32), further: new Uint32Array((1 << furtherBits) / 32) };
}

/**
 * @param place of `windowPlaceOfKey`
 * @param small whether it counts in text with a small first letter, too
 */
export function addToWindow(window: WordWindow, place: number, small: boolean): void {
  setBoth(window, place ^ capitalPlace);
  if (small) setBoth(window, place);
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

function setBoth({ words, further }: WordWindow, place: number): void {
  set(words, place >>> lowBits);
  set(further, furtherOf(place));
}

function set(bits: Uint32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
}
