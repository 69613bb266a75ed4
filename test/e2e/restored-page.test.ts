import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { cardIsOpen, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers } from "./support/browser-session.ts";
import { allMarked, eventually } from "./support/read-page.ts";

/** Leaves for another page and comes back; whether the browser had kept the page is told by the page itself. */
async function leaveAndReturn(page: Page, away: string, meanwhile = async () => {}): Promise<boolean> {
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => {
      (window as unknown as { restored: boolean }).restored = persisted;
    });
  });
  await page.goto(away);
  await meanwhile();
  await page.goBack();
  return page.evaluate(() => (window as unknown as { restored?: boolean }).restored === true);
}

/** Firefox loads pages anew while a driver holds it. */
inBrowsers(
  "a page that the browser kept and shows again",
  (session) => {
    test("has its marks, and no card that was open before", async () => {
      const { page, tabId } = await session().open("london-decision.html");
      await session().asker.ask("ui.jump", { tabId, id: "huawei" });
      expect(await waitForCard(page, true)).toBe(true);
      expect(await leaveAndReturn(page, session().site.url("not-an-article.html"))).toBe(true);
      expect(await cardIsOpen(page)).toBe(false);
      expect(await allMarked(page)).toContain("Huawei");
      await session().asker.ask("ui.jump", { tabId, id: "huawei" });
      expect(await waitForCard(page, true)).toBe(true);
    });

    test("follows what was decided while it was away", async () => {
      const { asker, site, open } = session();
      const { page } = await open("london-decision.html");
      const off = async () => {
        await asker.ask("ui.siteSwitch", { host: "127.0.0.1", on: false });
      };
      try {
        expect(await leaveAndReturn(page, site.url("not-an-article.html"), off)).toBe(true);
        await eventually(
          () => allMarked(page),
          (marked) => marked.length === 0,
        );
      } finally {
        await asker.ask("ui.siteSwitch", { host: "127.0.0.1", on: true });
      }
    });
  },
  ["chromium"],
);
