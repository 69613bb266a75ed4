/** The candidate that a mistyped word most probably means, or none if nothing is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearMatches(word, candidates, 1)[0];
}

/** Up to `most` candidates that are equally near to a mistyped word, and nearer than all others. */
export function nearMatches(word: string, candidates: Iterable<string>, most = 3): string[] {
  const wanted = word.toLowerCase();
  // A third of the letters may be wrong: enough for slips, too little for another word.
  const limit = wanted.length < 3 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const other = candidate.toLowerCase();
    // Two letters stand in many words by chance: a country code is no near match of a name.
    const shorter = Math.min(wanted.length, other.length);
    const contains = shorter > 2 && (other.includes(wanted) || wanted.includes(other));
    const distance = contains ? Math.min(1, limit) : editDistance(wanted, other);
    if (distance <= limit) scored.push({ candidate, distance });
  }
  scored.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  const best = scored.filter((entry) => entry.distance === scored[0]?.distance);
  return best.slice(0, most).map((entry) => entry.candidate);
}

/** Letters to insert, remove, replace or swap with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : replace;
      next.push(Math.min(replace, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
