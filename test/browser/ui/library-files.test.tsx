import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { NoteFormat } from "../../../src/core/notes/formats/index.ts";
import { importSteps } from "../../../src/core/notes/import/read-import.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { LibraryFilesProvider } from "../../../src/ui/options/library/library-files.ts";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import { type FakeApi, sampleNotes } from "../../support/interface-samples.ts";
import { libraryNotes } from "../../support/library-notes.ts";
import { button, closeLibrary, list, openLibrary, there, widen } from "./open-library.tsx";
import { shownText } from "./show.tsx";

beforeEach(widen);
afterEach(closeLibrary);

const chooseFile = async (name: string, text: string) => {
  await button("Import …").click();
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  if (input) input.files = files.files;
  input?.dispatchEvent(new Event("change", { bubbles: true }));
};
const backupOf = async (api: FakeApi): Promise<string> => {
  await button("Export …").click();
  await button("Export").click();
  await expect.poll(() => api.files.length).toBeGreaterThan(0);
  return api.files.pop()?.text ?? "";
};

test("files hold what was chosen, in the format that was chosen", async () => {
  const api = await openLibrary();
  await page.getByRole("searchbox").fill("turkiye");
  await expect.element(page.getByText("1 of 3 notes")).toBeVisible();
  await button("Export …").click();
  await page.getByRole("radio", { name: /^The notes that are found/ }).click();
  await page.getByRole("radio", { name: /^Table/ }).click();
  await button("Export").click();
  await expect.poll(() => api.files[0]?.name).toMatch(/2026-11-24\.csv$/);
  expect(api.files[0]?.type).toContain("text/csv");
  expect(api.files[0]?.text).toContain("Türkiye");
  expect(api.files[0]?.text).not.toContain("stays text");
  expect(document.querySelector("dialog")).toBeNull();
});

test("files bring everything back into an empty library", async () => {
  const api = await openLibrary({ notes: libraryNotes(300) });
  const text = await backupOf(api);
  const before = api.world.notes;
  api.world.notes = [];
  api.changedElsewhere();
  await expect.element(page.getByText("No notes yet")).toBeVisible();
  await chooseFile("backup.json", text);
  await expect.element(page.getByText("Nothing has been stored yet", { exact: false })).toBeVisible();
  await button("Import").click();
  await expect.element(page.getByText("300 notes imported")).toBeVisible();
  expect(api.world.notes).toEqual(before);
  await button("Undo").click();
  await expect.poll(() => there(api)).toEqual([]);
});

test("files with notes that differ ask which version to keep, and undo brings mine back", async () => {
  const api = await openLibrary();
  const text = await backupOf(api);
  const [first, second] = api.world.notes as [Note, Note];
  api.world.notes = api.world.notes.map((note) =>
    note === first || note === second ? { ...note, body: `Changed ${note.tags.length}`, revision: 9 } : note,
  );
  api.changedElsewhere();
  await expect.poll(() => shownText(list())).toContain("Changed 2");
  const mine = structuredClone(api.world.notes);
  await chooseFile("backup.json", text);
  await expect.element(page.getByText("2 notes are here in other versions")).toBeVisible();
  const dialog = document.querySelector("dialog");
  expect(shownText(dialog)).toContain("Changed 2");
  expect(shownText(dialog)).toContain("Compare with the wording");
  await button("Keep mine").click();
  await page.getByRole("radio", { name: "Take theirs" }).first().click();
  await button("Import").click();
  await expect.element(page.getByText("1 note imported")).toBeVisible();
  expect(api.world.notes.find(({ id }) => id === first.id)?.body).toBe(first.body);
  expect(api.world.notes.find(({ id }) => id === second.id)?.body).toBe("Changed 0");
  await button("Undo").click();
  await expect
    .poll(() => new Map(api.world.notes.map((note) => [note.id, note])))
    .toEqual(new Map(mine.map((note) => [note.id, note])));
});

test("files with another passage of a note make it one that was not looked for yet", async () => {
  const [first] = sampleNotes as [Note];
  const at = "2026-11-24T11:00:00.000Z";
  const api = await openLibrary({ places: [{ id: first.id, state: "orphan", at }] });
  const text = await backupOf(api);
  const passage = { quote: "other words", prefix: "", suffix: "" };
  Object.assign(api.world.notes[0] ?? {}, { passage, revision: 9 });
  api.changedElsewhere();
  await expect.poll(() => shownText(list())).toContain("other words");
  expect(shownText(list())).toContain("passage not found");
  await chooseFile("backup.json", text);
  await page.getByRole("radio", { name: "Take theirs" }).first().click();
  await button("Import").click();
  await expect.element(page.getByText("1 note imported")).toBeVisible();
  await expect.poll(() => shownText(list())).not.toContain("passage not found");
});

test("files that cannot be read say where and what to do, and change nothing", async () => {
  const api = await openLibrary();
  await chooseFile("holiday.json", '{"photos": [');
  await expect.element(page.getByText("There is nothing to import in this file.")).toBeVisible();
  expect(shownText(document.querySelector<HTMLElement>("dialog"))).toContain("holiday.json");
  await expect.element(button("Choose another file")).toBeVisible();
  expect(document.querySelector("dialog")?.textContent).not.toMatch(/\bImport$/);
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => document.querySelector("dialog")).toBeNull();
  expect(api.world.notes).toEqual(sampleNotes);
});

test("files are given up half-way, and then nothing has happened", async () => {
  const slow: NoteFormat = {
    id: "backup",
    fileName: () => "slow.json",
    mimeType: "application/json",
    *write() {
      for (;;) yield "x";
    },
  };
  const content = (
    <LibraryFilesProvider value={{ formats: [slow], importSteps }}>
      <OptionsPage />
    </LibraryFilesProvider>
  );
  const api = await openLibrary({ notes: libraryNotes(40) }, { content });
  await button("Export …").click();
  await button("Export").click();
  await expect.element(page.getByText("Writing the file …")).toBeVisible();
  await button("Cancel").click();
  await expect.element(button("Export")).toBeVisible();
  expect(api.files).toEqual([]);
});

test("files that are large are imported with progress, and given up without a trace", async () => {
  const api = await openLibrary({ notes: libraryNotes(2_000) });
  const text = await backupOf(api);
  api.world.notes = [];
  api.changedElsewhere();
  await expect.element(page.getByText("No notes yet")).toBeVisible();
  const { putAll } = api.source;
  // As slow as a disk.
  api.source.putAll = async (notes, how) => {
    how?.progress?.(500);
    await new Promise((resolve) => how?.signal?.addEventListener("abort", resolve));
    return putAll(notes, how);
  };
  await chooseFile("backup.json", text);
  await button("Import").click();
  await expect.poll(() => document.querySelector("progress")?.value).toBe(500);
  await button("Cancel").click();
  await expect.element(page.getByRole("alert")).toMatchTextContent("No note was added or changed");
  expect(api.world.notes).toEqual([]);
});
