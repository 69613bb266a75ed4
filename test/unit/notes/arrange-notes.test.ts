import { describe, expect, test } from "vitest";
import { groupNotes, noteOrders, sortNotes } from "../../../src/core/notes/arrange-notes.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { sampleNotes } from "../../support/interface-samples.ts";
import { libraryNotes } from "../../support/library-notes.ts";

const [onPassage, onVendor, onCountry] = sampleNotes as [Note, Note, Note];

describe("orders", () => {
  test.each([
    ["newest", [onPassage, onVendor, onCountry]],
    ["oldest", [onCountry, onVendor, onPassage]],
    ["changed", [onPassage, onVendor, onCountry]],
    // One of the articles has no date.
    ["article", [onPassage, onVendor, onCountry]],
    // "A title …", "Masts …", "The council …"
    ["title", [onCountry, onVendor, onPassage]],
  ] as const)("%s", (order, expected) => {
    for (const notes of [sampleNotes, sampleNotes.toReversed()])
      expect(sortNotes(notes, order).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  test("do not depend on the order before", () => {
    const notes = libraryNotes(60).map((note) => ({ ...note, created: onPassage.created }));
    for (const order of noteOrders)
      expect(sortNotes(notes.toReversed(), order)).toEqual(sortNotes(notes, order));
  });

  test("follow people's alphabet in titles", () => {
    const titled = (title: string): Note => ({ ...onPassage, page: { ...onPassage.page, title } });
    const sorted = sortNotes(["Part 10", "zebra", "Part 9", "Äpfel"].map(titled), "title");
    expect(sorted.map(({ page }) => page.title)).toEqual(["Äpfel", "Part 9", "Part 10", "zebra"]);
  });
});

describe("groups", () => {
  const shape = (grouping: "article" | "entity" | "tag", notes: readonly Note[] = sampleNotes) =>
    groupNotes(notes, grouping).map((group) => [group.name, group.notes.length]);

  test("by article, one for each page whatever leads there", () => {
    const again = { ...onVendor, page: { ...onPassage.page, url: `${onPassage.page.url}/?utm_source=x` } };
    expect(shape("article", [onPassage, again, onCountry])).toEqual([
      [onPassage.page.title, 2],
      [onCountry.page.title, 1],
    ]);
  });

  test("by entity, the notes without one last", () => {
    expect(shape("entity")).toEqual([
      ["Vendor A", 1],
      ["Northland", 1],
      ["", 1],
    ]);
  });

  test("by tag: a note under each of its tags, the tags by the alphabet", () => {
    expect(shape("tag")).toEqual([
      ["cap", 1],
      ["markup", 1],
      ["to check", 1],
      ["", 1],
    ]);
  });

  test("keep every note, in its order", () => {
    const notes = libraryNotes(200);
    for (const grouping of ["article", "entity"] as const) {
      const groups = groupNotes(notes, grouping);
      expect(groups.flatMap((group) => group.notes)).toHaveLength(200);
      for (const group of groups) {
        const places = group.notes.map((note) => notes.indexOf(note));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }
    }
  });

  test("take a name such as __proto__ for a name", () => {
    const hostile = { ...onPassage, tags: ["__proto__", "constructor"] };
    expect(shape("tag", [hostile])).toEqual([
      ["__proto__", 1],
      ["constructor", 1],
    ]);
  });
});
