/**
 * A text as words for comparing: folded as everywhere here (typographic signs, soft hyphens, compatibility forms, case), with
 * punctuation and white space left out. In scripts without spaces each character is a word.
 */
import { charClass, classOfUnit } from "../../matching/char-class.ts";
import { foldAt } from "../../matching/fold-text.ts";
import { isMarkAhead, scanClass, unitBits, unitInfo } from "../../matching/unit-table.ts";

/** Words in order; `starts` and `ends` are UTF-16 offsets into the text. The lists may be longer than `count`. */
export interface Words {
  count: number;
  /** Equal for equal words; two different words seldom share one. */
  hashes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

const { classShift, simple } = unitBits;
const hashSeed = 0x2c1b3c6d;
/** Of a unit beyond which a mark may change the character before it. */
const firstMark = 0x300;

export function readWords(text: string, count?: { steps: number }): Words {
  const list = new WordList(text.length);
  let hash = hashSeed;
  /** Where the word at work began; -1 between words. */
  let start = -1;
  let end = 0;
  const finish = () => {
    if (start >= 0) list.add(hash, start, end);
    hash = hashSeed;
    start = -1;
  };
  const take = (unit: number, kind: number, from: number, to: number) => {
    if (kind !== charClass.word) finish();
    if (kind === charClass.other) return;
    if (start < 0) start = from;
    hash = Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 15);
    end = to;
    if (kind === charClass.dense) finish();
  };
  for (let at = 0; at < text.length; ) {
    const info = unitInfo(text.charCodeAt(at));
    const isPlain =
      (info & simple) !== 0 && !(text.charCodeAt(at + 1) >= firstMark && isMarkAhead(text, at + 1));
    if (isPlain) {
      const kind = (info >> classShift) & 7;
      take(info & 0xffff, kind === scanClass.space ? charClass.other : kind, at, at + 1);
      at++;
      continue;
    }
    // A soft hyphen or another invisible character folds to nothing and does not end a word.
    const { key, length } = foldAt(text, at);
    for (let unit = 0; unit < key.length; unit++) {
      const code = key.charCodeAt(unit);
      take(code, classOfUnit(code), at, at + length);
    }
    at += length;
  }
  finish();
  if (count) count.steps += text.length;
  return list;
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
