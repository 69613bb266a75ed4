import type { Ground } from "./align-passage.ts";
import type { Judged } from "./judge-place.ts";
import type { Region } from "./likely-regions.ts";
import { isLong } from "./pattern.ts";

/** Words that may have come in between two parts of a quote. */
export const mostInserted = 120;
/** With less of a side's context, an end of the quote that is not there may stand farther off. */
const partedSide = 0.4;
/** Words around a place that are looked at once more. */
const slack = 10;

/**
 * Where on the page the rest of a quote may stand of which an end is lost, with the context there: beyond something long that
 * came in between. Regions are chosen by where most words are, and what was parted may be a word or two.
 * @returns `null` where no end is lost like that
 */
export function partedRegion({ page, pattern }: Ground, judged: Judged): Region | null {
  const { first, last, firstSame, lastSame, prefix, suffix } = judged;
  const isLost = (isSame: boolean, side: number | null) => !isSame && side !== null && side < partedSide;
  const before = isLost(firstSame, prefix) ? mostInserted : 0;
  const behind = isLost(lastSame, suffix) ? mostInserted : 0;
  if (before + behind === 0) return null;
  const around = slack + (isLong(pattern) ? 0 : pattern.quoteTo - pattern.quoteFrom);
  return {
    from: Math.max(0, first - (pattern.quoteFrom - pattern.from) - around - before),
    to: Math.min(page.count, last + 1 + (pattern.to - pattern.quoteTo) + around + behind),
  };
}
