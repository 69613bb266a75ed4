/**
 * A text as words for comparing: folded as everywhere here (typographic signs, soft hyphens, compatibility forms, case), with
 * punctuation and white space left out. In scripts without spaces each character is a word.
 */
import { charClass, classOfUnit } from "../../matching/char-class.ts";
import { foldAt } from "../../matching/fold-text.ts";
import { isMarkAhead, unitBits, unitInfo, unitTable } from "../../matching/unit-table.ts";

/** Words in order; `starts` and `ends` are UTF-16 offsets into the text. The lists may be longer than `count`. */
export interface Words {
  count: number;
  /** Equal for equal words; two different words seldom share one. */
  hashes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

const { classShift, simple, unknown } = unitBits;
/** What tells a letter that stands for itself. */
const letterMask = simple | unknown | (7 << classShift);
const letter = simple | (charClass.word << classShift);
const hashSeed = 0x2c1b3c6d;
/** Of a unit beyond which a mark may change the character before it. */
const firstMark = 0x300;

export function readWords(text: string, count?: { steps: number }): Words {
  const list = new WordList(text.length);
  const table = unitTable();
  const { length } = text;
  let hash = hashSeed;
  /** Where the word at work began; -1 between words. */
  let start = -1;
  let end = 0;
  // A page has tens of thousands of units, and nearly all are letters that stand for themselves: no call for each of them.
  for (let at = 0; at < length; ) {
    let unit = text.charCodeAt(at);
    let info = table[unit] as number;
    if ((info & letterMask) === letter) {
      if (start < 0) start = at;
      let before = hash;
      do {
        before = hash;
        hash = mixed(hash, info & 0xffff);
        unit = ++at < length ? text.charCodeAt(at) : 0;
        info = table[unit] as number;
      } while ((info & letterMask) === letter);
      end = at;
      if (unit < firstMark || !isMarkAhead(text, at)) continue;
      // The mark may change the letter before it.
      hash = before;
      end = --at;
      if (start === at) start = -1;
      info = 0;
    } else if (info & unknown) info = unitInfo(unit);
    if ((info & simple) !== 0 && !isMarkAhead(text, at + 1)) {
      const kind = (info >> classShift) & 7;
      if (kind === charClass.word) {
        if (start < 0) start = at;
        hash = mixed(hash, info & 0xffff);
        end = ++at;
        continue;
      }
      if (start >= 0) list.add(hash, start, end);
      hash = hashSeed;
      start = -1;
      if (kind === charClass.dense) list.add(mixed(hashSeed, info & 0xffff), at, at + 1);
      at++;
      continue;
    }
    // A soft hyphen or another invisible character folds to nothing and does not end a word.
    const folded = foldAt(text, at);
    const to = at + folded.length;
    for (let part = 0; part < folded.key.length; part++) {
      const code = folded.key.charCodeAt(part);
      const kind = classOfUnit(code);
      if (kind === charClass.word) {
        if (start < 0) start = at;
        hash = mixed(hash, code);
        end = to;
        continue;
      }
      if (start >= 0) list.add(hash, start, end);
      hash = hashSeed;
      start = -1;
      if (kind === charClass.dense) list.add(mixed(hashSeed, code), at, to);
    }
    at = to;
  }
  if (start >= 0) list.add(hash, start, end);
  if (count) count.steps += length;
  return list;
}

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 15);
}

class WordList implements Words {
  count = 0;
  hashes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;

  constructor(units: number) {
    const expected = Math.ceil(units / 4) + 8;
    this.hashes = new Int32Array(expected);
    this.starts = new Int32Array(expected);
    this.ends = new Int32Array(expected);
  }

  add(hash: number, start: number, end: number): void {
    if (this.count === this.hashes.length) {
      this.hashes = grown(this.hashes);
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    this.hashes[this.count] = hash;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }
}

function grown(list: Int32Array): Int32Array {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}
