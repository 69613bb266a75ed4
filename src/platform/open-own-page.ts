import type { Browser } from "webextension-polyfill";

/**
 * Opens a page of the extension in a tab, and never in a private window: Firefox gives the page a storage of its own
 * there, in which there are no notes.
 *
 * @param path with its fragment: `options.html#notes`.
 */
export async function openOwnPage(browser: Browser, path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  // Android has no windows.
  const focused = await browser.windows?.getLastFocused().catch(() => undefined);
  if (!focused?.incognito) {
    await browser.tabs.create({ url });
    return;
  }
  const windows = await browser.windows.getAll({ windowTypes: ["normal"] });
  const ordinary = windows.find(({ incognito }) => !incognito);
  if (ordinary?.id === undefined) {
    await browser.windows.create({ url, incognito: false });
    return;
  }
  await browser.tabs.create({ url, windowId: ordinary.id });
  await browser.windows.update(ordinary.id, { focused: true });
}
