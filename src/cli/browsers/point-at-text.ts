import type { Page } from "puppeteer-core";

export interface Place {
  x: number;
  y: number;
}

/**
 * Where a text stands in the page (CSS pixels in the window), scrolled into view: the middle of its first line.
 * Reads the page only; nothing in its DOM changes.
 *
 * @param within CSS selector of the part to search; the whole body when left out.
 * @returns null when the text is not there, or is not visible.
 */
export function placeOfText(
  page: Page,
  text: string,
  occurrence = 0,
  within = "body",
): Promise<Place | null> {
  return page.evaluate(
    async (wanted, skip, selector) => {
      const root = document.querySelector(selector);
      if (!root) return null;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let left = skip;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const content = node.nodeValue ?? "";
        for (let at = content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + 1)) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          if (range.getClientRects().length === 0) continue;
          if (left-- > 0) continue;
          node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
          await new Promise((resolve) => setTimeout(resolve, 50));
          const box = range.getClientRects()[0];
          return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
        }
      }
      return null;
    },
    text,
    occurrence,
    within,
  );
}

/** Whether the card is open: its host element is in the page and shown. */
export function cardIsOpen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector("telecom-lens-card")?.matches(":popover-open") ?? false);
}

/** Waits for the card to open (or close). @returns false when the time (milliseconds) is up. */
export async function waitForCard(page: Page, open: boolean, timeout = 3_000): Promise<boolean> {
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline) {
    if ((await cardIsOpen(page)) === open) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}
