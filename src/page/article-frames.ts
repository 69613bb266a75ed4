/**
 * Pages that hold their article in a frame: our script is run in it, and answers for the tab there. The script in
 * the frame tells the one around it by an event at the frame's element, since their worlds cannot see each other.
 */
const told = "telecom-lens-frame";

/** A frame may hold the article when it takes this share of the window's width, this height (px), and this much text. */
const least = { width: 0.5, height: 300, text: 1_000 };

/** The frames of this page, of its own origin, that may hold the article which the page itself does not have. */
export function articleFrames(): HTMLIFrameElement[] {
  return [...document.querySelectorAll("iframe")].filter((frame) => {
    if ((frame.contentDocument?.body?.textContent?.length ?? 0) < least.text) return false;
    const { width, height } = frame.getBoundingClientRect();
    return width >= innerWidth * least.width && height >= least.height;
  });
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
  return frameElement?.dispatchEvent(new CustomEvent(told, { cancelable: true })) === false;
}

/** @param claimed whether the frame is to stand for the page from now on. */
export function watchFrames(
  claimed: (frame: Element) => boolean,
  loaded: () => void,
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
  document.addEventListener("load", ({ target }) => target instanceof HTMLIFrameElement && loaded(), options);
}
