/** Serbian is written in two scripts, letter for letter: with Cyrillic read as Latin, one spelling serves both. */

import { onceByTag } from "./main-language.ts";

const letters: Record<string, string> = Object.fromEntries(
  [..."абвгдђежзијклљмнњопрстћуфхцчџш"].map((letter, at) => [
    letter,
    "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(" ")[at] ?? letter,
  ]),
);
const cyrillic = /[\u0400-\u045f]/;

export interface LatinText {
  text: string;
  /** For each unit, and for the end, the offset in the Cyrillic text (UTF-16). */
  offsets: Int32Array;
}

/** @param lang main part of a language tag */
export function readsAsLatin(lang: string, text: string): boolean {
  return isSerbian(lang) && cyrillic.test(text);
}

/** The standards of one language, under all their codes. */
export const isSerbian = onceByTag((lang) => /^(sr|bs|hr|sh|cnr|me)$/.test(lang));

export function toLatin(text: string): LatinText {
  let latin = "";
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    const lower = letter.toLowerCase();
    const small = letters[lower];
    const read =
      small === undefined
        ? letter
        : letter === lower
          ? small
          : small.length === 1 || isAmongCapitals(text, at)
            ? small.toUpperCase()
            : small.charAt(0).toUpperCase() + small.slice(1);
    latin += read;
    for (let unit = 0; unit < read.length; unit++) offsets.push(at);
  }
  offsets.push(text.length);
  return { text: latin, offsets: Int32Array.from(offsets) };
}

/** Whether Љ stands in a word of capitals: LJ there, Lj elsewhere. */
function isAmongCapitals(text: string, at: number): boolean {
  const beside = text.charAt(at + 1) + text.charAt(at - 1);
  return /\p{Lu}/u.test(beside) && !/\p{Ll}/u.test(text.charAt(at + 1));
}
