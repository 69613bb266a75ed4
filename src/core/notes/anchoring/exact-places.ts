/** Places where a quote stands exactly as it was, with how much of its context stands there, too. */
import type { Passage } from "../note.ts";

export interface ExactPlace {
  start: number;
  end: number;
  /** Characters of the prefix directly before it, and of the suffix directly behind it, that are as they were. */
  before: number;
  behind: number;
}

/** More are not looked at: a quote that stands so often is told by its context or not at all. */
const mostPlaces = 1_000;
/** Characters of context in a row that cannot be there by chance. */
const enoughContext = 24;
/** A quote of this length that stands on a page once is at home there. */
export const longEnough = 20;

/** Offsets at which a quote stands. */
export function exactStarts(text: string, quote: string, count?: { steps: number }): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (count) count.steps++;
    starts.push(at);
    if (starts.length === mostPlaces) break;
  }
  return starts;
}

export function exactPlaces(
  text: string,
  passage: Passage,
  starts = exactStarts(text, passage.quote),
  count?: { steps: number },
): ExactPlace[] {
  return starts.map((start) => {
    const place = contextFrom(text, start, passage.quote.length, passage);
    if (count) count.steps += place.before + place.behind;
    return place;
  });
}

/** A place where a quote of so many units stands, with how much of a context stands around it. */
function contextFrom(
  text: string,
  start: number,
  length: number,
  { prefix, suffix }: { prefix: string; suffix: string },
): ExactPlace {
  const end = start + length;
  return { start, end, before: before(text, start, prefix), behind: sameFrom(text, end, suffix) };
}

/** How much of its context stands at a place, letter for letter. */
export function contextAt({ before, behind }: ExactPlace): number {
  return before + behind;
}

/** The one place that the context leaves no doubt about; `null` where it must be weighed. */
export function undoubted(
  places: readonly ExactPlace[],
  { quote, prefix, suffix }: Passage,
): ExactPlace | null {
  const [best, second] = [...places].sort((one, other) => contextAt(other) - contextAt(one));
  if (!best || places.length === mostPlaces) return null;
  const before = best.before >= Math.min(enoughContext, prefix.length);
  const behind = best.behind >= Math.min(enoughContext, suffix.length);
  if (second) return before && behind && contextAt(second) * 2 < contextAt(best) ? best : null;
  // One side is enough for a longer quote, but it must be there.
  const hasSide = (before && prefix !== "") || (behind && suffix !== "") || (before && behind);
  if (quote.length >= longEnough) return hasSide ? best : null;
  return before && behind && contextAt(best) >= enoughContext ? best : null;
}

function before(text: string, start: number, prefix: string): number {
  if (text.endsWith(prefix, start)) return prefix.length;
  let same = 0;
  while (
    same < prefix.length &&
    same < start &&
    text.charCodeAt(start - 1 - same) === prefix.charCodeAt(prefix.length - 1 - same)
  )
    same++;
  return same;
}

/** How many characters of a suffix stand at an offset. */
export function sameFrom(text: string, end: number, suffix: string): number {
  if (text.startsWith(suffix, end)) return suffix.length;
  let same = 0;
  while (same < suffix.length && text.charCodeAt(end + same) === suffix.charCodeAt(same)) same++;
  return same;
}
