import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { permitLocalPages } from "../../src/cli/browsers/permit-local-pages.ts";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { type Session, startSession } from "./support/browser-session.ts";
import { insideCard, tabToInCard } from "./support/inside-card.ts";
import { allowInPrivate, everythingKept, openWindow } from "./support/private-window.ts";
import { allMarked, eventually } from "./support/read-page.ts";

describe.each(browserKinds)("a private window, walked through by keyboard (%s)", (kind) => {
  let session: Session;
  const undo: (() => unknown)[] = [];
  beforeAll(async () => {
    const permitted = permitLocalPages(builtFolder(kind));
    undo.push(permitted.remove);
    const started = await startSession(kind, { extensionFolder: permitted.folder });
    undo.push(started.close);
    session = started.session;
    await allowInPrivate(session, permitted.folder);
    // Empty databases are made when the background first looks into them, which it does by itself sooner or later.
    await session.asker.ask("ui.backupState", {});
    await session.asker.ask("ui.dataset", {});
  });
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });

  const huawei = (page: Page) => async () =>
    (await allMarked(page)).filter((text) => text === "Huawei").length;
  const openCard = async (page: Page, tabId: number) => {
    expect(await session.asker.ask("ui.jump", { tabId, id: "huawei" })).toBe(true);
    expect(await waitForCard(page, true)).toBe(true);
  };
  const press = async (page: Page, tabId: number, control: string) => {
    await tabToInCard(session, page, tabId, control);
    await page.keyboard.press("Enter");
  };
  const cardSays = (tabId: number, words: string) =>
    eventually(
      async () => (await insideCard(session, tabId))?.text ?? "",
      (text) => text.includes(words),
    );

  test("keeps nothing of what is refused and switched off in it, and forgets it when it closes", async () => {
    const before = await everythingKept(session);
    const { page, tabId, close } = await openWindow(session, "london-decision.html", true);
    expect(await huawei(page)()).toBeGreaterThan(0);
    await openCard(page, tabId);
    await press(page, tabId, "Not this one");
    await press(page, tabId, "Everywhere");
    await eventually(huawei(page), (count) => count === 0);
    expect(await session.asker.ask("ui.jump", { tabId, id: "united-kingdom" })).toBe(true);
    await press(page, tabId, "Off here");
    await eventually(
      () => allMarked(page),
      (marked) => marked.length === 0,
    );
    expect(await session.asker.ask("ui.choices", {})).toMatchObject({ choices: [], inPrivate: 2 });
    expect(await everythingKept(session)).toEqual(before);
    // A window that is not private has all its marks.
    const usual = await openWindow(session, "prague-meeting.html", false);
    expect(await huawei(usual.page)()).toBeGreaterThan(0);
    await usual.close();
    await close();
    await eventually(
      () => session.asker.ask("ui.choices", {}),
      ({ inPrivate }) => inPrivate === 0,
    );
    const again = await openWindow(session, "london-decision.html", true);
    expect(await huawei(again.page)()).toBeGreaterThan(0);
    await again.close();
    expect(await everythingKept(session)).toEqual(before);
  });

  test("keeps a note only for a reader who was told that it stays, and saves again", async () => {
    const before = await everythingKept(session);
    const { page, tabId, close } = await openWindow(session, "london-decision.html", true);
    await openCard(page, tabId);
    await press(page, tabId, "Add note");
    await eventually(
      () => insideCard(session, tabId),
      (card) => card?.controls.some(({ name }) => name.startsWith("Save note")) ?? false,
    );
    await page.keyboard.type("Written in private");
    await press(page, tabId, "Save note");
    await cardSays(tabId, "This window is private, and a note stays");
    expect(await everythingKept(session)).toEqual(before);
    await press(page, tabId, "Save note");
    await cardSays(tabId, "Note saved");
    await close();
    const notes = await session.asker.ask("ui.notes", {});
    expect(notes.map(({ body }) => body)).toEqual(["Written in private"]);
  });
});
