import type { Passage } from "../note.ts";
import { exactPlaces } from "./exact-places.ts";
import type { Pattern } from "./pattern.ts";
import { findPlaces, leastQuote } from "./places.ts";
import { readWords } from "./read-words.ts";

/** What may be deleted with a passage, by what it ends at: nothing, its sentences, its block. */
const borders = [null, /[.!?。！？\n]/, /\n/];

/**
 * What would be taken for a passage if it were gone: how like it, and how like its quote alone, the most similar place is on
 * the page without it. Only what is clearly more like it than this can be the passage itself.
 */
export function findRival(
  text: string,
  passage: Passage & { start: number; end: number },
  pattern: Pattern,
): NonNullable<Passage["rival"]> {
  const rival = { passage: 0, quote: 0 };
  for (const rest of new Set(borders.map((border) => without(text, passage, border)))) {
    const ground = { page: readWords(rest), text: rest, pattern };
    for (const { judged, likeness } of findPlaces(ground, passage, exactPlaces(rest, passage))) {
      rival.quote = Math.max(rival.quote, judged.quote);
      // Its own context with a stray word for the quote is no place.
      if (judged.quote >= leastQuote) rival.passage = Math.max(rival.passage, likeness);
    }
  }
  return {
    passage: twoDigits(rival.passage),
    quote: twoDigits(rival.quote),
    copies: exactPlaces(text, passage).length - 1,
  };
}

function twoDigits(share: number): number {
  return Math.min(1, Math.ceil(share * 100) / 100);
}

function without(
  text: string,
  { start, end }: { start: number; end: number },
  border: RegExp | null,
): string {
  let [from, to] = [start, end];
  if (border) {
    while (from > 0 && !border.test(text.charAt(from - 1))) from--;
    while (to < text.length && !border.test(text.charAt(to - 1))) to++;
  }
  return text.slice(0, from) + text.slice(to);
}
