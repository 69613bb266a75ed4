import { contextFrom } from "../../../src/core/notes/anchoring/exact-places.ts";
import { type Stretch, tellingContext } from "./pick-quote.ts";

/**
 * Whether nobody can know which of several places of a page is the passage, now that the page was damaged: the very quote
 * stands somewhere else, too, with as much around it of what stood around the passage as is left around the passage itself.
 * @param truth where the passage stands on the damaged page
 */
export function isUntold(text: string, passage: Stretch, page: string, truth: Stretch | null): boolean {
  const quote = text.slice(passage.start, passage.end);
  if (!truth || page.slice(truth.start, truth.end) !== quote) return false;
  const context = {
    prefix: text.slice(Math.max(0, passage.start - tellingContext), passage.start),
    suffix: text.slice(passage.end, passage.end + tellingContext),
  };
  const kept = (start: number) => {
    const { before, behind } = contextFrom(page, start, quote.length, context);
    return before + behind;
  };
  const own = kept(truth.start);
  for (let at = page.indexOf(quote); at >= 0; at = page.indexOf(quote, at + 1))
    if (at !== truth.start && kept(at) >= own) return true;
  return false;
}
