/**
 * Capitals and small letters by UTF-16 unit, looked up once each: rules ask this of the characters beside every name, and a
 * regular expression for one character costs as much as one for a phrase.
 */

const patterns = { capital: /\p{Lu}/u, small: /\p{Ll}/u, letter: /\p{L}/u, word: /[\p{L}\p{M}\p{N}]/u };
const bits = { known: 1, capital: 2, small: 4, letter: 8, word: 16 };
/** By unit; the halves of a pair are nothing. */
const known = new Uint8Array(0x10000);

function traitsOf(unit: number): number {
  const found = known[unit] as number;
  if (found !== 0) return found;
  const character = String.fromCharCode(unit);
  let traits = bits.known;
  if (patterns.capital.test(character)) traits |= bits.capital;
  if (patterns.small.test(character)) traits |= bits.small;
  if (patterns.letter.test(character)) traits |= bits.letter;
  if (patterns.word.test(character)) traits |= bits.word;
  known[unit] = traits;
  return traits;
}

/** @param unit NaN, as behind the end of a text, is no letter */
export function isCapital(unit: number): boolean {
  return unit >= 0 && (traitsOf(unit) & bits.capital) !== 0;
}

export function isSmall(unit: number): boolean {
  return unit >= 0 && (traitsOf(unit) & bits.small) !== 0;
}

/** The same of the character at a place, which may be a pair. */
export function isCapitalAt(text: string, at: number): boolean {
  return isAt(text, at, "capital");
}

export function isSmallAt(text: string, at: number): boolean {
  return isAt(text, at, "small");
}

export function isLetterAt(text: string, at: number): boolean {
  return isAt(text, at, "letter");
}

/** A letter, a mark or a number. */
export function isOfWordAt(text: string, at: number): boolean {
  return isAt(text, at, "word");
}

/** Units of the character at a place. */
export function unitsAt(text: string, at: number): 1 | 2 {
  return isHalf(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isAt(text: string, at: number, trait: keyof typeof patterns): boolean {
  const unit = text.charCodeAt(at);
  if (isHalf(unit)) return patterns[trait].test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return unit >= 0 && (traitsOf(unit) & bits[trait]) !== 0;
}

function isHalf(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}
