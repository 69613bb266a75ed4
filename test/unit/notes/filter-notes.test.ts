import { describe, expect, test } from "vitest";
import { facetValues, filterNotes, type NoteFilter, noFilter } from "../../../src/core/notes/filter-notes.ts";
import { type PlaceState, placeStates } from "../../../src/core/notes/known-place.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { sampleNotes } from "../../support/interface-samples.ts";

const [onPassage, onVendor, onCountry] = sampleNotes as [Note, Note, Note];
const gone: Note = {
  ...onPassage,
  id: "44444444-4444-4444-8444-444444444444",
  deleted: "2026-11-25T00:00:00Z",
};
const all = [onPassage, onVendor, onCountry, gone];

describe("filters", () => {
  test.each([
    [{}, [onPassage, onVendor, onCountry]],
    [{ entity: ["vendor-a"] }, [onVendor]],
    // A note is on one entity: a vendor and a country are alternatives.
    [{ entity: ["vendor-a"], country: ["northland"] }, [onVendor, onCountry]],
    [{ site: ["Example News", "Other Paper"] }, [onPassage, onVendor]],
    [{ tag: ["cap"] }, [onPassage]],
    [{ tag: ["cap", "markup"] }, []],
    [{ site: ["Other Paper"], tag: ["cap"] }, []],
    [{ from: "2026-11-20" }, [onPassage, onVendor]],
    [{ until: "2026-11-20" }, [onVendor, onCountry]],
    [{ from: "2026-11-20", until: "2026-11-20" }, [onVendor]],
    [{ from: "2020-02-01", dateOf: "article" }, [onPassage, onVendor]],
    // Its article has no date: it cannot be said to lie before one.
    [{ until: "2030-01-01", dateOf: "article" }, [onPassage, onVendor]],
    [{ state: "withPassage" }, [onPassage, onCountry]],
    [{ state: "withoutPassage" }, [onVendor]],
    [{ state: "deleted" }, [gone]],
    [{ state: "deleted", tag: ["markup"] }, []],
  ] as [Partial<NoteFilter>, Note[]][])("%j", (filter, expected) => {
    expect(filterNotes(all, { ...noFilter, ...filter })).toEqual(expected);
  });
});

describe("what came of the last search for the passage", () => {
  const at = "2026-11-29T08:00:00.000Z";
  const places = (state: PlaceState) =>
    new Map([gone, onVendor, onPassage].map(({ id }) => [id, { id, state, at }]));

  test.each(placeStates)(
    "finds the notes with a passage of which it is known, and no others: %s",
    (state) => {
      for (const known of placeStates) {
        const found = filterNotes(all, { ...noFilter, state }, places(known));
        expect(found).toEqual(known === state ? [onPassage] : []);
      }
    },
  );

  test("is not known of a note whose page was not opened since", () => {
    expect(filterNotes(all, { ...noFilter, state: "unlooked" }, places("found"))).toEqual([onCountry]);
    expect(filterNotes(all, { ...noFilter, state: "unlooked" })).toEqual([onPassage, onCountry]);
  });
});

describe("values to filter by", () => {
  const country: Note = {
    ...onCountry,
    entity: { id: "northland", name: "Northland", kind: "country", cardText: "" },
  };

  test("are those of the notes that are there, the most frequent first", () => {
    const values = facetValues([onPassage, onVendor, country, { ...country, tags: ["cap"] }, gone]);
    expect(values.map(({ facet, value, count }) => `${facet} ${value} ${count}`)).toEqual([
      "country northland 2",
      "tag cap 2",
      "site Example News 1",
      "site Other Paper 1",
      "entity vendor-a 1",
      "tag markup 1",
      "tag to check 1",
    ]);
  });
});
