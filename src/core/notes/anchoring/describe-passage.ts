import type { Passage } from "../note.ts";
import { passageLimits } from "../note-limits.ts";
import { contextOf, halvesPair } from "./context-of.ts";
import { findRival } from "./find-rival.ts";
import { patternOf } from "./pattern.ts";

/**
 * What a note keeps of a stretch of a text, so that `anchorPassage` finds it again. A quote that is too long is cut; `end`
 * is then the end of what is kept. No pair of surrogates is cut in two.
 * @param start @param end UTF-16 offsets into `text`; the stretch must not be empty
 */
export function describePassage(text: string, start: number, end: number): Passage {
  const from = halvesPair(text, start) ? start - 1 : start;
  const longest = Math.min(end, from + passageLimits.quote);
  const to = halvesPair(text, longest) ? (longest < end ? longest - 1 : longest + 1) : longest;
  const place = { start: from, end: to };
  const { prefix, suffix } = contextOf(text, place, passageLimits.context);
  const passage = { quote: text.slice(from, to), prefix, suffix, ...place };
  return { ...passage, rival: findRival(text, passage, patternOf(passage)) };
}
