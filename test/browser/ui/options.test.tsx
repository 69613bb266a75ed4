import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { backupSchema } from "../../../src/core/notes/formats/backup.ts";
import css from "../../../src/ui/options/options.css?inline";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import { type FakeApi, type FakeWorld, fakeApi, sampleNotes } from "../../support/interface-samples.ts";
import { forceColours } from "./forced-colours.ts";
import { axeProblems, clear, lookIn, show, shownText } from "./show.tsx";

beforeEach(() => {
  location.hash = "";
});
afterEach(async () => {
  clear();
  await forceColours(false);
});

async function open(section: string, world: Partial<FakeWorld> = {}): Promise<FakeApi> {
  location.hash = section;
  const api = fakeApi(world);
  await show(<OptionsPage />, api, css);
  return api;
}

const lastOf = (api: FakeApi, name: string) => api.log.findLast((entry) => entry.name === name)?.payload;
const refused = "The browser does not let the extension open its database.";
const broken: Partial<FakeWorld> = {
  failing: {
    "ui.notes": refused,
    "ui.choices": refused,
    "ui.sites": refused,
    "ui.settings": refused,
    "ui.dataset": refused,
  },
};
const bare: Partial<FakeWorld> = {
  notes: [],
  choices: { choices: [], unreadable: 0, inPrivate: 0 },
  sites: { listed: [], granted: [], off: [] },
  shortcuts: [],
};

describe.each(["notes", "choices", "sites", "reading", "dataset"])("the section %s", (section) => {
  test.each([
    ["filled", {}],
    ["empty", bare],
    ["broken", broken],
  ] as [string, Partial<FakeWorld>][])("has no accessibility problem when %s", async (_, world) => {
    for (const scheme of ["light", "dark"] as const) {
      lookIn(scheme);
      await open(section, world);
      expect(await axeProblems()).toEqual([]);
    }
    lookIn("light");
    await forceColours(true);
    await open(section, world);
    expect(await axeProblems()).toEqual([]);
  });

  test("fits into 320 pixels", async () => {
    await page.viewport(320, 700);
    await open(section);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(1000, 700);
  });

  test("says what went wrong, and tries again", async () => {
    const api = await open(section, broken);
    await expect.element(page.getByRole("alert")).toMatchTextContent(refused);
    api.world.failing = {};
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => document.querySelector("[role=alert]")).toBeNull();
  });
});

