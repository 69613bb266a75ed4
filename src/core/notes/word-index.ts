/**
 * Which texts hold a word, be it the beginning or the middle of a longer one.
 *
 *   texts    0 "the council decides"   1 "councillor doe"   2 "the cap"
 *   words    the, council, decides, councillor, doe, cap
 *   holders  of "the": 0, 2; of "council": 0; of "councillor": 1; …
 *   "counc"  stands in council and councillor → texts 0 and 1
 *
 * No text is looked through: a researcher's 50,000 notes are made of some 100,000 different words, a hundredth of what stands
 * in them. Words that cannot be parted (Chinese, Japanese) are as long as their sentence; they are looked through like a text.
 */
export interface WordIndex {
  /** Takes in a text, folded, its words parted by single spaces. @returns its number; they count from 0 */
  add(text: string): number;
  /** The texts in which a word stands; a word has no space in it. The set is shared: it must not be changed. */
  find(word: string): NumberSet;
  /** Forgets all texts but these, which are numbered anew in this order. */
  keepOnly(texts: readonly number[]): void;
  /** How many texts there are. */
  size(): number;
}

/** One bit for each number. */
export type NumberSet = Uint32Array;

export function hasNumber(set: NumberSet, number: number): boolean {
  return (((set[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

/** So many answers are remembered: those to a text that is typed, and taken back again. */
const mostAnswers = 32;

export function createWordIndex(): WordIndex {
  let numbers = new Map<string, number>();
  let words: string[] = [];
  /** By the number of a word: in which texts it stands, each once. */
  let holders: number[][] = [];
  let size = 0;
  /** What was looked for last: a longer word stands in no others than those in which its beginning does. */
  const answers = new Map<string, { within: readonly number[]; texts: NumberSet }>();

  const holdersOf = (word: string): number[] => {
    const known = numbers.get(word);
    if (known !== undefined) return holders[known] as number[];
    numbers.set(word, words.length);
    words.push(word);
    const none: number[] = [];
    holders.push(none);
    return none;
  };
  /** Numbers of the words in which a word stands. */
  const wordsWith = (part: string): number[] => {
    let narrowest: readonly number[] | undefined;
    for (const [before, { within }] of answers)
      if (part.includes(before) && within.length < (narrowest?.length ?? words.length)) narrowest = within;
    if (narrowest) return narrowest.filter((number) => words[number]?.includes(part));
    const found: number[] = [];
    // Counted loops here and in `find`: a first letter goes through all words, and iterators take twice as long and leave garbage.
    for (let number = 0; number < words.length; number++)
      if (words[number]?.includes(part)) found.push(number);
    return found;
  };
  return {
    add(text) {
      const own = size++;
      for (const word of text.split(" ")) {
        if (word === "") continue;
        const those = holdersOf(word);
        if (those.at(-1) !== own) those.push(own);
      }
      answers.clear();
      return own;
    },
    find(word) {
      const known = answers.get(word);
      if (known) return known.texts;
      const within = wordsWith(word);
      const texts = new Uint32Array((size + 31) >>> 5);
      for (let at = 0; at < within.length; at++) {
        const those = holders[within[at] as number] as number[];
        for (let one = 0; one < those.length; one++) {
          const text = those[one] as number;
          texts[text >>> 5] = (texts[text >>> 5] as number) | (1 << (text & 31));
        }
      }
      for (const oldest of answers.keys()) {
        if (answers.size < mostAnswers) break;
        answers.delete(oldest);
      }
      answers.set(word, { within, texts });
      return texts;
    },
    keepOnly(texts) {
      const renumbered = new Map(texts.map((text, number) => [text, number]));
      const before = words.map((word, number) => ({ word, those: holders[number] ?? [] }));
      numbers = new Map();
      words = [];
      holders = [];
      size = texts.length;
      for (const { word, those } of before) {
        const kept = those.flatMap((text) => renumbered.get(text) ?? []);
        if (kept.length > 0) holdersOf(word).push(...kept);
      }
      answers.clear();
    },
    size: () => size,
  };
}
