import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { NoteFormat } from "../../../src/core/notes/formats/index.ts";
import { importSteps } from "../../../src/core/notes/import/read-import.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { LibraryFilesProvider } from "../../../src/ui/options/library/library-files.ts";
import css from "../../../src/ui/options/options.css?inline";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import { type FakeApi, type FakeWorld, fakeApi, sampleNotes } from "../../support/interface-samples.ts";
import { libraryNotes } from "../../support/library-notes.ts";
import { forceColours } from "./forced-colours.ts";
import { axeProblems, clear, lookIn, show, shownText } from "./show.tsx";

beforeEach(async () => {
  await page.viewport(1_200, 760);
  location.hash = "notes";
});
afterEach(async () => {
  clear();
  location.hash = "";
  document.documentElement.dir = "";
  await forceColours(false);
  await page.viewport(1_000, 700);
});

async function open(world: Partial<FakeWorld> = {}, formats?: NoteFormat[]): Promise<FakeApi> {
  const api = fakeApi(world);
  const content = formats ? (
    <LibraryFilesProvider value={{ formats, importSteps }}>
      <OptionsPage />
    </LibraryFilesProvider>
  ) : (
    <OptionsPage />
  );
  await show(content, api, css);
  return api;
}

const list = () => document.querySelector<HTMLElement>("[role=listbox][aria-multiselectable]") as HTMLElement;
const options = () => [...list().querySelectorAll<HTMLElement>("[role=option]")];
const selected = () => options().filter((row) => row.ariaSelected === "true").length;
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const there = (api: FakeApi) => api.world.notes.filter(({ deleted }) => !deleted);

describe("selecting", () => {
  test("goes by keyboard: one, a range, all, none", async () => {
    await open({ notes: libraryNotes(500) });
    list().focus();
    await userEvent.keyboard(" {Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    await expect.element(page.getByText("3 notes selected")).toBeVisible();
    expect(selected()).toBe(3);
    await userEvent.keyboard(" ");
    await expect.element(page.getByText("2 notes selected")).toBeVisible();
    await userEvent.keyboard("{Control>}a{/Control}");
    await expect.element(page.getByText("500 notes selected")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.poll(selected).toBe(0);
    expect(document.activeElement).toBe(list());
  });

  test("goes by pointer: boxes, and a range with Shift", async () => {
    await open({ notes: libraryNotes(50) });
    const box = (at: number) => options()[at]?.querySelector<HTMLElement>(".row-check") as HTMLElement;
    box(0).click();
    box(3).dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey: true }));
    await expect.element(page.getByText("4 notes selected")).toBeVisible();
    box(1).click();
    await expect.element(page.getByText("3 notes selected")).toBeVisible();
  });

  test("takes all that are found, and only they are changed", async () => {
    const api = await open({ notes: libraryNotes(200) });
    await page.getByRole("searchbox").fill("türkiye");
    await button(/^Select all \d+/).click();
    await button("Add tags").click();
    await page.getByRole("combobox", { name: /^Tags to add/ }).fill("spelling, names");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText(/added to \d+ notes/)).toBeVisible();
    for (const { body, tags } of api.world.notes)
      expect(tags.includes("spelling") && tags.includes("names")).toBe(body.includes("Türkiye"));
  });
});

describe("changing many", () => {
  test("tags are added and removed, and each step is taken back exactly", async () => {
    const api = await open();
    const before = api.world.notes.map(({ tags }) => tags);
    await button(/^Select all/).click();
    await button("Add tags").click();
    await page.getByRole("combobox", { name: /^Tags to add/ }).fill("ca");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await expect.element(page.getByText("Tag “cap” added to 2 notes")).toBeVisible();
    await button("Remove tags").click();
    await button("Remove the tag cap").click();
    await expect.element(page.getByText("Tag “cap” removed from 3 notes")).toBeVisible();
    expect(api.world.notes.some(({ tags }) => tags.includes("cap"))).toBe(false);
    await button("Undo").click();
    await expect.element(page.getByText("Tag “cap” added to 2 notes")).toBeVisible();
    list().focus();
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => api.world.notes.map(({ tags }) => tags)).toEqual(before);
    expect(shownText()).not.toContain("Undo");
  });

  test("notes are deleted with a key, one after the other, and come back", async () => {
    const api = await open();
    list().focus();
    await userEvent.keyboard("{ArrowDown}{Delete}");
    await expect.element(page.getByText("Note deleted")).toBeVisible();
    expect(there(api).map(({ id }) => id)).toEqual([sampleNotes[0]?.id, sampleNotes[2]?.id]);
    // The focus has not moved: the next note is where the deleted one was.
    expect(document.activeElement).toBe(list());
    await userEvent.keyboard("{Delete}");
    await expect.poll(() => options().length).toBe(1);
    await userEvent.keyboard("{Control>}z{/Control}");
    await expect.poll(() => options().length).toBe(2);
    await button("Undo").click();
    await expect.poll(() => options().length).toBe(3);
    expect(there(api)).toHaveLength(3);
  });

  test("all that are selected are deleted at once", async () => {
    const api = await open({ notes: libraryNotes(700) });
    await button(/^Select all/).click();
    list().focus();
    await userEvent.keyboard("{Delete}");
    await expect.element(page.getByText("700 notes deleted")).toBeVisible();
    await expect.element(page.getByText("No notes yet")).toBeVisible();
    expect(there(api)).toHaveLength(0);
    await button("Undo").click();
    await expect.element(page.getByText("700 notes", { exact: true })).toBeVisible();
  });

  test("deleted notes can be seen and restored", async () => {
    const api = await open();
    await button("Delete note on The council opens the door halfway").click();
    await expect.poll(() => options().length).toBe(2);
    await page.getByRole("combobox", { name: "Show", exact: true }).selectOptions("Deleted");
    await expect.element(page.getByText("1 deleted note", { exact: true })).toBeVisible();
    expect(shownText(document.querySelector<HTMLElement>("article.detail"))).toContain(
      "Deleted on 24 Nov 2026",
    );
    expect(shownText()).not.toContain("Edit");
    await button("Restore").click();
    await expect.element(page.getByText("No deleted notes")).toBeVisible();
    expect(there(api)).toHaveLength(3);
    await button("Show all notes").click();
    await expect.poll(() => options().length).toBe(3);
  });

  test("what could not be done is said, and nothing is offered to be undone", async () => {
    const api = await open({ failing: { "notes.remove": "There is no space left." } });
    list().focus();
    await userEvent.keyboard("{Delete}");
    await expect.element(page.getByRole("alert")).toMatchTextContent("There is no space left.");
    expect(options()).toHaveLength(3);
    expect(shownText()).not.toContain("Undo");
    // An undo that fails can be tried again.
    api.world.failing = {};
    await userEvent.keyboard("{Delete}");
    await expect.element(page.getByText("Note deleted")).toBeVisible();
    api.world.failing = { "notes.restore": "There is no space left." };
    await button("Undo").click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("There is no space left.");
    await expect.element(button("Undo")).toBeVisible();
  });
});

