import { describePassage } from "../../core/notes/anchoring/anchor-passage.ts";
import type { Passage } from "../../core/notes/note.ts";
import { noteLimits } from "../../core/notes/note-limits.ts";
import { type Block, collectTextBlocks } from "../../reading/text-blocks.ts";
import { treeRangeOf } from "../../reading/tree-range.ts";
import { offsetsOf, segmentsIn, textOf } from "../block-offsets.ts";
import { hostTag } from "../card-port.ts";
import { lettersOf as lettersIn, rangeOf } from "../placed-mention.ts";

/**
 * The selected passage with its selectors; null where nothing is selected. Offsets count into the article's text. A
 * selection that reaches outside of it, or stands on a page that is no article, is described by the page's text as a whole,
 * and has no offsets: such a text is another with every visit.
 */
export function passageOf(range: Range, article: readonly Block[]): Passage | null {
  const selected = lettersOf(range.toString());
  if (selected === "") return null;
  const inArticle = describedIn(range, article);
  if (inArticle && lettersOf(inArticle.quote) === selected) return withTree(inArticle, article);
  const page = collectTextBlocks(document.body, { ignoreSelector: hostTag });
  const inPage = describedIn(range, page);
  if (inArticle && (!inPage || inPage.quote.length <= inArticle.quote.length))
    return withTree(inArticle, article);
  if (!inPage) {
    // What the page does not show as text, but lets select: a form's label, an editor's words.
    const quote = range.toString().trim().slice(0, noteLimits.quote);
    return { quote, prefix: "", suffix: "" };
  }
  const { start: _, end: __, ...passage } = withTree(inPage, page);
  return passage;
}

/** With its place in the page's tree: of the quote itself, without the spaces that were selected around it. */
function withTree(passage: Passage, blocks: readonly Block[]): Passage {
  const segments = segmentsIn(blocks, passage.start ?? 0, passage.end ?? 0);
  const range = rangeOf({ segments, letters: lettersIn(segments) });
  const tree = range && treeRangeOf(range);
  return tree ? { ...passage, range: tree } : passage;
}

function describedIn(range: Range, blocks: readonly Block[]): Passage | null {
  const found = offsetsOf(range, blocks);
  if (!found) return null;
  const text = textOf(blocks);
  const inside = text.slice(found.start, found.end);
  if (inside.trim() === "") return null;
  const start = found.start + (inside.length - inside.trimStart().length);
  const end = found.end - (inside.length - inside.trimEnd().length);
  return describePassage(text, start, end);
}

/** Without spaces: the page's own line ends and indentation are not the same in a range and in blocks. */
function lettersOf(text: string): string {
  return text.replace(/\s+/g, "");
}
