import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { KnownPlace } from "../../../src/core/notes/known-place.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { sampleNotes } from "../../support/interface-samples.ts";
import { button, closeLibrary, detail, list, openLibrary, options, widen } from "./open-library.tsx";
import { axeProblems, shownText } from "./show.tsx";

beforeEach(widen);
afterEach(closeLibrary);

const [onPassage, onVendor, hostile] = sampleNotes as [Note, Note, Note];
const at = "2026-11-24T11:00:00.000Z";
const orphan: KnownPlace = { id: onPassage.id, state: "orphan", candidates: 2, at };
const edited: KnownPlace = { id: onPassage.id, state: "edited", after: "<b>half</b> of the network", at };
const choose = (state: string) => page.getByRole("combobox", { name: "Show" }).selectOptions(state);

test("a note whose passage was not found says so in the list, and when it was looked for in its detail", async () => {
  await openLibrary({ places: [orphan] });
  await expect.poll(() => shownText(options()[0])).toContain("passage not found");
  expect(shownText(detail())).toMatch(
    /The passage was not found on 24 Nov 2026.+ 2 places of the page are like it/,
  );
  // A note on a name alone has no passage to be found.
  list().focus();
  await userEvent.keyboard("{ArrowDown}");
  await expect.poll(() => shownText(detail())).toContain("Türkiye");
  expect(shownText(detail())).not.toContain("On its page");
});

test("a passage that was edited since is told with the words that stand there, as text", async () => {
  await openLibrary({ places: [edited] });
  await expect.poll(() => shownText(options()[0])).toContain("passage edited since");
  expect(shownText(detail())).toContain("<b>half</b> of the network");
  expect(detail()?.querySelector(".then-and-now b")).toBeNull();
});

test("a passage that was edited since is told then and now, with the words that changed marked", async () => {
  const after = "The council bans the vendor from the access network and keeps it out of the core.";
  await openLibrary({ places: [{ ...edited, after }] });
  await expect.poll(() => shownText(detail())).toMatch(/Then.+Now/s);
  const marked = (mark: string) =>
    [...(detail()?.querySelectorAll(`.then-and-now ${mark}`) ?? [])].map((element) => element.textContent);
  expect(marked("del")).toEqual(["limits", "to a third of"]);
  expect(marked("ins")).toEqual(["bans", "from"]);
  expect(detail()?.querySelector(".then-and-now button")).toBeNull();
  expect(await axeProblems()).toEqual([]);
});

test("a long passage that was edited since shows a dozen lines and unfolds", async () => {
  const after = "Nothing of what the council had said in the year before is left of it by now. ".repeat(25);
  await openLibrary({ places: [{ ...edited, after }] });
  await expect.element(button("Show all")).toBeVisible();
  const words = () => detail()?.querySelectorAll<HTMLElement>(".then-and-now .passage-words")[1];
  const folded = words()?.clientHeight ?? 0;
  expect(words()?.scrollHeight).toBeGreaterThan(folded);
  await button("Show all").click();
  await expect.element(button("Show less")).toHaveFocus();
  expect(words()?.clientHeight).toBeGreaterThan(folded * 1.2);
  expect(words()?.scrollHeight).toBe(words()?.clientHeight);
  await button("Show less").click();
  await expect.poll(() => words()?.clientHeight).toBe(folded);
});

test("what an older version knew of a long passage, cut, is not told as taken away", async () => {
  const quote = sampleNotes[0]?.passage?.quote ?? "";
  const place = { ...edited, after: `${quote} `.repeat(9).slice(0, 300) };
  const long = { ...onPassage, passage: { quote: `${quote} `.repeat(9), prefix: "", suffix: "" } };
  await openLibrary({ notes: [long], places: [place] });
  await expect.poll(() => shownText(detail())).toContain("Then");
  expect(detail()?.querySelector(".then-and-now del, .then-and-now ins")).toBeNull();
  expect(shownText(detail())).toMatch(/….+Written/s);
});

test("notes are filtered by what came of the search, also when that changes while they are looked at", async () => {
  const api = await openLibrary({ places: [orphan] });
  const shown = () => options().map((row) => row.textContent);
  await choose("Passage not found");
  await expect.poll(shown).toEqual([expect.stringContaining("July decision")]);
  expect(shownText(document.querySelector(".chips"))).toContain("Passage not found");
  api.world.places = [orphan, { id: hostile.id, state: "orphan", candidates: 0, at }];
  api.changedElsewhere([]);
  await expect.poll(shown).toHaveLength(2);
  await choose("Passage not looked for yet");
  await expect.element(page.getByText("No note matches")).toBeVisible();
  await choose("Passage found");
  api.world.places = [
    { id: onPassage.id, state: "found", at },
    { id: onVendor.id, state: "found", at },
  ];
  api.changedElsewhere([]);
  await expect.poll(shown).toEqual([expect.stringContaining("July decision")]);
  expect(shownText(options()[0])).not.toContain("not found");
});
