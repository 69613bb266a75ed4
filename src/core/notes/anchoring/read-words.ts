/**
 * A text as words for comparing: folded as everywhere here (typographic signs, soft hyphens, compatibility forms, case), with
 * punctuation and white space left out. In scripts without spaces each character is a word.
 */
import { charClass, classOfUnit } from "../../matching/char-class.ts";
import { foldAt } from "../../matching/fold-text.ts";
import { isMarkAhead, unitBits, unitInfo } from "../../matching/unit-table.ts";

/** Words in order; `starts` and `ends` are UTF-16 offsets into the text. The lists may be longer than `count`. */
export interface Words {
  count: number;
  /** Equal for equal words; two different words seldom share one. */
  hashes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

const { classShift, simple } = unitBits;
/** Odd, and without a pattern of its own. */
const hashFactor = 0x9e3779b1;

/**
 * Units that stand for themselves whatever is beside them, a mark behind them apart: for a letter its folded unit, for what
 * stands between words `separator`; 0 for all others, and for those that have not turned up yet.
 */
const codes = new Uint16Array(0x10000);
const separator = 1;
/** Units that are read at once: before each such stretch there is room for all words that it can hold. */
const stretch = 1024;

export function readWords(text: string, count?: { steps: number }): Words {
  const list = new WordList(text.length);
  const { length } = text;
  let hash = 0;
  /** All bits set within a word, none between words. */
  let inWord = 0;
  let start = 0;
  let end = 0;
  /** `hash` before the last unit, and behind which unit units have been read without a call. */
  let [before, readFrom] = [hash, 0];
  for (let at = 0; at < length; ) {
    // A page has tens of thousands of units, and nearly all stand for themselves: for these no call, and no branch either, for
    // where a word ends is what a processor cannot foresee. What is of no use is written all the same, and overwritten.
    const to = Math.min(length, at + stretch);
    list.makeRoom(((to - at) >> 1) + 2);
    const { hashes, starts, ends } = list;
    let words = list.count;
    for (; at < to; at++) {
      const code = codes[text.charCodeAt(at)] as number;
      if (code === 0) break;
      const isLetter = (separator - code) >> 31;
      hashes[words] = hash;
      starts[words] = start;
      ends[words] = end;
      words -= inWord & ~isLetter;
      before = hash;
      hash = mixed(hash, code) & isLetter;
      start = (inWord & start) | (~inWord & at);
      end = (isLetter & (at + 1)) | (~isLetter & end);
      inWord = isLetter;
    }
    list.count = words;
    if (at === to) continue;
    const isMarked = at > readFrom && isMarkAhead(text, at);
    if (isMarked) {
      // It may change the unit before it, which is taken back.
      at--;
      hash = before;
      end = at;
      if (start === at) inWord = 0;
    }
    const info = unitInfo(text.charCodeAt(at));
    if (!isMarked && (info & simple) !== 0 && !isMarkAhead(text, at + 1)) {
      const kind = (info >> classShift) & 7;
      if (kind !== charClass.dense) {
        codes[text.charCodeAt(at)] = kind === charClass.word ? info & 0xffff : separator;
        continue;
      }
      if (inWord) list.add(hash, start, end);
      list.add(mixed(0, info & 0xffff), at, at + 1);
      hash = 0;
      inWord = 0;
      readFrom = ++at;
      continue;
    }
    // A soft hyphen or another invisible character folds to nothing and does not end a word.
    const folded = foldAt(text, at);
    const behind = at + folded.length;
    for (let part = 0; part < folded.key.length; part++) {
      const code = folded.key.charCodeAt(part);
      const kind = classOfUnit(code);
      if (kind === charClass.word) {
        if (!inWord) start = at;
        inWord = -1;
        hash = mixed(hash, code);
        end = behind;
        continue;
      }
      if (inWord) list.add(hash, start, end);
      hash = 0;
      inWord = 0;
      if (kind === charClass.dense) list.add(mixed(0, code), at, behind);
    }
    at = behind;
    readFrom = at;
  }
  if (inWord) list.add(hash, start, end);
  if (count) count.steps += length;
  return list;
}

/** Few steps that wait for one another: this is what takes longest of reading a page. */
function mixed(hash: number, unit: number): number {
  return (Math.imul(hash, hashFactor) + unit) | 0;
}

class WordList implements Words {
  count = 0;
  hashes: Int32Array;
  starts: Int32Array;
  ends: Int32Array;

  constructor(units: number) {
    [this.hashes, this.starts, this.ends] = threeLists(Math.ceil((units + Math.min(units, stretch)) / 4) + 8);
  }

  makeRoom(words: number): void {
    if (this.count + words <= this.hashes.length) return;
    const lists = threeLists(Math.max(this.count + words, 2 * this.hashes.length));
    for (const [one, list] of [this.hashes, this.starts, this.ends].entries()) lists[one]?.set(list);
    [this.hashes, this.starts, this.ends] = lists;
  }

  add(hash: number, start: number, end: number): void {
    this.makeRoom(1);
    this.hashes[this.count] = hash;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }
}

/** In one piece of memory: to ask for each by itself takes longer than to fill it. */
function threeLists(length: number): [Int32Array, Int32Array, Int32Array] {
  const memory = new Int32Array(3 * length);
  return [
    memory.subarray(0, length),
    memory.subarray(length, 2 * length),
    memory.subarray(2 * length, 3 * length),
  ];
}
