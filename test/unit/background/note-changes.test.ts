import { describe, expect, test } from "vitest";
import { followInNotes, noteChanges } from "../../../src/background/note-changes.ts";
import type { Services } from "../../../src/background/services.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { sampleCatalogue } from "../../support/sample-dataset.ts";

const now = "2026-11-29T08:00:00.000Z";
const sender = {};

function noteOn(id: string, number: number): Note {
  return {
    id: `00000000-0000-4000-8000-00000000000${number}`,
    body: "Mine\nand more",
    tags: [],
    page: { url: "https://news.example/a", title: "Masts", site: "News" },
    entity: {
      id,
      name: id,
      cardText: "",
      claims: [{ id: "northland", text: "Northland\nsaid something else" }],
    },
    created: "2026-01-01T10:00:00.000Z",
    changed: "2026-01-01T10:00:00.000Z",
    revision: 1,
    datasetVersion: "2026.01.0",
  };
}

/** A background whose notes are kept in a list, with the store's rule on revisions. */
function background(notes: Note[], fails = false) {
  const services = {
    dataset: { load: async () => ({ catalogue: sampleCatalogue() }) },
    now: () => now,
    notes: {
      list: async () => {
        if (fails) throw new Error("no space");
        return notes;
      },
      get: async (id: string) => notes.find((note) => note.id === id),
      replace: async (changed: Note[]) => {
        let written = 0;
        for (const note of changed) {
          const at = notes.findIndex(({ id, revision }) => id === note.id && revision === note.revision - 1);
          if (at < 0) continue;
          notes[at] = note;
          written++;
        }
        return written;
      },
    },
  } as unknown as Services;
  return { services, calls: noteChanges(services) };
}

describe("what the dataset's changes mean for the notes", () => {
  test("is told after renamed entities were followed: splits, removed records and changed claims", async () => {
    const notes = [noteOn("acme-telecom", 1), noteOn("old-union", 2), noteOn("nobody", 3)];
    const { calls } = background(notes);
    const told = await calls["ui.noteChanges"]({}, sender);
    expect(notes[0]?.entity).toMatchObject({ id: "acme-radio", formerIds: ["acme-telecom"] });
    expect(told.split.map(({ note, heirs }) => [note.id.at(-1), heirs.map(({ id }) => id)])).toEqual([
      ["2", ["northland", "southland"]],
    ]);
    expect(told.gone.map(({ about }) => about)).toEqual(["nobody"]);
    expect(told.changed).toHaveLength(3);
    expect(told.changed[0]?.note.words).toBe("Mine\nand more");
  });

  test("a split is settled by the heir that was chosen, and what was seen is told no more", async () => {
    const notes = [noteOn("old-union", 1)];
    const { calls } = background(notes);
    const ids = notes.map(({ id }) => id);
    expect(await calls["ui.settleSplit"]({ ids, to: "no such heir" }, sender)).toBe(0);
    expect(await calls["ui.settleSplit"]({ ids, to: "southland" }, sender)).toBe(1);
    expect(notes[0]?.entity?.id).toBe("southland");
    expect(await calls["ui.seeChanges"]({ ids }, sender)).toBe(1);
    const told = await calls["ui.noteChanges"]({}, sender);
    expect([told.split, told.changed]).toEqual([[], []]);
    expect(notes[0]?.entity?.claims?.[0]?.text).toContain("something else");
  });

  test("cannot be told where the notes cannot be read, and following them fails without harm", async () => {
    const { services, calls } = background([], true);
    await expect(calls["ui.noteChanges"]({}, sender)).rejects.toThrow("no space");
    await expect(followInNotes(services)).resolves.toBeUndefined();
  });
});
