/** Ways to find a passage again that the bench compares, ours among them; each remembers what it would have saved. */
import search from "approx-string-match";
import { toTextPosition } from "dom-anchor-text-quote";
import { anchorPassage, describePassage } from "../../../src/core/notes/anchoring/anchor-passage.ts";
import { passageLimits } from "../../../src/core/notes/note-limits.ts";
import type { Stretch } from "./pick-quote.ts";

/** A place, or those that are offered where none is sure: nothing for "not there". */
export type Answer = Stretch | readonly Stretch[];

export interface Finder {
  name: string;
  /**
   * @returns what reads again what was saved of the passage and gives what finds it on a page. Each reading is a new one, as
   * on a page that was just opened: nobody keeps what an earlier search worked out.
   */
  remember(text: string, passage: Stretch): () => (page: string) => Answer;
}

const notThere: Answer = [];

/** @param save what is saved, in a form that JSON has */
function finder<Saved>(
  name: string,
  save: (text: string, passage: Stretch) => Saved,
  find: (page: string, saved: Saved) => Answer,
): Finder {
  return {
    name,
    remember(text, passage) {
      const stored = JSON.stringify(save(text, passage));
      return () => {
        const saved: Saved = JSON.parse(stored);
        return (page) => find(page, saved);
      };
    },
  };
}

const own = finder(
  "Telecom Lens",
  (text, { start, end }) => describePassage(text, start, end),
  (page, passage) => {
    const anchoring = anchorPassage(page, passage);
    return anchoring.state === "found" ? anchoring : anchoring.candidates;
  },
);

/** Characters of context that Hypothesis and dom-anchor-text-quote save on each side. */
const theirContext = 32;

/** Selectors by text quote and text position, as one. */
interface Selectors extends Stretch {
  exact: string;
  prefix: string;
  suffix: string;
}

function selectorsOf(text: string, { start, end }: Stretch, context: number): Selectors {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - context), start),
    suffix: text.slice(end, end + context),
    start,
    end,
  };
}

const hypothesis = finder(
  "Hypothesis",
  (text, passage) => selectorsOf(text, passage, theirContext),
  hypothesisWay,
);

/** The same with as much context as we save, so that what is compared is the way of searching alone. */
const hypothesisWithOurContext = finder(
  "Hypothesis, our context",
  (text, passage) => selectorsOf(text, passage, passageLimits.context),
  hypothesisWay,
);

const domAnchor = finder(
  "dom-anchor-text-quote",
  (text, passage) => selectorsOf(text, passage, theirContext),
  (page, { exact, prefix, suffix, start }) => {
    // Of a document it reads this property alone.
    const root = { textContent: page } as unknown as Node;
    return toTextPosition(root, { exact, prefix, suffix }, { hint: start }) ?? notThere;
  },
);

export const finders: readonly Finder[] = [own, hypothesis, hypothesisWithOurContext, domAnchor];

/**
 * What Hypothesis does as its client documents it (src/annotator/anchoring): the position, if the quote stands there;
 * otherwise all best approximate matches of the quote (up to half of it different, at most 256), each scored by quote (50),
 * prefix (20), suffix (20) and nearness (2), the highest taken.
 */
function hypothesisWay(page: string, { exact: quote, prefix, suffix, start, end }: Selectors): Answer {
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
  return scored[0]?.match ?? notThere;
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
