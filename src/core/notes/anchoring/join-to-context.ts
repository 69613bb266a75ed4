import type { Ground, Laid } from "./align-passage.ts";

/**
 * Where something came in between words of the quote, it costs as much to leave it out behind the quote's last words as before
 * them. Words that were lost, and stand directly where the quote's context goes on, are taken there; so are first words.
 * @param edge the quote's outermost row
 * @param inwards the step from there into the quote
 */
export function joinToContext(
  { page, pattern }: Ground,
  { rows, meets }: Laid,
  edge: number,
  inwards: 1 | -1,
): void {
  const beside = meets[edge - inwards] ?? -1;
  if (beside < 0) return;
  // A single word may stand there by chance.
  const farther = meets[edge - 2 * inwards];
  if (farther !== undefined && farther !== beside - inwards) return;
  let lost = 0;
  let run = 0;
  for (; ; run++) {
    const at = rows[edge + run * inwards];
    const place = beside + (run + 1) * inwards;
    const isQuote = at !== undefined && at >= pattern.quoteFrom && at < pattern.quoteTo;
    if (!isQuote || pattern.words.hashes[at] !== page.hashes[place] || place >= page.count) break;
    // Another word may stand for it where it was lost.
    const met = meets[edge + run * inwards] as number;
    if (met < 0 || page.hashes[met] !== page.hashes[place]) lost++;
  }
  if (lost === 0) return;
  // What is left of the quote must stand farther inwards.
  let next = edge + run * inwards;
  while ((meets[next] ?? 0) < 0) next += inwards;
  const left = meets[next];
  if (left !== undefined && (left - (beside + run * inwards)) * inwards <= 0) return;
  for (let one = 0; one < run; one++) meets[edge + one * inwards] = beside + (one + 1) * inwards;
}
