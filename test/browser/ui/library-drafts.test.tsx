import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { type FakeApi, sampleNotes } from "../../support/interface-samples.ts";
import { closeLibrary, detail, openLibrary, options, widen } from "./open-library.tsx";
import { shownText } from "./show.tsx";

beforeEach(widen);
afterEach(closeLibrary);

const bodyOf = (api: FakeApi, id: string) => api.world.notes.find((note) => note.id === id)?.body;
const id = sampleNotes[0]?.id ?? "";
const said = { id, body: sampleNotes[0]?.body ?? "", tags: sampleNotes[0]?.tags ?? [] };
const kept = {
  editOf: said,
  body: "Half a thought",
  tags: "cap, half",
  changed: "2026-11-24T11:00:00.000Z",
};
const text = () => page.getByRole("textbox", { name: "Your note" });
const edit = () => page.getByRole("button", { name: /^Edit note on The council/ }).click();

test("a note has what was typed for it kept by the background, and dropped when it is saved or given up", async () => {
  const api = await openLibrary();
  await edit();
  await text().fill("My long text");
  await page.getByRole("combobox", { name: "Tags" }).fill("unfinished");
  await expect
    .poll(() => api.world.edits)
    .toMatchObject([{ editOf: said, body: "My long text", tags: "cap, to check, unfinished" }]);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => api.world.edits).toEqual([]);
  await edit();
  await text().fill("Another text");
  // At once when the page goes out of sight, and not after half a second.
  dispatchEvent(new Event("pagehide"));
  await expect.poll(() => api.world.edits, { timeout: 300 }).toMatchObject([{ body: "Another text" }]);
  await page.getByRole("button", { name: "Save note" }).click();
  await expect.poll(() => bodyOf(api, id)).toBe("Another text");
  await expect.poll(() => api.world.edits).toEqual([]);
});

test("a note offers what was typed before the page was closed, without taking the focus for it", async () => {
  const api = await openLibrary({ edits: [kept] });
  await expect.poll(() => shownText(detail())).toMatch(/Your edit of 24 Nov 2026, .+ is not saved/);
  expect(shownText(options()[0])).toContain("not saved");
  expect(document.activeElement?.tagName).not.toBe("TEXTAREA");
  await edit();
  await expect.element(text()).toHaveValue("Half a thought");
  expect(shownText(detail())).toContain("is back");
  expect(shownText(detail())).not.toContain("was changed after you began");
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect.element(text()).toHaveValue(said.body);
  await expect.element(text()).toHaveFocus();
  expect(api.world.edits).toEqual([]);
  expect(shownText(options()[0])).not.toContain("not saved");
});

test("a tag with a comma that was taken from another note is one after the page was closed", async () => {
  const [first, second, ...rest] = sampleNotes;
  if (!first || !second) throw new Error("two notes are needed");
  const notes = [first, { ...second, tags: [...second.tags, "Smith, J."] }, ...rest];
  const api = await openLibrary({ notes });
  await edit();
  await page.getByRole("combobox", { name: "Tags" }).fill("smith");
  await page.getByRole("option", { name: /^Smith/ }).click();
  await expect.poll(() => api.world.edits).toMatchObject([{ tags: "cap, to check, Smith, J." }]);
  const { edits } = api.world;
  await closeLibrary();
  await widen();
  const later = await openLibrary({ notes, edits });
  await edit();
  await page.getByRole("button", { name: "Save note" }).click();
  await expect
    .poll(() => later.world.notes.find((note) => note.id === id)?.tags)
    .toEqual(["cap", "to check", "Smith, J."]);
});

test("a note that was changed since says so, and what it says now, before what was typed is saved over it", async () => {
  const api = await openLibrary({ edits: [{ ...kept, editOf: { ...said, body: "As it was" } }] });
  await edit();
  await expect.element(text()).toHaveValue("Half a thought");
  expect(shownText(document.querySelector(".meanwhile"))).toContain(said.body.split("\n")[0]);
  await expect.element(text()).toHaveAccessibleDescription(/is back.+was changed after you began/);
  await page.getByRole("button", { name: "Save mine in its place" }).click();
  await expect.poll(() => bodyOf(api, id)).toBe("Half a thought");
  expect(api.world.notes[0]?.tags).toEqual(["cap", "half"]);
  expect(api.world.edits).toEqual([]);
});

/** The reader comes back from another page. */
const comeBack = () => document.dispatchEvent(new Event("visibilitychange"));

