/** Ways to find a passage again that the bench compares, ours among them; each remembers what it would have saved. */
import search from "approx-string-match";
import { toTextPosition } from "dom-anchor-text-quote";
import { anchorPassage, describePassage } from "../../../src/core/notes/anchoring/anchor-passage.ts";
import type { Stretch } from "./pick-quote.ts";

export interface Finder {
  name: string;
  /** @returns what finds the passage on a page: its place, or `null` for "not there" */
  remember(text: string, passage: Stretch): (page: string) => Stretch | null;
}

const own: Finder = {
  name: "Telecom Lens",
  remember: (text, { start, end }) => {
    const passage = describePassage(text, start, end);
    return (page) => {
      const anchoring = anchorPassage(page, passage);
      return anchoring.state === "found" ? anchoring : null;
    };
  },
};

/** Characters of context that Hypothesis and dom-anchor-text-quote save on each side. */
const theirContext = 32;

const hypothesis: Finder = {
  name: "Hypothesis",
  remember: (text, passage) => hypothesisFinder(text, passage, theirContext),
};

/** The same with as much context as we save, so that what is compared is the way of searching alone. */
const hypothesisWithOurContext: Finder = {
  name: "Hypothesis, our context",
  remember: (text, passage) => hypothesisFinder(text, passage, 200),
};

const domAnchor: Finder = {
  name: "dom-anchor-text-quote",
  remember: (text, { start, end }) => {
    const selector = {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - theirContext), start),
      suffix: text.slice(end, end + theirContext),
    };
    return (page) => {
      // Of a document it reads this property alone.
      const root = { textContent: page } as unknown as Node;
      return toTextPosition(root, selector, { hint: start });
    };
  },
};

export const finders: readonly Finder[] = [own, hypothesis, hypothesisWithOurContext, domAnchor];

/**
 * What Hypothesis does as its client documents it (src/annotator/anchoring): the position, if the quote stands there;
 * otherwise all best approximate matches of the quote (up to half of it different, at most 256), each scored by quote (50),
 * prefix (20), suffix (20) and nearness (2), the highest taken.
 */
function hypothesisFinder(text: string, { start, end }: Stretch, context: number) {
  const quote = text.slice(start, end);
  const prefix = text.slice(Math.max(0, start - context), start);
  const suffix = text.slice(end, end + context);
  return (page: string): Stretch | null => {
    if (page.slice(start, end) === quote) return { start, end };
    const matches = closest(page, quote, Math.min(256, quote.length / 2));
    const likeness = (part: string, wanted: string) => {
      if (wanted === "") return 1;
      const [first] = part === "" ? [] : closest(part, wanted, wanted.length);
      return first ? 1 - first.errors / wanted.length : 0;
    };
    const scored = matches.map((match) => ({
      match,
      score:
        50 * (1 - match.errors / quote.length) +
        20 * likeness(page.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
        20 * likeness(page.slice(match.end, match.end + suffix.length), suffix) +
        2 * (1 - Math.abs(match.start - start) / page.length),
    }));
    scored.sort((one, other) => other.score - one.score);
    return scored[0]?.match ?? null;
  };
}

/** Exact matches if there are any, otherwise those with the fewest errors. */
function closest(
  text: string,
  wanted: string,
  errors: number,
): { start: number; end: number; errors: number }[] {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    exact.push({ start: at, end: at + wanted.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, wanted, errors);
}
