import type { Anchor } from "./card-face.ts";

/**
 * A page's modal dialog makes all that lies outside it inert, our popover too: it is drawn above the dialog,
 * but nothing in it can be pressed. What is not inert is the newest modal dialog, so in such a page the card
 * becomes one of its own, inside our closed tree, as soon as the reader works by keyboard or touch, or reaches
 * for it with the pointer. When it closes, the browser gives focus and page back to the page's dialog.
 */
export interface ModalLayer {
  /** Makes the card reachable, if the page's dialog kept it from being so. */
  reach(): void;
  close(): void;
  /** It is just taking the focus, which the reader did not move. */
  readonly opening: boolean;
}

/** @param reached the pointer came to the card, which cannot tell by itself while it is inert. */
export function createModalLayer(
  root: ShadowRoot,
  frame: HTMLElement,
  anchor: Anchor,
  reached: () => void,
): ModalLayer | null {
  const within = anchor.range.startContainer.parentElement?.closest("dialog");
  if (!within?.matches(":modal")) return null;
  const layer = document.createElement("dialog");
  layer.className = "layer";
  const stop = new AbortController();
  let opening = false;
  const reach = () => {
    stop.abort();
    if (layer.open) return;
    root.append(layer);
    layer.append(frame);
    layer.setAttribute("aria-label", frame.getAttribute("aria-label") ?? "");
    opening = true;
    layer.showModal();
    opening = false;
  };
  window.addEventListener(
    "pointermove",
    ({ clientX, clientY }) => {
      const { left, right, top, bottom } = frame.getBoundingClientRect();
      if (clientX < left || clientX > right || clientY < top || clientY > bottom) return;
      reach();
      // After the page script has looked what lies under the pointer.
      requestAnimationFrame(() => requestAnimationFrame(reached));
    },
    { capture: true, passive: true, signal: stop.signal },
  );
  return {
    reach,
    get opening() {
      return opening;
    },
    close() {
      stop.abort();
      if (!layer.open) return;
      layer.close();
      root.append(frame);
      layer.remove();
    },
  };
}
