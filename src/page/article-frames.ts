/**
 * Pages that hold their article in a frame: our script is run in it, and answers for the tab there. The script in
 * the frame tells the one around it by an event at the frame's element, since their worlds cannot see each other.
 */
const told = "telecom-lens-frame";

/** A frame may hold the article when it takes this share of the window's width, this height (px), and this much text. */
const [leastShare, leastHeight, leastText] = [0.5, 300, 1_000];

export type Frames = NodeListOf<HTMLIFrameElement> | [HTMLIFrameElement];

/** Whether one of these frames is of this page's own origin and may hold the article which the page itself does not have. */
export function* holdArticle(frames: Iterable<HTMLIFrameElement>): Generator<void, boolean> {
  for (const frame of frames) {
    // The size comes first: for a look into a frame the browser sets up a world for our script there, which takes
    // milliseconds, and most frames are advertisements.
    const { width, height } = frame.getBoundingClientRect();
    if (width < innerWidth * leastShare || height < leastHeight) continue;
    yield;
    if ((frame.contentDocument?.body?.textContent?.length ?? 0) >= leastText) return true;
    yield;
  }
  return false;
}

/** Whether this script runs in a frame of the same origin as the page around it. */
export function isReadableFrame(): boolean {
  try {
    return frameElement !== null;
  } catch {
    return false;
  }
}

/** Tells the page around this frame that the article is here; false when it has one already. */
export function claimPage(): boolean {
  return frameElement?.dispatchEvent(new Event(told, { cancelable: true })) === false;
}

/** Resolves when sizes can be asked for without a layout for our sake: after the next frame's own. */
export function nextLayout(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/**
 * @param claimed whether the frame is to stand for the page from now on.
 * @param loaded told of each frame when something has come into it, and of all when the page is complete.
 */
export function watchFrames(
  claimed: (frame: Element) => boolean,
  loaded: (frames: Frames) => void,
  signal: AbortSignal,
): void {
  const options = { capture: true, signal };
  document.addEventListener(
    told,
    (event) => {
      if (event.target instanceof Element && claimed(event.target)) event.preventDefault();
    },
    options,
  );
  document.addEventListener(
    "load",
    // By its name: the browser sets up each interface that is asked for in every page.
    ({ target }) => (target as Element).localName === "iframe" && loaded([target as HTMLIFrameElement]),
    options,
  );
  addEventListener("load", () => loaded(document.querySelectorAll("iframe")), { signal });
}
