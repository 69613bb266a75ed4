import type { Passage } from "../note.ts";
import { contextFrom, type ExactPlace } from "./exact-places.ts";

/** Characters of context by which the passage must be ahead of every copy. */
const leastAhead = 12;

/**
 * Of places where a quote stands as it was the one that was noted, told by what stood around it and around its copies: a place
 * that has kept what stood around a copy is that copy, however little is left around the passage itself.
 * @param places all of the page
 * @returns `null` where some have gone, or where it cannot be told
 */
export function tellCopies(
  text: string,
  places: readonly ExactPlace[],
  { quote, prefix, suffix, rival }: Passage,
): ExactPlace | null {
  const { copies = 0, around } = rival ?? {};
  if (!around?.length || around.length < copies || places.length <= copies) return null;
  const fits = (start: number, side: { prefix: string; suffix: string }) => {
    const { before, behind } = contextFrom(text, start, quote.length, side);
    return before + behind;
  };
  const reach = Math.max(...around.flatMap((side) => [side.prefix.length, side.suffix.length]));
  const own = { prefix: prefix.slice(-reach), suffix: suffix.slice(0, reach) };
  const ranked = places
    .map((place) => ({
      place,
      ahead: fits(place.start, own) - Math.max(...around.map((side) => fits(place.start, side))),
    }))
    .sort((one, other) => other.ahead - one.ahead);
  const [best, second] = ranked;
  if (!best || !second || best.ahead - second.ahead < leastAhead) return null;
  return best.place;
}
