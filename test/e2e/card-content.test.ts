import { expect, test } from "vitest";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers } from "./support/browser-session.ts";
import { insideCard, placeInCard, pressInCard } from "./support/inside-card.ts";
import { allMarked, eventually } from "./support/read-page.ts";

inBrowsers("the card in a real page", (session) => {
  test("puts the policy of the page's country and vendor on the article's day beside the policy now", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    // In the sentence about the British rule; the heading and the first paragraph come before it.
    const place = await placeOfText(page, "Huawei", 2, "article");
    if (!place) throw new Error("the sentence is not in the article");
    await page.mouse.move(place.x, place.y, { steps: 3 });
    expect(await waitForCard(page, true)).toBe(true);
    const inside = await insideCard(session(), tabId);
    expect(inside?.text).toMatch(/Huawei in (the )?United Kingdom/);
    expect(inside?.text).toContain("1 Feb 2020");
    expect(inside?.text).toContain("28 Jan 2020");
    expect(inside?.text).toContain("from what the page tells search engines");
    expect(inside?.text).toMatch(/Data \d{4}\.\d+\.\d+/);
  });

  test("is dark on a page that is dark by itself, where the system asks for light", async () => {
    const { page, tabId } = await session().open("dark-page.html");
    await session().asker.ask("ui.jump", { tabId, id: "tiktok" });
    expect(await waitForCard(page, true)).toBe(true);
    const inside = await insideCard(session(), tabId);
    expect(inside?.paper).toBe("rgb(28, 29, 32)");
  });

  test("says why a name is marked", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await session().asker.ask("ui.jump", { tabId, id: "huawei" });
    expect(await waitForCard(page, true)).toBe(true);
    await pressInCard(session(), page, tabId, "More", "Why marked");
    await eventually(
      async () => (await insideCard(session(), tabId))?.text ?? "",
      (text) => text.includes("The article writes"),
    );
  });

  test("switches the site off in one step, and it stays off", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await session().asker.ask("ui.jump", { tabId, id: "huawei" });
    expect(await waitForCard(page, true)).toBe(true);
    const { x, y } = await placeInCard(session(), tabId, "Off here");
    await page.mouse.click(x, y);
    await eventually(
      () => allMarked(page),
      (marked) => marked.length === 0,
    );
    await page.reload();
    expect((await session().asker.settled(page.url())).state).toBe("off");
    expect(await allMarked(page)).toEqual([]);
    await session().asker.ask("ui.siteSwitch", { host: "127.0.0.1", on: true });
  });

  test("takes “off here” back in the card's place", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await session().asker.ask("ui.jump", { tabId, id: "huawei" });
    expect(await waitForCard(page, true)).toBe(true);
    const off = await placeInCard(session(), tabId, "Off here");
    await page.mouse.click(off.x, off.y);
    await eventually(
      () => allMarked(page),
      (marked) => marked.length === 0,
    );
    const undo = await placeInCard(session(), tabId, "Undo");
    await page.mouse.click(undo.x, undo.y);
    await eventually(
      () => allMarked(page),
      (marked) => marked.length > 0,
    );
    expect(await waitForCard(page, false)).toBe(true);
  });

  test("says in one sentence what changed since the article, and shows my notes on this page", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await session().asker.ask("ui.jump", { tabId, id: "huawei" });
    expect(await waitForCard(page, true)).toBe(true);
    expect((await insideCard(session(), tabId))?.text).toContain("Since then:");
    const add = await placeInCard(session(), tabId, "Add note");
    await page.mouse.click(add.x, add.y);
    await page.keyboard.type("Seen from the card");
    const save = await placeInCard(session(), tabId, "Save note");
    await page.mouse.click(save.x, save.y);
    await eventually(
      async () => (await insideCard(session(), tabId))?.text ?? "",
      (text) => text.includes("Note saved"),
    );
    const notes = await placeInCard(session(), tabId, "1 note");
    await page.mouse.click(notes.x, notes.y);
    await eventually(
      async () => (await insideCard(session(), tabId))?.text ?? "",
      (text) => text.includes("Seen from the card"),
    );
    // What the reader wrote stands in a tree that the page cannot open.
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain("Seen from the card");
  });
});
