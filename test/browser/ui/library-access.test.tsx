import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { libraryNotes } from "../../support/library-notes.ts";
import { button, closeLibrary, list, openLibrary, widen } from "./open-library.tsx";
import { axeProblems, lookIn, shownText } from "./show.tsx";

beforeEach(widen);
afterEach(closeLibrary);

const open = () => openLibrary({ notes: libraryNotes(120) });

describe("the library, for everybody", () => {
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
        await open();
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
    await userEvent.keyboard("{ArrowDown}");
    await expect.poll(() => document.activeElement).toBe(list());
    await button("Keys").click();
    expect(shownText(document.querySelector<HTMLElement>("dialog"))).toContain("Go to the search");
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.activeElement?.textContent).toBe("Keys");
  });
});
