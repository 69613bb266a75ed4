import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { placeInCard } from "./support/inside-card.ts";
import { openInterface } from "./support/interface-page.ts";
import { inOneProfile } from "./support/one-profile.ts";
import { eventually } from "./support/read-page.ts";
import { selectText } from "./support/select-text.ts";

/** Types into the note's fields and saves, by keyboard alone: text, Tab, tags, Tab, Enter. */
async function write(page: Page, body: string, tags: string) {
  await page.keyboard.type(body);
  await page.keyboard.press("Tab");
  await page.keyboard.type(tags);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
}

const passage = "their share may not exceed 35 per cent";

describe.each(browserKinds)("notes (%s)", (kind) => {
  const { session, allowDownloads, savedJson, savedFile } = inOneProfile(kind);
  const notes = () => session().asker.ask("ui.notes", {});
  const openNotes = () => openInterface(session().extension, "options.html#notes");

  // One story in its order: each step stands on what the one before it left in the browser.
  test("on a passage: written by keyboard, kept with the quote and the article", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await selectText(page, passage);
    expect(await session().asker.ask("ui.noteOnSelection", { tabId })).toBe(true);
    expect(await waitForCard(page, true)).toBe(true);
    await write(page, "The cap in numbers.", "cap, uk");
    const [note] = await eventually(notes, (list) => list.length === 1);
    expect(note).toMatchObject({
      body: "The cap in numbers.",
      tags: ["cap", "uk"],
      passage: { quote: passage },
      page: { url: page.url(), published: "2020-02-01" },
    });
    expect(note?.page.title).toContain("Allies agree to differ");
    expect(note?.passage?.prefix.endsWith("at its edge, ")).toBe(true);
    await page.close();
  });

  test("on an entity: written in its card, kept with what the card said", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await session().asker.ask("ui.jump", { tabId, id: "huawei" });
    expect(await waitForCard(page, true)).toBe(true);
    const { x, y } = await placeInCard(session(), tabId, "Add note");
    await page.mouse.click(x, y);
    await write(page, "Compare with July.", "huawei");
    const list = await eventually(notes, (all) => all.length === 2);
    const note = list.find((one) => one.entity);
    expect(note).toMatchObject({ body: "Compare with July.", entity: { id: "huawei", name: "Huawei" } });
    expect(note?.entity?.cardText).toContain("2020-02-01");
    expect(note?.datasetVersion).toMatch(/^\d{4}\.\d+\.\d+$/);
    await page.close();
  });

  test("survive a restart of the browser", async () => {
    const before = await notes();
    await session().restart();
    expect(await notes()).toEqual(before);
  });

  test("are listed and searched on the options page", async () => {
    const options = await openNotes();
    await options.shows("The cap in numbers.");
    await options.shows("Compare with July.");
    await options.fill("Search notes", "july");
    await options.shows("1 of 2 notes");
    expect(await options.text()).not.toContain("The cap in numbers.");
    await options.close();
  });

  test("are edited", async () => {
    const options = await openNotes();
    await options.click("Edit note on Huawei");
    await options.fill("Your note", "Compare with 14 July 2020.");
    await options.click("Save note");
    await options.shows("Compare with 14 July 2020.");
    const list = await eventually(notes, (all) => all.some((note) => note.revision === 2));
    expect(list.find((note) => note.entity)?.body).toBe("Compare with 14 July 2020.");
    await options.close();
  });

  test("are deleted, and come back with undo", async () => {
    const options = await openNotes();
    await options.click("Delete note on Huawei");
    await options.shows("Note deleted");
    expect(await notes()).toHaveLength(1);
    await options.click("Undo");
    await options.shows("Compare with 14 July 2020.");
    expect(await notes()).toHaveLength(2);
    await options.close();
  });

  test("are exported as JSON without loss", async () => {
    const options = await openNotes();
    await allowDownloads(options.page);
    await options.click("Export …");
    await options.click("Export");
    const written = await savedJson();
    const exported = JSON.parse(written) as { notes: unknown[] };
    expect(exported.notes).toEqual(expect.arrayContaining(await notes()));
    await options.close();
  });

  test("come back from that file after everything was deleted", async () => {
    const before = await notes();
    const file = await savedFile();
    const options = await openNotes();
    expect(await session().asker.ask("ui.deleteEverything", {})).toBe(true);
    await options.shows("No notes yet");
    expect(await notes()).toEqual([]);
    await options.click("Import …");
    await options.choose("Choose a file", file);
    await options.shows("Nothing has been stored yet");
    await options.click("Import");
    await options.shows("2 notes imported");
    expect(await notes()).toEqual(before);
    await options.close();
  });
});
