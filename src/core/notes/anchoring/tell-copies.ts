import type { Passage } from "../note.ts";
import { noteLimits } from "../note-limits.ts";
import { contextFrom, type ExactPlace } from "./exact-places.ts";

/** What stood around the passage or around a copy of it. */
interface Side {
  prefix: string;
  suffix: string;
}

/**
 * How much likelier what stands on one side of a place is when the passage (or the copy) stands there than when anything
 * else does. Blocks may be moved, so that one which is gone says little; one that is still there says much, as hardly
 * anything else brings it there; and within a block others than its own words do not come without an edit.
 */
const likelier = { neighbourStays: 40, shortNeighbourStays: 6, neighbourGone: 0.6, otherWords: 0.01 };
/** Characters of the next block that must be as they were; a shorter block is as it was as a whole, or not. */
const telling = 8;
/** How sure it must be that the passage is the one. */
const sure = 0.8;

/**
 * Of places where a quote stands as it was the one that was noted, told by what stood around it and around its copies: all
 * ways in which passage and copies can be given to the places are weighed, so that a place that has kept what stood around a
 * copy is that copy, however little is left around the passage itself.
 * @param places all of the page
 * @returns `null` where some have gone, or where it cannot be told by this
 */
export function tellCopies(
  text: string,
  places: readonly ExactPlace[],
  { quote, prefix, suffix, rival }: Passage,
): ExactPlace | null {
  const { copies, around } = rival ?? {};
  // What an import says of copies may not fit together.
  if (!around?.length || around.length !== copies) return null;
  if (places.length <= copies || places.length > noteLimits.copies + 1) return null;
  const reach = noteLimits.aroundCopy;
  const sides = [{ prefix: prefix.slice(-reach), suffix: suffix.slice(0, reach) }, ...around];
  const chances = sides.map((side) => places.map(({ start }) => chanceAt(text, start, quote, side)));
  const weights = places.map((_, place) => weightOf(chances, place));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const best = weights.indexOf(Math.max(...weights));
  return (weights[best] as number) >= sure * whole ? (places[best] as ExactPlace) : null;
}

function chanceAt(text: string, start: number, quote: string, { prefix, suffix }: Side): number {
  const end = start + quote.length;
  const { before, behind } = contextFrom(text, start, quote.length, { prefix, suffix });
  return (
    chanceOf(turned(prefix), before, text.charAt(start - before - 1)) *
    chanceOf(suffix, behind, text.charAt(end + behind))
  );
}

/**
 * @param side what stood on one side, from the quote outwards
 * @param same how many of its characters stand there
 * @param next what stands there behind them
 */
function chanceOf(side: string, same: number, next: string): number {
  const border = side.indexOf("\n");
  const within = border < 0 ? side.length : border;
  if (same < within) return likelier.otherWords;
  if (border < 0) return 1;
  // The page may end where the block does.
  if (same === within) return next === "" ? likelier.neighbourGone : likelier.otherWords;
  const beyond = side.slice(within + 1);
  const stays = same - within - 1;
  const end = beyond.indexOf("\n");
  if (end >= 0 && end < telling) return stays > end ? likelier.shortNeighbourStays : likelier.neighbourGone;
  if (beyond.length < telling) return 1;
  return stays >= telling ? likelier.neighbourStays : likelier.neighbourGone;
}

/** Of all ways to give passage and copies to places those that give the passage this one, by their chances together. */
function weightOf([own = [], ...copies]: number[][], taken: number): number {
  const all = 2 ** copies.length;
  /** By the set of copies that have a place, as bits. */
  let weights = new Array<number>(all).fill(0);
  weights[0] = 1;
  for (let place = 0; place < own.length; place++) {
    if (place === taken) continue;
    // What came to the page since is neither.
    const next = own.length > copies.length + 1 ? [...weights] : new Array<number>(all).fill(0);
    for (let set = 0; set < all; set++) {
      if (weights[set] === 0) continue;
      for (const [copy, chances] of copies.entries()) {
        if (set & (1 << copy)) continue;
        const grown = set | (1 << copy);
        next[grown] = (next[grown] as number) + (weights[set] as number) * (chances[place] as number);
      }
    }
    weights = next;
  }
  return (own[taken] as number) * (weights[all - 1] as number);
}

function turned(text: string): string {
  return [...text].reverse().join("");
}
