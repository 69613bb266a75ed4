import { type PlacedMention, rangeOf } from "./placed-mention.ts";

/** How far from the letters (CSS px) the pointer may be and still mean them: the underline hangs below. */
const slack = 3;

type Segment = PlacedMention["segments"][number] & { placed: PlacedMention };

/**
 * Finds the mention under a point: the browser tells the text node and offset there, a map from text
 * node to mentions tells the rest. The cost does not grow with the number of marks; asking the highlight
 * registry does.
 */
export function createMentionLookup(
  mentions: PlacedMention[],
): (x: number, y: number) => PlacedMention | null {
  const byNode = new WeakMap<Node, Segment[]>();
  for (const placed of mentions) {
    for (const segment of placed.segments) {
      const list = byNode.get(segment.node);
      if (list) list.push({ ...segment, placed });
      else byNode.set(segment.node, [{ ...segment, placed }]);
    }
  }
  return (x, y) => {
    const caret = caretAt(x, y);
    if (!caret) return null;
    const segment = byNode
      .get(caret.node)
      ?.find(({ start, end }) => start <= caret.offset && caret.offset <= end);
    // The caret snaps to the nearest text even from a margin; the letters must really be there.
    return segment && covers(segment.placed, x, y) ? segment.placed : null;
  };
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  // Older Safari and Chromium.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function covers(placed: PlacedMention, x: number, y: number): boolean {
  const rectangles = rangeOf(placed)?.getClientRects() ?? [];
  for (const { left, right, top, bottom } of rectangles) {
    if (x >= left - 1 && x <= right + 1 && y >= top - slack && y <= bottom + slack) return true;
  }
  return false;
}
