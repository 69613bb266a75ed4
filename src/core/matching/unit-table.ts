/**
 * What every UTF-16 unit is for reading and folding, in one number. Nearly every character becomes one other character that
 * does not depend on its neighbours; the table says which. It is filled as characters turn up, because filling it for all of
 * Unicode would take longer than reading an article.
 */
import { charClass, classOfUnit } from "./char-class.ts";
import { computeFold, lowerCase } from "./fold-character.ts";

export const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f|\u0640/u;

export const space = /[\s\u0085\u2028\u2029]/u;

export const lineBreak = /[\n\u2028\u2029]/;

const mark = /\p{M}/u;

/**
 * What the table says of a unit, in one number: its folded lower-case unit in the lowest 16 bits, the class of that (a
 * `scanClass`) in the next 3, then flags.
 */
export const unitBits = {
  classShift: 16,
  /** Becomes one unit, whatever stands beside it; nothing but a mark behind it can change that. */
  simple: 1 << 19,
  /** Becomes several units or none, or joins with its neighbours. */
  special: 1 << 20,
  /** Simple, unless an entity or a broken letter begins with it. */
  suspect: 1 << 23,
  /** Of a class beside `word`, `space` and `other`. */
  unusual: 1 << 26,
  /** Has the class `word`. */
  letter: 1 << 25,
  /** Has the class `space`. */
  white: 1 << 27,
  /** A combining mark. */
  mark: 1 << 28,
  /** Not yet looked up. */
  unknown: 1 << 29,
  /** Beyond ASCII, as all of a broken letter is. */
  beyond: 1 << 30,
  /** A capital in `plain`. */
  capital: 1 << 24,
  /** Is another character in `plain`. */
  altered: 1 << 21,
  /** Hyphen or line feed: a space in `cased`. */
  joins: 1 << 22,
} as const;

/** `charClass` and two more: white space, and what is no character of its own (marks, soft hyphens, half a pair). */
export const scanClass = { ...charClass, space: 3, hidden: 4 } as const;

const table = new Uint32Array(0x10000).fill(unitBits.unknown);

/** The folded unit with its case kept, for simple units. */
export const plainTable = new Uint16Array(0x10000);

/** @returns the table itself, for loops that cannot afford a call for each unit; `unitInfo` fills it where it says `unknown`. */
export function unitTable(): Uint32Array {
  return table;
}

export function unitInfo(unit: number): number {
  const info = table[unit] as number;
  return info & unitBits.unknown ? lookUp(unit) : info;
}

/** Units with which an entity or a broken letter begins, and which are themselves simple otherwise. */
export function mayBreak(unit: number): boolean {
  return unit === 0x26 || unit === 0x201d || unit === 0xe2 || (unit >= 0xc2 && unit <= 0xc5);
}

/** Fills the table for one unit. */
function lookUp(unit: number): number {
  const character = String.fromCharCode(unit);
  const info = infoOf(unit, character) | (unit > 0x7e ? unitBits.beyond : 0);
  table[unit] = info;
  return info;
}

function infoOf(unit: number, character: string): number {
  const { classShift, simple, special, suspect, unusual, white, letter, capital, altered, joins } = unitBits;
  // Surrogates: Han from plane 2 on, letters of other shapes in the first block of plane 1, hardly a name elsewhere.
  if (unit >= 0xdc00 && unit <= 0xdfff) return special | unusual | (scanClass.hidden << classShift);
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const ofPair = unit >= 0xd840 ? scanClass.dense : unit === 0xd835 ? scanClass.word : scanClass.other;
    return special | unusual | (ofPair << classShift) | (ofPair === scanClass.word ? letter : 0);
  }
  // The byte order mark is both white and invisible, and counts as the latter.
  const isMark = mark.test(character);
  if (isMark || invisible.test(character)) {
    return special | unusual | (isMark ? unitBits.mark : 0) | (scanClass.hidden << classShift);
  }
  if (space.test(character)) {
    const plain = lineBreak.test(character) ? 0x0a : 0x20;
    plainTable[unit] = plain;
    const flags = (plain === unit ? 0 : altered) | (plain === 0x0a ? joins : 0);
    return 0x20 | simple | white | (scanClass.space << classShift) | flags;
  }
  const folded = computeFold(character);
  const lower = lowerCase(folded);
  const code = lower.charCodeAt(0);
  const ofCode = folded === "" ? scanClass.hidden : classOfUnit(code);
  const shiftedClass =
    (ofCode << classShift) | (ofCode === scanClass.word ? letter : ofCode === scanClass.other ? 0 : unusual);
  if (folded.length !== 1 || isJamo(unit)) return special | shiftedClass;
  plainTable[unit] = folded.charCodeAt(0);
  const isHyphen = folded === "-";
  return (
    (isHyphen ? 0x20 : code) |
    shiftedClass |
    (mayBreak(unit) ? suspect : simple) |
    (lower === folded ? 0 : capital) |
    (folded === character ? 0 : altered) |
    (isHyphen ? joins : 0)
  );
}

/** Hangul letters that join with their neighbours. */
function isJamo(unit: number): boolean {
  return unit >= 0x1100 && unit <= 0x11ff;
}

/** Whether a mark stands here that changes the character before it. */
export function isMarkAhead(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return (
    code >= 0x300 &&
    ((unitInfo(code) >> unitBits.classShift) & 7) === scanClass.hidden &&
    mark.test(text.charAt(index))
  );
}
