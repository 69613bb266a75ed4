/** What the pointer, touch and Escape do on the page, in terms of mentions. */
export interface PointerEvents {
  /**
   * The pointer is over this point of the page (not over our card): told after a frame's layout, at most once a frame.
   *
   * @param rested milliseconds since it came there.
   * @returns whether there is something under it. While there is, every frame is told; while there is nothing, one
   * in a few.
   */
  moved(x: number, y: number, rested: number): boolean;
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

/** Milliseconds between two looks at a pointer that crosses plain text: less than the intent, which is counted all the same. */
const pace = 100;

/** @param isOurs whether an event came to our host element. */
export function watchPointer(events: PointerEvents, isOurs: (event: Event) => boolean): () => void {
  const stop = new AbortController();
  const options = { passive: true, capture: true, signal: stop.signal };
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the pointer has come to since the last look. */
  let last: PointerEvent | undefined;
  let cameAt = 0;
  let isWaiting = false;

  const look = () => {
    isWaiting = false;
    if (!last) return;
    const { clientX, clientY, pointerType } = last;
    last = undefined;
    if (pointerType !== "touch" && events.moved(clientX, clientY, performance.now() - cameAt)) return;
    isWaiting = true;
    timer = setTimeout(lookAgain, pace);
  };
  const lookAgain = () => {
    isWaiting = false;
    if (last) lookSoon();
  };
  const lookSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    // In the frame's own callback the page's changes are not laid out yet, and to ask for a place would force that.
    frame = requestAnimationFrame(() => {
      timer = setTimeout(look);
    });
  };
  window.addEventListener(
    "pointermove",
    (event) => {
      last = isOurs(event) ? undefined : event;
      cameAt = performance.now();
      if (last) lookSoon();
    },
    options,
  );
  const gone = () => {
    last = undefined;
    events.gone();
  };
  document.documentElement.addEventListener("pointerleave", gone, options);
  // In a frame (we run in those of the page's own origin only), the page around it is outside as well.
  for (const view of new Set([window, window.parent])) {
    view.addEventListener("pointerdown", (event) => isOurs(event) || events.pressedOutside(), options);
  }
  window.addEventListener(
    "click",
    (event) => {
      const touch = (event as PointerEvent).pointerType === "touch";
      const target = event.target instanceof Element ? event.target : null;
      if (!touch || isOurs(event) || target?.closest(interactive)) return;
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
    clearTimeout(timer);
    stop.abort();
  };
}
