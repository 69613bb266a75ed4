/**
 * Finding a note's passage again on a page that may have changed, from cheap to dear: where it stood; the quote as it was,
 * wherever it stands now; the place that a few unchanged pieces lead to; then the place of the whole page where most of quote,
 * prefix and suffix come together in order. A wrong place is worse than none: where the best is poor, no better than another
 * place was when the note was taken, or two are equally good, the note is an orphan and the places are offered.
 */
import type { Passage } from "../note.ts";
import { all, amongCopies, completeLikeness, editedLikeness, isUndecided } from "./among-copies.ts";
import { type ExactPlace, exactPlaces, exactStarts, longEnough, undoubted } from "./exact-places.ts";
import { patternOf } from "./pattern.ts";
import { findPlaces, heldSide, leastQuote, likenessOf, type Place, quickPlace, scoreOf } from "./places.ts";
import { readWords, type Words } from "./read-words.ts";
import { sameWords } from "./same-words.ts";
import { isLikerCopy, tellCopies } from "./tell-copies.ts";

export { describePassage } from "./describe-passage.ts";

export type Anchoring =
  | {
      state: "found";
      start: number;
      end: number;
      how: "position" | "quote" | "fuzzy";
      /** The words differ from what was quoted. */
      edited: boolean;
    }
  | {
      state: "orphan";
      /** Equally good or too poor places, the best first, at most 3. The score is 0 to 1: how much of the passage stands there. */
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
/** Long words of quote and context together that no other place has by chance. */
const leastEvidence = 2;
/** Words that may have come into a quote without a look at the rest of the page. */
const mostBetween = 3;
/** How far the one among all copies must be ahead of them, and what counts as the whole context. */
const [copyMargin, wholeContext] = [0.05, 0.97];
/** How far an edited place must be ahead of the copies where every one of them still stands as it was. */
const editedMargin = 0.01;
/** A shorter quote is unmistakable, too, if nothing half like it stood elsewhere. */
const [unlike, shortest] = [0.5, 8];
/**
 * A quote of this length at the very offset where it stood is the passage, though it had copies: these are parted by more or
 * less than what came in or went. Rows of a table may be as long as each other, but quotes of their cells are shorter.
 */
const staysLength = 64;
/** What is less like the passage is not it, whatever else is on the page. */
const leastLikeness = 0.4;

/**
 * @param text the page's text: blocks joined by line feeds; offsets are UTF-16 units into it
 * @param count counts characters, words and cells looked at, for tests
 */
export function anchorPassage(text: string, passage: Passage, count?: { steps: number }): Anchoring {
  return whereItStood(text, passage) ?? lookFor({ text, words: null, count }, passage);
}

/** The same for several passages of one page: the page's words are read once, and only if they are needed. */
export function anchorer(text: string, count?: { steps: number }): (passage: Passage) => Anchoring {
  const page: Page = { text, words: null, count };
  return (passage) => whereItStood(text, passage) ?? lookFor(page, passage);
}

interface Page {
  text: string;
  /** `null` until they are needed. */
  words: Words | null;
  count: { steps: number } | undefined;
}

/** The quote where it stood; a short one with its context, unless it was the only one of the page. */
function whereItStood(text: string, passage: Passage): Anchoring | null {
  const { quote, start } = passage;
  if (start === undefined) return null;
  const end = start + quote.length;
  // Pieces are compared faster than a search at one place.
  if (end === start || text.slice(start, end) !== quote) return null;
  // Nothing else of the note is read for most: that takes longer than to compare.
  if (quote.length < staysLength && !isUnmistakable(passage) && !hasContext(text, start, end, passage))
    return null;
  // A copy that stood next to it has come to its place where it was moved away.
  if (passage.rival?.copies && isLikerCopy(text, { start, end }, passage)) return null;
  return { state: "found", start, end, how: "position", edited: false };
}

function hasContext(text: string, start: number, end: number, { prefix, suffix }: Passage): boolean {
  return text.slice(end, end + suffix.length) === suffix && text.endsWith(prefix, start);
}

function lookFor(page: Page, passage: Passage): Anchoring {
  const { text, count } = page;
  const { quote } = passage;
  if (quote === "") return { state: "orphan", candidates: [] };
  const starts = exactStarts(text, quote, count);
  const [only] = starts;
  // The quote stood once, and it still does.
  if (only !== undefined && starts.length === 1 && isUnmistakable(passage))
    return foundExactly(passage, only);
  const exact = exactPlaces(text, passage, starts, count);
  const told = tellCopies(text, exact, passage);
  if (told?.own) return foundExactly(passage, told.own.start);
  const sure = undoubted(exact, passage);
  if (sure && isSure(sure, passage)) return foundExactly(passage, sure.start);
  const pattern = patternOf(passage);
  if (!pattern) {
    // Signs alone cannot be weighed by words.
    return { state: "orphan", candidates: offered(exact.map((place) => exactOffer(text, passage, place))) };
  }
  const quick = quickPlace(text, passage, pattern, (place) => isBeyondDoubt(place, passage), count);
  if (quick) return foundLoosely(text, passage, quick);
  page.words ??= readWords(text, count);
  const ground = { page: page.words, text, pattern, count };
  const places = findPlaces(ground, passage, exact, leastTaken(passage, exact.length));
  const [best, second] = places;
  const isClear =
    best &&
    isGood(text, best, passage, exact.length) &&
    !(second && best.score - second.score < marginOf(text, best, passage, exact.length)) &&
    !(told && isUndecided(best, second, exact, told)) &&
    !isLikerCopy(text, best, passage);
  const found = isClear ? best : amongCopies(ground, passage, exact, best, told);
  return found ? foundLoosely(text, passage, found) : { state: "orphan", candidates: offered(places) };
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
  const needed = Math.max(leastLikeness, other + Math.max(0.015, 0.15 * (1 - other)));
  // A place that has all of the passage is more like it than one that had nearly all.
  return other < all ? Math.min(all, needed) : needed;
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
  const needed = neededLikeness(passage);
  return (
    likeness >= (isLeftOver(text, place, passage, standing) ? Math.min(editedLikeness, needed) : needed) &&
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

/** Every copy of the quote still stands as it was: what is nearly the quote, and none of them, is what was noted. */
function isLeftOver(
  text: string,
  { start, end }: Place,
  { quote, rival }: Passage,
  standing: number,
): boolean {
  const { copies = 0 } = rival ?? {};
  return copies > 0 && standing === copies && quote.length >= longEnough && text.slice(start, end) !== quote;
}

/** The very quote at another place must be far behind. */
function marginOf(text: string, place: Place, passage: Passage, standing: number): number {
  const { likeness } = place;
  const { rival } = passage;
  if (likeness >= editedLikeness && isLeftOver(text, place, passage, standing)) return editedMargin;
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

function foundExactly({ quote }: Passage, start: number): Anchoring {
  return { state: "found", start, end: start + quote.length, how: "quote", edited: false };
}

function foundLoosely(text: string, { quote }: Passage, { start, end }: Place): Anchoring {
  const found = text.slice(start, end);
  const how = found === quote ? "quote" : "fuzzy";
  return { state: "found", start, end, how, edited: !sameWords(found, quote) };
}

function offered(places: { start: number; end: number; score: number }[]) {
  return [...places]
    .sort((one, other) => other.score - one.score || one.start - other.start)
    .filter(({ score }) => score >= leastOffered)
    .slice(0, mostOffered)
    .map(({ start, end, score }) => ({ start, end, score }));
}
