/** The one pass over every character of a text: what the table says of it, and where words begin. */
import { foldAt, foldText, mayHoldEntities, mayHoldLeftovers } from "./fold-text.ts";
import { textStart } from "./folded-offsets.ts";
import { scanClass, unitBits, unitInfo, unitTable } from "./unit-table.ts";
import { isWordStart } from "./word-borders.ts";

const { beyond, classShift, letter, mark, simple, special, suspect, unknown, unusual, white } = unitBits;
const { word, dense, hidden, other } = scanClass;
const letterShift = 31 - Math.clz32(letter);
const table = unitTable();

/** Units that may be looked at behind the last one; they are of no word and in no key. */
const ahead = 4;
/** Room (units) that stays after an outsize text. */
const roomKept = 0x10000;

/** The text that was read last. One object, used again for each text, so that its arrays need not be made anew. */
export interface UnitsRead {
  /** What the table says of each unit (`unitBits`), then `ahead` more. */
  infos: Uint32Array;
  /** Where words begin (offsets of the text), and how many do. */
  starts: Int32Array;
  words: number;
  /** For those that pass the first bitmap of a window, the place there; in the order of `starts`. */
  places: Int32Array;
  /** All infos joined by OR. */
  seen: number;
  /** All that two neighbours have in common, joined by OR. */
  runs: number;
  /** When this text is folded, unit stands for unit, but for runs of white space. */
  isPlain: boolean;
  /** White space stands beside white space. */
  hasRuns: boolean;
}

const read: UnitsRead = {
  infos: new Uint32Array(4096),
  starts: new Int32Array(4096),
  words: 0,
  places: new Int32Array(4096),
  seen: 0,
  runs: 0,
  isPlain: true,
  hasRuns: false,
};

/** @returns what was read; the next text takes its place */
export function readUnits(text: string): UnitsRead {
  const { length } = text;
  if (read.infos.length < length + ahead || (read.infos.length > roomKept && length < roomKept / 2)) {
    read.infos = new Uint32Array(Math.max(length * 1.5, 4096) + ahead);
    read.starts = new Int32Array(read.infos.length);
    read.places = new Int32Array(read.infos.length);
  }
  readThrough(text);
  if (read.seen & unknown) {
    for (let at = 0; at < length; at++) unitInfo(text.charCodeAt(at));
    readThrough(text);
  }
  const { infos, seen, runs } = read;
  for (let at = length; at < length + ahead; at++) infos[at] = simple;
  const hasLeftovers =
    (seen & suspect) !== 0 && (runs & beyond ? mayHoldLeftovers(text) : mayHoldEntities(text));
  read.isPlain = !(hasLeftovers || seen & special);
  read.hasRuns = (runs & white) !== 0;
  if (seen & mark || hasLeftovers) findFoldedStarts(text);
  else if (seen & unusual) findUnusualStarts(text);
  return read;
}

/**
 * Where a word begins cannot be foreseen, so there is no branch on it: a place is written each time, and kept or not. Nor is
 * there one for units that the table does not know: that is seen when all is done.
 */
function readThrough(text: string): void {
  const { infos, starts } = read;
  const { length } = text;
  let words = 0;
  let seen = 0;
  let runs = 0;
  let before = 0;
  for (let at = 0; at < length; at++) {
    const info = table[text.charCodeAt(at)] as number;
    infos[at] = info;
    seen |= info;
    runs |= info & before;
    starts[words] = at;
    words += ((info & ~before) >>> letterShift) & 1;
    before = info;
  }
  read.words = words;
  read.seen = seen;
  read.runs = runs;
}

/** Word starts of a text with dense scripts, or with characters that are none of their own. */
function findUnusualStarts(text: string): void {
  const { infos, starts } = read;
  let words = 0;
  let before: number = other;
  for (let at = 0; at < text.length; at++) {
    const here = ((infos[at] as number) >> classShift) & 7;
    if (here === hidden) {
      // Half a pair, broken off, parts words; what is invisible does not.
      if (isLoneHalf(text, at)) before = other;
      continue;
    }
    if (isInvisiblePair(text, at)) {
      at++;
      continue;
    }
    if (here === before && here !== dense) continue;
    before = here;
    if (here === word || here === dense) starts[words++] = at;
  }
  read.words = words;
}

/** Tags and the like, which take two units: their halves look like those of letters. */
function isInvisiblePair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const { key, length } = foldAt(text, at);
  return key === "" && length === 2;
}

function isLoneHalf(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && !/[\ud800-\udbff]/.test(text.charAt(at - 1));
}

/** Word starts where a letter may consist of several characters, whole or broken: those of the folded text. */
function findFoldedStarts(text: string): void {
  const { starts } = read;
  const folded = foldText(text);
  let words = 0;
  for (let at = 0; at < folded.key.length; at++) {
    if (isWordStart(folded.key, at)) starts[words++] = textStart(folded, at);
  }
  read.words = words;
}
