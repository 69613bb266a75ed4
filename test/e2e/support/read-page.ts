import type { Page } from "puppeteer-core";

/** The text under each of our marks by highlight name: `{ "telecom-lens-vendor": ["Huawei", …] }`. */
export function markedTexts(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const found: Record<string, string[]> = {};
    CSS.highlights.forEach((highlight, name) => {
      if (!name.startsWith("telecom-lens-")) return;
      const texts: string[] = [];
      highlight.forEach((range) => {
        texts.push(range.toString());
      });
      found[name] = texts;
    });
    return found;
  });
}

/** All marked texts together. */
export async function allMarked(page: Page): Promise<string[]> {
  return Object.entries(await markedTexts(page))
    .filter(([name]) => !name.startsWith("telecom-lens-current"))
    .flatMap(([, texts]) => texts);
}

/** The text whose card is open, from the tint behind it. */
export async function currentText(page: Page): Promise<string | null> {
  const marks = await markedTexts(page);
  return (marks["telecom-lens-current"] ?? marks["telecom-lens-current-dark"])?.[0] ?? null;
}

/** The document as markup, our host element left out. */
export function markupWithoutHost(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll("telecom-lens-card")) host.remove();
    return copy.outerHTML;
  });
}

/**
 * Milliseconds until what does not come is given up. No promise of speed: on a busy machine the extension rests longer
 * from a page that changes, and a dataset takes long to be on the disk.
 */
export const patience = 30_000;

/**
 * Waits until a condition holds.
 * @throws Error with the last value when the time (milliseconds) is up
 */
export async function eventually<T>(
  read: () => Promise<T>,
  holds: (value: T) => boolean,
  timeout = patience,
): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`still not so after ${timeout} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The passages that are marked as having notes. */
export async function notedTexts(page: Page): Promise<string[]> {
  return (await markedTexts(page))["telecom-lens-note"] ?? [];
}
