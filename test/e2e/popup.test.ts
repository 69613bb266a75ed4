/** Long because a popup beside its page is opened in another way in each browser. */
import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { inBrowsers, type Session, startSession } from "./support/browser-session.ts";
import { insideCard } from "./support/inside-card.ts";
import { type InterfacePage, interfaceOf, openInterface } from "./support/interface-page.ts";
import { allMarked, currentText, eventually } from "./support/read-page.ts";

/** The popup about a tab, as a page: drivers cannot open the real one in every browser. */
const openPopup = (session: Session, tabId: number) =>
  openInterface(session.extension, `popup.html?tab=${tabId}`);

/** Sets the date field, whose parts are typed in an order that depends on the machine's language. */
function writeDate(popup: InterfacePage, day: string): Promise<void> {
  return popup.page.evaluate((value) => {
    const field = document.querySelector<HTMLInputElement>("input[type=date]");
    if (!field) throw new Error("there is no date field");
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, day);
}

/** Where the mention whose card is open stands in the page: its number among all marks, by place. */
function currentPlace(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    let place: string | null = null;
    CSS.highlights.get("telecom-lens-current")?.forEach((range) => {
      const { top, left } = (range as Range).getBoundingClientRect();
      place = `${Math.round(top + scrollY)},${Math.round(left)}`;
    });
    return place;
  });
}

inBrowsers("the popup", (session) => {
  test("sets an article's date; card and table follow, also after a reload, and the date found comes back", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    const url = page.url();
    const popup = await openPopup(session(), tabId);
    await popup.shows("Article of 1 Feb 2020");
    await popup.shows("On 1 Feb 2020, this article’s date, and now");

    await popup.click("Change date");
    await writeDate(popup, "2019-05-03");
    await popup.click("Use this date");
    await popup.shows("The article’s date is now 3 May 2019.");
    await popup.shows(/chosen by you; the page says 1 Feb 2020/);
    await popup.shows("On 3 May 2019, this article’s date, and now");
    const chosen = { day: "2019-05-03", origin: "chosen" };
    const described = await session().asker.ask("ui.describe", { tabId, id: "huawei" });
    expect(described?.articleDate).toEqual(chosen);
    expect((await session().asker.ask("ui.mentions", { tabId }))?.published).toEqual(chosen);

    await page.bringToFront();
    await page.reload({ waitUntil: "load" });
    const summary = await session().asker.settled(url);
    expect(summary.articleDate).toEqual(chosen);
    expect(summary.entities.length).toBeGreaterThan(3);
    await session().asker.ask("ui.jump", { tabId, id: "huawei" });
    expect(await waitForCard(page, true)).toBe(true);
    await eventually(
      async () => (await insideCard(session(), tabId))?.text ?? "",
      (text) => text.includes("3 May 2019") && text.includes("chosen by you"),
    );

    await popup.close();
    const later = await openPopup(session(), tabId);
    await later.click("Change date");
    await later.click("Use the date found, 1 Feb 2020");
    await later.shows("Article of 1 Feb 2020");
    const { articleDate } = await session().asker.settled(url);
    expect(articleDate).toEqual({ day: "2020-02-01", origin: "json-ld" });
    await later.close();
  });

  test("takes the date away, for this article and no other", async () => {
    const { page, tabId } = await session().open("tirana-clean-network.html");
    const popup = await openPopup(session(), tabId);
    await popup.click("Change date");
    await popup.click("No date");
    await popup.shows("No date: only today’s policy is shown");
    const { articleDate, dateChosen } = await session().asker.ask("ui.page", { tabId });
    expect({ articleDate, dateChosen }).toEqual({ articleDate: null, dateChosen: true });
    expect((await session().asker.ask("ui.table", { tabId }))?.articleDay).toBeNull();
    const other = await session().open("prague-meeting.html");
    expect(other.summary.articleDate?.day).toBe("2019-05-03");
    await session().asker.ask("ui.setDate", { tabId, day: "found" });
    expect((await session().asker.settled(page.url())).articleDate?.day).toBe("2020-08-20");
    await popup.close();
  });

  test("shows countries against vendors, and opens a cell to its sources", async () => {
    const { tabId } = await session().open("london-decision.html");
    const popup = await openPopup(session(), tabId);
    await popup.shows("Policy by country and vendor");
    const cell = await popup.page.evaluate(() => {
      const row = [...document.querySelectorAll("tbody tr")].find(
        (one) => one.querySelector("th")?.textContent === "United Kingdom",
      );
      const column = [...document.querySelectorAll("thead th")].findIndex(
        (one) => one.textContent === "Huawei",
      );
      const button = row?.querySelectorAll("td")[column]?.querySelector("button");
      button?.focus();
      return button?.textContent;
    });
    expect(cell).toBe("Then RestrictedNow Prohibited");
    await popup.page.keyboard.press("Enter");
    await popup.shows("Huawei in the United Kingdom");
    const links = await popup.page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>(".table-details a")].map(({ href }) => href),
    );
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(link).toMatch(/^https?:/);
    await popup.close();
  });

  test("leads from mention to mention of one name", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    const places = new Set<string>();
    for (let press = 0; press < 3; press += 1) {
      expect(await session().asker.ask("ui.jump", { tabId, id: "huawei" })).toBe(true);
      const seen = [...places];
      const place = await eventually(
        () => currentPlace(page),
        (one) => one !== null && !seen.includes(one),
      );
      places.add(place ?? "");
      expect(await currentText(page)).toMatch(/Huawei/);
    }
    expect(places.size).toBe(3);
  });

  test("marks a page that looks like no article all the same, until it is left", async () => {
    const { page, tabId } = await session().open("not-an-article.html");
    expect(await allMarked(page)).toEqual([]);
    const popup = await openPopup(session(), tabId);
    await popup.shows("Not an article");
    await popup.click("Mark this page all the same");
    // A page behind another draws nothing; behind a popup it would.
    await page.bringToFront();
    const marked = await eventually(
      () => allMarked(page),
      (texts) => texts.length > 0,
    );
    expect(marked).toContain("Huawei");
    await popup.shows(/Huawei/);
    await page.bringToFront();
    await page.reload({ waitUntil: "load" });
    expect((await session().asker.settled(page.url())).state).toBe("not-article");
    expect(await allMarked(page)).toEqual([]);
    await popup.close();
  });
});

