import { autoUpdate } from "@floating-ui/dom";
import type { Anchor } from "./card-face.ts";
import { type Box, choosePlace, most, type Side } from "./choose-place.ts";

/** Below this height nothing may stay in its place: all of the card scrolls. */
const lowHeight = 320;
/** A window that is zoomed by fingers to less than this (CSS px) is no place for a card; the page behind it is. */
const leastView = { width: 200, height: 150 };

/**
 * Keeps the card beside its anchor: never over the marked line where there is room, inside what is seen of
 * the page, at the part of a broken name that was pointed at. Follows scrolling and resizing until it is
 * stopped.
 */
export function placeCard(host: HTMLElement, frame: HTMLElement, { range, point }: Anchor): () => void {
  const element = range.startContainer.parentElement ?? document.documentElement;
  const reference = {
    getBoundingClientRect: () => range.getBoundingClientRect(),
    contextElement: element,
  };
  const { writingMode, direction } = getComputedStyle(element);
  const first = point && { ...point, scrollX, scrollY };
  let keep: Side | undefined;
  let placed = "";
  let frameAsked = 0;
  // A page that zooms its root would zoom the card, and every length that is set here.
  const { currentCSSZoom: zoom = 1 } = document.documentElement as { currentCSSZoom?: number };
  host.style.setProperty("zoom", String(1 / zoom), "important");

  // Of the size that it most often has, so that the first look at lines and heights is the only layout it costs.
  resize(frame, most.width);

  const place = () => {
    // The pointed-at line moves with the page.
    const at = first && { x: first.x + first.scrollX - scrollX, y: first.y + first.scrollY - scrollY };
    const [line, ...parts] = linesOf(range, at);
    if (!line) return;
    const heights = new Map<number, number>();
    // What is new is not scrolled, and to ask would be a layout more.
    const scrolled = (placed ? [frame, frame.querySelector(".scroll")] : []).map((part) => ({
      part,
      top: part?.scrollTop ?? 0,
    }));
    const { side, left, top, width, maxHeight } = choosePlace({
      view: viewOf(),
      line,
      parts,
      heightAt: (wanted) => {
        // Each look costs a layout; most sides are asked about at one width.
        const known = heights.get(wanted);
        if (known !== undefined) return known;
        resize(frame, wanted);
        const height = frame.offsetHeight;
        heights.set(wanted, height);
        return height;
      },
      rtl: direction === "rtl",
      vertical: writingMode.startsWith("vertical")
        ? writingMode.endsWith("rl")
          ? "left"
          : "right"
        : undefined,
      keep,
    });
    keep = side === "over" ? undefined : side;
    frame.style.width = `${width}px`;
    frame.style.maxHeight = `${Math.floor(maxHeight)}px`;
    if (maxHeight < lowHeight) frame.dataset.low = "";
    for (const { part, top } of scrolled) if (part && part.scrollTop !== top) part.scrollTop = top;
    const next = `${Math.round(left)},${Math.round(top)}`;
    if (next === placed) return;
    placed = next;
    host.style.setProperty("left", `${Math.round(left)}px`, "important");
    host.style.setProperty("top", `${Math.round(top)}px`, "important");
    host.style.setProperty("--left", `${Math.round(left)}px`);
    host.style.setProperty("--top", `${Math.round(top)}px`);
  };
  // Never from within an observer's call: a size set there is an error on the page's window.
  const later = () => {
    frameAsked ||= requestAnimationFrame(() => {
      frameAsked = 0;
      place();
    });
  };
  place();
  // Not before the frame that shows the card: to find all that may move it takes longer than to place it.
  let stop: (() => void) | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    stop = autoUpdate(reference, host, later);
  };
  const shown = requestAnimationFrame(() => {
    waiting = setTimeout(follow);
  });
  return () => {
    cancelAnimationFrame(shown);
    clearTimeout(waiting);
    stop?.();
    cancelAnimationFrame(frameAsked);
  };
}

/** As high as it wants to be at a width. */
function resize(frame: HTMLElement, width: number): void {
  frame.style.width = `${width}px`;
  frame.style.maxHeight = "none";
  delete frame.dataset.low;
}

/** What is seen: the window, or the part of it that fingers have zoomed to. */
function viewOf(): Box {
  const { clientWidth, clientHeight } = document.documentElement;
  // Without scrollbars. In quirks mode the root is as high as the document, and tells nothing.
  const bottom = document.compatMode === "CSS1Compat" ? clientHeight : innerHeight;
  const layout = {
    left: 0,
    top: 0,
    right: Math.min(clientWidth, innerWidth),
    bottom: Math.min(bottom, innerHeight),
  };
  const visual = window.visualViewport;
  if (!visual || visual.scale <= 1) return layout;
  if (visual.width < leastView.width || visual.height < leastView.height) return layout;
  const { offsetLeft, offsetTop, width, height } = visual;
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}

/** The lines of a range, the pointed-at one first. */
function linesOf(range: Range, at: { x: number; y: number } | undefined): Box[] {
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (lines.length === 0) return [range.getBoundingClientRect()];
  if (!at) return lines;
  const distance = ({ left, top, right, bottom }: DOMRect) =>
    Math.hypot(Math.max(left - at.x, 0, at.x - right), Math.max(top - at.y, 0, at.y - bottom));
  return lines.sort((a, b) => distance(a) - distance(b));
}
