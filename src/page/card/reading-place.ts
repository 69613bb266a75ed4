import { inDocument, type PlacedMention, rangeOf } from "../placed-mention.ts";

/** A mention, or a passage with notes. */
type Placed = Pick<PlacedMention, "segments" | "letters">;

/**
 * The mention that the reader is at: the one that holds or is held by what has the focus, else the one at the
 * selection, else the first. Only those in view count.
 */
export function mentionInView<P extends Placed>(drawn: readonly P[]): P | undefined {
  const visible = drawn.filter(lies("inside"));
  const focus = focusedElement();
  const selection = getSelection();
  const selected = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return (
    visible.find((mention) => focus && rangeOf(mention)?.intersectsNode(focus)) ??
    visible.find((mention) => selected && overlaps(rangeOf(mention), selected)) ??
    visible[0]
  );
}

/**
 * The mention to go to, forwards (1) or backwards (-1), round the ends of the article.
 *
 * @param from where the last step led; it counts as long as it can be seen. Else stepping starts at what is in view,
 * not at the top of the document.
 */
export function nextMention<P extends Placed>(
  drawn: readonly P[],
  by: 1 | -1,
  from: P | undefined,
): P | undefined {
  const at = from && lies("inside")(from) ? drawn.indexOf(from) : -1;
  if (at >= 0) return drawn[(at + by + drawn.length) % drawn.length];
  return by === 1
    ? (drawn.find(lies("inside or below")) ?? drawn[0])
    : (drawn.findLast(lies("inside or above")) ?? drawn.at(-1));
}

/** Mentions and passages with notes in the order of the text; each of the two lists is in that order. */
export function inOrder<P extends Placed>(mentions: readonly P[], notes: readonly P[]): readonly P[] {
  if (notes.length === 0) return mentions;
  const merged = [...mentions];
  for (const note of notes) {
    const at = merged.findIndex((other) => inDocument(note, other) <= 0);
    merged.splice(at < 0 ? merged.length : at, 0, note);
  }
  return merged;
}

/** Asks where a mention lies. The element around it is asked first: that costs a tenth of asking for the text's own place. */
function lies(where: "inside" | "inside or below" | "inside or above"): (mention: Placed) => boolean {
  const fits = ({ top, bottom }: DOMRect) =>
    (where === "inside or above" || bottom > 0) && (where === "inside or below" || top < innerHeight);
  return (mention) => {
    const element = mention.segments[0]?.node.parentElement;
    if (!element || !fits(element.getBoundingClientRect())) return false;
    const box = rangeOf(mention)?.getBoundingClientRect();
    // What is not rendered has no size and lies nowhere.
    return box !== undefined && box.width + box.height > 0 && fits(box);
  };
}

/** What has the focus, in open shadow trees too; null when it is the page as a whole. */
function focusedElement(): Element | null {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  return focus === document.body ? null : focus;
}

function overlaps(mention: Range | null, selected: Range): boolean {
  return (
    mention !== null &&
    // Ranges in different trees cannot be compared.
    mention.startContainer.getRootNode() === selected.startContainer.getRootNode() &&
    mention.compareBoundaryPoints(Range.START_TO_END, selected) >= 0 &&
    mention.compareBoundaryPoints(Range.END_TO_START, selected) <= 0
  );
}
