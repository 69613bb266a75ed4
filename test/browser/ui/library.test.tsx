import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Note } from "../../../src/core/notes/note.ts";
import { fakeApi, sampleNotes } from "../../support/interface-samples.ts";
import { libraryNotes } from "../../support/library-notes.ts";
import { active, closeLibrary, detail, list, openLibrary, options, widen } from "./open-library.tsx";
import { shownText } from "./show.tsx";

beforeEach(widen);
afterEach(closeLibrary);

const search = () => page.getByRole("searchbox", { name: "Search notes" });
const choose = (label: string, value: string) =>
  page.getByRole("combobox", { name: label, exact: true }).selectOptions(value);

describe("the list", () => {
  test("draws a few of many notes, says how many there are, and keeps the focus while it scrolls", async () => {
    await openLibrary({ notes: libraryNotes(3_000) });
    expect(options().length).toBeLessThan(40);
    expect(options()[0]?.getAttribute("aria-setsize")).toBe("3000");
    expect(shownText()).toContain("3,000 notes");
    expect(shownText()).toContain("Select all 3,000");
    list().focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(active()).toBe(3);
    list().scrollTop = 100_000;
    await expect.poll(() => options().some((row) => Number(row.ariaPosInSet) > 500)).toBe(true);
    // What the keyboard is at is still there for a screen reader, and the keys go on from it.
    expect(active()).toBe(3);
    expect(document.activeElement).toBe(list());
    await userEvent.keyboard("{ArrowDown}");
    await expect.poll(active).toBe(4);
    await expect.poll(() => list().scrollTop).toBeLessThan(2_000);
    await userEvent.keyboard("{End}");
    await expect.poll(active).toBe(3_000);
    await expect.poll(() => options().at(-1)?.ariaPosInSet).toBe("3000");
  });

  test("has rows as high as what they hold, one after the other", async () => {
    await openLibrary({ notes: libraryNotes(300) });
    await expect
      .poll(() => {
        const boxes = options().map((row) => row.getBoundingClientRect());
        return boxes.every((box, at) => at === 0 || Math.abs(box.top - (boxes[at - 1]?.bottom ?? 0)) < 1.5);
      })
      .toBe(true);
    expect(new Set(options().map((row) => row.offsetHeight)).size).toBeGreaterThan(2);
  });

  test("is there while the rest of the notes is being read, and works on all of them only afterwards", async () => {
    const api = fakeApi({ notes: libraryNotes(3_000) });
    const { listAll } = api.source;
    const begin = Promise.withResolvers<void>();
    api.source.listAll = () => begin.promise.then(listAll);
    const shown = openLibrary({}, { api });
    await expect.poll(() => document.querySelectorAll("[role=option]").length).toBeGreaterThan(5);
    expect(shownText()).toContain("Reading all notes …");
    expect(shownText()).not.toContain("Select all");
    await expect.element(page.getByRole("button", { name: "Export …" })).toBeDisabled();
    await expect.element(page.getByRole("button", { name: "Import …" })).toBeDisabled();
    list().focus();
    await userEvent.keyboard("{ArrowDown}");
    await search().fill("council");
    begin.resolve();
    await shown;
    await expect.element(page.getByText(/^[\d,]+ of 3,000 notes$/)).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Export …" })).toBeEnabled();
  });

  test("is not called empty when it could not be opened", async () => {
    const api = await openLibrary({ failing: { "notes.list": "The database is closed." } });
    expect(shownText()).toContain("Your notes could not be opened");
    expect(shownText()).toContain("The database is closed.");
    expect(shownText()).not.toContain("No notes yet");
    api.world.failing = {};
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByText("3 notes")).toBeVisible();
  });

  test("says how to write the first note, and offers to import", async () => {
    await openLibrary({ notes: [] });
    expect(shownText()).toContain("No notes yet");
    await expect.element(page.getByRole("button", { name: "Import …" })).toBeEnabled();
    await expect.element(page.getByRole("button", { name: "Export …" })).toBeDisabled();
  });

  test("shows what was written or deleted elsewhere", async () => {
    const api = await openLibrary();
    api.world.notes = [...libraryNotes(1), ...api.world.notes.slice(1)];
    api.changedElsewhere([libraryNotes(1)[0]?.id ?? "", sampleNotes[0]?.id ?? ""]);
    await expect.poll(() => shownText(list())).toContain("council opens the door halfway, part 0");
    expect(shownText(list())).not.toContain("Compare with the wording of the July decision.");
    api.world.notes = [];
    api.changedElsewhere();
    await expect.element(page.getByText("No notes yet")).toBeVisible();
  });

  test("groups under headings that a screen reader hears as the group's name", async () => {
    await openLibrary({ notes: libraryNotes(60) });
    await choose("Group", "By tag");
    await expect.poll(() => list().querySelector("[role=group]")?.getAttribute("aria-label")).toBe("2020");
    const titles = [...list().querySelectorAll(".list-heading")].map((heading) => heading.textContent);
    expect(titles[0]).toMatch(/^2020\d+$/);
    list().focus();
    await userEvent.keyboard("{End}");
    await expect.poll(() => [...list().querySelectorAll("[role=group]")].at(-1)?.ariaLabel).toBe("None");
  });

  test("is sorted as was chosen", async () => {
    await openLibrary();
    await choose("Sort", "Oldest");
    await expect.poll(() => shownText(options()[0])).toContain("Northland");
    await choose("Sort", "Title");
    await expect.poll(() => shownText(options()[0])).toContain("Northland");
    await choose("Sort", "Newest");
    await expect.poll(() => shownText(options()[0])).toContain("The council opens");
  });
});

