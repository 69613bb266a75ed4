/** Which of the watched elements lie in or near the viewport: marks elsewhere need not be registered. */
export interface MarkWindow {
  watch(element: Element): void;
  leave(element: Element): void;
  /** Narrows the window to what can be seen, or widens it again. */
  narrow(isNarrow: boolean): void;
  close(): void;
}

/** One viewport's height above and below: scrolling shows marks that are there already. */
const margin = "100% 0px";
/** Above and below a narrow window: hardly more than what can be seen. */
const narrowMargin = "50px 0px";
/**
 * Time (ms) between two looks for what comes near a narrow window, where the browser can be told. In each frame, with
 * thousands of elements, that would cost more than all else that we do.
 */
const delay = 200;

/** @param moved told for watched elements that come near or go away. What is not displayed is never near. */
export function createMarkWindow(
  moved: (changes: { element: Element; near: boolean }[]) => void,
): MarkWindow {
  /** What is observed: the elements, or boxes that stand for those which have none (`display: contents`). */
  const boxes = new Set<Element>();
  const standsFor = new Map<Element, Set<Element>>();
  /** Boxes within the wide window. */
  const near = new Set<Element>();
  let isNarrow = false;

  const tell = (told: Map<Element, boolean>) => {
    const changes: { element: Element; near: boolean }[] = [];
    for (const [box, isNear] of told) {
      for (const element of [box, ...(standsFor.get(box) ?? [])]) changes.push({ element, near: isNear });
    }
    if (changes.length > 0) moved(changes);
  };
  const leaveBox = (box: Element) => {
    boxes.delete(box);
    near.delete(box);
    outer.unobserve(box);
    inner.unobserve(box);
  };
  const heard = (records: IntersectionObserverEntry[]) => {
    const told = new Map<Element, boolean>();
    for (const { target, isIntersecting } of records) {
      const box = isIntersecting ? target : boxAround(target);
      if (box !== target) {
        leaveBox(target);
        standsFor.set(box, (standsFor.get(box) ?? new Set()).add(target));
        // Observed anew, or nothing would be told where it is observed already.
        leaveBox(box);
        boxes.add(box);
        outer.observe(box);
      } else if (!isIntersecting) {
        inner.unobserve(box);
        if (near.delete(box)) told.set(box, false);
      } else if (!near.has(box)) {
        near.add(box);
        if (isNarrow) inner.observe(box);
        else told.set(box, true);
      }
    }
    tell(told);
  };
  const createOuter = () =>
    // Scrolling boxes inside the page have a viewport of their own (browsers that cannot, use their edges).
    new IntersectionObserver(heard, {
      rootMargin: margin,
      scrollMargin: margin,
      delay: isNarrow ? delay : 0,
    } as IntersectionObserverInit);
  let outer = createOuter();
  const inner = new IntersectionObserver(
    (records) => tell(new Map(records.map(({ target, isIntersecting }) => [target, isIntersecting]))),
    { rootMargin: narrowMargin, scrollMargin: narrowMargin } as IntersectionObserverInit,
  );

  return {
    watch(element) {
      boxes.add(element);
      outer.observe(element);
    },
    leave(element) {
      leaveBox(element);
      for (const [box, elements] of standsFor) {
        if (elements.delete(element) && elements.size === 0) standsFor.delete(box);
      }
    },
    narrow(wanted) {
      if (wanted === isNarrow) return;
      isNarrow = wanted;
      outer.disconnect();
      outer = createOuter();
      for (const box of boxes) outer.observe(box);
      if (isNarrow) for (const box of near) inner.observe(box);
      else {
        inner.disconnect();
        tell(new Map([...near].map((box) => [box, true])));
      }
    },
    close() {
      boxes.clear();
      standsFor.clear();
      near.clear();
      outer.disconnect();
      inner.disconnect();
    },
  };
}

function boxAround(element: Element): Element {
  let box = element;
  while (box.parentElement && getComputedStyle(box).display === "contents") box = box.parentElement;
  return box;
}
