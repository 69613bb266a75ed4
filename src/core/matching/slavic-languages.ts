/** Names of languages among Slavic words. */
import type { BlockView } from "./block-view.ts";
import { textEnd } from "./folded-offsets.ts";
import { andWords } from "./joining-words.ts";
import { isSlavic, isSouthSlavic } from "./main-language.ts";
import { wordEndFrom } from "./word-borders.ts";

/** "македонски, албански и турски јазик", "kineski i ruski jezik" */
const languagesAhead = new RegExp(
  `^(?:, \\p{Ll}+){0,4},? (?:${andWords}|do|na|u|на) \\p{Ll}+ (?:jezi[kc]|jazy[kc]|jezyk|јазик|јазиц)`,
  "u",
);

export function isListOfLanguages({ key, lang, plain }: BlockView, end: number): boolean {
  const next = plain.charCodeAt(end);
  if ((next !== 0x2c && next !== 0x20) || !isSlavic(lang)) return false;
  return languagesAhead.test(key.slice(end, end + 70));
}

/** "Njemački razumije", "Kineski mu je maternji": what one understands and learns, in the masculine. */
const spoken =
  /^ (?:(?:ne )?(?:razumij?e|razumeju|razumiju|govori|govore|govorim|uci|uce|ucim|zna|znaju|znam)|se (?:\p{L}+ )?(?:uci|govori|predaje)|(?:mu|joj|im|mi|nam) je|je (?:\p{L}+ )?mater(?:nj|inj|insk)i)(?![\p{L}])/u;

export function isWhatOneSpeaks({ key, lang }: BlockView, start: number, end: number): boolean {
  if (!key.endsWith("ki", end) || end - start < 5 || !isSouthSlavic(lang)) return false;
  return spoken.test(key.slice(end, end + 36));
}

/** "mluvili česky": in a text with accents the adverb differs from the adjective by one. */
export function isCzechAdverb(view: BlockView, lang: string, start: number, end: number): boolean {
  if ((lang !== "cs" && lang !== "sk") || !/[sc]ky$/.test(view.key.slice(start, end))) return false;
  return view.text.charAt(textEnd(view, end) - 1) === "y" && /[áéíýěščřž]/.test(view.text);
}

/** How a noun ends that belongs to an adjective with such an end: verbs ("govore") end otherwise. */
const nounBehind: Record<string, RegExp> = {
  om: /(?<![jsg])u$/,
  oj: /i$/,
  im: /(?:m|ma)$/,
  og: /a$/,
  ga: /a$/,
  ih: /a$/,
};
/** Further words of a list, up to its last: ", turskim i švedskim". */
const restOfList = new RegExp(`^(?:, \\p{Ll}+)*,? (?:${andWords}) \\p{Ll}+`, "u");

/** "s njemačkim, turskim i švedskim ministrima": the end of several adjectives that end alike, if a noun follows; else 0. */
export function endOfAdjectives(view: BlockView, start: number, end: number): number {
  const { plain, key } = view;
  const next = plain.charCodeAt(end);
  if ((next !== 0x2c && next !== 0x20) || !isSouthSlavic(view.lang)) return 0;
  const rest = restOfList.exec(plain.slice(end, end + 60))?.[0];
  if (!rest) return 0;
  const to = end + rest.length;
  const alike = key.slice(Math.max(start, end - 2), end);
  const noun = nounBehind[alike];
  if (!noun || !key.startsWith(alike, to - 2) || key.charCodeAt(to) !== 0x20) return 0;
  return noun.test(key.slice(to + 1, wordEndFrom(key, to + 1))) ? to : 0;
}
