/**
 * Where a card stands, as a pure function of boxes (CSS px of the window), so that it can be tried on any
 * number of them. What holds for every answer: the card lies inside the view, and it does not lie over the
 * marked line as long as one side of that line has room.
 */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Side = "below" | "above" | "right" | "left";

export interface PlaceQuestion {
  /** What the reader sees of the page. */
  view: Box;
  /** The marked line: the part of the name that is pointed at. */
  line: Box;
  /** The other parts of a name that is broken over lines. */
  parts: readonly Box[];
  /** How high the whole card is at a width. */
  heightAt(width: number): number;
  /** Text runs from right to left. */
  rtl: boolean;
  /** Lines stand side by side, and the next one lies on this side. */
  vertical?: "left" | "right";
  /** The side it has: a card that grows while it is read does not jump over the line. */
  keep?: Side;
}

export interface Place {
  /** `over`: no side has room, and the card covers as little of the line as it can. */
  side: Side | "over";
  left: number;
  top: number;
  width: number;
  maxHeight: number;
}

/** Distance (CSS px) from the marked line, and from the view's edges. */
export const gap = 8;
export const edge = 8;
/** Widest and tallest card: a longer one scrolls inside. */
export const most = { width: 380, height: 560 };
/** A side with less room than this has none. */
export const least = { width: 180, height: 96 };
/** A side with this much room will do, however long the card: what is below the fold scrolls. */
const comfortable = { width: 300, height: 360 };
/** In less than this a card is hard to read, and the length of a narrow strip does not make up for that. */
const readable = { width: 260, height: 160 };

export function choosePlace(question: PlaceQuestion): Place {
  const inner = shrink(question.view);
  const sides = orderOf(question);
  const rooms = sides.map((side) => ({ side, room: roomAt(side, inner, question) }));
  const usable = rooms.filter(({ room }) => fits(room, least, inner));
  const enough = usable.filter(({ room }) => {
    const width = Math.min(most.width, room.right - room.left);
    const wanted = Math.min(question.heightAt(width), comfortable.height, most.height);
    return fits(room, { width: comfortable.width, height: wanted }, inner);
  });
  const kept = usable.find(({ side }) => side === question.keep);
  const legible = usable.filter(({ room }) => fits(room, readable, inner));
  const [largest] = (legible.length > 0 ? legible : usable).sort(bySize);
  const chosen = kept ?? enough[0] ?? largest;
  return chosen ? placeIn(chosen.room, chosen.side, question) : placeOver(inner, question);
}

/** Sides across the lines first: a card beside a name covers the rest of its line. */
function orderOf({ rtl, vertical }: PlaceQuestion): Side[] {
  if (vertical)
    return vertical === "left" ? ["left", "right", "below", "above"] : ["right", "left", "below", "above"];
  return rtl ? ["below", "above", "left", "right"] : ["below", "above", "right", "left"];
}

/** The part of the view on one side of the line; of the whole name where that leaves room. */
function roomAt(side: Side, inner: Box, { line, parts }: PlaceQuestion): Box {
  const whole = beside(side, inner, [line, ...parts].reduce(union));
  return fits(whole, least, inner) ? whole : beside(side, inner, line);
}

function beside(side: Side, inner: Box, line: Box): Box {
  const room = { ...inner };
  if (side === "below") room.top = Math.max(inner.top, line.bottom + gap);
  if (side === "above") room.bottom = Math.min(inner.bottom, line.top - gap);
  if (side === "right") room.left = Math.max(inner.left, line.right + gap);
  if (side === "left") room.right = Math.min(inner.right, line.left - gap);
  return room;
}

/** Asks no more of a room than the view itself has. */
function fits(room: Box, size: { width: number; height: number }, inner: Box): boolean {
  const width = Math.min(size.width, inner.right - inner.left);
  const height = Math.min(size.height, inner.bottom - inner.top);
  return room.right - room.left >= width && room.bottom - room.top >= height;
}

function bySize(a: { room: Box }, b: { room: Box }): number {
  return areaOf(b.room) - areaOf(a.room);
}

function areaOf({ left, top, right, bottom }: Box): number {
  return Math.min(right - left, most.width) * Math.min(bottom - top, most.height);
}

function placeIn(room: Box, side: Side, { line, heightAt, rtl }: PlaceQuestion): Place {
  const width = Math.min(most.width, room.right - room.left);
  const maxHeight = Math.min(most.height, room.bottom - room.top);
  const height = Math.min(heightAt(width), maxHeight);
  const across = side === "below" || side === "above";
  const wanted = {
    left: across ? (rtl ? line.right - width : line.left) : side === "right" ? room.left : room.right - width,
    top: side === "below" ? room.top : side === "above" ? room.bottom - height : line.top,
  };
  return {
    side,
    left: clamp(wanted.left, room.left, room.right - width),
    top: clamp(wanted.top, room.top, room.bottom - height),
    width,
    maxHeight,
  };
}

/** At the edge that is farther from the line, and no higher than it must be. */
function placeOver(inner: Box, question: PlaceQuestion): Place {
  const { line, heightAt, rtl } = question;
  const width = Math.min(most.width, inner.right - inner.left);
  const above = line.top - gap - inner.top;
  const below = inner.bottom - line.bottom - gap;
  const maxHeight = Math.min(inner.bottom - inner.top, Math.max(least.height, above, below));
  const height = Math.min(heightAt(width), maxHeight);
  return {
    side: "over",
    left: clamp(rtl ? line.right - width : line.left, inner.left, inner.right - width),
    top: above > below ? inner.top : inner.bottom - height,
    width,
    maxHeight,
  };
}

function shrink({ left, top, right, bottom }: Box): Box {
  return { left: left + edge, top: top + edge, right: right - edge, bottom: bottom - edge };
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function clamp(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(value, to));
}
