import type { FoundMention } from "../messaging/protocol.ts";
import type { Block } from "../reading/text-blocks.ts";

/** A mention with the text nodes that it covers. */
export interface PlacedMention {
  /** Stays the same over redraws as long as the mention stays in its place. */
  key: number;
  mention: FoundMention;
  segments: { node: Text; start: number; end: number }[];
}

/** Lays mentions (offsets into block texts) onto the text nodes of their blocks. */
export function placeMentions(
  blocks: Block[],
  mentions: FoundMention[],
  before: PlacedMention[],
): PlacedMention[] {
  const known = new Map(before.map((placed) => [signature(placed.mention), placed.key]));
  let nextKey = before.reduce((highest, { key }) => Math.max(highest, key), 0) + 1;
  return mentions.flatMap((mention) => {
    const block = blocks[mention.block];
    const segments = block ? segmentsOf(block, mention.start, mention.end) : [];
    if (segments.length === 0) return [];
    return { key: known.get(signature(mention)) ?? nextKey++, mention, segments };
  });
}

/** A new range over the whole mention; names broken over lines or elements are one range. */
export function rangeOf({ segments }: PlacedMention): Range | null {
  const first = segments[0];
  const last = segments.at(-1);
  if (!first || !last || !first.node.isConnected || !last.node.isConnected) return null;
  if (first.start > first.node.length || last.end > last.node.length) return null;
  const range = new Range();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}

function segmentsOf({ nodes }: Block, start: number, end: number): PlacedMention["segments"] {
  return nodes.flatMap(({ node, start: nodeStart }) => {
    const from = Math.max(start - nodeStart, 0);
    const to = Math.min(end - nodeStart, node.length);
    return from < to ? { node, start: from, end: to } : [];
  });
}

function signature({ block, start, id }: FoundMention): string {
  return `${block}:${start}:${id}`;
}
