import type { Passage } from "../../core/notes/note.ts";
import { noteLimits } from "../../core/notes/note-limits.ts";
import type { Block } from "../../reading/text-blocks.ts";

/** Characters kept on each side of a quote, enough to tell two equal quotes apart. */
const contextLength = 64;

/**
 * The selected passage with its selectors. Offsets count into the article's text (blocks joined by line
 * feeds) and are left out when the selection reaches outside it.
 */
export function passageOf(range: Range, blocks: Block[]): Passage | null {
  const quote = range.toString().trim().slice(0, noteLimits.quote);
  if (quote === "") return null;
  const text = blocks.map((block) => block.text).join("\n");
  const from = offsetOf(range.startContainer, range.startOffset, blocks);
  const to = offsetOf(range.endContainer, range.endOffset, blocks);
  if (from === null || to === null || from >= to) return { quote, prefix: "", suffix: "" };
  const inside = text.slice(from, to);
  const start = from + (inside.length - inside.trimStart().length);
  const end = to - (inside.length - inside.trimEnd().length);
  return {
    quote: text.slice(start, end).slice(0, noteLimits.quote),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
    start,
    end,
  };
}

function offsetOf(container: Node, offset: number, blocks: Block[]): number | null {
  let base = 0;
  for (const block of blocks) {
    const part = block.nodes.find(({ node }) => node === container);
    if (part) return base + part.start + offset;
    base += block.text.length + 1;
  }
  return null;
}
