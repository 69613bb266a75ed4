/** Longer words are compared by their beginnings: nothing that is a word is longer, and hostile texts have no spaces. */
const longestWord = 40;
/** Words shorter than this are other words if one letter differs. */
const shortestAlike = 4;

/**
 * How alike two words are, as far as a corrected typo or another ending makes them differ: 1 for equal ones, 0 when more
 * than a third of their letters is different.
 */
export function wordLikeness(one: string, other: string): number {
  const [a, b] = [one.slice(0, longestWord).toLowerCase(), other.slice(0, longestWord).toLowerCase()];
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < shortestAlike) return 0;
  const allowed = Math.floor(longer / 3);
  if (Math.abs(a.length - b.length) > allowed) return 0;
  const distance = editDistance(a, b, allowed);
  return distance > allowed ? 0 : 1 - distance / longer;
}

/** Memory that every comparison uses again: three lines of a table. */
let [older, before, row] = [
  new Uint8Array(longestWord + 1),
  new Uint8Array(longestWord + 1),
  new Uint8Array(longestWord + 1),
];

/** Letters to insert, remove or replace, two neighbours exchanged counting once; more than `allowed` once that is certain. */
function editDistance(a: string, b: string, allowed: number): number {
  const [lines, columns] = [a.length, b.length];
  for (let column = 0; column <= columns; column++) before[column] = column;
  let lastLetter = 0;
  for (let line = 1; line <= lines; line++) {
    const letter = a.charCodeAt(line - 1);
    row[0] = line;
    let least = line;
    let left = line;
    let previous = 0;
    for (let column = 1; column <= columns; column++) {
      const other = b.charCodeAt(column - 1);
      let cost = (before[column - 1] as number) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (before[column] as number) + 1, left + 1);
      if (line > 1 && column > 1 && letter === previous && lastLetter === other)
        cost = Math.min(cost, (older[column - 2] as number) + 1);
      row[column] = cost;
      left = cost;
      previous = other;
      if (cost < least) least = cost;
    }
    if (least > allowed) return least;
    lastLetter = letter;
    [older, before, row] = [before, row, older];
  }
  return before[columns] as number;
}