test("a note that is being edited takes what was typed elsewhere as long as nothing is typed for it here", async () => {
  const api = await openLibrary();
  await edit();
  await expect.element(text()).toHaveValue(said.body);
  api.world.edits = [kept];
  comeBack();
  await expect.element(text()).toHaveValue("Half a thought");
  api.world.edits = [{ ...kept, body: "Nearly a thought" }];
  comeBack();
  await expect.element(text()).toHaveValue("Nearly a thought");
  await text().fill("A thought");
  api.world.edits = [kept];
  comeBack();
  await options()[1]?.click();
  await expect.poll(() => document.querySelector("textarea")).toBeNull();
  await options()[0]?.click();
  await expect.element(text()).toHaveValue("A thought");
});

test("a note whose edit was not known yet keeps it when the editor is closed without a letter", async () => {
  const api = await openLibrary();
  await edit();
  api.world.edits = [kept];
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => document.querySelector("textarea")).toBeNull();
  expect(api.world.edits).toEqual([kept]);
});

test("the library says when what is typed cannot be kept", async () => {
  const failing = { "ui.edits": "The database is closed.", "ui.keepEdit": "There is no space left." };
  const api = await openLibrary({ failing });
  const leave = () => {
    const leaving = new Event("beforeunload", { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
  };
  // Nothing was typed that could be lost.
  expect(leave()).toBe(false);
  await edit();
  await text().fill("My long text");
  await expect.element(page.getByRole("alert")).toMatchTextContent("There is no space left.");
  await expect.poll(leave).toBe(true);
  api.world.failing = {};
  await text().fill("My longer text");
  await expect.poll(() => document.querySelector("[role=alert]")).toBeNull();
  await expect.poll(leave).toBe(false);
});

describe("a note that a page's card saves while it is edited", () => {
  const change = (api: FakeApi, body: string) => {
    Object.assign(api.world.notes[0] ?? {}, { body, revision: 9 });
    api.changedElsewhere([id]);
  };
  const begun = async (typed?: string) => {
    const api = await openLibrary();
    await edit();
    if (typed) {
      await text().fill(typed);
      await expect.poll(() => api.world.edits).toHaveLength(1);
    }
    return api;
  };

  test("ends the edit where it says what was typed, and nothing counts as not saved", async () => {
    const api = await begun("The same thought");
    change(api, "The same thought");
    await expect.poll(() => document.querySelector("textarea")).toBeNull();
    expect(shownText(detail())).toContain("The same thought");
    expect(shownText(options()[0])).not.toContain("not saved");
    await expect.poll(() => api.world.edits).toEqual([]);
  });

  test("ends it also while another note is looked at", async () => {
    const api = await begun("The same thought");
    await options()[1]?.click();
    await expect.poll(() => shownText(options()[0])).toContain("not saved");
    change(api, "The same thought");
    await expect.poll(() => shownText(options()[0])).not.toContain("not saved");
    await expect.poll(() => api.world.edits).toEqual([]);
  });

  test("is not said to have an edit any more that its card had kept and has saved since", async () => {
    const api = await openLibrary({ edits: [kept] });
    await expect.poll(() => shownText(options()[0])).toContain("not saved");
    api.world.edits = [];
    change(api, "Half a thought and the rest");
    await expect.poll(() => shownText(options()[0])).not.toContain("not saved");
  });

  test("is followed where nothing was typed", async () => {
    const api = await begun();
    change(api, "Another thought");
    await expect.element(text()).toHaveValue("Another thought");
    expect(document.querySelector(".meanwhile")).toBeNull();
  });

  test("offers both where it says something else", async () => {
    const api = await begun("My thought");
    change(api, "Another thought");
    await expect.element(text()).toHaveAccessibleDescription(/was changed after you began/);
    expect(shownText(document.querySelector(".meanwhile"))).toContain("Another thought");
    await expect.element(text()).toHaveValue("My thought");
    await page.getByRole("button", { name: "Use that instead" }).click();
    await expect.element(text()).toHaveValue("Another thought");
    await expect.element(text()).toHaveFocus();
    expect(document.querySelector(".meanwhile")).toBeNull();
    await expect.poll(() => api.world.edits).toEqual([]);
    await text().fill("My second thought");
    change(api, "A third thought");
    await page.getByRole("button", { name: "Save mine in its place" }).click();
    await expect.poll(() => bodyOf(api, id)).toBe("My second thought");
    // What was written over comes back.
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => bodyOf(api, id)).toBe("A third thought");
  });
});
