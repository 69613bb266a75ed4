/**
 * Capitals and small letters by UTF-16 unit, looked up once each: rules ask this of the characters beside every name, and a
 * regular expression for one character costs as much as one for a phrase.
 */

const patterns = { capital: /\p{Lu}/u, small: /\p{Ll}/u, letter: /\p{L}/u, word: /[\p{L}\p{M}\p{N}]/u };
/** What a character is: flags that may stand together. `word`: a letter, a mark or a number. */
export const letterBits = { known: 1, capital: 2, small: 4, letter: 8, word: 16 } as const;
/** By unit; the halves of a pair are nothing. */
const known = new Uint8Array(0x10000);

function traitsOf(unit: number): number {
  const found = known[unit] as number;
  if (found !== 0) return found;
  const traits = computeTraits(String.fromCharCode(unit));
  known[unit] = traits;
  return traits;
}

function computeTraits(character: string): number {
  let traits: number = letterBits.known;
  if (patterns.capital.test(character)) traits |= letterBits.capital;
  if (patterns.small.test(character)) traits |= letterBits.small;
  if (patterns.letter.test(character)) traits |= letterBits.letter;
  if (patterns.word.test(character)) traits |= letterBits.word;
  return traits;
}

/** @param unit NaN, as behind the end of a text, is no letter */
export function isCapital(unit: number): boolean {
  return unit >= 0 && (traitsOf(unit) & letterBits.capital) !== 0;
}

export function isSmall(unit: number): boolean {
  return unit >= 0 && (traitsOf(unit) & letterBits.small) !== 0;
}

/** Whether a unit is of a word: a letter, a mark or a number. */
export function isWordUnit(unit: number): boolean {
  return unit >= 0 && (traitsOf(unit) & letterBits.word) !== 0;
}

/** The same of the character at a place, which may be a pair. */
export function isCapitalAt(text: string, at: number): boolean {
  return (traitsAt(text, at) & letterBits.capital) !== 0;
}

export function isSmallAt(text: string, at: number): boolean {
  return (traitsAt(text, at) & letterBits.small) !== 0;
}

/** `letterBits` of the character at a place; 0 behind the end. */
export function traitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isHalf(unit)) return computeTraits(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return unit >= 0 ? traitsOf(unit) : 0;
}

/** Units of the character at a place. */
export function unitsAt(text: string, at: number): 1 | 2 {
  return isHalf(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isHalf(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}
