import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Note } from "../../../src/core/notes/note.ts";
import css from "../../../src/ui/options/options.css?inline";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import { type FakeApi, type FakeWorld, fakeApi, sampleNotes } from "../../support/interface-samples.ts";
import { libraryNotes } from "../../support/library-notes.ts";
import { clear, show, shownText } from "./show.tsx";

beforeEach(async () => {
  await page.viewport(1_200, 760);
});
afterEach(async () => {
  clear();
  location.hash = "";
  document.documentElement.dir = "";
  await page.viewport(1_000, 700);
});

async function open(world: Partial<FakeWorld> = {}, place = "notes"): Promise<FakeApi> {
  location.hash = place;
  const api = fakeApi(world);
  await show(<OptionsPage />, api, css);
  return api;
}

const list = () => document.querySelector<HTMLElement>("[role=listbox][aria-multiselectable]") as HTMLElement;
const options = () => [...list().querySelectorAll<HTMLElement>("[role=option]")];
const detail = () => document.querySelector<HTMLElement>("article.detail");
/** Number (from 1) of the row that the keyboard is at. */
const active = () => {
  const id = list().getAttribute("aria-activedescendant") ?? "";
  return Number(document.getElementById(id)?.getAttribute("aria-posinset"));
};
const search = () => page.getByRole("searchbox", { name: "Search notes" });
const bodyOf = (api: FakeApi, id: string | undefined) => api.world.notes.find((note) => note.id === id)?.body;
const choose = (label: string, value: string) =>
  page.getByRole("combobox", { name: label, exact: true }).selectOptions(value);

