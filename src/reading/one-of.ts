/**
 * Tells whether a word, in either case and without a blank in it, is one of several that are parted by blanks. What was asked
 * is kept: a page has few names of elements, and to make a set of all words takes longer than to look each of them up once.
 */
export function oneOf(words: string): (word: string) => boolean {
  const padded = ` ${words} `;
  const known = new Map<string, boolean>();
  return (word) => {
    let answer = known.get(word);
    if (answer === undefined) {
      answer = padded.includes(` ${word.toLowerCase()} `);
      known.set(word, answer);
    }
    return answer;
  };
}
