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

/** Letters to insert, remove or replace, two neighbours exchanged counting once; more than `allowed` once that is certain. */
function editDistance(a: string, b: string, allowed: number): number {
  let [older, before, row]: [number[], number[], number[]] = [[], [], []];
  for (let column = 0; column <= b.length; column++) before[column] = column;
  for (let line = 1; line <= a.length; line++) {
    row[0] = line;
    let least = line;
    for (let column = 1; column <= b.length; column++) {
      const same = a[line - 1] === b[column - 1];
      let cost = Math.min(
        (before[column - 1] as number) + (same ? 0 : 1),
        (before[column] as number) + 1,
        (row[column - 1] as number) + 1,
      );
      if (line > 1 && column > 1 && a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1])
        cost = Math.min(cost, (older[column - 2] as number) + 1);
      row[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > allowed) return least;
    [older, before, row] = [before, row, older];
  }
  return before[b.length] as number;
}
