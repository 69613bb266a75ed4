import { describe, expect, test } from "vitest";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { startSession } from "./support/browser-session.ts";
import { interfaceOf, openInterface } from "./support/interface-page.ts";
import { allMarked, eventually } from "./support/read-page.ts";

/** The extension as it ships: nothing but the listed news sites is permitted. */
describe("a site that is not listed", () => {
  // Chromium's permission prompt cannot be answered by a driver; Firefox can be told to grant what is asked for.
  test("is marked from now on once its permission was granted (firefox)", async () => {
    const { session, close } = await startSession("firefox", {
      extensionFolder: builtFolder("firefox"),
      firefoxPreferences: { "extensions.webextOptionalPermissionPrompts": false },
    });
    try {
      const { extension, site } = session;
      const page = await extension.browser.newPage();
      await page.goto(site.url("london-decision.html"));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(await allMarked(page)).toEqual([]);

      const adding = await openInterface(extension, "options.html#sites");
      await adding.fill("Add a site", "127.0.0.1");
      await adding.click("Add");
      await adding.shows("Remove");
      expect((await session.asker.ask("ui.sites", {})).granted).toEqual(["*://127.0.0.1/*"]);
      await adding.close();

      await page.bringToFront();
      await page.reload();
      await eventually(
        () => allMarked(page),
        (marked) => marked.length > 0,
      );

      const options = await openInterface(extension, "options.html#sites");
      await options.shows("Sites you added");
      await options.click("Remove 127.0.0.1");
      await eventually(
        async () => (await session.asker.ask("ui.sites", {})).granted,
        (granted) => granted.length === 0,
      );
      await page.bringToFront();
      await page.reload();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await allMarked(page)).toEqual([]);
    } finally {
      await close();
    }
  });

  test("is marked, as every article, while all news pages are allowed (firefox)", async () => {
    const { session, close } = await startSession("firefox", {
      extensionFolder: builtFolder("firefox"),
      firefoxPreferences: { "extensions.webextOptionalPermissionPrompts": false },
    });
    try {
      const { extension, site } = session;
      const page = await extension.browser.newPage();
      await page.goto(site.url("london-decision.html"));
      const options = await openInterface(extension, "options.html#sites");
      await options.click("Allow all news pages");
      await options.shows("articles are marked on all sites");
      expect((await session.asker.ask("ui.sites", {})).granted).toEqual(["*://*/*"]);
      // The page was open before and is not loaded again.
      await page.bringToFront();
      await eventually(
        () => allMarked(page),
        (marked) => marked.length > 0,
      );
      await options.page.bringToFront();
      await options.click("Take this back");
      await options.shows("Allow all news pages");
      await page.bringToFront();
      await page.reload();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await allMarked(page)).toEqual([]);
    } finally {
      await close();
    }
  });

  // Only Chromium's driver can press the toolbar button, which is what gives the extension the tab for once.
  test("is marked once through the toolbar button, and not after a reload (chromium)", async () => {
    const { session, close } = await startSession("chromium", { extensionFolder: builtFolder("chromium") });
    try {
      const { browser, extensionId, extensionUrl } = session.extension;
      const page = await browser.newPage();
      await page.goto(session.site.url("london-decision.html"));
      await page.bringToFront();
      const installed = (await browser.extensions()).get(extensionId);
      if (!installed) throw new Error("the extension is not there");
      const opened = browser.waitForTarget((target) => target.url().startsWith(extensionUrl("popup.html")));
      await installed.triggerAction(page);
      const popupPage = await (await opened).asPage();
      const popup = interfaceOf(popupPage);
      await popup.shows("Not active on 127.0.0.1");
      await popup.click("Mark this page once");
      await eventually(
        () => allMarked(page),
        (marked) => marked.length > 0,
      );
      await page.reload();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await allMarked(page)).toEqual([]);
    } finally {
      await close();
    }
  });
});
