/**
 * Finding a note's passage again on a page that may have changed, from cheap to dear: where it stood; the quote as it was,
 * wherever it stands now; the place that a few unchanged pieces lead to; then the place of the whole page where most of quote,
 * prefix and suffix come together in order. A wrong place is worse than none: where the best is poor, no better than another
 * place was when the note was taken, or two are equally good, the note is an orphan and the places are offered.
 */
import type { Passage } from "../note.ts";
import { contextFrom, type ExactPlace, exactPlaces, longEnough, undoubted } from "./exact-places.ts";
import { patternOf } from "./pattern.ts";
import { findPlaces, leastQuote, likenessOf, type Place, quickPlace, scoreOf } from "./places.ts";
import { readWords, type Words } from "./read-words.ts";
import { sameWords } from "./same-words.ts";
import { tellCopies } from "./tell-copies.ts";

export { describePassage } from "./describe-passage.ts";

export type Anchoring =
  | {
      state: "found";
      start: number;
      end: number;
      how: "position" | "quote" | "fuzzy";
      /** 0 to 1: how much of quote and context stands there. */
      score: number;
      /** The words differ from what was quoted. */
      edited: boolean;
    }
  | {
      state: "orphan";
      /** Equally good or too poor places, the best first, at most 3. */
      candidates: { start: number; end: number; score: number }[];
    };

/** How far the best must be ahead of the second: less where all of the passage stands as it was. */
const [leastMargin, marginGrows, mostMargin] = [0.02, 0.2, 0.05];
/** Places offered for an orphan, and what they must at least be worth. */
const [mostOffered, leastOffered] = [3, 0.25];
/** What is taken for the likeness of other places where the note does not say it. */
const usualRival = 0.45;
/** Less of a side's context is none; how much of the quote must be there with one side, or ahead of others with none. */
const [oneSided, leastQuoteOneSided, aheadAlone] = [0.2, 0.45, 0.3];
/** How much of a side's context shows that an end of the quote which is not there any more stood here. */
const heldSide = 0.65;
/** Long words of quote and context together that no other place has by chance. */
const leastEvidence = 2;
/** Words that may have come into a quote without a look at the rest of the page. */
const mostBetween = 3;
/** What the one among all copies must be like, how far ahead of them, and what counts as the whole context. */
const [completeLikeness, copyMargin, wholeContext] = [0.7, 0.05, 0.97];
/** A shorter quote is unmistakable, too, if nothing half like it stood elsewhere. */
const [unlike, shortest] = [0.5, 8];
/** What is less like the passage is not it, whatever else is on the page. */
const leastLikeness = 0.4;

/**
 * @param text the page's text: blocks joined by line feeds; offsets are UTF-16 units into it
 * @param count counts characters, words and cells looked at, for tests
 */
export function anchorPassage(text: string, passage: Passage, count?: { steps: number }): Anchoring {
  return anchorer(text, count)(passage);
}

/** The same for several passages of one page: the page's words are read once, and only if they are needed. */
export function anchorer(text: string, count?: { steps: number }): (passage: Passage) => Anchoring {
  let words: Words | undefined;
  return (passage) => {
    const { quote } = passage;
    if (quote === "") return { state: "orphan", candidates: [] };
    if (standsWhereItStood(text, passage)) {
      const start = passage.start as number;
      return { state: "found", start, end: start + quote.length, how: "position", score: 1, edited: false };
    }
    const wasAlone = isUnmistakable(passage);
    if (wasAlone && passage.start !== undefined && text.startsWith(quote, passage.start))
      return foundExactly(text, passage, contextFrom(text, passage.start, quote.length, passage));
    const exact = exactPlaces(text, passage, count);
    const [only] = exact;
    // The quote stood once, and it still does.
    if (only && exact.length === 1 && wasAlone) return foundExactly(text, passage, only);
    const told = tellCopies(text, exact, passage);
    if (told) return foundExactly(text, passage, told);
    const sure = undoubted(exact, passage);
    if (sure && isSure(sure, passage)) return foundExactly(text, passage, sure);
    const pattern = patternOf(passage);
    if (!pattern) {
      // Signs alone cannot be weighed by words.
      return { state: "orphan", candidates: offered(exact.map((place) => exactOffer(text, passage, place))) };
    }
    const quick = quickPlace(text, passage, pattern, (place) => isBeyondDoubt(place, passage), count);
    if (quick) return foundLoosely(text, passage, quick);
    words ??= readWords(text, count);
    const places = findPlaces(
      { page: words, text, pattern, count },
      passage,
      exact,
      leastTaken(passage, exact.length),
    );
    const [best, second] = places;
    if (
      !best ||
      !isGood(text, best, passage, exact.length) ||
      (second && best.score - second.score < marginOf(best, passage))
    )
      return { state: "orphan", candidates: offered(places) };
    return foundLoosely(text, passage, best);
  };
}

