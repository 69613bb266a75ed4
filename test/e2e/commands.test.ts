import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import type { Payload, TabCall } from "../../src/messaging/protocol.ts";
import { inBrowsers, type Session } from "./support/browser-session.ts";
import { currentText, eventually } from "./support/read-page.ts";

/** What the background sends to a tab when a shortcut is pressed; no driver can press the shortcut itself. */
async function tell<N extends TabCall>(session: Session, tabId: number, name: N, payload: Payload<N>) {
  await session.asker.page.evaluate(
    (tab, message) => {
      type Api = { tabs: { sendMessage(tab: number, message: unknown): Promise<unknown> } };
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      return (scope.browser ?? scope.chrome).tabs.sendMessage(tab, message);
    },
    tabId,
    { telecomLens: name, payload },
  );
}

/** The marked texts that can be seen in the window, in the order of the document. */
const inView = (page: Page) =>
  page.evaluate(() => {
    const seen: Range[] = [];
    CSS.highlights.forEach((highlight, name) => {
      if (!/^telecom-lens-(?!current)/.test(name)) return;
      highlight.forEach((range) => {
        const { top, bottom } = (range as Range).getBoundingClientRect();
        if (bottom > 0 && top < innerHeight) seen.push(range as Range);
      });
    });
    seen.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
    return seen.map(String);
  });

const scrollToMiddle = (page: Page) =>
  page.evaluate(() => {
    document.querySelectorAll("h2")[0]?.scrollIntoView({ block: "start", behavior: "instant" });
  });
const opened = (page: Page) =>
  eventually(
    () => currentText(page),
    (text) => text !== null,
  );
const focusIsInCard = (page: Page) =>
  page.evaluate(() => document.activeElement?.localName === "telecom-lens-card");

inBrowsers("a command", (session) => {
  test("to go to the next mention starts at what is in view", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await page.setViewport({ width: 900, height: 500 });
    await scrollToMiddle(page);
    const seen = await inView(page);
    await tell(session(), tabId, "tab.step", { by: 1 });
    expect(await opened(page)).toBe(seen[0]);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
  });

  test("to open the card opens that of the mention in view, and moves into it when it is open", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await page.setViewport({ width: 900, height: 500 });
    await scrollToMiddle(page);
    const seen = await inView(page);
    await tell(session(), tabId, "tab.openCard", {});
    expect(await waitForCard(page, true)).toBe(true);
    expect(await opened(page)).toBe(seen[0]);
    await eventually(() => focusIsInCard(page), Boolean);
    // As if a pointer had opened it: the focus is in the page.
    await page.focus("nav a");
    await tell(session(), tabId, "tab.openCard", {});
    await eventually(() => focusIsInCard(page), Boolean);
    await page.keyboard.press("Escape");
    expect(await waitForCard(page, false)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Home");
  });

  test("opens the card of the name in the link that has the focus", async () => {
    const { page, tabId } = await session().open("broken-names.html");
    await page.focus("#inline a");
    await tell(session(), tabId, "tab.openCard", {});
    expect(await opened(page)).toBe("Nokia");
    await eventually(() => focusIsInCard(page), Boolean);
    await page.keyboard.press("Escape");
    expect(await waitForCard(page, false)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Nok");
  });
});
