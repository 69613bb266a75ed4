import type { FoundMention } from "../messaging/protocol.ts";
import type { Block } from "../reading/text-blocks.ts";

/** A mention with the text nodes that it covers. */
export interface PlacedMention {
  /** Stays the same over redraws as long as the mention stays in its place. */
  key: number;
  mention: FoundMention;
  /** The element of its block. */
  element: Element;
  segments: { node: Text; start: number; end: number }[];
  /** What stood in the segments when it was found: line breaks of the page's making are not in it. */
  letters: string;
}

/** Lays a mention (offsets into its block's text) onto the text nodes of its block; null where none is there. */
export function placeMention(block: Block, mention: FoundMention, key: number): PlacedMention | null {
  const segments = segmentsOf(block, mention.start, mention.end);
  if (segments.length === 0) return null;
  // In one node it stands as it was read.
  const letters = segments.length === 1 ? block.text.slice(mention.start, mention.end) : lettersOf(segments);
  return { key, mention, element: block.element, segments, letters };
}

/** The parts of a block's text nodes that a stretch of its text covers; offsets may lie beyond its ends. */
export function segmentsOf(block: Block, begin: number, end: number): PlacedMention["segments"] {
  return block.nodes.flatMap(({ node, start }) => {
    if (start >= end) return [];
    const from = Math.max(begin - start, 0);
    const to = Math.min(end - start, node.length);
    return from < to ? { node, start: from, end: to } : [];
  });
}

/** Lays mentions of several blocks, which they name by number. */
export function placeMentions(blocks: Block[], mentions: FoundMention[]): PlacedMention[] {
  return mentions.flatMap((mention, key) => {
    const block = blocks[mention.block];
    return (block && placeMention(block, mention, key)) ?? [];
  });
}

/**
 * A new range over the whole mention; names broken over lines or elements are one range. Null where the page
 * has removed its text or written something else there.
 */
export function rangeOf({ segments, letters }: Pick<PlacedMention, "segments" | "letters">): Range | null {
  const first = segments[0];
  const last = segments.at(-1);
  if (!first?.node.isConnected || !last?.node.isConnected || lettersOf(segments) !== letters) return null;
  const range = new Range();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}

export function lettersOf(segments: PlacedMention["segments"]): string {
  let letters = "";
  for (const { node, start, end } of segments) letters += node.data.slice(start, end);
  return letters;
}

/** For sorting by the order of the text: below zero where the first begins before the other. */
export function inDocument(
  { segments: [one] }: Pick<PlacedMention, "segments">,
  { segments: [other] }: Pick<PlacedMention, "segments">,
): number {
  if (!one || !other) return 0;
  if (one.node === other.node) return one.start - other.start;
  return one.node.compareDocumentPosition(other.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Scrolls the page to a marked stretch. */
export function scrollToRange(range: Range): void {
  range.startContainer.parentElement?.scrollIntoView({
    block: "center",
    inline: "nearest",
    behavior: "instant",
  });
}
