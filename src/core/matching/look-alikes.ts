/**
 * Latin letters typed among Cyrillic ones, as real pages often have them: "Aгенцијата" with a Latin A, "Македонијa". They are
 * read as the letters that they look like, unit for unit, so that every offset stays.
 */
import { onceByTag } from "./main-language.ts";

const latin = "ABCEHJKMOPTXYacejkopxy";
const cyrillic = "АВСЕНЈКМОРТХУасејкорху";
const lookAlikes = new Map([...latin].map((letter, at) => [letter, cyrillic.charAt(at)]));

const isWrittenInCyrillic = onceByTag((lang) => /^(?:mk|sr|bg|ru|uk|be)$/.test(lang));
/** Told of most texts by one look. */
const mixed = /[\u0400-\u045f][A-Za-z]|[A-Za-z][\u0400-\u045f]/;
const words = /[A-Za-z\u0400-\u045f]+/g;
const latinLetters = /[A-Za-z]/g;

/** @param lang main part of a language tag */
export function mendLookAlikes(lang: string, text: string): string {
  return isWrittenInCyrillic(lang) && mixed.test(text) ? text.replace(words, mendWord) : text;
}

/** A foreign name with an ending ("Appleот") has letters that look like none of ours, or more Latin ones than others. */
function mendWord(word: string): string {
  const found = word.match(latinLetters);
  if (!found || found.length * 2 >= word.length) return word;
  if (!found.every((letter) => lookAlikes.has(letter))) return word;
  return word.replace(latinLetters, (letter) => lookAlikes.get(letter) ?? letter);
}

/** For each unit of a text, and for its end, where it stands there. */
export function unitForUnit({ length }: string): Int32Array {
  return Int32Array.from({ length: length + 1 }, (_, at) => at);
}
