import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Note } from "../../../src/core/notes/note.ts";
import { type FakeApi, sampleNotes } from "../../support/interface-samples.ts";
import { libraryNotes } from "../../support/library-notes.ts";
import { active, closeLibrary, detail, list, openLibrary, options, widen } from "./open-library.tsx";
import { shownText } from "./show.tsx";

beforeEach(widen);
afterEach(closeLibrary);

const bodyOf = (api: FakeApi, id: string | undefined) => api.world.notes.find((note) => note.id === id)?.body;

describe("one note", () => {
  test("shows its text, quote, article, dates and what the card said", async () => {
    await openLibrary({
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
    expect(text).not.toContain("…");
    await page.getByText("What the card said then").click();
    expect(shownText(detail())).toContain("Vendor A: restricted");
  });

  test("shows where what stands around its quote was cut", async () => {
    const passage = { quote: "a cap", prefix: "ong".repeat(80).slice(0, 200), suffix: "lo".repeat(100) };
    await openLibrary({ notes: [{ ...(sampleNotes[1] as Note), passage }] });
    const quote = document.querySelector(".detail-quote")?.textContent ?? "";
    expect([quote.slice(0, 4), quote.slice(-3)]).toEqual(["…ong", "lo…"]);
  });

  test("leads to the tab that has its article open, and to a new one where none has", async () => {
    const note = {
      ...(sampleNotes[1] as Note),
      passage: { quote: "a cap", prefix: "there is ", suffix: " on it" },
    };
    const api = await openLibrary({ notes: [note] });
    const opened: unknown[][] = [];
    const open = window.open;
    window.open = (...asked) => {
      opened.push(asked);
      return null;
    };
    try {
      const link = () => page.getByRole("link", { name: /Masts in the capital/ });
      await link().click();
      await expect
        .poll(() => opened)
        .toEqual([["https://other.example/a#:~:text=is-,a%20cap,-on", "_blank", "noopener,noreferrer"]]);
      expect(api.log.at(-1)).toEqual({ name: "ui.openNote", payload: { id: note.id } });
      const { call } = api;
      api.call = (async (name, payload) =>
        name === "ui.openNote" ? true : call(name, payload)) as typeof api.call;
      await link().click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(opened).toHaveLength(1);
    } finally {
      window.open = open;
    }
  });

  test("has Markdown for its text, and everything else as it was typed", async () => {
    const body = [
      "# No heading",
      "*em* **strong** `code` [a link](https://example.org/x) [no link](javascript:alert(1))",
      "- one\n- two",
      "> quoted",
      "<img src=x onerror=alert(1)> ![picture](https://example.org/x.png)",
    ].join("\n\n");
    await openLibrary({ notes: [{ ...(sampleNotes[0] as Note), body }] });
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
      await openLibrary({ notes: [{ ...(sampleNotes[0] as Note), body }] });
      expect(performance.now() - begin).toBeLessThan(2_000);
      expect(detail()?.querySelector(".note-text")?.textContent).toBe(body);
    }
  });

  test("of a hostile page stays text and leads nowhere", async () => {
    await openLibrary({ notes: [sampleNotes[2] as Note] });
    expect(shownText(detail())).toContain("<b>bold</b>");
    expect(document.querySelector("main img, main b, article a")).toBeNull();
  });

  test("is edited by keyboard, with tags completed from those in use", async () => {
    const api = await openLibrary();
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
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
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
    const api = await openLibrary();
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await page.getByRole("textbox", { name: "Your note" }).fill("My long text");
    Object.assign(api.world.notes[0] ?? {}, { revision: 3, body: "Written elsewhere" });
    api.changedElsewhere();
    await expect.poll(() => shownText(list())).toContain("Written elsewhere");
    // Nothing is written over by the usual button: whoever saves now says whose text it is to be.
    expect(document.querySelector(".note-editor")?.textContent).not.toContain("Save note");
    expect(shownText(document.querySelector(".meanwhile"))).toContain("Written elsewhere");
    // Changed once more, and not known here yet.
    Object.assign(api.world.notes[0] ?? {}, { revision: 4, body: "Written elsewhere again" });
    await page.getByRole("button", { name: "Save mine in its place" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("changed in another tab");
    await expect.element(page.getByRole("textbox", { name: "Your note" })).toHaveValue("My long text");
    expect(api.world.notes[0]?.body).toBe("Written elsewhere again");
  });

  test("keeps a tag with a comma in it, which came with an import, and takes no tag twice in another case", async () => {
    const [first, ...others] = structuredClone(sampleNotes) as [Note, ...Note[]];
    const api = await openLibrary({ notes: [{ ...first, tags: ["Smith, J.", "EU", "eu"] }, ...others] });
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await page.getByRole("textbox", { name: "Your note" }).fill("Second thoughts");
    await page.getByRole("combobox", { name: "Tags" }).fill("new, NEW, smith, j., Eu");
    await page.getByRole("button", { name: "Save note" }).click();
    await expect
      .poll(() => api.world.notes.find(({ id }) => id === first.id)?.tags)
      .toEqual(["Smith, J.", "EU", "eu", "new", "smith", "j."]);
  });

  test("keeps what was typed when the notes cannot be read again", async () => {
    const api = await openLibrary();
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await page.getByRole("textbox", { name: "Your note" }).fill("My long text");
    api.world.failing = { "notes.list": "The database is closed." };
    api.changedElsewhere();
    await expect.element(page.getByRole("alert")).toMatchTextContent("The database is closed.");
    await expect.element(page.getByRole("textbox", { name: "Your note" })).toHaveValue("My long text");
    api.world.failing = {};
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => document.querySelector("[role=alert]")).toBeNull();
  });

  test("keeps what was typed while another note is looked at", async () => {
    await openLibrary();
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
    const api = await openLibrary();
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await page.getByRole("combobox", { name: "Tags" }).fill("x".repeat(81));
    await page.getByRole("button", { name: "Save note" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("at most 80 characters");
    expect(api.world.notes[0]?.revision).toBe(2);
  });

  test("that an address names is shown among many, and takes the focus", async () => {
    const many = libraryNotes(2_000);
    await openLibrary({ notes: many }, { place: `notes/${many[1_400]?.id}` });
    // Until then the detail is another note's.
    await expect.poll(() => document.activeElement === detail()).toBe(true);
    await expect.poll(active).toBe(1_401);
    // Rows are as high as what they hold, which is known when they are drawn: the list comes to rest in a few frames.
    const isInView = () => {
      const row = document.getElementById(list().getAttribute("aria-activedescendant") ?? "");
      const [box, frame] = [row?.getBoundingClientRect(), list().getBoundingClientRect()];
      return box !== undefined && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
    };
    await expect.poll(isInView).toBe(true);
    location.hash = `notes/${many[3]?.id}`;
    await expect.poll(active).toBe(4);
  });

  test("that an address names is shown as soon as it is there, and once", async () => {
    const [first, ...others] = structuredClone(sampleNotes) as [Note, ...Note[]];
    const late = { ...first, id: "44444444-4444-4444-8444-444444444444", body: "Written just now" };
    const api = await openLibrary({ notes: [first, ...others] }, { place: `notes/${late.id}` });
    api.world.notes = [first, ...others, late];
    api.changedElsewhere([late.id]);
    await expect.poll(() => shownText(detail())).toContain("Written just now");
    await expect.poll(() => document.activeElement === detail()).toBe(true);
    list().focus();
    await userEvent.keyboard("{End}");
    api.changedElsewhere([first.id]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(document.activeElement).toBe(list());
    expect(shownText(detail())).not.toContain("Written just now");
  });

  test("that an address names and that is gone is said to be gone", async () => {
    await openLibrary({}, { place: "notes/44444444-4444-4444-8444-444444444444" });
    await expect.element(page.getByText(/is not here any more/)).toBeVisible();
    expect(options()).toHaveLength(3);
  });
});

describe("in a narrow window", () => {
  test("a note that was being edited when the page was zoomed is in sight, with the focus", async () => {
    await openLibrary();
    await page.getByRole("button", { name: /^Edit note on The council/ }).click();
    await page.getByRole("textbox", { name: "Your note" }).fill("Half a thought");
    await page.viewport(320, 640);
    await expect.element(page.getByRole("textbox", { name: "Your note" })).toHaveFocus();
    await page.getByRole("button", { name: "Back to the list" }).click();
    await expect.poll(() => document.activeElement).toBe(list());
  });

  test("a note takes the place of the list, and Escape leads back to its row", async () => {
    await page.viewport(320, 640);
    await openLibrary({ notes: libraryNotes(500) });
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
