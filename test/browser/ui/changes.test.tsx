import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import css from "../../../src/ui/options/options.css?inline";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import { sampleNoteChanges } from "../../support/change-samples.ts";
import { type FakeWorld, fakeApi } from "../../support/interface-samples.ts";
import { forceColours } from "./emulated-media.ts";
import { axeProblems, clear, loneDots, lookIn, show, shownText } from "./show.tsx";

afterEach(async () => {
  clear();
  location.hash = "";
  await forceColours(false);
});

async function open(section: string, world: Partial<FakeWorld> = {}) {
  location.hash = section;
  const api = fakeApi(world);
  await show(<OptionsPage />, api, css);
  return api;
}

test("the notes say how many claims have changed, and nothing where none has", async () => {
  await open("notes", { noteChanges: sampleNoteChanges });
  await expect
    .poll(() => shownText(), { timeout: 5000 })
    .toContain("Claims under 2 of your notes have changed.");
  expect(shownText()).toContain("It must be decided what 1 note is about");
  const api = await open("notes");
  // It asks only after the notes are there.
  await expect
    .poll(() => api.log.some(({ name }) => name === "ui.noteChanges"), { timeout: 5000 })
    .toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(document.querySelector(".changes-hint")).toBeNull();
});

test("what changed is listed with before and after, until it was seen", async () => {
  const api = await open("changes", { noteChanges: sampleNoteChanges });
  expect([...document.querySelectorAll("del")].map((mark) => mark.textContent)).toContain("a third");
  expect([...document.querySelectorAll("ins")].map((mark) => mark.textContent)).toContain("a fifth");
  expect(shownText()).toContain("The dataset has no such record any more.");
  expect(shownText()).toContain("<b>Compare</b> with July");
  expect(loneDots()).toEqual([]);
  await page.getByRole("button", { name: "Seen, for the note on Vendor A" }).click();
  await expect.element(page.getByText("Claims under 1 note have changed")).toBeVisible();
  expect(document.activeElement).toBe(document.querySelector(".changes"));
  expect(api.log).toContainEqual({
    name: "ui.seeChanges",
    payload: { ids: [sampleNoteChanges.changed[0]?.note.id] },
  });
});

test("a split is decided by a press", async () => {
  const api = await open("changes", { noteChanges: sampleNoteChanges });
  await page.getByRole("button", { name: "Southland, for the note on Old Union" }).click();
  await expect.element(page.getByText("What are these notes about?")).not.toBeInTheDocument();
  expect(api.log).toContainEqual({
    name: "ui.settleSplit",
    payload: { ids: [sampleNoteChanges.split[0]?.note.id], to: "southland" },
  });
});

test("says so when nothing has changed, and when it cannot be told", async () => {
  await open("changes");
  expect(shownText()).toContain("Nothing has changed under your notes");
  await open("changes", { failing: { "ui.noteChanges": "The dataset is damaged." } });
  expect(shownText()).toContain("The dataset is damaged.");
});

test("the changes have no accessibility problem and fit into 320 pixels", async () => {
  for (const scheme of ["light", "dark"] as const) {
    lookIn(scheme);
    await open("changes", { noteChanges: sampleNoteChanges });
    expect(await axeProblems()).toEqual([]);
  }
  lookIn("light");
  await forceColours(true);
  await open("changes", { noteChanges: sampleNoteChanges });
  expect(await axeProblems()).toEqual([]);
  await page.viewport(320, 700);
  await open("changes", { noteChanges: sampleNoteChanges });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1000, 700);
});
