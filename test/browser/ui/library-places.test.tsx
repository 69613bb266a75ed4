import { afterEach, beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { KnownPlace } from "../../../src/core/notes/known-place.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { sampleNotes } from "../../support/interface-samples.ts";
import { closeLibrary, detail, list, openLibrary, options, widen } from "./open-library.tsx";
import { shownText } from "./show.tsx";

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
  expect(detail()?.querySelector(".detail-now b")).toBeNull();
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
