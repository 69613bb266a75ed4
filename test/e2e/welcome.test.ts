import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { welcomePages } from "../../src/cli/browsers/open-extension.ts";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { type Session, startSession } from "./support/browser-session.ts";
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
      15_000,
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
      15_000,
    );
    for (const name of ["ZTE", "United Kingdom", "Mike Pompeo", "NCSC", "Vodafone"]) {
      expect(marked).toContain(name);
    }
    await interfaceOf(page).click("Show me the card of Huawei");
    expect(await waitForCard(page, true)).toBe(true);
    expect(await currentText(page)).toBe("Huawei");
    await page.keyboard.press("Escape");
    expect(await waitForCard(page, false)).toBe(true);
  });
});
