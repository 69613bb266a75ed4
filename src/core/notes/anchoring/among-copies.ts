/** Which of several places is the passage, where the quote had copies and what stands next to them is not enough. */
import type { Passage } from "../note.ts";
import type { Ground } from "./align-passage.ts";
import type { ExactPlace } from "./exact-places.ts";
import { findPlaces, type Place } from "./places.ts";
import { type Told, tellCopies } from "./tell-copies.ts";

/** So like the passage that nothing of it is missing. */
export const all = 0.999;
/** How far a place as like as that must be ahead of all copies. */
const completeMargin = 0.005;
/** What the one among all copies must be like. */
export const completeLikeness = 0.7;
/** What an edited place must be like where copies of the quote stand. */
export const editedLikeness = 0.85;
/** How much of a quote is there where it, or a copy of it, was edited. */
const editedQuote = 0.8;
/** How far ahead of copies that are all there, where what stands next to them does not tell which it is. */
const undecidedMargin = 0.1;

/** The place that is told from copies though it is not clear by itself; `null` where none is. */
export function amongCopies(
  ground: Ground,
  passage: Passage,
  exact: readonly ExactPlace[],
  best: Place | undefined,
  told: Told<ExactPlace> | null,
): Place | null {
  // Of two that stood one behind the other the one that is left has all that was around both.
  if (told?.isBesideCopy) return null;
  return completeAmongCopies(ground, passage, exact, best) ?? toldAmongEdited(ground, passage, exact);
}

/**
 * The place at which nothing of the passage is missing, if every copy that the quote had stands, too, and is less like the
 * passage: in such company it is no copy, even if one of them alone could be mistaken for it. White space may be another.
 */
function completeAmongCopies(
  ground: Ground,
  passage: Passage,
  exact: readonly ExactPlace[],
  best: Place | undefined,
): Place | null {
  const { quote, rival } = passage;
  if (!best || !rival?.copies || best.likeness < all) return null;
  const letters = withoutSpaces(quote);
  const standing = findPlaces(ground, passage, exact, completeLikeness).filter(
    ({ start, end }) => withoutSpaces(ground.text.slice(start, end)) === letters,
  );
  const [own, copy] = standing;
  const isComplete = standing.length > rival.copies && own?.start === best.start && copy !== undefined;
  return isComplete && own.score - copy.score >= completeMargin ? own : null;
}

/**
 * The place that is told from all copies where some of them, or the passage itself, have other words than they had, as when
 * typos were corrected.
 */
function toldAmongEdited(ground: Ground, passage: Passage, exact: readonly ExactPlace[]): Place | null {
  if (!passage.rival?.around) return null;
  const standing = findPlaces(ground, passage, exact, 0).filter(({ judged }) => judged.quote >= editedQuote);
  const own = tellCopies(ground.text, standing, passage)?.own;
  if (!own || own.likeness < editedLikeness) return null;
  // Where nothing was edited in any copy, something that was like the passage all along may have been left of it.
  const isOneAlone = exact.length === passage.rival.copies;
  return isOneAlone && own.judged.between > 0 ? null : own;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "");
}

/**
 * Whether a place is not told from copies that all stand, too: what stands next to it speaks for another one, or for none, and
 * what stands farther off does not make up for that. Where blocks were moved that may be the passage's by chance.
 */
export function isUndecided(
  place: Place,
  second: Place | undefined,
  exact: readonly ExactPlace[],
  { shares, isBesideCopy }: Told<ExactPlace>,
): boolean {
  const share = shares[exact.findIndex(({ start }) => start === place.start)];
  if (share !== undefined && share * 2 < Math.max(...shares)) return true;
  // What stands farther off is the same for two that stood one behind the other, whichever was moved away.
  if (isBesideCopy) return true;
  const needed = Math.min(undecidedMargin, 2.5 * (1 - place.likeness));
  return second !== undefined && place.score - second.score < needed;
}
