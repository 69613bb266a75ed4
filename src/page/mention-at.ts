import type { MarkedSegment } from "./marks.ts";
import { type PlacedMention, rangeOf } from "./placed-mention.ts";

/** How far from the letters (CSS px) the pointer may be and still mean them: the underline hangs below. */
const slack = 3;

interface Marked {
  marks: { segmentsAt(node: Node): readonly MarkedSegment[] };
  /** Shadow trees that hold marks. */
  trees(): readonly ShadowRoot[];
}

/**
 * Finds the mention under a point: the browser tells the text node and offset there, a map from text
 * node to mentions tells the rest. The cost does not grow with the number of marks; asking the highlight
 * registry does.
 */
export function createMentionLookup({
  marks,
  trees,
}: Marked): (x: number, y: number) => PlacedMention | null {
  return (x, y) => {
    const caret = caretAt(x, y, trees());
    const segment = caret && segmentAt(marks.segmentsAt(caret.node), caret.offset);
    // The caret snaps to the nearest text even from a margin; the letters must really be there.
    return segment && covers(segment.placed, x, y) ? segment.placed : null;
  };
}

/** The segment around an offset, by halves: a text node may hold thousands. */
function segmentAt(segments: readonly MarkedSegment[], offset: number): MarkedSegment | undefined {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const found = segments[low];
  return found && found.start <= offset ? found : undefined;
}

/** The text at a point. */
export function caretAt(
  x: number,
  y: number,
  shadowRoots: readonly ShadowRoot[],
): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: shadowRoots as ShadowRoot[] });
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  // Older Safari and Chromium.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** Whether a point lies on the letters of a mark. */
export function covers(placed: Pick<PlacedMention, "segments" | "letters">, x: number, y: number): boolean {
  return [...(rangeOf(placed)?.getClientRects() ?? [])].some(
    ({ left, right, top, bottom }) =>
      x >= left - 1 && x <= right + 1 && y >= top - slack && y <= bottom + slack,
  );
}
