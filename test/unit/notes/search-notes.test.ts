import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../../../src/core/matching/fold-text.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { createNoteSearch } from "../../../src/core/notes/search-notes.ts";
import { sampleNotes } from "../../support/interface-samples.ts";
import { libraryNotes } from "../../support/library-notes.ts";

const [onPassage, onVendor, onCountry] = sampleNotes;
/** By a search that remembers nothing. */
const searchNotes = (notes: readonly Note[], query: string) => createNoteSearch().find(notes, query);

describe("searching notes", () => {
  test.each([
    { query: "", found: sampleNotes, because: "an empty query finds all, in their order" },
    { query: "  ", found: sampleNotes, because: "blanks are no words" },
    { query: "wording", found: [onPassage], because: "it is in the body" },
    { query: "third core", found: [onPassage], because: "both words are in the quote" },
    { query: "third nowhere", found: [], because: "every word must occur" },
    { query: "TO CHECK", found: [onPassage], because: "tags count, case does not" },
    { query: "turkiye", found: [onVendor], because: "diacritics do not count" },
    { query: "TÜRKİYE", found: [onVendor], because: "not in the query either" },
    { query: "capital paper", found: [onVendor], because: "title and site count" },
    { query: "northland", found: [onCountry], because: "the entity's name counts" },
    { query: "halfway example", found: [onPassage], because: "words may stand in different fields" },
    { query: "access-network", found: [onPassage], because: "a hyphen is a space" },
    { query: "<img", found: [onCountry], because: "markup is text" },
    { query: "restricted", found: [], because: "the frozen card is not searched" },
    { query: "nowhere", found: [], because: "no note has it" },
  ])("“$query”: $because", ({ query, found }) => {
    expect(searchNotes(sampleNotes, query)).toEqual(found);
  });

  test("a word does not reach from one field into the next", () => {
    // The tag "cap" is followed by the tag "to check".
    expect(searchNotes(sampleNotes, "capto")).toEqual([]);
  });
});

describe("typing", () => {
  test("finds at each keystroke what looking through each note finds", () => {
    const notes = libraryNotes(120);
    const fold = (text: string) => foldText(text).key;
    const texts = notes.map(({ body, passage, tags, page, entity }) =>
      fold([body, passage?.quote, ...tags, page.title, page.site, entity?.name].join("\n")),
    );
    const plainly = (query: string) =>
      notes.filter((_, at) =>
        fold(query)
          .split(" ")
          .every((word) => texts[at]?.includes(word)),
      );
    const typed = fc.array(
      fc.constantFrom("c", "co", "council", "cou", " ", "july", "l", "ü", "u", "part 1"),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 8 }), (queries) => {
        const search = createNoteSearch();
        for (const query of queries.map((parts) => parts.join("")))
          expect(search.find(notes, query)).toEqual(plainly(query));
      }),
      { numRuns: 60 },
    );
  });

  test("gives back the list itself where all of it was found, so that nothing is worked out again", () => {
    const notes = libraryNotes(40);
    const search = createNoteSearch();
    expect(search.find(notes, "c")).toBe(notes);
    expect(search.find(notes, "co")).toBe(notes);
    expect(search.find(notes, "zzzz")).toEqual([]);
    expect(search.find(notes, "")).toBe(notes);
  });

  test("looks into other notes when they are other", () => {
    const search = createNoteSearch();
    const [first] = libraryNotes(1);
    expect(search.find([], "council")).toEqual([]);
    expect(search.find(first ? [first] : [], "council opens")).toHaveLength(1);
  });
});

describe("making notes ready", () => {
  test("goes on where it stopped, and ends", () => {
    const notes = libraryNotes(100);
    const search = createNoteSearch();
    const ends: number[] = [];
    for (let at = 0; at < notes.length; ends.push(at)) at = search.prepare(notes, at, () => true);
    expect(ends.length).toBeGreaterThan(2);
    expect(ends.at(-1)).toBe(100);
    expect(search.prepare(notes, 0, () => false)).toBe(100);
    expect(search.find(notes, "part 1")).toEqual(searchNotes(notes, "part 1"));
  });

  test("forgets notes that are gone or others now, and finds the rest as before", () => {
    const search = createNoteSearch();
    const kept = libraryNotes(5);
    for (let turn = 0; turn < 6; turn++) {
      const others = libraryNotes(505)
        .slice(0, 500)
        .map((note) => ({ ...note, body: `${note.body} turn${turn}` }));
      const notes = turn === 0 ? [...others, ...kept] : [...kept, ...others];
      search.prepare(notes, 0, () => false);
      // The list that was searched last, whose notes have other numbers now and then.
      expect(search.find(kept, "part 0")).toEqual(searchNotes(kept, "part 0"));
      expect(search.find(notes, `turn${turn}`)).toEqual(others);
      expect(search.find(notes, "part 0")).toEqual(searchNotes(notes, "part 0"));
      expect(search.find(kept, "part 0")).toEqual(searchNotes(kept, "part 0"));
    }
  });
});
