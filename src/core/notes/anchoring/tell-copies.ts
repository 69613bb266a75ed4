import type { Passage } from "../note.ts";
import { noteLimits } from "../note-limits.ts";
import { contextFrom } from "./exact-places.ts";

/** UTF-16 offsets into the page's text. */
interface Stretch {
  start: number;
  end: number;
}

/** What stood around the passage or around a copy of it. */
interface Side {
  prefix: string;
  suffix: string;
}

const reach = noteLimits.aroundCopy;

/**
 * How much likelier what stands on one side of a place is when the passage (or the copy) stands there than when anything
 * else does. Blocks may be moved, so that one which is gone says little; one that is still there says much, as hardly
 * anything else brings it there; and within a block others than its own words do not come without an edit.
 */
const likelier = {
  neighbourStays: 40,
  shortNeighbourStays: 6,
  /** "Example 3" where "Example 6" was: another one, or the same with an edit. */
  neighbourBeginsAlike: 3,
  neighbourGone: 0.6,
  otherWords: 0.01,
};
/** Characters of the next block by which it is told; a shorter block is as it was as a whole, or not. */
const telling = 8;
/** How sure it must be that the passage is the one. */
const sure = 0.9;

/** What is known of the places where a quote and its copies stand. */
export interface Told<Spot> {
  /** The one that was noted; `null` where it cannot be told. */
  own: Spot | null;
  /** How likely each of the places is the one, in their order: together 1. */
  shares: number[];
}

/**
 * Of places where a quote stands the one that was noted, told by what stood around it and around its copies: all ways in
 * which passage and copies can be given to the places are weighed, so that a place that has kept what stood around a copy is
 * that copy, however little is left around the passage itself.
 * @param spots all of the page
 * @returns `null` where some have gone, or where the note does not say what stood around the copies
 */
export function tellCopies<Spot extends Stretch>(
  text: string,
  spots: readonly Spot[],
  { prefix, suffix, rival }: Passage,
): Told<Spot> | null {
  const { copies, around } = rival ?? {};
  // What an import says of copies may not fit together.
  if (!around?.length || around.length !== copies) return null;
  if (spots.length <= copies || spots.length > noteLimits.copies + 1) return null;
  const sides = [ownSide({ prefix, suffix }), ...around];
  const chances = sides.map((side) => spots.map((spot) => chanceAt(text, spot, side)));
  const weights = spots.map((_, place) => weightOf(chances, place));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / whole);
  const best = shares.indexOf(Math.max(...shares));
  return { own: (shares[best] as number) >= sure ? (spots[best] as Spot) : null, shares };
}

/** Whether what stands around a place speaks rather for a copy of the passage than for itself, as far as the note says. */
export function isLikerCopy(text: string, spot: Stretch, { prefix, suffix, rival }: Passage): boolean {
  if (!rival?.around) return false;
  const own = chanceAt(text, spot, ownSide({ prefix, suffix }));
  return rival.around.some((side) => chanceAt(text, spot, side) > own);
}

/** As much of what stood around the passage as is kept of a copy. */
function ownSide({ prefix, suffix }: Side): Side {
  return { prefix: prefix.slice(-reach), suffix: suffix.slice(0, reach) };
}

function chanceAt(text: string, { start, end }: Stretch, { prefix, suffix }: Side): number {
  const { before, behind } = contextFrom(text, start, end - start, { prefix, suffix });
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
  const from = within + 1;
  const lineEnd = side.indexOf("\n", from);
  const to = lineEnd < 0 ? side.length : lineEnd;
  const isShort = to - from < telling;
  // Shorter than what is kept is a side where the text began or ended; a pair of surrogates may have been left out.
  const isWhole = lineEnd >= 0 || side.length < reach - 1;
  if (isShort && !isWhole) return 1;
  if (same >= to && (!isWhole || same > to || next === "\n" || next === ""))
    return isShort ? likelier.shortNeighbourStays : likelier.neighbourStays;
  return same - from >= telling ? likelier.neighbourBeginsAlike : likelier.neighbourGone;
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