function standsWhereItStood(text: string, { quote, prefix, suffix, start }: Passage): boolean {
  return (
    start !== undefined &&
    text.startsWith(quote, start) &&
    text.startsWith(suffix, start + quote.length) &&
    text.endsWith(prefix, start)
  );
}

/** A quote that cannot stand by chance where it was not taken: it stood once. */
function isUnmistakable({ quote, rival }: Passage): boolean {
  if (!rival || rival.copies > 0) return false;
  return quote.length >= longEnough || (quote.length >= shortest && rival.quote <= unlike);
}

/** Where copies of the quote were, only the whole context is enough without weighing it. */
function isSure(place: ExactPlace, passage: Passage): boolean {
  const least = passage.rival?.copies ? wholeContext : 0;
  return exactLikeness(place, passage) >= Math.max(least, neededLikeness(passage));
}

/** What a place must be like at least, so that it is clearly more like the passage than any other was. */
function neededLikeness({ rival }: Passage): number {
  const other = rival?.passage ?? usualRival;
  return Math.max(leastLikeness, other + Math.max(0.015, 0.15 * (1 - other)));
}

/** Below this no place is taken. @param standing how often the very quote stands on the page now */
function leastTaken(passage: Passage, standing: number): number {
  const { quote, rival } = passage;
  // With every copy that there was the one that was noted is there, too; which it is, the margin tells.
  const isComplete = rival !== undefined && standing > rival.copies && quote.length >= shortest;
  return isComplete ? Math.min(completeLikeness, neededLikeness(passage)) : neededLikeness(passage);
}

function isGood(text: string, place: Place, passage: Passage, standing: number): boolean {
  const { likeness, judged, start, end } = place;
  if (text.slice(start, end) === passage.quote) return likeness >= leastTaken(passage, standing);
  return (
    likeness >= neededLikeness(passage) &&
    judged.quote >= neededQuote(judged, passage) &&
    judged.evidence >= leastEvidence
  );
}

/** How much of the quote must be there, by what is there of its context. */
function neededQuote({ prefix, suffix }: Place["judged"], { rival }: Passage): number {
  const sides = [prefix ?? 1, suffix ?? 1];
  if (Math.max(...sides) < oneSided) return Math.min(0.95, (rival?.quote ?? usualRival) + aheadAlone);
  // With one side alone something else may stand in the place of what was deleted.
  return Math.min(...sides) < oneSided ? leastQuoteOneSided : leastQuote;
}

/** The very quote at another place must be far behind. */
function marginOf({ likeness }: Place, { rival }: Passage): number {
  const grown = Math.min(mostMargin, leastMargin + marginGrows * (1 - likeness));
  return rival?.copies ? Math.max(grown, Math.min(copyMargin, 3 * (1 - likeness))) : grown;
}

/** Good without a look at the rest of the page. */
function isBeyondDoubt(place: Place, passage: Passage): boolean {
  const { quote, prefix, suffix, between } = place.judged;
  const hasContext = (prefix ?? 1) + (suffix ?? 1) >= 1;
  // An end that was rewritten has its context directly behind it, or the rest of the quote may stand farther off.
  const [begins, ends] = [
    place.judged.firstSame || (prefix ?? 0) >= heldSide,
    place.judged.lastSame || (suffix ?? 0) >= heldSide,
  ];
  return (
    begins &&
    ends &&
    between <= mostBetween &&
    quote >= 0.6 &&
    hasContext &&
    place.likeness >= neededLikeness(passage) + 0.1
  );
}

/** By the letters of the context. */
function exactLikeness({ before, behind }: ExactPlace, { prefix, suffix }: Passage): number {
  return likenessOf(
    1,
    prefix === "" ? null : before / prefix.length,
    suffix === "" ? null : behind / suffix.length,
  );
}

function exactOffer(text: string, passage: Passage, place: ExactPlace) {
  const { start } = place;
  const score = scoreOf(exactLikeness(place, passage), start, passage, text);
  return { start, end: start + passage.quote.length, score };
}

function foundExactly(text: string, passage: Passage, place: ExactPlace): Anchoring {
  return { state: "found", how: "quote", edited: false, ...exactOffer(text, passage, place) };
}

function foundLoosely(text: string, { quote }: Passage, { start, end, score }: Place): Anchoring {
  const found = text.slice(start, end);
  const how = found === quote ? "quote" : "fuzzy";
  return { state: "found", start, end, how, score, edited: !sameWords(found, quote) };
}

function offered(places: { start: number; end: number; score: number }[]) {
  return [...places]
    .sort((one, other) => other.score - one.score || one.start - other.start)
    .filter(({ score }) => score >= leastOffered)
    .slice(0, mostOffered)
    .map(({ start, end, score }) => ({ start, end, score }));
}
