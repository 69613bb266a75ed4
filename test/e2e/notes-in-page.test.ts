import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers, type Session } from "./support/browser-session.ts";
import { insideCard, placeInCard } from "./support/inside-card.ts";
import { paintedGround } from "./support/painted-ground.ts";
import { eventually, markupWithoutHost, notedTexts } from "./support/read-page.ts";
import { selectText } from "./support/select-text.ts";

const passage = "their share may not exceed 35 per cent";

const notedAre = (page: Page, texts: string[]) =>
  eventually(
    () => notedTexts(page),
    (found) => JSON.stringify(found) === JSON.stringify(texts),
  );
const notes = (session: Session) => session.asker.ask("ui.notes", {});

async function write(session: Session, page: Page, tabId: number, text: string, body: string) {
  await selectText(page, text);
  expect(await session.asker.ask("ui.noteOnSelection", { tabId })).toBe(true);
  expect(await waitForCard(page, true)).toBe(true);
  await page.keyboard.type(body);
}
async function save(page: Page) {
  for (const key of ["Tab", "Tab", "Enter"] as const) await page.keyboard.press(key);
}
async function press(session: Session, page: Page, tabId: number, name: string) {
  const { x, y } = await eventually(
    () => placeInCard(session, tabId, name).catch(() => ({ x: 0, y: 0 })),
    (place) => place.x > 0,
  );
  await page.mouse.click(x, y);
}
const cardSays = (session: Session, tabId: number, words: string) =>
  eventually(
    async () => (await insideCard(session, tabId))?.text ?? "",
    (text) => text.includes(words),
  );

inBrowsers("a note on a passage", (session) => {
  test("is marked in the page, now and after a reload, and edited and deleted there", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    const before = await markupWithoutHost(page);
    await write(session(), page, tabId, passage, "The cap in numbers.");
    await save(page);
    await notedAre(page, [passage]);

    await page.reload({ waitUntil: "load" });
    await notedAre(page, [passage]);
    // Registered is not painted: it takes a style that the browser grants all of.
    const ground = await paintedGround(session(), page, "telecom-lens-note");
    expect(ground.behind).not.toBe(ground.before);
    expect(await markupWithoutHost(page)).toBe(before);
    const [note] = await notes(session());
    expect(note?.passage?.range).toBeDefined();

    await session().asker.ask("ui.showNote", { tabId, id: note?.id ?? "" });
    expect(await waitForCard(page, true)).toBe(true);
    await cardSays(session(), tabId, "The cap in numbers.");
    await press(session(), page, tabId, "Edit");
    await eventually(
      async () => (await insideCard(session(), tabId))?.focused,
      (focused) => focused === "textarea",
    );
    await page.keyboard.type(" *Edited.*");
    await save(page);
    await eventually(
      () => notes(session()),
      ([edited]) => edited?.revision === 2 && edited.body.includes("*Edited.*"),
    );
    // What reads Markdown is loaded with the first text that needs it.
    await cardSays(session(), tabId, "in numbers. Edited.");
    await press(session(), page, tabId, "Delete");
    await notedAre(page, []);
    expect(await notes(session())).toEqual([]);
    await press(session(), page, tabId, "Undo");
    await notedAre(page, [passage]);
    expect(await notes(session())).toHaveLength(1);
    const summary = await session().asker.ask("ui.page", { tabId });
    expect(summary.notes?.map(({ place }) => place?.state)).toEqual(["found"]);
    expect(await markupWithoutHost(page)).toBe(before);
  });

  test("that was being written when the page was left is there again", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    const other = "at its edge";
    await write(session(), page, tabId, other, "Half a thought");
    await page.reload({ waitUntil: "load" });
    await session().asker.settled(page.url());
    await write(session(), page, tabId, other, "");
    await cardSays(session(), tabId, "is back");
    await page.keyboard.type(" and the rest");
    await save(page);
    const written = await eventually(
      async () => (await notes(session())).find(({ body }) => body.includes("the rest")),
      (found) => found !== undefined,
    );
    expect(written?.body).toBe("Half a thought and the rest");

    // The same for an edit of it.
    const edit = async (said: string) => {
      await eventually(
        () => session().asker.ask("ui.showNote", { tabId, id: written?.id ?? "" }),
        (shown) => shown,
      );
      await waitForCard(page, true);
      await cardSays(session(), tabId, said);
      await press(session(), page, tabId, "Edit");
      await eventually(
        async () => (await insideCard(session(), tabId))?.focused,
        (focused) => focused === "textarea",
      );
    };
    await edit("Half a thought");
    await page.keyboard.type(", once more");
    await page.reload({ waitUntil: "load" });
    await session().asker.settled(page.url());
    const [kept] = await eventually(
      () => session().asker.ask("ui.edits", {}),
      (edits) => edits.length > 0,
    );
    expect(kept?.editOf).toMatchObject({ id: written?.id, body: "Half a thought and the rest" });
    await edit("is not saved");
    await cardSays(session(), tabId, "is back");
    await save(page);
    await eventually(
      () => notes(session()),
      (found) => found.some(({ body }) => body.includes(", once more")),
    );
    expect(await session().asker.ask("ui.edits", {})).toEqual([]);
  });
});
