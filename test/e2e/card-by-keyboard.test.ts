import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers, type Session } from "./support/browser-session.ts";
import { insideCard, pressInCard, tabToInCard } from "./support/inside-card.ts";
import { currentText, eventually } from "./support/read-page.ts";

/**
 * Causes what a command's shortcut causes. No driver can press the shortcut itself: its keys stay in the page. In
 * Chromium the browser's event is raised in the background worker, so that all of our own path runs; in Firefox,
 * which has no such way in, the background's message to the tab is sent in its place.
 */
async function runCommand(session: Session, tabId: number, command: "next-mention" | "previous-mention") {
  if (session.kind === "firefox") {
    const by = command === "next-mention" ? 1 : -1;
    await session.asker.page.evaluate(
      (tab, message) => {
        type Tabs = { tabs: { sendMessage(tab: number, message: unknown): Promise<unknown> } };
        return (globalThis as unknown as { browser: Tabs }).browser.tabs.sendMessage(tab, message);
      },
      tabId,
      { telecomLens: "tab.step", payload: { by } },
    );
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
    const { page, tabId } = await session().open("london-decision.html");
    await page.focus("nav a:nth-child(2)");
    await runCommand(session(), tabId, "next-mention");
    expect(await waitForCard(page, true)).toBe(true);
    await eventually(() => focusIsInCard(page), Boolean);
    await page.keyboard.press("Escape");
    expect(await waitForCard(page, false)).toBe(true);
    expect(await focused(page)).toBe("World");
  });

  test("leaves nothing to be seen when it closes, and no focus in what was closed", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await runCommand(session(), tabId, "next-mention");
    await eventually(() => focusIsInCard(page), Boolean);
    await page.keyboard.press("Escape");
    expect(await waitForCard(page, false)).toBe(true);
    // The focus leaves what is gone with the browser's next frame.
    await eventually(
      () =>
        page.evaluate(() => {
          const host = document.querySelector("telecom-lens-card");
          return [host?.getBoundingClientRect().height, document.activeElement?.localName];
        }),
      ([height, focused]) => height === 0 && focused === "body",
    );
  });

  test("goes to the next mention and back", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await runCommand(session(), tabId, "next-mention");
    const first = await eventually(
      () => currentText(page),
      (text) => text !== null,
    );
    await runCommand(session(), tabId, "next-mention");
    const second = await eventually(
      () => currentText(page),
      (text) => text !== null && text !== first,
    );
    expect(second).not.toBe(first);
    await runCommand(session(), tabId, "previous-mention");
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

  test("holds controls that Tab reaches: the next mention, and close", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await runCommand(session(), tabId, "next-mention");
    const first = await eventually(
      () => currentText(page),
      (text) => text !== null,
    );
    await tabToInCard(session(), page, tabId, "Next mention");
    await page.keyboard.press("Enter");
    await eventually(
      () => currentText(page),
      (text) => text !== null && text !== first,
    );
    await tabToInCard(session(), page, tabId, "Close");
    await page.keyboard.press("Enter");
    expect(await waitForCard(page, false)).toBe(true);
  });

  test("can be used over a page's modal dialog, which Escape leaves open", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await page.evaluate(() => {
      const dialog = document.createElement("dialog");
      const article = document.querySelector("article");
      article?.parentElement?.append(dialog);
      if (article) dialog.append(article);
      dialog.showModal();
    });
    await eventually(
      () => session().asker.ask("ui.jump", { tabId, id: "huawei" }),
      (jumped) => jumped,
    );
    expect(await waitForCard(page, true)).toBe(true);
    await pressInCard(session(), page, tabId, "More", "Why marked");
    await eventually(
      async () => (await insideCard(session(), tabId))?.text ?? "",
      (text) => text.includes("The article writes"),
    );
    await page.keyboard.press("Escape");
    expect(await waitForCard(page, false)).toBe(true);
    expect(await page.evaluate(() => document.querySelector("dialog")?.matches(":modal"))).toBe(true);
  });
});
