import { describePassage } from "../../core/notes/anchoring/anchor-passage.ts";
import type { Passage } from "../../core/notes/note.ts";
import { passageLimits } from "../../core/notes/note-limits.ts";
import { finishSteps } from "../../reading/finish-steps.ts";
import { treeRangeOf } from "../../reading/tree-range.ts";
import type { ArticleSession } from "../article-session.ts";
import { offsetsOf, segmentsIn, textOf, withoutSpaces } from "../block-offsets.ts";
import { lettersOf, rangeOf } from "../placed-mention.ts";
import type { Words } from "./place-note.ts";

/**
 * The selected passage with its selectors; null where nothing is selected. A selection that reaches outside of the article,
 * or stands on a page that is none, is described by the page's text as a whole.
 */
export function passageOf(
  range: Range,
  session: Pick<ArticleSession, "blocks" | "wholePage">,
): Passage | null {
  const selected = withoutSpaces(range.toString());
  if (selected === "") return null;
  const inArticle = passageIn({ blocks: session.blocks(), isArticle: true }, range);
  if (inArticle && withoutSpaces(inArticle.quote) === selected) return inArticle;
  const page = finishSteps(session.wholePage());
  const inPage = passageIn({ blocks: page, isArticle: false }, range);
  if (inArticle && (!inPage || inPage.quote.length <= inArticle.quote.length)) return inArticle;
  if (inPage) return inPage;
  // What the page does not show as text, but lets select: a form's label, an editor's words.
  const quote = range.toString().trim().slice(0, passageLimits.quote);
  return { quote, prefix: "", suffix: "" };
}

/**
 * A stretch of a text with its selectors. Only in the article's text it has offsets: the page's as a whole is another one
 * with every visit.
 */
export function passageAt(
  { blocks, isArticle }: Pick<Words, "blocks" | "isArticle">,
  from: number,
  to: number,
): Passage {
  const { start = from, end = to, ...words } = describePassage(textOf(blocks), from, to);
  const segments = segmentsIn(blocks, start, end);
  const range = rangeOf({ segments, letters: lettersOf(segments) });
  const tree = range && treeRangeOf(range);
  return { ...words, ...(isArticle && { start, end }), ...(tree && { range: tree }) };
}

/** What of a range lies in a text, without the spaces that were selected around it; null where that is nothing. */
function passageIn(words: Pick<Words, "blocks" | "isArticle">, range: Range): Passage | null {
  const found = offsetsOf(range, words.blocks);
  if (!found) return null;
  const inside = textOf(words.blocks).slice(found.start, found.end);
  if (inside.trim() === "") return null;
  const start = found.start + (inside.length - inside.trimStart().length);
  const end = found.end - (inside.length - inside.trimEnd().length);
  return passageAt(words, start, end);
}
