import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { permitLocalPages } from "../../src/cli/browsers/permit-local-pages.ts";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { type Session, startSession } from "./support/browser-session.ts";
import { insideCard, tabToInCard } from "./support/inside-card.ts";
import { allowInPrivate, everythingKept, openWindow } from "./support/private-window.ts";
import { allMarked, eventually, notedTexts } from "./support/read-page.ts";
import { selectText } from "./support/select-text.ts";

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
    await cardSays(tabId, "This is a private window, but a note stays");
    expect(await everythingKept(session)).toEqual(before);
    await press(page, tabId, "Save note");
    await cardSays(tabId, "Note saved");
    await close();
    const notes = await session.asker.ask("ui.notes", {});
    expect(notes.map(({ body }) => body)).toEqual(["Written in private"]);
  });

  test("marks a note's passage, and keeps neither where it was found nor what is typed for it", async () => {
    const { page, tabId, close } = await openWindow(session, "london-decision.html", true);
    const passage = "at its edge";
    await selectText(page, passage);
    expect(await session.asker.ask("ui.noteOnSelection", { tabId })).toBe(true);
    expect(await waitForCard(page, true)).toBe(true);
    await page.keyboard.type("On a passage");
    await press(page, tabId, "Save note");
    await cardSays(tabId, "This is a private window, but a note stays");
    await press(page, tabId, "Save note");
    const isNoted = () =>
      eventually(
        () => notedTexts(page),
        (found) => found.join() === passage,
      );
    await isNoted();
    const before = await everythingKept(session);
    await page.reload({ waitUntil: "load" });
    await session.asker.settled(page.url());
    await isNoted();
    const note = (await session.asker.ask("ui.notes", {})).find(({ body }) => body === "On a passage");
    expect(await session.asker.ask("ui.showNote", { tabId, id: note?.id ?? "" })).toBe(true);
    expect(await waitForCard(page, true)).toBe(true);
    await press(page, tabId, "Edit");
    await page.keyboard.type("Half an edit");
    await cardSays(tabId, "Edit this note");
    await close();
    expect(await everythingKept(session)).toEqual(before);
    // An ordinary window keeps where it was found, as the library tells it.
    const usual = await openWindow(session, "london-decision.html", false);
    const kept = await eventually(
      () => everythingKept(session),
      (all) => JSON.stringify(all) !== JSON.stringify(before),
    );
    expect(kept).toMatchObject({
      databases: { "telecom-lens/places": [{ id: note?.id, state: "found" }], "telecom-lens/drafts": [] },
    });
    await usual.close();
  });
});
