import type { Passage } from "../note.ts";
import { passageLimits } from "../note-limits.ts";
import { contextOf } from "./context-of.ts";
import { exactPlaces } from "./exact-places.ts";
import type { Pattern } from "./pattern.ts";
import { findPlaces, leastQuote } from "./places.ts";
import { readWords } from "./read-words.ts";

const [sentenceEnd, blockEnd] = [/[.!?。！？\n]/, /\n/];

/** What may be deleted with a passage: nothing, its sentences, these and the ones behind or before them, its block. */
const losses: { border: RegExp; before: number; behind: number }[] = [
  { border: sentenceEnd, before: 0, behind: 0 },
  { border: sentenceEnd, before: 1, behind: 1 },
  { border: sentenceEnd, before: 1, behind: 2 },
  { border: sentenceEnd, before: 2, behind: 1 },
  { border: blockEnd, before: 1, behind: 1 },
];

/**
 * What would be taken for a passage if it were gone: how like it, and how like its quote alone, the most similar place is on
 * the page without it. Only what is clearly more like it than this can be the passage itself.
 *
 * @param pattern `null` for a passage of signs alone: it cannot be weighed, so that anything may be like it
 */
export function findRival(
  text: string,
  passage: Passage & { start: number; end: number },
  pattern: Pattern | null,
): NonNullable<Passage["rival"]> {
  const rival = pattern ? mostLike(text, passage, pattern) : { passage: 1, quote: 1 };
  const length = passage.end - passage.start;
  const copies = exactPlaces(text, passage).filter(({ start }) => start !== passage.start);
  return {
    ...rival,
    copies: copies.length,
    ...(copies.length > 0 &&
      copies.length <= passageLimits.copies && {
        around: copies.map(({ start }) =>
          contextOf(text, { start, end: start + length }, passageLimits.aroundCopy),
        ),
      }),
  };
}

function mostLike(text: string, passage: Passage & { start: number; end: number }, pattern: Pattern) {
  const rival = { passage: 0, quote: 0 };
  for (const rest of new Set(losses.map((loss) => without(text, passage, loss)))) {
    const ground = { page: readWords(rest), text: rest, pattern };
    for (const { judged, likeness } of findPlaces(ground, passage, exactPlaces(rest, passage), 0)) {
      rival.quote = Math.max(rival.quote, judged.quote);
      // Its own context with a stray word for the quote is no place.
      if (judged.quote >= leastQuote) rival.passage = Math.max(rival.passage, likeness);
    }
  }
  return { passage: threeDigits(rival.passage), quote: threeDigits(rival.quote) };
}

function threeDigits(share: number): number {
  return Math.min(1, Math.ceil(share * 1000) / 1000);
}

/** A text without a passage and what stands up to so many borders on each side. */
function without(
  text: string,
  { start, end }: { start: number; end: number },
  { border, before, behind }: (typeof losses)[number],
): string {
  let [from, to] = [start, end];
  for (let passed = 0; passed < before && from > 0; passed++) {
    if (passed > 0) from--;
    while (from > 0 && !border.test(text.charAt(from - 1))) from--;
  }
  for (let passed = 0; passed < behind && to < text.length; passed++) {
    if (passed > 0) to++;
    while (to < text.length && !border.test(text.charAt(to - 1))) to++;
  }
  // What is left of a block ends as the block did.
  const isBlockLeft = from > 0 && text.charAt(from - 1) !== "\n";
  if (to > end && text.charAt(to - 1) === "\n" && isBlockLeft) to--;
  return text.slice(0, from) + text.slice(to);
}
