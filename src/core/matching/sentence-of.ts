/**
 * Ends of sentences: a full stop, question or exclamation mark (quotes may follow) before a space and a capital
 * or a letter of a script without capitals, or its CJK kin. Initials ("U.S. Senate") and the abbreviations that
 * stand before names ("Gen. Jones", "Co. Ltd.") end none.
 */
const sentenceEnd =
  /(?<!(?<![\p{L}\p{N}])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Adm|Sgt|Capt|Sec|Amb|Hon|St|No|vs|Co))[.!?…]["'”’»)]*\s+(?=["'“‘«(]?[\p{Lu}\p{Lo}])|[。！？]/gu;

/** Number of the sentence, from 0, in which an offset (UTF-16 units) of a paragraph lies. */
export function sentenceOf(text: string, offset: number): number {
  let count = 0;
  for (const end of text.matchAll(sentenceEnd)) {
    if (end.index + end[0].length > offset) break;
    count++;
  }
  return count;
}
