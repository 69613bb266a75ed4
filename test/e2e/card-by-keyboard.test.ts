import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers, type Session } from "./support/browser-session.ts";
import { currentText, eventually } from "./support/read-page.ts";

/**
 * Presses the shortcut of a command. Firefox hands unclaimed keys of a driver on to its shortcuts, as with a real
 * keyboard. Chromium keeps a driver's keys inside the page; there the event that a shortcut causes is raised in the
 * background worker, so that all of our own path runs.
 */
async function pressShortcut(session: Session, page: Page, command: "next-mention" | "previous-mention") {
  if (session.kind === "firefox") {
    const key = command === "next-mention" ? "Period" : "Comma";
    await page.keyboard.down("Alt");
    await page.keyboard.down("Shift");
    await page.keyboard.press(key);
    await page.keyboard.up("Shift");
    await page.keyboard.up("Alt");
    return;
  }
  const target = await session.extension.browser.waitForTarget((one) => one.type() === "service_worker");
  const worker = await target.worker();
  await worker?.evaluate((name) => {
    const { chrome } = globalThis as unknown as {
      chrome: { commands: { onCommand: { dispatch(name: string): void } } };
    };
    chrome.commands.onCommand.dispatch(name);
  }, command);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");
const focusIsInCard = (page: Page) =>
  page.evaluate(() => document.activeElement?.localName === "telecom-lens-card");

inBrowsers("a card by keyboard", (session) => {
  test("opens on the next mention, takes the focus, and Escape gives it back", async () => {
    const { page } = await session().open("london-decision.html");
    await page.focus("nav a:nth-child(2)");
    await pressShortcut(session(), page, "next-mention");
    expect(await waitForCard(page, true)).toBe(true);
    await eventually(() => focusIsInCard(page), Boolean);
    await page.keyboard.press("Escape");
    expect(await waitForCard(page, false)).toBe(true);
    expect(await focused(page)).toBe("World");
  });

  test("goes to the next mention and back", async () => {
    const { page } = await session().open("london-decision.html");
    await pressShortcut(session(), page, "next-mention");
    const first = await eventually(
      () => currentText(page),
      (text) => text !== null,
    );
    await pressShortcut(session(), page, "next-mention");
    const second = await eventually(
      () => currentText(page),
      (text) => text !== null && text !== first,
    );
    expect(second).not.toBe(first);
    await pressShortcut(session(), page, "previous-mention");
    await eventually(
      () => currentText(page),
      (text) => text === first,
    );
  });

  test("goes to the mention that was chosen in the popup", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    expect(await session().asker.ask("ui.jump", { tabId, id: "dominic-raab" })).toBe(true);
    expect(await waitForCard(page, true)).toBe(true);
    expect(await currentText(page)).toMatch(/Raab/);
    const inView = await page.evaluate(() => {
      const highlight = CSS.highlights.get("telecom-lens-current");
      let box: DOMRect | undefined;
      highlight?.forEach((range) => {
        box = (range as Range).getBoundingClientRect();
      });
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
    expect(inView).toBe(true);
  });
});
