/** Ends of sentences: a full stop, question or exclamation mark (quotes may follow) before a space, or its CJK kin. */
const sentenceEnd = /(?<!\b\p{Lu})[.!?…]["'”’»)]*\s+(?=["'“‘«(]?\p{Lu})|[。！？]/gu;

/** Number of the sentence, from 0, in which an offset (UTF-16 units) of a paragraph lies. */
export function sentenceOf(text: string, offset: number): number {
  let count = 0;
  for (const end of text.matchAll(sentenceEnd)) {
    if (end.index + end[0].length > offset) break;
    count++;
  }
  return count;
}
