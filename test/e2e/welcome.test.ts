import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { welcomePages } from "../../src/cli/browsers/open-extension.ts";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { type Session, startSession } from "./support/browser-session.ts";
import { accessibilityTree, expectNamed, focused, nameless, roleOf, tabTo } from "./support/by-keyboard.ts";
import { interfaceOf } from "./support/interface-page.ts";
import { allMarked, currentText, eventually } from "./support/read-page.ts";

describe.each(browserKinds)("the welcome page (%s)", (kind) => {
  let current: { session: Session; close(): Promise<void> } | undefined;
  const session = () => {
    if (!current) throw new Error(`${kind} did not start`);
    return current.session;
  };
  let page: Page;

  // The extension as it ships: nothing but the listed news sites is permitted.
  beforeAll(async () => {
    current = await startSession(kind, {
      extensionFolder: builtFolder(kind),
      keepWelcome: true,
      firefoxPreferences: { "extensions.webextOptionalPermissionPrompts": false },
    });
    const [opened] = await eventually(
      () => welcomePages(session().extension),
      (pages) => pages.length > 0,
    );
    if (!opened) throw new Error("no welcome page");
    page = opened;
    await page.bringToFront();
  });
  afterAll(() => current?.close());

  test("opens by itself after the installation, once, and says what the extension does", async () => {
    const welcome = interfaceOf(page);
    await welcome.shows(/\d{3} news sites from the start/);
    await welcome.shows(/Dataset \d{4}\.\d+\.\d+ of/);
    await welcome.shows("Nothing. No page that you read");
    await welcome.shows("Alt+Shift+O");
    expect(await welcomePages(session().extension)).toHaveLength(1);
  });

  test("has a sample that is marked and explained as a real article is", async () => {
    const marked = await eventually(
      () => allMarked(page),
      (texts) => texts.includes("Huawei"),
    );
    for (const name of ["ZTE", "United Kingdom", "Mike Pompeo", "NCSC", "Vodafone"]) {
      expect(marked).toContain(name);
    }
    await interfaceOf(page).click("Show me the card of Huawei");
    expect(await waitForCard(page, true)).toBe(true);
    expect(await currentText(page)).toBe("Huawei");
    // With its styles, though the page's policy forbids style elements: without them it is as wide as its text.
    const card = () => document.querySelector("telecom-lens-card")?.getBoundingClientRect().width;
    expect(await page.evaluate(card)).toBe(380);
    await page.keyboard.press("Escape");
    expect(await waitForCard(page, false)).toBe(true);
  });

  test("is walked through by keyboard alone, and everything in it has a name and a role", async () => {
    if (kind === "chromium") {
      const nodes = await accessibilityTree(page);
      expect(nameless(nodes)).toEqual([]);
      for (const role of ["main", "banner", "contentinfo", "heading", "article"]) {
        expect(nodes.map(roleOf), role).toContain(role);
      }
    } else {
      await expectNamed({ page }, ["button", "link", "textbox", "heading"]);
    }
    // From the top: Tab goes on from where was pressed last. Not past the last stop: Firefox gives the focus to its own
    // controls then, and a driver cannot take it back.
    await page.mouse.click(2, 2);
    const stops: (string | null)[] = [];
    while (stops.length < 7) {
      await page.keyboard.press("Tab");
      stops.push(await focused(page));
    }
    expect(stops.map((stop) => stop?.replace(/^(\w+: [^.(]{1,30}).*/, "$1"))).toEqual([
      "button: Show me the card of Huawei",
      "button: Change in the browser",
      "summary: Show the list",
      "input: Add a site",
      "button: Add",
      "button: Allow all news pages",
      "a: Open the options",
    ]);

    // To the card and back to the button that opened it.
    await page.mouse.click(2, 2);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("button: Show me the card of Huawei");
    await page.keyboard.press("Enter");
    expect(await waitForCard(page, true)).toBe(true);
    await eventually(
      () => page.evaluate(() => document.activeElement?.localName),
      (name) => name === "telecom-lens-card",
    );
    await page.keyboard.press("Escape");
    expect(await waitForCard(page, false)).toBe(true);
    expect(await focused(page)).toBe("button: Show me the card of Huawei");

    // The list of sites unfolds, and scrolls by its own stop.
    await tabTo(page, /^summary: Show the list/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("section: Show the list");
    await page.keyboard.press("End");
    await eventually(
      () => page.evaluate(() => document.activeElement?.scrollTop ?? 0),
      (scrolled) => scrolled > 100,
    );

    // What is wrong with an address is said, and the field stays where the reader is.
    const welcome = interfaceOf(page);
    await tabTo(page, /^input: Add a site/);
    await page.keyboard.type("no site");
    await page.keyboard.press("Enter");
    await welcome.shows("That is no site.");
    expect(await focused(page)).toMatch(/^input: Add a site/);
    // Only Firefox can be told to grant what is asked for; Chromium's question cannot be answered by a driver.
    if (kind === "firefox") {
      await page.evaluate(() => (document.activeElement as HTMLInputElement).select());
      await page.keyboard.type("more.example");
      await page.keyboard.press("Enter");
      await welcome.shows("Added: more.example");
      await tabTo(page, /^button: Allow all news pages/);
      await page.keyboard.press("Enter");
      await eventually(
        () => focused(page),
        (name) => name === "button: Take this back",
      );
      await page.keyboard.press("Enter");
      await eventually(
        () => focused(page),
        (name) => name === "button: Allow all news pages",
      );
    }

    await tabTo(page, /^a: Open the options/);
    await page.keyboard.press("Enter");
    await eventually(
      () => welcome.text().catch(() => "between two pages"),
      (text) => text.includes("News sites marked from the start"),
    );
  });
});