describe("the list", () => {
  test("draws a few of many notes, says how many there are, and keeps the focus while it scrolls", async () => {
    await open({ notes: libraryNotes(3_000) });
    expect(options().length).toBeLessThan(40);
    expect(options()[0]?.getAttribute("aria-setsize")).toBe("3000");
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
    await open({ notes: libraryNotes(300) });
    await expect
      .poll(() => {
        const boxes = options().map((row) => row.getBoundingClientRect());
        return boxes.every((box, at) => at === 0 || Math.abs(box.top - (boxes[at - 1]?.bottom ?? 0)) < 1.5);
      })
      .toBe(true);
    expect(new Set(options().map((row) => row.offsetHeight)).size).toBeGreaterThan(2);
  });

  test("is not called empty when it could not be opened", async () => {
    const api = await open({ failing: { "notes.list": "The database is closed." } });
    expect(shownText()).toContain("Your notes could not be opened");
    expect(shownText()).toContain("The database is closed.");
    expect(shownText()).not.toContain("No notes yet");
    api.world.failing = {};
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByText("3 notes")).toBeVisible();
  });

  test("says how to write the first note, and offers to import", async () => {
    await open({ notes: [] });
    expect(shownText()).toContain("No notes yet");
    await expect.element(page.getByRole("button", { name: "Import …" })).toBeEnabled();
    await expect.element(page.getByRole("button", { name: "Export …" })).toBeDisabled();
  });

  test("shows what was written or deleted elsewhere", async () => {
    const api = await open();
    api.world.notes = [...libraryNotes(1), ...api.world.notes.slice(1)];
    api.changedElsewhere([libraryNotes(1)[0]?.id ?? "", sampleNotes[0]?.id ?? ""]);
    await expect.poll(() => shownText(list())).toContain("council opens the door halfway, part 0");
    expect(shownText(list())).not.toContain("Compare with the wording");
    api.world.notes = [];
    api.changedElsewhere();
    await expect.element(page.getByText("No notes yet")).toBeVisible();
  });

  test("groups under headings that a screen reader hears as the group's name", async () => {
    await open({ notes: libraryNotes(60) });
    await choose("Group", "By tag");
    await expect.poll(() => list().querySelector("[role=group]")?.getAttribute("aria-label")).toBe("2020");
    const titles = [...list().querySelectorAll(".list-heading")].map((heading) => heading.textContent);
    expect(titles[0]).toMatch(/^2020\d+$/);
    list().focus();
    await userEvent.keyboard("{End}");
    await expect.poll(() => [...list().querySelectorAll("[role=group]")].at(-1)?.ariaLabel).toBe("None");
  });

  test("is sorted as was chosen", async () => {
    await open();
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
    await open();
    await search().fill("turkiye");
    await expect.element(page.getByText("1 of 3 notes")).toBeVisible();
    expect([...list().querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["Türkiye"]);
    expect(detail()?.querySelector("mark")?.textContent).toBe("Türkiye");
    await search().fill("nowhere");
    await expect.element(page.getByText("No note is like this")).toBeVisible();
    await page.getByRole("button", { name: "Show all notes" }).click();
    await expect.element(page.getByText("3 notes")).toBeVisible();
  });

  test("show a long text around what was found", async () => {
    const [first] = sampleNotes as [Note];
    const body = `${"Word after word. ".repeat(100)}Needle. ${"Word after word. ".repeat(100)}`;
    await open({ notes: [{ ...first, body }] });
    await search().fill("needle");
    await expect.poll(() => shownText(list().querySelector<HTMLElement>(".row-body"))).toMatch(/^… .*Needle/);
  });

  test("narrow down by name, site and tag with keys alone, and let each be taken away", async () => {
    await open({ notes: libraryNotes(200) });
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
    await open();
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

describe("one note", () => {
  test("shows its text, quote, article, dates and what the card said", async () => {
    await open({
      notes: [
        { ...(sampleNotes[1] as Note), passage: { quote: "a cap", prefix: "there is ", suffix: " on it" } },
      ],
    });
    const text = shownText(detail());
    for (const part of [
      "Vendor A",
      "there is a cap on it",
      "Türkiye",
      "Masts in the capital",
      "20 Nov 2026",
      "2026.11.0",
    ])
      expect(text).toContain(part);
    expect(detail()?.querySelector<HTMLAnchorElement>("a")?.href).toBe(
      "https://other.example/a#:~:text=is-,a%20cap,-on",
    );
    await page.getByText("What the card said then").click();
    expect(shownText(detail())).toContain("Vendor A: restricted");
  });

  test("has Markdown for its text, and everything else as it was typed", async () => {
    const body = [
      "# No heading",
      "*em* **strong** `code` [a link](https://example.org/x) [no link](javascript:alert(1))",
      "- one\n- two",
      "> quoted",
      "<img src=x onerror=alert(1)> ![picture](https://example.org/x.png)",
    ].join("\n\n");
    await open({ notes: [{ ...(sampleNotes[0] as Note), body }] });
    const text = detail()?.querySelector<HTMLElement>(".note-text");
    expect(text?.querySelector("em")?.textContent).toBe("em");
    expect(text?.querySelector("strong")?.textContent).toBe("strong");
    expect(text?.querySelectorAll("ul li")).toHaveLength(2);
    expect(text?.querySelector("blockquote")?.textContent).toBe("quoted");
    const links = [...(text?.querySelectorAll("a") ?? [])];
    expect(links.map((link) => [link.href, link.rel])).toEqual([
      ["https://example.org/x", "noopener noreferrer"],
    ]);
    expect(text?.querySelector("img, h1")).toBeNull();
    for (const typed of ["# No heading", "[no link](javascript:alert(1))", "<img src=x", "![picture]"])
      expect(shownText(text)).toContain(typed);
  });

  test("that would take seconds to be read as Markdown is shown as it was typed, at once", async () => {
    for (const body of [">".repeat(20_000), "*a_ ".repeat(5_000), "1. ".repeat(6_000), "[".repeat(20_000)]) {
      const begin = performance.now();
      await open({ notes: [{ ...(sampleNotes[0] as Note), body }] });
      expect(performance.now() - begin).toBeLessThan(2_000);
      expect(detail()?.querySelector(".note-text")?.textContent).toBe(body);
    }
  });

  test("of a hostile page stays text and leads nowhere", async () => {
    await open({ notes: [sampleNotes[2] as Note] });
    expect(shownText(detail())).toContain("<b>bold</b>");
    expect(document.querySelector("main img, main b, article a")).toBeNull();
  });

  test("is edited by keyboard, with tags completed from those in use", async () => {
    const api = await open();
    list().focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => document.activeElement).toBe(detail());
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await expect.element(page.getByRole("textbox", { name: "Your note" })).toHaveFocus();
    await page.getByRole("textbox", { name: "Your note" }).fill("Second thoughts");
    const tags = page.getByRole("combobox", { name: "Tags" });
    await tags.fill("mark");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await tags.fill("new, to ch");
    await userEvent.keyboard("{Escape}{Control>}{Enter}{/Control}");
    await expect.element(page.getByText("Note changed")).toBeVisible();
    const id = sampleNotes[0]?.id;
    expect(api.world.notes.find((note) => note.id === id)).toMatchObject({
      body: "Second thoughts",
      tags: ["cap", "to check", "markup", "new", "to ch"],
      revision: 3,
    });
    await expect.poll(() => document.activeElement?.textContent).toBe("Edit");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => bodyOf(api, id)).toBe(sampleNotes[0]?.body);
  });

  test("keeps what was typed when it was changed elsewhere meanwhile", async () => {
    const api = await open();
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await page.getByRole("textbox", { name: "Your note" }).fill("My long text");
    Object.assign(api.world.notes[0] ?? {}, { revision: 3, body: "Written elsewhere" });
    api.changedElsewhere();
    await expect.poll(() => shownText(list())).toContain("Written elsewhere");
    await page.getByRole("button", { name: "Save note" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("changed in another tab");
    await expect.element(page.getByRole("textbox", { name: "Your note" })).toHaveValue("My long text");
    expect(api.world.notes[0]?.body).toBe("Written elsewhere");
  });

  test("keeps what was typed while another note is looked at", async () => {
    await open();
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await page.getByRole("textbox", { name: "Your note" }).fill("Half a thought");
    list().focus();
    await userEvent.keyboard("{ArrowDown}");
    await expect.poll(() => shownText(detail())).toContain("Vendor A");
    expect(shownText(options()[0])).toContain("not saved");
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(page.getByRole("textbox", { name: "Your note" })).toHaveValue("Half a thought");
  });

  test("refuses a tag that is too long, before anything is stored", async () => {
    const api = await open();
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await page.getByRole("combobox", { name: "Tags" }).fill("x".repeat(81));
    await page.getByRole("button", { name: "Save note" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("at most 80 characters");
    expect(api.world.notes[0]?.revision).toBe(2);
  });

  test("that an address names is shown among many, and takes the focus", async () => {
    const many = libraryNotes(2_000);
    await open({ notes: many }, `notes/${many[1_400]?.id}`);
    await expect.poll(() => document.activeElement).toBe(detail());
    await expect.poll(active).toBe(1_401);
    const row = document.getElementById(list().getAttribute("aria-activedescendant") ?? "");
    const box = row?.getBoundingClientRect();
    expect(box?.top).toBeGreaterThanOrEqual(list().getBoundingClientRect().top - 1);
    expect(box?.bottom).toBeLessThanOrEqual(list().getBoundingClientRect().bottom + 1);
    location.hash = `notes/${many[3]?.id}`;
    await expect.poll(active).toBe(4);
  });

  test("that an address names and that is gone is said to be gone", async () => {
    await open({}, "notes/44444444-4444-4444-8444-444444444444");
    await expect.element(page.getByText(/is not here any more/)).toBeVisible();
    expect(options()).toHaveLength(3);
  });
});

describe("in a narrow window", () => {
  test("a note takes the place of the list, and Escape leads back to its row", async () => {
    await page.viewport(320, 640);
    await open({ notes: libraryNotes(500) });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(detail()?.offsetParent).toBeNull();
    list().focus();
    await userEvent.keyboard("{PageDown}{PageDown}{PageDown}");
    const at = active();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => document.activeElement).toBe(detail());
    expect(list().offsetParent).toBeNull();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.activeElement).toBe(list());
    expect(active()).toBe(at);
    await expect
      .poll(() => {
        const row = document.getElementById(list().getAttribute("aria-activedescendant") ?? "");
        return (row?.getBoundingClientRect().top ?? -1) >= list().getBoundingClientRect().top - 1;
      })
      .toBe(true);
  });
});
