import { describe, expect, test } from "vitest";
import { openAsker } from "../../src/cli/browsers/ask-extension.ts";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { permitLocalPages } from "../../src/cli/browsers/permit-local-pages.ts";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { startSession } from "./support/browser-session.ts";
import { allMarked, eventually } from "./support/read-page.ts";

describe.each(browserKinds)("an extension that is updated under an open page (%s)", (kind) => {
  test("starts in it anew; nothing of the old one stays", async () => {
    const permitted = permitLocalPages(builtFolder(kind));
    const { session, close } = await startSession(kind, { extensionFolder: permitted.folder });
    try {
      const { page, tabId } = await session.open("london-decision.html");
      await session.asker.ask("ui.jump", { tabId, id: "huawei" });
      expect(await waitForCard(page, true)).toBe(true);
      const before = await allMarked(page);
      await page.evaluate(() => {
        // Told apart from what the new script draws.
        (window as unknown as { old: unknown[] }).old = [...CSS.highlights.values()];
      });
      await session.extension.browser.installExtension(permitted.folder);
      await eventually(
        () =>
          page.evaluate(() => {
            const { old } = window as unknown as { old: unknown[] };
            const now = [...CSS.highlights.values()];
            return now.length > 0 && now.every((highlight) => !old.includes(highlight));
          }),
        (isNew) => isNew,
        15_000,
      );
      const after = await eventually(
        () => allMarked(page),
        (marked) => marked.length === before.length,
      );
      expect(after.sort()).toEqual(before.sort());
      expect(await page.$$("telecom-lens-card")).toEqual([]);
      // Cards open again, with the new background behind them.
      const place = await placeOfText(page, "Raab", 0, "article");
      if (place) await page.mouse.move(place.x, place.y, { steps: 3 });
      expect(await waitForCard(page, true)).toBe(true);
      expect(await page.$$("telecom-lens-card")).toHaveLength(1);
      session.asker = await openAsker(session.extension);
      const { entities } = await session.asker.settled(page.url());
      expect(entities.map(({ id }) => id)).toContain("huawei");
    } finally {
      await close();
      permitted.remove();
    }
  });
});

test("an extension that is removed takes its marks and its card from the page", async () => {
  const permitted = permitLocalPages(builtFolder("chromium"));
  const { session, close } = await startSession("chromium", { extensionFolder: permitted.folder });
  try {
    const { page, tabId } = await session.open("london-decision.html");
    await session.asker.ask("ui.jump", { tabId, id: "huawei" });
    expect(await waitForCard(page, true)).toBe(true);
    const place = await placeOfText(page, "Raab", 0, "article");
    await session.extension.browser.uninstallExtension(session.extension.extensionId);
    // The script hears nothing of it; it looks when it is used.
    if (place) await page.mouse.move(place.x, place.y, { steps: 3 });
    await eventually(
      () => allMarked(page),
      (marked) => marked.length === 0,
    );
    expect(await page.$("telecom-lens-card")).toBeNull();
  } finally {
    await close();
    permitted.remove();
  }
});
