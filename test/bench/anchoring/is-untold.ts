import { contextOf } from "../../../src/core/notes/anchoring/context-of.ts";
import { exactStarts } from "../../../src/core/notes/anchoring/exact-places.ts";
import { noteLimits } from "../../../src/core/notes/note-limits.ts";
import type { Stretch } from "./pick-quote.ts";

/** What stood around a passage, or a copy of its quote. */
interface Context {
  prefix: string;
  suffix: string;
}

/** Words in a row that are one piece of a context, and how far from a place one is looked for. */
const [pieceWords, nearby] = [3, 800];

/**
 * Whether nobody can know which of several places of a page is the passage, now that the page was damaged: the very quote
 * stands somewhere else, too, and by everything that a note saves that place is at least as good. Directly around it stand at
 * least as many words of what stood around the passage; near it, at least as many pieces of that; and what stood around
 * the copies does not tell the two apart either. Where they stand on the page tells nothing: whoever looks for a passage does
 * not know what was moved. It is judged by words alone, from text and page, and asks no finder.
 * @param truth where the passage stands on the damaged page
 */
export function isUntold(text: string, passage: Stretch, page: string, truth: Stretch | null): boolean {
  const quote = text.slice(passage.start, passage.end);
  if (!truth || page.slice(truth.start, truth.end) !== quote) return false;
  const context = contextOf(text, passage, noteLimits.context);
  const copies = exactStarts(text, quote)
    .filter((start) => start !== passage.start)
    .map((start) => contextOf(text, { start, end: start + quote.length }, noteLimits.aroundCopy));
  return exactStarts(page, quote).some((start) => {
    if (start === truth.start) return false;
    const other = { start, end: start + quote.length };
    return (
      directly(page, other, context) >= directly(page, truth, context) &&
      piecesNear(page, other, context) >= piecesNear(page, truth, context) &&
      !isToldByCopies(page, truth, other, cutTo(noteLimits.aroundCopy, context), copies)
    );
  });
}

/** Whether more stands around both if the truth is the passage and the other the copy that it is most like, than if they changed places. */
function isToldByCopies(
  page: string,
  truth: Stretch,
  other: Stretch,
  own: Context,
  copies: readonly Context[],
): boolean {
  const [copy] = [...copies].sort((a, b) => directly(page, other, b) - directly(page, other, a));
  if (!copy) return false;
  const asItIs = directly(page, truth, own) + directly(page, other, copy);
  return asItIs > directly(page, other, own) + directly(page, truth, copy);
}

/** Words of a context that stand unchanged directly before and behind a place; a full stop alone would say nothing. */
function directly(page: string, { start, end }: Stretch, { prefix, suffix }: Context): number {
  const wordsOf = (text: string) => text.match(/\S+/g) ?? [];
  const same = (wanted: string[], standing: string[]) => {
    const other = wanted.findIndex((word, at) => word !== standing[at]);
    return other < 0 ? wanted.length : other;
  };
  const before = wordsOf(page.slice(Math.max(0, start - nearby), start)).reverse();
  return (
    same(wordsOf(prefix).reverse(), before) + same(wordsOf(suffix), wordsOf(page.slice(end, end + nearby)))
  );
}

/** Pieces of a context that stand somewhere near a place, each on its side; those of a copy within it are no piece of its own. */
function piecesNear(page: string, { start, end }: Stretch, { prefix, suffix }: Context): number {
  const quote = page.slice(start, end);
  const [before, behind] = [page.slice(Math.max(0, start - nearby), start), page.slice(end, end + nearby)];
  const standing = (context: string, side: string) =>
    piecesOf(context).filter((piece) => side.includes(piece) && !quote.includes(piece)).length;
  return standing(prefix, before) + standing(suffix, behind);
}

/** Every so many words in a row of a text, without what is cut at its ends. */
function piecesOf(text: string): string[] {
  const words = [...text.matchAll(/\S+/g)].slice(1, -1);
  return words.slice(0, -(pieceWords - 1)).map((word, first) => {
    const last = words[first + pieceWords - 1] as RegExpExecArray;
    return text.slice(word.index, last.index + last[0].length);
  });
}

function cutTo(units: number, { prefix, suffix }: Context): Context {
  return { prefix: prefix.slice(-units), suffix: suffix.slice(0, units) };
}