describe("search and filters", () => {
  test("find by words, and mark them", async () => {
    await openLibrary();
    await search().fill("turkiye");
    await expect.element(page.getByText("1 of 3 notes")).toBeVisible();
    expect([...list().querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["Türkiye"]);
    expect(detail()?.querySelector("mark")?.textContent).toBe("Türkiye");
    await search().fill("nowhere");
    await expect.element(page.getByText("No note matches")).toBeVisible();
    await page.getByRole("button", { name: "Show all notes" }).click();
    await expect.element(page.getByText("3 notes")).toBeVisible();
  });

  test("show a text without the signs of Markdown, but where that which was found is among them", async () => {
    const [first] = sampleNotes as [Note];
    const body = "Compare the **wording** with [the law](https://law.example/5g).";
    await openLibrary({ notes: [{ ...first, body }] });
    const row = () => shownText(list().querySelector<HTMLElement>(".row-body"));
    expect(row()).toBe("Compare the wording with the law.");
    await search().fill("wording");
    await expect.poll(() => list().querySelector("mark")?.textContent).toBe("wording");
    expect(row()).toBe("Compare the wording with the law.");
    await search().fill("law.example");
    await expect.poll(row).toBe(body);
  });

  test("show a long text around what was found", async () => {
    const [first] = sampleNotes as [Note];
    const body = `${"Word after word. ".repeat(100)}Needle. ${"Word after word. ".repeat(100)}`;
    await openLibrary({ notes: [{ ...first, body }] });
    await search().fill("needle");
    await expect.poll(() => shownText(list().querySelector<HTMLElement>(".row-body"))).toMatch(/^… .*Needle/);
  });

  test("narrow down by name, site and tag with keys alone, and let each be taken away", async () => {
    await openLibrary({ notes: libraryNotes(200) });
    const field = page.getByRole("combobox", { name: "Filter by name, country, site or tag" });
    await field.fill("gaz");
    await expect.element(field).toHaveAttribute("aria-expanded", "true");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await expect.element(page.getByText(/of 200 notes/)).toBeVisible();
    await field.fill("northl");
    await userEvent.keyboard("{ArrowDown}");
    const chosen = (field.element() as HTMLElement).getAttribute("aria-activedescendant") ?? "";
    expect(document.getElementById(chosen)?.textContent).toContain("Northland");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("button", { name: "Remove: country: Northland" })).toBeVisible();
    const titles = options().map((row) => shownText(row.querySelector<HTMLElement>(".row-title")));
    expect(new Set(titles)).toEqual(new Set(["Northland"]));
    await page.getByRole("button", { name: "Remove: site: Gazeta e Shembullit" }).click();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.element(page.getByText("200 notes", { exact: true })).toBeVisible();
  });

  test("narrow down by date and by whether there is a passage", async () => {
    await openLibrary();
    await choose("Show", "Without a passage");
    await expect.element(page.getByText("1 of 3 notes")).toBeVisible();
    await choose("Show", "All notes");
    await page.getByText("Dates").click();
    await page.getByLabelText("From").fill("2026-11-20");
    await expect.element(page.getByText("2 of 3 notes")).toBeVisible();
    await page.getByRole("button", { name: /^Remove: Written: since 20 Nov 2026/ }).click();
    await expect.element(page.getByText("3 notes", { exact: true })).toBeVisible();
  });
});