describe("files", () => {
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

  test("hold what was chosen, in the format that was chosen", async () => {
    const api = await open();
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

  test("bring everything back into an empty library", async () => {
    const api = await open({ notes: libraryNotes(300) });
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

  test("with notes that differ ask which version to keep, and undo brings mine back", async () => {
    const api = await open();
    const text = await backupOf(api);
    const [first, second] = api.world.notes as [Note, Note];
    api.world.notes = api.world.notes.map((note) =>
      note === first || note === second
        ? { ...note, body: `Changed ${note.tags.length}`, revision: 9 }
        : note,
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

  test("that cannot be read say where and what to do, and change nothing", async () => {
    const api = await open();
    await chooseFile("holiday.json", '{"photos": [');
    await expect.element(page.getByText("There is nothing to import in this file.")).toBeVisible();
    expect(shownText(document.querySelector<HTMLElement>("dialog"))).toContain("holiday.json");
    await expect.element(button("Choose another file")).toBeVisible();
    expect(document.querySelector("dialog")?.textContent).not.toMatch(/\bImport$/);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.querySelector("dialog")).toBeNull();
    expect(api.world.notes).toEqual(sampleNotes);
  });

  test("are given up half-way, and then nothing has happened", async () => {
    const slow: NoteFormat = {
      id: "backup",
      fileName: () => "slow.json",
      mimeType: "application/json",
      *write() {
        for (;;) yield "x".repeat(1_000);
      },
    };
    const api = await open({ notes: libraryNotes(40) }, [slow]);
    await button("Export …").click();
    await button("Export").click();
    await expect.element(page.getByText("Writing the file …")).toBeVisible();
    await button("Cancel").click();
    await expect.element(button("Export")).toBeVisible();
    expect(api.files).toEqual([]);
  });

  test("that are large are imported with progress, and given up without a trace", async () => {
    const api = await open({ notes: libraryNotes(2_000) });
    const text = await backupOf(api);
    api.world.notes = [];
    api.changedElsewhere();
    await expect.element(page.getByText("No notes yet")).toBeVisible();
    const { putAll } = api.source;
    // As slow as a disk.
    api.source.putAll = async (notes, progress, signal) => {
      progress?.(500);
      await new Promise((resolve) => signal?.addEventListener("abort", resolve));
      return putAll(notes, progress, signal);
    };
    await chooseFile("backup.json", text);
    await button("Import").click();
    await expect.poll(() => document.querySelector("progress")?.value).toBe(500);
    await button("Cancel").click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("No note was added or changed");
    expect(api.world.notes).toEqual([]);
  });
});

describe("for everybody", () => {
  const states: [string, () => Promise<unknown>][] = [
    ["many", async () => {}],
    ["a search", () => page.getByRole("searchbox").fill("council")],
    [
      "a selection",
      () =>
        button(/^Select all/)
          .click()
          .then(() => button("Add tags").click()),
    ],
    ["groups", () => page.getByRole("combobox", { name: "Group", exact: true }).selectOptions("By name")],
    ["suggestions", () => page.getByRole("combobox", { name: /^Filter/ }).fill("n")],
    [
      "an editor",
      () =>
        button(/^Edit note/)
          .first()
          .click(),
    ],
    ["export", () => button("Export …").click()],
    ["import", () => button("Import …").click()],
    ["keys", () => button("Keys").click()],
  ];
  test.each(states)(
    "%s: no accessibility problem, in light and dark, and nothing too wide",
    async (_, act) => {
      for (const scheme of ["light", "dark"] as const) {
        lookIn(scheme);
        await open({ notes: libraryNotes(120) });
        await act();
        expect(await axeProblems()).toEqual([]);
      }
      lookIn("light");
      await page.viewport(320, 640);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      document.documentElement.dir = "rtl";
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    },
  );

  test("the keys are told, and / leads to the search", async () => {
    await open();
    list().focus();
    await userEvent.keyboard("/");
    expect(document.activeElement).toBe(page.getByRole("searchbox").element());
    await button("Keys").click();
    expect(shownText(document.querySelector<HTMLElement>("dialog"))).toContain("Go to the search");
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.activeElement?.textContent).toBe("Keys");
  });
});
