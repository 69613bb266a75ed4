/** What the pointer, touch and Escape do on the page, in terms of mentions. */
export interface PointerEvents {
  /** The pointer is over this point of the page (not over our card): told at most once a frame, after its layout. */
  moved(x: number, y: number): void;
  /** The pointer left the page, or lies over our card, which reports for itself. */
  gone(): void;
  /** A touch that ended as a tap, and not on a link or control. */
  tapped(x: number, y: number): void;
  /** The page outside the card was pressed. */
  pressedOutside(): void;
  /** Returns true when Escape closed something. */
  escaped(): boolean;
}

/** Elements that do something of their own when tapped. */
const interactive =
  "a[href], button, input, select, textarea, label, summary, [role=button], [contenteditable]";

/** @param isOurs whether an event's target is our host element. */
export function watchPointer(
  events: PointerEvents,
  isOurs: (target: EventTarget | null) => boolean,
): () => void {
  const stop = new AbortController();
  const options = { passive: true, capture: true, signal: stop.signal };
  let frame = 0;
  let last: PointerEvent | undefined;

  const look = () => {
    frame = 0;
    if (last && !stop.signal.aborted) events.moved(last.clientX, last.clientY);
  };
  // In the frame's own callback the page's changes are not laid out yet, and to ask for a place would force that.
  const afterLayout = () => setTimeout(look);
  window.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType === "touch" || isOurs(event.target)) return;
      last = event;
      frame ||= requestAnimationFrame(afterLayout);
    },
    options,
  );
  document.documentElement.addEventListener("pointerleave", () => events.gone(), options);
  // In a frame (we run in those of the page's own origin only), the page around it is outside as well.
  for (const view of new Set([window, window.parent])) {
    view.addEventListener("pointerdown", (event) => isOurs(event.target) || events.pressedOutside(), options);
  }
  window.addEventListener(
    "click",
    (event) => {
      const touch = (event as PointerEvent).pointerType === "touch";
      const target = event.target instanceof Element ? event.target : null;
      if (!touch || isOurs(target) || target?.closest(interactive)) return;
      events.tapped(event.clientX, event.clientY);
    },
    options,
  );
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.isComposing || !events.escaped()) return;
      event.stopPropagation();
      // Else the same key would close the page's own dialog under the card.
      event.preventDefault();
    },
    { capture: true, signal: stop.signal },
  );
  return () => {
    cancelAnimationFrame(frame);
    stop.abort();
  };
}
