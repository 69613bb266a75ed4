import { type Block, type CollectOptions, collectTextBlocks } from "./text-blocks.ts";

/** Where a page's running text is. */
export interface RunningText {
  /** Element that holds the article: its paragraphs, and its headline where they share a parent of moderate size. */
  root: Element;
  paragraphs: number;
  /** Characters of text in them. */
  length: number;
}

/** Shorter blocks are labels, captions and teasers. */
const shortestParagraph = 60;
/** A paragraph may consist of links up to this share. */
const mostLinks = 0.4;

/** The densest stretch of paragraphs of a page; `null` when it has none. */
export function findRunningText(document: Document, options: CollectOptions): RunningText | null {
  if (!document.body) return null;
  const paragraphs = collectTextBlocks(document.body, options).filter(isParagraph);
  const scores = new Map<Element, number>();
  for (const { element, text } of paragraphs) {
    let share = text.length;
    // The parent holds the paragraphs of one text; each level above could as well hold a whole page.
    for (
      let holder = element.parentElement, level = 0;
      holder && level < 3;
      holder = holder.parentElement, level++
    ) {
      scores.set(holder, (scores.get(holder) ?? 0) + share);
      share *= 0.6;
    }
  }
  let [best, most] = [null as Element | null, 0];
  for (const [element, score] of scores) if (score > most) [best, most] = [element, score];
  if (!best) return null;
  const root = withHeadline(best, paragraphs);
  const inside = paragraphs.filter(({ element }) => root.contains(element));
  return { root, paragraphs: inside.length, length: lengthOf(inside) };
}

function isParagraph({ element, text }: Block): boolean {
  const length = text.trim().length;
  if (length < shortestParagraph) return false;
  let linked = 0;
  for (const link of element.querySelectorAll("a")) linked += link.textContent?.length ?? 0;
  return linked <= length * mostLinks;
}

/** The nearest <article>, or an ancestor that adds the headline but hardly any other paragraphs. */
function withHeadline(body: Element, paragraphs: Block[]): Element {
  const own = lengthOf(paragraphs.filter(({ element }) => body.contains(element)));
  let root = body;
  for (
    let holder: Element | null = body;
    holder && holder.tagName !== "BODY";
    holder = holder.parentElement
  ) {
    const inside = lengthOf(paragraphs.filter(({ element }) => holder?.contains(element)));
    if (inside > own * 1.5 + 200) break;
    if (holder.tagName === "ARTICLE" || holder.tagName === "MAIN" || holder.querySelector("h1"))
      root = holder;
    if (holder.querySelector("h1")) break;
  }
  return root;
}

function lengthOf(blocks: Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.trim().length, 0);
}
