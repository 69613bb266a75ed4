/**
 * Whether any word of a paragraph opens a phrase of a list, told by numbers: lists have hundreds of words, paragraphs as many,
 * and nearly always nothing of the one stands in the other. Hashes may agree by chance, so a yes must be looked into.
 */
import { charClass, classOfUnit } from "./char-class.ts";

/** The hashes of the text that was read last. One array, used again, since one of its own for each text costs more than to fill it. */
const read = { hashes: new Int32Array(1024), count: 0, number: 0 };
/** Room (hashes) that stays after an outsize text. */
const roomKept = 0x4000;

const seed = 0x811c9dc5 | 0;
const pluralS = 0x73;

function addLetter(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * Reads the words of a text, in a script with words; those in s count without it, too.
 * @returns the number of this reading, for `isStillRead`
 */
export function readWords(key: string): number {
  if (read.hashes.length > roomKept) read.hashes = new Int32Array(roomKept);
  read.count = 0;
  let hash = seed;
  let before = seed;
  let last = -1;
  for (let at = 0; at <= key.length; at++) {
    const unit = at < key.length ? key.charCodeAt(at) : -1;
    if (unit >= 0 && classOfUnit(unit) === charClass.word) {
      before = hash;
      hash = addLetter(hash, unit);
      last = unit;
    } else if (last >= 0) {
      keep(hash);
      if (last === pluralS) keep(before);
      hash = seed;
      last = -1;
    }
  }
  read.number++;
  return read.number;
}

function keep(hash: number): void {
  if (read.count === read.hashes.length) {
    const more = new Int32Array(read.count * 2);
    more.set(read.hashes);
    read.hashes = more;
  }
  read.hashes[read.count++] = hash || 1;
}

/** Whether no other text has been read since. */
export function isStillRead(number: number): boolean {
  return number === read.number;
}

/** A set of words by their hashes: each stands at the place that its hash says, or behind it; 0 where none does. */
export type HashedWords = Int32Array;

export function hashedWords(words: ReadonlyMap<string, unknown>): HashedWords {
  let size = 8;
  while (size < words.size * 4) size *= 2;
  const table = new Int32Array(size);
  for (const word of words.keys()) {
    let hash = seed;
    for (let at = 0; at < word.length; at++) hash = addLetter(hash, word.charCodeAt(at));
    hash ||= 1;
    let place = hash & (size - 1);
    while (table[place] !== 0) place = (place + 1) & (size - 1);
    table[place] = hash;
  }
  return table;
}

/** Whether one of the words of the text that was read last is among these. */
export function holdsAny(words: HashedWords): boolean {
  const { hashes, count } = read;
  const mask = words.length - 1;
  for (let at = 0; at < count; at++) {
    const hash = hashes[at] as number;
    for (let place = hash & mask; words[place] !== 0; place = (place + 1) & mask) {
      if (words[place] === hash) return true;
    }
  }
  return false;
}
