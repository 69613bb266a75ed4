import type { Passage } from "../note.ts";
import { noteLimits } from "../note-limits.ts";

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

/** The same with what comes to stand there when a copy next to it is moved away. */
interface Surroundings extends Side {
  prefixes: string[];
  suffixes: string[];
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
  /** Something else came in between. */
  neighbourNear: 3,
  /** "Example 3" where "Example 6" was: another one, or the same with an edit. */
  neighbourBeginsAlike: 3,
  neighbourGone: 0.6,
  otherWords: 0.01,
  /** What stood beyond a copy that stood next to it: this one was moved away. */
  copyGone: 0.5,
};
/** How far from a place its neighbour is looked for. */
const nearby = 300;
/** How much may have come in between two that stood one behind the other and were not moved. */
const together = 120;
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
  /** Whether a copy stood in the next block, and that is the same as the passage's. */
  isBesideCopy: boolean;
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
  const surroundings = withBeyond(
    [{ prefix, suffix }, ...around],
    spots.map((spot) => blockAround(text, spot)).filter((block, place, all) => all.indexOf(block) < place),
  );
  const inOrder = spotInOrder(text, spots, surroundings);
  if (inOrder) {
    const shares = spots.map((spot) => Number(spot === inOrder));
    return { own: inOrder, shares, isBesideCopy: true };
  }
  const standing = spots.map((spot) => standingAround(text, spot));
  const chances = surroundings.map((one) => standing.map((here) => chanceAt(here, one)));
  const weights = spots.map((_, place) => weightOf(chances, place));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / whole);
  const best = shares.indexOf(Math.max(...shares));
  return {
    own: (shares[best] as number) >= sure ? (spots[best] as Spot) : null,
    shares,
    isBesideCopy: surroundings[0] !== undefined && hasBeyond(surroundings[0]),
  };
}

/** Whether what stands around a place speaks rather for a copy of the passage than for itself, as far as the note says. */
export function isLikerCopy(text: string, spot: Stretch, { prefix, suffix, rival }: Passage): boolean {
  if (!rival?.around) return false;
  const standing = standingAround(text, spot);
  const own = chanceAt(standing, alone({ prefix, suffix }));
  return rival.around.some((side) => chanceAt(standing, alone(side)) > own);
}

function alone(side: Side): Surroundings {
  return { ...cut(side), prefixes: [], suffixes: [] };
}

/** As much of what stood around the passage as is kept of a copy. */
function cut({ prefix, suffix }: Side): Side {
  return { prefix: prefix.slice(-reach), suffix: suffix.slice(0, reach) };
}

/**
 * Where two blocks that are copies of each other stood one behind the other, whichever is moved away leaves the other with
 * what was around both.
 * @param blocks those that stand there twice
 */
function withBeyond(sides: readonly Side[], blocks: readonly string[]): Surroundings[] {
  const before = sides.map(({ prefix }) => isNext(turned(prefix), blocks.map(turned)));
  const behind = sides.map(({ suffix }) => isNext(suffix, blocks));
  const beyond = (own: number, facing: Next[], faced: Next[], sideOf: (side: Side) => string) =>
    sides.flatMap((side, one) => {
      const isPair = one !== own && facing[own] !== "other" && faced[one] !== "other";
      return isPair && (facing[own] === "copy" || faced[one] === "copy") ? [sideOf(cut(side))] : [];
    });
  return sides.map((side, own) => ({
    ...cut(side),
    prefixes: beyond(own, before, behind, ({ prefix }) => prefix),
    suffixes: beyond(own, behind, before, ({ suffix }) => suffix),
  }));
}

function hasBeyond({ prefixes, suffixes }: Surroundings): boolean {
  return prefixes.length + suffixes.length > 0;
}

/**
 * Of two that stood one behind the other and still do, or nearly, the one that is where the passage was; `null` where what
 * stood around both stands between them, for then one of them was moved.
 */
function spotInOrder<Spot extends Stretch>(
  text: string,
  spots: readonly Spot[],
  [own]: readonly Surroundings[],
): Spot | null {
  const [first, second, third] = [...spots].sort((one, other) => one.start - other.start);
  if (!own || !first || !second || third || !hasBeyond(own)) return null;
  const between = text.slice(first.end, second.start);
  if (between.lastIndexOf("\n") - between.indexOf("\n") > together) return null;
  const isSecond = own.prefixes.length > 0;
  const [before, behind] = isSecond ? [own.prefixes, [own.suffix]] : [[own.prefix], own.suffixes];
  const stays = (side: string, standing: string) => chanceOf(side, standing) >= likelier.shortNeighbourStays;
  const wasMoved =
    behind.some((side) => stays(side, between)) ||
    before.some((side) => stays(turned(side), turned(between)));
  return wasMoved ? null : isSecond ? second : first;
}

/** What stood in the next block: a copy of the own one, something else, or what the note does not reach. */
type Next = "copy" | "other" | "unknown";

/** @param side what stood on one side, from the quote outwards; so are the blocks read */
function isNext(side: string, blocks: readonly string[]): Next {
  const from = side.indexOf("\n") + 1;
  if (from === 0) return "unknown";
  const lineEnd = side.indexOf("\n", from);
  const next = side.slice(from, lineEnd < 0 ? side.length : lineEnd);
  if (lineEnd < 0 && next.length < telling) return "unknown";
  return blocks.some((block) => (lineEnd < 0 ? block.startsWith(next) : block === next)) ? "copy" : "other";
}

function blockAround(text: string, { start, end }: Stretch): string {
  const lineEnd = text.indexOf("\n", end);
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, lineEnd < 0 ? text.length : lineEnd);
}

/** What stands before and behind a place now, each from the quote outwards. */
function standingAround(text: string, { start, end }: Stretch) {
  return {
    before: turned(text.slice(Math.max(0, start - reach - nearby), start)),
    behind: text.slice(end, end + reach + nearby),
  };
}

function chanceAt(
  { before, behind }: ReturnType<typeof standingAround>,
  { prefix, suffix, prefixes, suffixes }: Surroundings,
): number {
  const chance = (side: string, beyond: string[], standing: string) =>
    Math.max(
      chanceOf(side, standing),
      ...beyond.map((other) => likelier.copyGone * chanceOf(other, standing)),
    );
  return chance(turned(prefix), prefixes.map(turned), before) * chance(suffix, suffixes, behind);
}

/**
 * @param side what stood on one side, from the quote outwards
 * @param standing what stands there now
 */
function chanceOf(side: string, standing: string): number {
  const border = side.indexOf("\n");
  const within = border < 0 ? side.length : border;
  const same = commonLength(side, standing);
  if (same < within) return likelier.otherWords;
  if (border < 0) return 1;
  const next = standing.charAt(same);
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
  if (!isShort && standing.includes(`\n${side.slice(from, to)}`, from)) return likelier.neighbourNear;
  return same - from >= telling ? likelier.neighbourBeginsAlike : likelier.neighbourGone;
}

function commonLength(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one.charCodeAt(same) === other.charCodeAt(same)) same++;
  return same;
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