describe("the popup's accessibility tree", () => {
  // Firefox hands no accessibility tree to a driver.
  test("names the regions, the table's headers, every control, and the live regions (chromium)", async () => {
    const { session, close } = await startSession("chromium");
    try {
      const { tabId } = await session.open("london-decision.html");
      const popup = await openPopup(session, tabId);
      await popup.shows("Policy by country and vendor");
      const root = await popup.page.accessibility.snapshot({ interestingOnly: false });
      const nodes: { role: string; name: string }[] = [];
      const collect = (node: typeof root) => {
        if (!node) return;
        nodes.push({ role: node.role, name: node.name ?? "" });
        for (const child of node.children ?? []) collect(child);
      };
      collect(root);
      const named = (role: string) => nodes.filter((node) => node.role === role).map(({ name }) => name);
      expect(named("main")).toHaveLength(1);
      expect(named("region")).toEqual(
        expect.arrayContaining(["Vendors", "Countries", "Policy by country and vendor"]),
      );
      expect(named("rowheader")).toContain("United Kingdom");
      expect(named("columnheader")).toContain("Huawei");
      expect(named("status").length).toBeGreaterThanOrEqual(2);
      expect(named("alert")).toHaveLength(1);
      const controls = nodes.filter(({ role }) => ["button", "link", "switch", "radio"].includes(role));
      expect(controls.length).toBeGreaterThan(15);
      expect(controls.filter(({ name }) => name.trim() === "")).toEqual([]);
      await popup.close();
    } finally {
      await close();
    }
  });
});

