import type { Page } from "puppeteer-core";

/**
 * Selects a text of the page's article, as a reader does with the pointer or with Shift and the arrow keys.
 * @throws Error where no text node holds it.
 */
export async function selectText(page: Page, text: string): Promise<void> {
  const isThere = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector("article") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      return true;
    }
    return false;
  }, text);
  if (!isThere) throw new Error(`${page.url()} does not say “${text}”`);
}
