import type { Passage } from "../note.ts";
import { passageLimits } from "../note-limits.ts";
import { sameFrom } from "./exact-places.ts";

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

/** What stands before and behind a place, each from the quote outwards. */
type Around = readonly [before: string, behind: string];
/** On either side what stood there, and what comes to stand there when a copy next to it is moved away. */
type Expected = readonly (readonly string[])[];

const reach = passageLimits.aroundCopy;

/*
 * How much likelier what stands on one side of a place is when the passage (or the copy) stands there than when anything
 * else does. Blocks may be moved, so that one which is gone says little; one that is still there says much, as hardly
 * anything else brings it there; and within a block others than its own words do not come without an edit.
 */
const neighbourStays = 40;
const shortNeighbourStays = 6;
/** Something else came in between, or it is "Example 3" where "Example 6" was: another one, or the same with an edit. */
const neighbourNearOrAlike = 3;
const neighbourGone = 0.6;
const otherWords = 0.01;
/** What stood beyond a copy that stood next to it: this one was moved away. */
const copyGone = 0.5;

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
  passage: Passage,
): Told<Spot> | null {
  const { copies, around } = passage.rival ?? {};
  // What an import says of copies may not fit together.
  if (!around?.length || around.length !== copies) return null;
  if (spots.length <= copies || spots.length > passageLimits.copies + 1) return null;
  const blocks = spots.map((spot) => blockAround(text, spot));
  const expected = withBeyond(
    [passage, ...around].map(aroundIn),
    blocks.filter((block, place) => blocks.indexOf(block) < place),
  );
  const isBesideCopy = (expected[0] as Expected).some(({ length }) => length > 1);
  const inOrder = isBesideCopy && spotInOrder(text, spots, expected[0] as Expected);
  const standing = spots.map((spot) => standingAround(text, spot));
  const chances = expected.map((one) => standing.map((here) => chanceAt(here, one)));
  const weights = spots.map((spot, place) => (inOrder ? Number(spot === inOrder) : weightOf(chances, place)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / whole);
  const best = shares.indexOf(Math.max(...shares));
  return { own: (shares[best] as number) >= sure ? (spots[best] as Spot) : null, shares, isBesideCopy };
}

/** Whether what stands around a place speaks rather for a copy of the passage than for itself, as far as the note says. */
export function isLikerCopy(text: string, spot: Stretch, passage: Passage): boolean {
  const { around } = passage.rival ?? {};
  if (!around) return false;
  const standing = standingAround(text, spot);
  const chance = (side: Side) =>
    chanceAt(
      standing,
      aroundIn(side).map((one) => [one]),
    );
  return around.some((side) => chance(side) > chance(passage));
}

/** As much of what stood around the passage as is kept of a copy. */
function aroundIn({ prefix, suffix }: Side): Around {
  return [turned(prefix.slice(-reach)), suffix.slice(0, reach)];
}

/** What stands around a place now. */
function standingAround(text: string, { start, end }: Stretch): Around {
  const far = reach + nearby;
  return [turned(text.slice(Math.max(0, start - far), start)), text.slice(end, end + far)];
}

/**
 * Where two blocks that are copies of each other stood one behind the other, whichever is moved away leaves the other with
 * what was around both.
 * @param blocks those that stand there twice
 */
function withBeyond(stood: readonly Around[], blocks: readonly string[]): Expected[] {
  const read = [blocks.map(turned), blocks];
  const next = stood.map((around) => around.map((side, at) => howLikeCopy(side, read[at] as string[])));
  const isPair = (own: number, other: number, at: number) =>
    own !== other && (next[own]?.[at] as number) * (next[other]?.[1 - at] as number) > 1;
  return stood.map((around, own) =>
    around.map((side, at) => [
      side,
      ...stood.filter((_, other) => isPair(own, other, at)).map((other) => other[at] as string),
    ]),
  );
}

/**
 * Whether a copy of the own block stood in the next one: 0 where it did not, 1 where the note does not reach so far, 2 where it did.
 * @param blocks read in the direction of the side
 */
function howLikeCopy(side: string, blocks: readonly string[]): number {
  const [, next, beyond] = side.split("\n");
  const isWhole = beyond !== undefined;
  if (next === undefined || (!isWhole && next.length < telling)) return 1;
  return blocks.some((block) => (isWhole ? block === next : block.startsWith(next))) ? 2 : 0;
}

/**
 * Of two that stood one behind the other and still do, or nearly, the one that is where the passage was; `undefined` where what
 * stood around both stands between them, for then one of them was moved.
 */
function spotInOrder<Spot extends Stretch>(
  text: string,
  spots: readonly Spot[],
  expected: Expected,
): Spot | undefined {
  const inOrder = [...spots].sort((one, other) => one.start - other.start);
  const [first, second, third] = inOrder;
  if (!first || !second || third) return undefined;
  const between = text.slice(first.end, second.start);
  if (between.lastIndexOf("\n") - between.indexOf("\n") > together) return undefined;
  const wasMoved = expected.some(
    (sides, at) => chanceOf(sides.at(-1) as string, at ? between : turned(between)) >= shortNeighbourStays,
  );
  // With one copy there is no more than one that may have stood before the passage.
  const stoodBefore = (expected[0]?.length as number) - 1;
  return wasMoved ? undefined : inOrder[stoodBefore];
}

function blockAround(text: string, { start, end }: Stretch): string {
  const lineEnd = text.indexOf("\n", end);
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, lineEnd < 0 ? text.length : lineEnd);
}

function chanceAt(standing: Around, expected: Expected): number {
  return standing.reduce((whole, here, at) => {
    const [own, ...beyond] = (expected[at] as string[]).map((side) => chanceOf(side, here));
    return whole * Math.max(own as number, ...beyond.map((chance) => copyGone * chance));
  }, 1);
}

/**
 * @param side what stood on one side, from the quote outwards
 * @param standing what stands there now
 */
function chanceOf(side: string, standing: string): number {
  const [{ length: within }, next, beyond] = side.split("\n") as [string, string?, string?];
  const same = sameFrom(standing, 0, side);
  if (same < within) return otherWords;
  if (next === undefined) return 1;
  // The page may end where the block does.
  if (same === within) return standing.length > same ? otherWords : neighbourGone;
  const to = within + 1 + next.length;
  const isShort = next.length < telling;
  // Shorter than what is kept is a side where the text began or ended; a pair of surrogates may have been left out.
  const isWhole = beyond !== undefined || side.length < reach - 1;
  if (isShort && !isWhole) return 1;
  if (same >= to && (!isWhole || same > to || "\n".includes(standing.charAt(same))))
    return isShort ? shortNeighbourStays : neighbourStays;
  const isNear = !isShort && standing.includes(`\n${next}`, within + 1);
  return isNear || same - within > telling ? neighbourNearOrAlike : neighbourGone;
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
