import type { Ground, Laid } from "./align-passage.ts";

/** Words that may be lost, come in between or stand for others before the two go on together. */
const farthest = 8;

/**
 * The same as `alignPassage` where little has changed: from a word that both have, word for word in both directions, and over
 * each difference to the nearest place from which two words go on alike. What it does not find it leaves out; it finds nothing
 * that is not there.
 * @param from row of the pattern and word of the page that meet
 */
export function walkAlong(ground: Ground, from: { row: number; at: number }): Laid {
  const { pattern } = ground;
  const rows = Array.from({ length: pattern.to - pattern.from }, (_, row) => pattern.from + row);
  const meets = new Int32Array(rows.length).fill(-1);
  walk(ground, rows, meets, from.row, from.at, 1);
  walk(ground, rows, meets, from.row - 1, from.at - 1, -1);
  return { rows, meets };
}

function walk(
  { page, pattern, count }: Ground,
  rows: number[],
  meets: Int32Array,
  fromRow: number,
  fromWord: number,
  step: 1 | -1,
): void {
  const wanted = pattern.words.hashes;
  const isInside = (row: number, at: number) => row >= 0 && row < rows.length && at >= 0 && at < page.count;
  const isSame = (row: number, at: number) => wanted[rows[row] as number] === page.hashes[at];
  /** A single word may be the same by chance; two are not, or it is the last one. */
  const goesOn = (row: number, at: number) =>
    isInside(row, at) &&
    isSame(row, at) &&
    (!isInside(row + step, at + step) || isSame(row + step, at + step));
  let row = fromRow;
  let at = fromWord;
  while (isInside(row, at)) {
    if (isSame(row, at)) {
      meets[row] = at;
      row += step;
      at += step;
      continue;
    }
    const gap = nearest((lost, between) => goesOn(row + step * lost, at + step * between));
    if (!gap) break;
    // As many as stand against each other were replaced one by one.
    if (gap.lost === gap.between)
      for (let one = 0; one < gap.lost; one++) meets[row + step * one] = at + step * one;
    row += step * gap.lost;
    at += step * gap.between;
  }
  if (count) count.steps += Math.abs(row - fromRow) + Math.abs(at - fromWord) + farthest ** 2;
}

/** The smallest difference after which both go on; `null` where none is near. */
function nearest(
  goesOn: (lost: number, between: number) => boolean,
): { lost: number; between: number } | null {
  for (let both = 1; both <= 2 * farthest; both++) {
    // Replaced words first, then lost and inserted ones.
    for (let uneven = both % 2; uneven <= both; uneven += 2) {
      const [more, less] = [(both + uneven) / 2, (both - uneven) / 2];
      if (more > farthest) break;
      if (goesOn(more, less)) return { lost: more, between: less };
      if (goesOn(less, more)) return { lost: less, between: more };
    }
  }
  return null;
}
