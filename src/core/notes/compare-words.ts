/** A piece of a text, and whether the text that it is compared with does not have it. */
export interface ComparedPiece {
  text: string;
  changed: boolean;
}

/** In scripts without spaces each character is a word. */
const wordOrSign =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+|[^\s]/gu;

/** Words of both texts multiplied, beginnings and ends that they share apart; above, all between is told as changed. */
const mostCells = 1_000_000;

interface Word {
  text: string;
  start: number;
  end: number;
}

/**
 * Both texts in pieces, with what only one of them has marked: whole words and signs, white space being no difference.
 * @param goesOn `after` is cut: what it does not reach is not told as gone, nor its last word, which may be half of one, as new.
 */
export function compareWords(
  before: string,
  after: string,
  { goesOn = false }: { goesOn?: boolean } = {},
): { before: ComparedPiece[]; after: ComparedPiece[] } {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  if (goesOn) young.pop();
  const { oldHas, youngHas } = inBoth(old, young);
  const last = goesOn ? oldHas.lastIndexOf(true) + 1 : old.length;
  return {
    before: piecesOf(before, old.slice(0, last), oldHas),
    after: piecesOf(after, young, youngHas),
  };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordOrSign)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/** For each word of both whether it is one of the longest row of words that both have in the same order. */
function inBoth(old: readonly Word[], young: readonly Word[]): { oldHas: boolean[]; youngHas: boolean[] } {
  const oldHas = old.map(() => false);
  const youngHas = young.map(() => false);
  const isSame = (one: number, other: number) => old[one]?.text === young[other]?.text;
  const shorter = Math.min(old.length, young.length);
  let from = 0;
  while (from < shorter && isSame(from, from)) oldHas[from] = youngHas[from++] = true;
  let behind = 0;
  while (behind < shorter - from && isSame(old.length - 1 - behind, young.length - 1 - behind)) {
    behind++;
    oldHas[old.length - behind] = youngHas[young.length - behind] = true;
  }
  const [rows, columns] = [old.length - from - behind, young.length - from - behind];
  if (rows * columns > mostCells) return { oldHas, youngHas };
  const width = columns + 1;
  /** The longest row of the words from each pair of places on. */
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] as number;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[row * width + column] = isSame(from + row, from + column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  for (let [row, column] = [0, 0]; row < rows && column < columns; ) {
    if (isSame(from + row, from + column)) oldHas[from + row++] = youngHas[from + column++] = true;
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return { oldHas, youngHas };
}

/** What stands between two changed words is changed with them. */
function piecesOf(text: string, words: readonly Word[], has: readonly boolean[]): ComparedPiece[] {
  const pieces: ComparedPiece[] = [];
  let done = 0;
  for (let first = 0; first < words.length; first++) {
    if (has[first]) continue;
    let last = first;
    while (last + 1 < words.length && !has[last + 1]) last++;
    const [start, end] = [(words[first] as Word).start, (words[last] as Word).end];
    if (start > done) pieces.push({ text: text.slice(done, start), changed: false });
    pieces.push({ text: text.slice(start, end), changed: true });
    done = end;
    first = last;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), changed: false });
  return pieces;
}
