import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";

/** A longer text is shown as it was typed: reading its signs would take too long. */
const longest = 20_000;
/** Lines that begin with so many signs of lists and quotations are no list of a person's; they take very long to read. */
const nested = /^(?:[ \t]*(?:>|[-+*]|\d+[.)])){12}/m;
/** So do signs of emphasis and links by the thousand, each of which may belong to each. */
const mostSigns = 1_000;

/** What a note's text is as Markdown; null for one that is shown as it was typed. */
export type ReadMarkdown = (text: string) => Root | null;

export const readMarkdown: ReadMarkdown = (text) => (isCheap(text) ? fromMarkdown(text) : null);

/** Reading some texts as Markdown takes seconds. Such a text comes from an import or a page, not from a person. */
function isCheap(text: string): boolean {
  if (text.length > longest || nested.test(text)) return false;
  return (text.match(/[*_[\]<&`!]/g)?.length ?? 0) <= mostSigns;
}
