/** What happens to a page beside changes of its text. */
export interface LifeEvents {
  /** The reader leaves; the page may be kept as it is and shown again. */
  left(): void;
  /** Shown again after it was left. */
  restored(): void;
  /** Another copy of this script has started in the page, or the page is looked at again. */
  checked(): void;
}

/** Told among the copies of our scripts in one page, whose worlds cannot see each other. */
const started = "telecom-lens-started";

/** Tells other copies of the script that this one is here, and watches until the signal is given. */
export function watchLife(events: LifeEvents, signal: AbortSignal): void {
  document.dispatchEvent(new Event(started));
  for (const type of [started, "visibilitychange"]) {
    document.addEventListener(type, () => events.checked(), { signal });
  }
  addEventListener("pagehide", () => events.left(), { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && events.restored(), { signal });
}