describe("the real popup beside its page", () => {
  // Only Chromium's driver can press the toolbar button.
  test("stays open while it leads from mention to mention (chromium)", async () => {
    const { session, close } = await startSession("chromium");
    try {
      const { page } = await session.open("london-decision.html");
      const { browser, extensionId, extensionUrl } = session.extension;
      const installed = (await browser.extensions()).get(extensionId);
      if (!installed) throw new Error("the extension is not there");
      const opened = browser.waitForTarget((target) => target.url().startsWith(extensionUrl("popup.html")));
      await installed.triggerAction(page);
      const popup = interfaceOf(await (await opened).asPage());
      await popup.shows("Article of 1 Feb 2020");
      const press = () =>
        popup.page.evaluate(() => {
          const buttons = [...document.querySelectorAll<HTMLButtonElement>("button.named-entity")];
          buttons.find(({ textContent }) => textContent?.startsWith("Huawei"))?.click();
        });
      await press();
      const first = await eventually(
        () => currentPlace(page),
        (place) => place !== null,
      );
      await popup.shows("The page shows Huawei. Press again for the next mention.");
      await press();
      await eventually(
        () => currentPlace(page),
        (place) => place !== null && place !== first,
      );
      expect(popup.page.isClosed()).toBe(false);
      await popup.shows("The page shows Huawei.");
    } finally {
      await close();
    }
  });
});

describe("the real popup of Firefox beside its page", () => {
  // Firefox's driver sees no popup, but another page of the extension does, and can press in it.
  test("stays open while it leads from mention to mention (firefox)", async () => {
    const { session, close } = await startSession("firefox", {
      firefoxPreferences: { "extensions.openPopupWithoutUserGesture.enabled": true },
    });
    interface PopupApi {
      action: { openPopup(): Promise<void> };
      extension: { getViews(filter: { type: "popup" }): Window[] };
    }
    const { page: asking } = session.asker;
    const text = () =>
      asking.evaluate(() => {
        const { browser } = globalThis as unknown as { browser: PopupApi };
        const [popup] = browser.extension.getViews({ type: "popup" });
        return popup?.document.body.textContent ?? null;
      });
    const press = () =>
      asking.evaluate(() => {
        const { browser } = globalThis as unknown as { browser: PopupApi };
        const [popup] = browser.extension.getViews({ type: "popup" });
        const buttons = [...(popup?.document.querySelectorAll<HTMLElement>("button.named-entity") ?? [])];
        buttons.find(({ textContent }) => textContent?.startsWith("Huawei"))?.click();
      });
    try {
      const { page } = await session.open("london-decision.html");
      await asking.evaluate(() =>
        (globalThis as unknown as { browser: PopupApi }).browser.action.openPopup(),
      );
      await eventually(text, (shown) => shown?.includes("Huawei") ?? false);
      await press();
      const first = await eventually(
        () => currentPlace(page),
        (place) => place !== null,
      );
      await press();
      await eventually(
        () => currentPlace(page),
        (place) => place !== null && place !== first,
      );
      await eventually(text, (shown) => shown?.includes("The page shows Huawei.") ?? false);
    } finally {
      await close();
    }
  });
});

describe("access to all news pages", () => {
  // Chromium's permission prompt cannot be answered by a driver; Firefox can be told to grant what is asked for.
  test("is given and taken back in the popup (firefox)", async () => {
    const { session, close } = await startSession("firefox", {
      extensionFolder: builtFolder("firefox"),
      firefoxPreferences: { "extensions.webextOptionalPermissionPrompts": false },
    });
    try {
      const page = await session.extension.browser.newPage();
      await page.goto(session.site.url("london-decision.html"));
      expect(await allMarked(page)).toEqual([]);
      const tabs = await session.asker.tabIds();
      const popup = await openPopup(session, tabs.at(-1) ?? -1);
      await popup.shows("Not active on this page");
      await popup.click("Allow on all sites");
      await popup.shows(/Article of 1 Feb 2020/);
      expect((await session.asker.ask("ui.sites", {})).granted).toEqual(["*://*/*"]);
      await eventually(
        () => allMarked(page),
        (marked) => marked.length > 0,
      );
      await popup.page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await popup.click("Take back: All news pages");
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
});
