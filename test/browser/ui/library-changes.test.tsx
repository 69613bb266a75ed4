import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { sampleNotes } from "../../support/interface-samples.ts";
import { libraryNotes } from "../../support/library-notes.ts";
import { button, closeLibrary, list, openLibrary, options, there, widen } from "./open-library.tsx";
import { shownText } from "./show.tsx";

beforeEach(widen);
afterEach(closeLibrary);

const selected = () => options().filter((row) => row.ariaSelected === "true").length;

describe("selecting", () => {
  test("goes by keyboard: one, a range, all, none", async () => {
    await openLibrary({ notes: libraryNotes(500) });
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
    await openLibrary({ notes: libraryNotes(50) });
    const box = (at: number) => options()[at]?.querySelector<HTMLElement>(".row-check") as HTMLElement;
    box(0).click();
    box(3).dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey: true }));
    await expect.element(page.getByText("4 notes selected")).toBeVisible();
    box(1).click();
    await expect.element(page.getByText("3 notes selected")).toBeVisible();
  });

  test("takes all that are found, and only they are changed", async () => {
    const api = await openLibrary({ notes: libraryNotes(200) });
    await page.getByRole("searchbox").fill("türkiye");
    await button(/^Select all [\d,]+/).click();
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
    const api = await openLibrary();
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
    const api = await openLibrary();
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
    const api = await openLibrary({ notes: libraryNotes(700) });
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
    const api = await openLibrary();
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
    const api = await openLibrary({ failing: { "notes.remove": "There is no space left." } });
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
