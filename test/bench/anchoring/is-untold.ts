import { contextOf } from "../../../src/core/notes/anchoring/context-of.ts";
import { exactStarts } from "../../../src/core/notes/anchoring/exact-places.ts";
import { passageLimits } from "../../../src/core/notes/note-limits.ts";
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
 * the copies does not tell the two apart either: of two blocks that are the same, one directly behind the other, whichever was
 * moved away leaves the same. Where they stand on the page tells nothing: whoever looks for a passage does
 * not know what was moved. It is judged by words alone, from text and page, and asks no finder.
 * @param truth where the passage stands on the damaged page
 */
export function isUntold(text: string, passage: Stretch, page: string, truth: Stretch | null): boolean {
  const quote = text.slice(passage.start, passage.end);
  if (!truth || page.slice(truth.start, truth.end) !== quote) return false;
  const context = contextOf(text, passage, passageLimits.context);
  const own = contextOf(text, passage, passageLimits.aroundCopy);
  const copies = exactStarts(text, quote)
    .filter((start) => start !== passage.start)
    .map((start): Pair => {
      const copy = { start, end: start + quote.length };
      const left = whicheverIsLeft(text, passage, copy);
      return { own: [own, ...left], copy: [contextOf(text, copy, passageLimits.aroundCopy), ...left] };
    });
  // What stands farther around such two is the same for both.
  const areBeside = copies.length === 1 && (copies[0] as Pair).own.length > 1;
  return exactStarts(page, quote).some((start) => {
    if (start === truth.start) return false;
    const other = { start, end: start + quote.length };
    return (
      (areBeside ||
        (directly(page, other, context) >= directly(page, truth, context) &&
          piecesNear(page, other, context) >= piecesNear(page, truth, context))) &&
      !isToldByCopies(page, truth, other, copies)
    );
  });
}

/** What may stand around a passage, and around a copy of it. */
interface Pair {
  own: Context[];
  copy: Context[];
}

/** Whether more stands around both if the truth is the passage and the other the copy that it is most like, than if they changed places. */
function isToldByCopies(page: string, truth: Stretch, other: Stretch, copies: readonly Pair[]): boolean {
  const best = (place: Stretch, contexts: readonly Context[]) =>
    Math.max(...contexts.map((context) => directly(page, place, context)));
  const [pair] = [...copies].sort((a, b) => best(other, b.copy) - best(other, a.copy));
  if (!pair) return false;
  const asItIs = best(truth, pair.own) + best(other, pair.copy);
  return asItIs > best(other, pair.own) + best(truth, pair.copy);
}

/** What stands around the one of two that is left where they are blocks that are the same, one directly behind the other. */
function whicheverIsLeft(text: string, passage: Stretch, copy: Stretch): Context[] {
  const [first, second] = passage.start < copy.start ? [passage, copy] : [copy, passage];
  const blockOf = ({ start, end }: Stretch) => {
    const lineEnd = text.indexOf("\n", end);
    return { from: text.lastIndexOf("\n", start - 1) + 1, to: lineEnd < 0 ? text.length : lineEnd };
  };
  const [one, next] = [blockOf(first), blockOf(second)];
  if (next.from !== one.to + 1) return [];
  if (text.slice(one.from, one.to) !== text.slice(next.from, next.to)) return [];
  const { prefix } = contextOf(text, first, passageLimits.aroundCopy);
  return [{ prefix, suffix: contextOf(text, second, passageLimits.aroundCopy).suffix }];
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
