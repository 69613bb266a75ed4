import { autoUpdate, computePosition, flip, inline, offset, shift, size } from "@floating-ui/dom";
import type { Anchor } from "../card-port.ts";

/** Distance (CSS px) from the marked line, and from the viewport's edges. */
const gap = 8;
const edge = 8;
/** Below this height a card is no card; it then scrolls inside what there is. */
const leastHeight = 96;

/**
 * Keeps the card beside its anchor: below the line or above it, never over it, inside the viewport, at
 * the part of a broken name that was pointed at. Follows scrolling and resizing until it is stopped.
 */
export function placeCard(host: HTMLElement, frame: HTMLElement, { range, point }: Anchor): () => void {
  const reference = {
    getBoundingClientRect: () => range.getBoundingClientRect(),
    getClientRects: () => range.getClientRects(),
    contextElement: range.startContainer.parentElement ?? undefined,
  };
  const first = point && { ...point, scrollX, scrollY };
  const place = async () => {
    // The pointed-at line moves with the page.
    const at = first && { x: first.x + first.scrollX - scrollX, y: first.y + first.scrollY - scrollY };
    const { x, y } = await computePosition(reference, host, {
      strategy: "fixed",
      placement: "bottom-start",
      middleware: [
        inline(at),
        offset(gap),
        flip({
          padding: edge,
          fallbackPlacements: ["top-start", "bottom-end", "top-end"],
          fallbackStrategy: "bestFit",
        }),
        shift({ padding: edge }),
        size({
          padding: edge,
          apply: ({ availableHeight }) => {
            frame.style.maxHeight = `${Math.max(leastHeight, Math.floor(availableHeight))}px`;
          },
        }),
      ],
    });
    host.style.setProperty("left", `${Math.round(x)}px`, "important");
    host.style.setProperty("top", `${Math.round(y)}px`, "important");
  };
  return autoUpdate(reference, host, () => void place());
}
