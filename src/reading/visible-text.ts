import { oneOf } from "./one-of.ts";
import { parentOf } from "./page-walk.ts";

/**
 * Tells whether an element's own text cannot be seen: no box (`display: none`, a closed <details>, an element that
 * no slot shows), `visibility: hidden`, or skipped by `content-visibility`. Costs half a microsecond, once styles are up
 * to date. `null` where there is no layout to ask: in Node, in a document without a window, and on a page whose
 * root or body is not shown itself, because it shows itself later.
 */
export function createHiddenCheck(root: Element): ((element: Element) => boolean) | null {
  const view = root.ownerDocument.defaultView;
  if (!view || !root.checkVisibility) return null;
  const options = { visibilityProperty: true, checkVisibilityCSS: true };
  const hasNoBox = (element: Element): boolean => {
    if (element.checkVisibility(options)) return false;
    const parent = parentOf(element);
    // Such an element has no box of its own, and its text is shown all the same.
    return !parent || view.getComputedStyle(element).display !== "contents" || hasNoBox(parent);
  };
  const { body } = root.ownerDocument;
  return hasNoBox(root) || (body && hasNoBox(body)) ? null : hasNoBox;
}

/** Whether a class, hyphens left out, says that text is there for screen readers alone: works without layout. */
export const isClipped = oneOf(
  "sronly screenreader screenreaderonly screenreadertext visuallyhidden uvisuallyhidden isvisuallyhidden assistivetext " +
    "a11yhidden hiddenvisually",
);
