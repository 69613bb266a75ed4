import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordText } from "../../../src/core/card/record-text.ts";
import { type Catalogue, createCatalogue } from "../../../src/core/dataset/catalogue.ts";
import {
  changedClaims,
  compareLines,
  seeClaims,
} from "../../../src/core/notes/dataset-change/changed-claims.ts";
import { followDataset, moveNote } from "../../../src/core/notes/dataset-change/follow-dataset.ts";
import { type Note, noteSchema } from "../../../src/core/notes/note.ts";
import { sampleDataset } from "../../support/sample-dataset.ts";

const now = "2026-11-29T08:00:00.000Z";
const before = createCatalogue(sampleDataset());
const measure = "xn-2022-10-13-direction";

function noteOn(id: string, more: Partial<Note> = {}, catalogue = before): Note {
  const claims = [id, measure].flatMap((record) => {
    const text = recordText(catalogue, record);
    return text ? [{ id: record, text }] : [];
  });
  return {
    id: "11111111-1111-4111-8111-111111111111",
    body: "Mine",
    tags: ["kept"],
    page: { url: "https://news.example/a", title: "Masts", site: "News" },
    entity: { id, name: `Old name of ${id}`, cardText: "As it was", claims },
    created: "2026-01-01T10:00:00.000Z",
    changed: "2026-01-01T10:00:00.000Z",
    revision: 3,
    datasetVersion: "2026.01.0",
    ...more,
  };
}

/** The sample after somebody has changed it. */
function alteredBy(alter: (dataset: ReturnType<typeof sampleDataset>) => void): Catalogue {
  const dataset = sampleDataset();
  alter(dataset);
  return createCatalogue(dataset);
}

describe("notes after the dataset has renamed, merged or split a record", () => {
  test("move to the record that took its place, and keep all the researcher wrote and what was frozen", () => {
    const note = noteOn("acme-telecom");
    const { moved, split, gone } = followDataset([note, noteOn("northland")], before, now);
    expect([split, gone]).toEqual([[], []]);
    expect(moved).toEqual([
      {
        ...note,
        entity: {
          ...note.entity,
          id: "acme-radio",
          name: before.entity("acme-radio")?.name,
          kind: "vendor",
          formerIds: ["acme-telecom"],
        },
        changed: now,
        revision: 4,
        past: [expect.any(String)],
      },
    ]);
    expect(noteSchema.safeParse(moved[0]).error).toBeUndefined();
    expect(followDataset(moved, before, now)).toEqual({ moved: [], split: [], gone: [] });
  });

  test("wait for the researcher where it was split, and then are about the heir that he chose", () => {
    const note = noteOn("old-union");
    const { moved, split } = followDataset([note], before, now);
    expect(moved).toEqual([]);
    expect(split.map(({ heirs }) => heirs.map(({ id }) => id))).toEqual([["northland", "southland"]]);
    const [heir] = split[0]?.heirs ?? [];
    const settled = heir && moveNote(note, heir, now);
    expect(settled?.entity).toMatchObject({
      id: "northland",
      formerIds: ["old-union"],
      cardText: "As it was",
    });
    expect(settled && followDataset([settled], before, now)).toEqual({ moved: [], split: [], gone: [] });
  });

  test("stay as they are where the record was removed, and where they are deleted", () => {
    const note = noteOn("nobody");
    expect(followDataset([note], before, now)).toEqual({ moved: [], split: [], gone: [note] });
    expect(followDataset([noteOn("acme-telecom", { deleted: now })], before, now).moved).toEqual([]);
  });

  test("are never lost and never moved twice, whatever the ids", () => {
    const ids = ["acme-telecom", "acme-radio", "old-union", "northland", "nobody", "toString", "__proto__"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids)), (some) => {
        const notes = some.map((id) => noteOn(id));
        const { moved, split, gone } = followDataset(notes, before, now);
        const untouched = notes.filter(({ entity }) => before.entity(entity?.id ?? "")?.id === entity?.id);
        expect(moved.length + split.length + gone.length + untouched.length).toBe(notes.length);
        expect(followDataset(moved, before, now).moved).toEqual([]);
      }),
    );
  });
});

describe("claims under a note", () => {
  const changed = alteredBy((dataset) => {
    const record = dataset.measures.find(({ id }) => id === measure);
    if (record) record.summary = "It was extended by a year.";
  });

  test("that say the same are not told, under whatever dataset", () => {
    expect(changedClaims([noteOn("northland")], before)).toEqual([]);
    const checked = alteredBy((dataset) => {
      for (const { sources } of dataset.measures)
        for (const source of Object.values(sources)) source.checked = "2026-12-01";
    });
    expect(changedClaims([noteOn("northland")], checked)).toEqual([]);
  });

  test("that have changed are told with before and after, until they were seen; what was frozen stays", () => {
    const note = noteOn("northland");
    const [found, ...others] = changedClaims([note, noteOn("northland", { entity: undefined })], changed);
    expect(others).toEqual([]);
    expect(found?.claims.map(({ id }) => id)).toEqual([measure]);
    expect(found?.claims[0]?.before).toBe(recordText(before, measure));
    expect(found?.claims[0]?.after).toContain("It was extended by a year.");
    const seen = seeClaims(note, changed, now);
    expect(seen.entity?.claims).toEqual(note.entity?.claims);
    expect(seen.revision).toBe(4);
    expect(noteSchema.safeParse(seen).error).toBeUndefined();
    expect(changedClaims([seen], changed)).toEqual([]);
    // Back to what it was: that is a change, too.
    expect(changedClaims([seen], before)).toHaveLength(1);
    expect(seeClaims(seen, changed, now)).toBe(seen);
  });

  test("are followed under a new id, and told as gone where there is none", () => {
    const renamed = alteredBy((dataset) => {
      const record = dataset.measures.find(({ id }) => id === measure);
      if (record) record.id = "new-id";
      dataset.redirects[measure] = ["new-id"];
    });
    expect(changedClaims([noteOn("northland")], renamed)).toEqual([]);
    const removed = alteredBy((dataset) => {
      dataset.measures = dataset.measures.filter(({ id }) => id !== measure);
    });
    const [found] = changedClaims([noteOn("northland")], removed);
    expect(found?.claims).toEqual([
      { id: measure, title: expect.any(String), before: recordText(before, measure), after: null },
    ]);
    expect(changedClaims([seeClaims(noteOn("northland"), removed, now)], removed)).toEqual([]);
  });

  test("are compared line by line", () => {
    expect(compareLines("one\ntwo", "one\nthree")).toEqual({
      before: [
        { text: "one", changed: false },
        { text: "two", changed: true },
      ],
      after: [
        { text: "one", changed: false },
        { text: "three", changed: true },
      ],
    });
  });
});
