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
  const read: string[] = [];
  // A letter becomes two at most.
  const offsets = new Int32Array(text.length * 2 + 1);
  let length = 0;
  /** From where on all is as it was. */
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const latin = latinOf(text, at);
    offsets[length++] = at;
    if (latin === undefined) continue;
    if (at > from) read.push(text.slice(from, at));
    read.push(latin);
    from = at + 1;
    if (latin.length > 1) offsets[length++] = at;
  }
  if (text.length > from) read.push(text.slice(from));
  offsets[length++] = text.length;
  return { text: read.join(""), offsets: offsets.slice(0, length) };
}

/** By unit from `firstCyrillic` on: how a letter reads in Latin, or `undefined` where it is none of ours. */
const firstCyrillic = 0x400;
const smallOf = Array.from({ length: 0x60 }, (_, at): string | undefined => {
  const letter = String.fromCharCode(firstCyrillic + at);
  return letters[letter.toLowerCase()];
});

function latinOf(text: string, at: number): string | undefined {
  const unit = text.charCodeAt(at);
  const small = unit >= firstCyrillic ? smallOf[unit - firstCyrillic] : undefined;
  if (small === undefined || letters[text.charAt(at)] !== undefined) return small;
  if (small.length === 1 || isAmongCapitals(text, at)) return small.toUpperCase();
  return small.charAt(0).toUpperCase() + small.slice(1);
}

/** Whether Љ stands in a word of capitals: LJ there, Lj elsewhere. */
function isAmongCapitals(text: string, at: number): boolean {
  const beside = text.charAt(at + 1) + text.charAt(at - 1);
  return /\p{Lu}/u.test(beside) && !/\p{Ll}/u.test(text.charAt(at + 1));
}
