/** Which of the watched elements lie in or near the viewport: marks elsewhere need not be registered. */
export interface MarkWindow {
  watch(element: Element): void;
  leave(element: Element): void;
  close(): void;
}

/** One viewport's height above and below: scrolling shows marks that are there already. */
const margin = "100% 0px";

/**
 * @param moved told for each watched element, at first and whenever it comes near or goes away. Elements that
 *   are not displayed are never near.
 */
export function createMarkWindow(
  moved: (changes: { element: Element; near: boolean }[]) => void,
): MarkWindow {
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
          observer.observe(box);
          continue;
        }
        changes.push({ element: target, near: isIntersecting });
        for (const element of standsFor.get(target) ?? []) changes.push({ element, near: isIntersecting });
      }
      moved(changes);
    },
    // Scrolling boxes inside the page have a viewport of their own (browsers that cannot, use their edges).
    { rootMargin: margin, scrollMargin: margin } as IntersectionObserverInit,
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
