/** Which of the watched elements lie in or near the viewport: marks elsewhere need not be registered. */
export interface MarkWindow {
  watch(element: Element): void;
  leave(element: Element): void;
  close(): void;
}

/**
 * What lies this far above and below the viewport counts as near: scrolling shows marks that are there already. A narrow
 * window is looked at only so often (ms, where the browser can be told): with thousands of elements, a look in each frame
 * would cost more than all else that we do.
 */
const [wide, narrow] = [
  { margin: "100% 0px", delay: 0 },
  { margin: "10% 0px", delay: 250 },
];

/**
 * @param moved told for each watched element, at first and whenever it comes near or goes away. Elements that
 *   are not displayed are never near.
 */
export function createMarkWindow(
  moved: (changes: { element: Element; near: boolean }[]) => void,
  isNarrow: boolean,
): MarkWindow {
  const { margin, delay } = isNarrow ? narrow : wide;
  /** Boxes that stand for elements which have none of their own (`display: contents`). */
  const standsFor = new Map<Element, Set<Element>>();
  const observer = new IntersectionObserver(
    (records) => {
      const changes: { element: Element; near: boolean }[] = [];
      for (const { target, isIntersecting } of records) {
        const box = isIntersecting ? target : boxAround(target);
        if (box !== target) {
          observer.unobserve(target);
          standsFor.set(box, (standsFor.get(box) ?? new Set()).add(target));
          // Nothing would be told of a box that is observed already.
          observer.unobserve(box);
          observer.observe(box);
          continue;
        }
        changes.push({ element: target, near: isIntersecting });
        for (const element of standsFor.get(target) ?? []) changes.push({ element, near: isIntersecting });
      }
      moved(changes);
    },
    // Scrolling boxes inside the page have a viewport of their own (browsers that cannot, use their edges).
    { rootMargin: margin, scrollMargin: margin, delay } as IntersectionObserverInit,
  );
  return {
    watch: (element) => observer.observe(element),
    leave(element) {
      observer.unobserve(element);
      for (const [box, elements] of standsFor) {
        if (elements.delete(element) && elements.size === 0) standsFor.delete(box);
      }
    },
    close: () => {
      standsFor.clear();
      observer.disconnect();
    },
  };
}

function boxAround(element: Element): Element {
  let box = element;
  while (box.parentElement && getComputedStyle(box).display === "contents") box = box.parentElement;
  return box;
}