test("the sections are reached by their links", async () => {
  await open("");
  await expect.element(page.getByRole("heading", { level: 1 })).toMatchTextContent("Notes");
  await page.getByRole("link", { name: "Dataset" }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toMatchTextContent("Dataset");
  await expect.element(page.getByRole("link", { name: "Dataset" })).toHaveAttribute("aria-current", "page");
});

describe("notes", () => {
  test("show their quote, text, article, dates and dataset version", async () => {
    await open("notes");
    const [first] = document.querySelectorAll("article");
    expect(shownText(first)).toContain("keeps it out of the core");
    expect(shownText(first)).toContain("Compare with the wording");
    expect(shownText(first)).toContain("Example News");
    expect(shownText(first)).toContain("article of 1 Feb 2020");
    expect(shownText(first)).toContain("changed 24 Nov 2026");
    expect(shownText(first)).toContain("Data 2026.11.0");
    expect(first?.querySelector("a")?.href).toBe("https://news.example/2020/02/01/masts");
  });

  test("of a hostile page stay text and lead nowhere", async () => {
    await open("notes");
    expect(shownText()).toContain("<img src=x onerror=alert(1)> stays text");
    expect(document.querySelector("img, blockquote b")).toBeNull();
    expect(document.querySelectorAll("article a")).toHaveLength(2);
  });

  test("are not called empty when they could not be opened", async () => {
    await open("notes", { failing: { "ui.notes": refused } });
    expect(shownText()).toContain("Your notes could not be opened");
    expect(shownText()).toContain(refused);
    expect(shownText()).not.toContain("No notes yet");
    expect(shownText()).not.toContain("Export");
  });

  test("say how to write the first one when there are none", async () => {
    await open("notes", { notes: [] });
    expect(shownText()).toContain("No notes yet");
    expect(shownText()).toContain("Select a passage");
  });

  test("are found by their words", async () => {
    await open("notes");
    await page.getByRole("searchbox", { name: "Search notes" }).fill("turkiye");
    await expect.element(page.getByText("1 of 3 notes")).toBeVisible();
    expect(document.querySelectorAll("article")).toHaveLength(1);
    await page.getByRole("searchbox").fill("nowhere");
    await expect.element(page.getByText("No note has all these words")).toBeVisible();
  });

  test("are edited in their place, by keyboard", async () => {
    const api = await open("notes");
    (document.querySelector("[aria-label^='Edit note']") as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("textbox", { name: "Your note" })).toHaveFocus();
    await page.getByRole("textbox", { name: "Your note" }).fill("Second thoughts");
    await page.getByRole("textbox", { name: /^Tags/ }).fill("cap, new , cap,");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("Second thoughts")).toBeVisible();
    expect(lastOf(api, "ui.saveNote")).toEqual({
      id: sampleNotes[0]?.id,
      revision: 2,
      body: "Second thoughts",
      tags: ["cap", "new"],
    });
    await expect.poll(() => document.activeElement?.textContent).toBe("Edit");
  });

  test("keep what was typed when they were changed elsewhere meanwhile", async () => {
    const api = await open("notes");
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await page.getByRole("textbox", { name: "Your note" }).fill("My long text");
    Object.assign(api.world.notes[0] ?? {}, { revision: 3, body: "Written elsewhere" });
    api.changedElsewhere();
    await page.getByRole("button", { name: "Save note" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("changed in another tab");
    await expect.element(page.getByRole("textbox", { name: "Your note" })).toHaveValue("My long text");
    expect(api.world.notes[0]?.body).toBe("Written elsewhere");
  });

  test("refuse a tag that is too long, before anything is sent", async () => {
    const api = await open("notes");
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await page.getByRole("textbox", { name: /^Tags/ }).fill("x".repeat(81));
    await page.getByRole("button", { name: "Save note" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("at most 80 characters");
    expect(lastOf(api, "ui.saveNote")).toBeUndefined();
  });

  test("are deleted, and come back", async () => {
    const api = await open("notes");
    await page.getByRole("button", { name: "Delete note on Vendor A" }).click();
    await expect.element(page.getByText("Note deleted")).toBeVisible();
    expect(document.querySelectorAll("article")).toHaveLength(2);
    await page.getByRole("button", { name: "Delete note on Northland" }).click();
    await expect.element(page.getByText("2 notes deleted")).toBeVisible();
    // The deleted note had the focus: the way back has it now.
    await expect.element(page.getByRole("button", { name: "Undo" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => document.querySelectorAll("article").length).toBe(3);
    expect(api.world.notes.filter(({ deleted }) => deleted)).toEqual([]);
    expect(shownText()).not.toContain("deleted");
  });

  test("stay in the list when they could not be deleted", async () => {
    await open("notes", { failing: { "ui.deleteNotes": "There is no space left." } });
    await page.getByRole("button", { name: "Delete note on Vendor A" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("There is no space left.");
    expect(document.querySelectorAll("article")).toHaveLength(3);
    expect(shownText()).not.toContain("Undo");
  });

  test("are exported whole", async () => {
    const api = await open("notes");
    await page.getByRole("searchbox").fill("turkiye");
    await page.getByRole("button", { name: "Export all as JSON" }).click();
    await expect.poll(() => api.files[0]?.name).toBe("telecom-lens-notes-2026-11-24.json");
    const document = backupSchema.parse(JSON.parse(api.files[0]?.text ?? ""));
    expect(document.datasetVersion).toBe("2026.11.0");
    expect(document.notes).toEqual(sampleNotes);
  });

  test("are drawn in parts where they are many", async () => {
    const [first] = sampleNotes;
    const many = Array.from({ length: 250 }, () => ({ ...first, id: crypto.randomUUID() }));
    await open("notes", { notes: many as typeof sampleNotes });
    expect(document.querySelectorAll("article")).toHaveLength(100);
    await page.getByRole("button", { name: "Show more (150 left)" }).click();
    expect(document.querySelectorAll("article")).toHaveLength(200);
  });

  test("that the address names are shown among many, and take the focus", async () => {
    const [first] = sampleNotes;
    const many = Array.from({ length: 150 }, () => ({ ...first, id: crypto.randomUUID() }));
    await open(`notes/${many[140]?.id}`, { notes: many as typeof sampleNotes });
    const article = document.querySelectorAll("article")[140];
    expect(document.activeElement).toBe(article);
    const { top, bottom } = article?.getBoundingClientRect() ?? new DOMRect();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(innerHeight);
    location.hash = `notes/${many[3]?.id}`;
    await expect.poll(() => document.activeElement === document.querySelectorAll("article")[3]).toBe(true);
  });

  test("that the address names and that are gone are said to be gone", async () => {
    await open("notes/44444444-4444-4444-8444-444444444444");
    await expect.element(page.getByText(/is not here any more/)).toBeVisible();
    expect(document.querySelectorAll("article")).toHaveLength(3);
  });

  test("that were written elsewhere appear", async () => {
    const api = await open("notes", { notes: [] });
    api.world.notes = structuredClone(sampleNotes);
    api.changedElsewhere();
    await expect.element(page.getByText("3 notes")).toBeVisible();
  });
});

describe("settings", () => {
  test("are saved one at a time", async () => {
    const api = await open("reading");
    await page.getByRole("radio", { name: "The first mention in the article" }).click();
    await expect.poll(() => lastOf(api, "ui.saveSettings")).toEqual({ density: "article" });
    await page.getByRole("switch", { name: "People" }).click();
    await expect.element(page.getByRole("switch", { name: "People" })).not.toBeChecked();
    expect(api.world.settings).toMatchObject({ density: "article", delay: 400 });
    expect(api.world.settings.kinds).not.toContain("official");
    expect(api.world.settings.kinds).toHaveLength(6);
  });

  test("set the delay by keyboard", async () => {
    const api = await open("reading");
    (document.querySelector("[type=range]") as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    await expect.element(page.getByText("0.50 seconds")).toBeVisible();
    await expect.poll(() => api.world.settings.delay).toBe(500);
  });

  test("that could not be saved show what still holds", async () => {
    await open("reading", { failing: { "ui.saveSettings": "There is no space left." } });
    await page.getByRole("switch", { name: "People" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("There is no space left.");
    await expect.element(page.getByRole("switch", { name: "People" })).toBeChecked();
  });
});

describe("the dataset", () => {
  test("shows its version, date, licence and counts", async () => {
    await open("dataset");
    for (const fact of ["2026.11.0", "24 Nov 2026", "CC-BY-4.0", "48", "22"])
      expect(shownText()).toContain(fact);
  });

  test("that could not be loaded says why", async () => {
    const problem = "The dataset file is missing. Reinstall the extension.";
    await open("dataset", { dataset: { info: null, problem, counts: {} } });
    await expect.element(page.getByRole("alert")).toMatchTextContent(problem);
    expect(shownText()).not.toContain("Version");
  });
});
