/** Where words begin and end in a folded text. */
import { charClass, classOfUnit } from "./char-class.ts";
import { unitBits, unitInfo } from "./unit-table.ts";

/** Whether a folded offset begins a word: after a non-word, or anywhere in a script without spaces. */
export function isWordStart(key: string, offset: number): boolean {
  const here = classOfUnit(key.charCodeAt(offset));
  if (here === charClass.dense) return !isMark(key, offset);
  return (
    here === charClass.word && (offset === 0 || classOfUnit(key.charCodeAt(offset - 1)) !== charClass.word)
  );
}

/** Whether a stretch that ends here ends a word. */
export function isWordEnd(key: string, end: number): boolean {
  if (end >= key.length) return true;
  if (isMark(key, end)) return false;
  return (
    classOfUnit(key.charCodeAt(end)) !== charClass.word ||
    classOfUnit(key.charCodeAt(end - 1)) !== charClass.word
  );
}

/** A mark belongs to the character before it. */
function isMark(key: string, offset: number): boolean {
  return (unitInfo(key.charCodeAt(offset)) & unitBits.mark) !== 0;
}

/** End of the word that begins here; in a dense script one character is one word. */
export function wordEndFrom(key: string, offset: number): number {
  if (classOfUnit(key.charCodeAt(offset)) === charClass.dense) return offset + 1;
  let end = offset;
  while (end < key.length && classOfUnit(key.charCodeAt(end)) === charClass.word) end++;
  return end;
}

/** Begin of the word that ends here; in a dense script, and where none ends, `end` itself. */
export function wordStartBefore(key: string, end: number): number {
  let from = end;
  while (from > 0 && classOfUnit(key.charCodeAt(from - 1)) === charClass.word) from--;
  return from;
}
