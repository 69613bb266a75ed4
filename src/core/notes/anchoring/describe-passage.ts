import type { Passage } from "../note.ts";
import { noteLimits } from "../note-limits.ts";
import { findRival } from "./find-rival.ts";
import { patternOf } from "./pattern.ts";

/**
 * What a note keeps of a stretch of a text, so that `anchorPassage` finds it again. A quote that is too long is cut; `end`
 * is then the end of what is kept. No pair of surrogates is cut in two.
 * @param start @param end UTF-16 offsets into `text`; the stretch must not be empty
 */
export function describePassage(text: string, start: number, end: number): Passage {
  const from = halvesPair(text, start) ? start - 1 : start;
  const longest = Math.min(end, from + noteLimits.quote);
  const to = halvesPair(text, longest) ? (longest < end ? longest - 1 : longest + 1) : longest;
  const before = Math.max(0, from - noteLimits.context);
  const behind = Math.min(text.length, to + noteLimits.context);
  const passage = {
    quote: text.slice(from, to),
    prefix: text.slice(halvesPair(text, before) ? before + 1 : before, from),
    suffix: text.slice(to, halvesPair(text, behind) ? behind - 1 : behind),
    start: from,
    end: to,
  };
  const pattern = patternOf(passage);
  return pattern ? { ...passage, rival: findRival(text, passage, pattern) } : passage;
}

/** Whether a cut here would part the halves of one character. */
function halvesPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
