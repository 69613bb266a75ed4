import type { Block } from "../reading/text-blocks.ts";
import { type PlacedMention, segmentsOf } from "./placed-mention.ts";

type Segments = PlacedMention["segments"];

/** The text that offsets of passages count in: blocks joined by line feeds. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join("\n");
}

/** A stretch of that text, laid onto the text nodes of its blocks. */
export function segmentsIn(blocks: readonly Block[], start: number, end: number): Segments {
  const found: Segments = [];
  let base = 0;
  for (const block of blocks) {
    if (base >= end) break;
    if (base + block.text.length > start) found.push(...segmentsOf(block, start - base, end - base));
    base += block.text.length + 1;
  }
  return found;
}

/** Where a range begins and ends in that text, as far as it lies in it; null where it holds none of it. */
export function offsetsOf(range: Range, blocks: readonly Block[]): { start: number; end: number } | null {
  let [start, end, base] = [-1, -1, 0];
  for (const { text, nodes } of blocks) {
    for (const part of nodes) {
      const { node } = part;
      if (!range.intersectsNode(node)) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      if (from >= to) continue;
      if (start < 0) start = base + part.start + from;
      end = base + part.start + to;
    }
    base += text.length + 1;
  }
  return start < 0 ? null : { start, end };
}

/** For comparing words: the page's own line ends and indentation are not the same in a range and in blocks. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "");
}
