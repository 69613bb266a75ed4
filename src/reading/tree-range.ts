/**
 * Where a passage begins and ends in the page's tree, as XPaths of elements with offsets into their text. Elements and not
 * text nodes: applications, and other extensions that mark words, split and join text nodes at any time.
 */
import type { TreeRange } from "../core/notes/note.ts";

/** The most that a note keeps of one path; an element deeper in the tree is not described. */
const longestPath = 2_000;

/** @returns `undefined` where an end lies outside the document's own tree, for a shadow tree has no XPath, or too deep in it */
export function treeRangeOf(range: Range): TreeRange | undefined {
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  if (!start || !end) return undefined;
  return { startPath: start.path, startOffset: start.offset, endPath: end.path, endOffset: end.offset };
}

/**
 * The stretch that a tree range names in a document as it is now. The page may have changed: whether the text there is still
 * the quote is for the caller to see.
 * @returns `null` where an element is gone or its text is shorter now, or no text stands between the ends
 */
export function rangeOf(treeRange: TreeRange, document: Document): Range | null {
  const { startPath, startOffset, endPath, endOffset } = treeRange;
  const from = elementAt(startPath, document);
  const to = elementAt(endPath, document);
  if (!from || !to) return null;
  const start = pointIn(from, startOffset, "start");
  const end = pointIn(to, endOffset, "end");
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  // An end before the start draws the start along to itself.
  return range.startContainer === start.node && range.startOffset === start.offset ? range : null;
}

/** A point as the nearest element around it, and how many units of its text stand before the point. */
function placeOf(container: Node, offset: number): { path: string; offset: number } | null {
  const isElement = container.nodeType === 1;
  const element = isElement ? (container as Element) : container.parentElement;
  const path = element && pathOf(element);
  if (!path) return null;
  let units = isElement ? 0 : offset;
  // A point in an element stands behind so many of its children, one in a text node behind the siblings before it.
  let sibling = isElement
    ? (element.childNodes[offset - 1] ?? null)
    : (container.previousSibling as ChildNode | null);
  for (; sibling; sibling = sibling.previousSibling) units += textLength(sibling);
  return { path, offset: units };
}

/** Comments are no text. */
function textLength(node: Node): number {
  return node.nodeType === 1 || node.nodeType === 3 ? (node.textContent ?? "").length : 0;
}

/** `/html[1]/body[1]/p[3]`; `null` where the path does not begin at the document or is too long to be kept. */
function pathOf(element: Element): string | null {
  let path = "";
  for (let at: Element | null = element; at; at = at.parentElement) {
    path = `/${at.localName}[${numberAmongAlike(at)}]${path}`;
    if (path.length > longestPath) return null;
    if (at === at.ownerDocument.documentElement) return path;
  }
  return null;
}

function numberAmongAlike(element: Element): number {
  let number = 1;
  for (let one = element.previousElementSibling; one; one = one.previousElementSibling)
    if (one.localName === element.localName) number++;
  return number;
}

/** A name and a number; without one it means the first, as other programs write. */
const step = /^([^[\]/]+)(?:\[(\d{1,7})\])?$/;

/**
 * The element at a path. Walked by hand: `document.evaluate` does not find SVG or the elements of an XHTML page by their plain
 * names, and would run whatever else a path from an import holds.
 */
function elementAt(path: string, document: Document): Element | null {
  const [nothing, ...steps] = path.split("/");
  if (nothing !== "" || steps.length === 0) return null;
  let at: Element | null = null;
  for (const [depth, part] of steps.entries()) {
    const [, name = "", number = "1"] = step.exec(part) ?? [];
    const among: Element[] = depth === 0 ? [document.documentElement] : [...(at?.children ?? [])];
    at =
      among.filter((one) => one?.localName.toLowerCase() === name.toLowerCase())[Number(number) - 1] ?? null;
    if (!at) return null;
  }
  return at;
}

/**
 * The point behind so many units of an element's text. Between two text nodes a start belongs to the second and an end to the
 * first, so that the range holds no node of which it takes nothing.
 */
function pointIn(
  element: Element,
  offset: number,
  which: "start" | "end",
): { node: Node; offset: number } | null {
  // 4: text nodes.
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  let left = offset;
  let last: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { length } = node.data;
    if (left < length || (which === "end" && left === length)) return { node, offset: left };
    left -= length;
    last = node;
  }
  if (left > 0) return null;
  // A start behind all of the text, and either end in an element without any.
  return last ? { node: last, offset: last.data.length } : { node: element, offset: 0 };
}
