import { describe, expect, test } from "vitest";
import { backupFormat } from "../../../../src/core/notes/formats/backup.ts";
import { csvFormat } from "../../../../src/core/notes/formats/csv.ts";
import { webAnnotationFormat } from "../../../../src/core/notes/formats/web-annotation.ts";
import { importSteps } from "../../../../src/core/notes/import/read-import.ts";
import type { Note } from "../../../../src/core/notes/note.ts";
import { fileText, importStamp, importText } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";

const [first, second, third] = sampleNotes as [Note, Note, Note];
const changed = { ...second, body: "Another text", revision: 2 };

describe("a plan of an import", () => {
  test.each([backupFormat, webAnnotationFormat, csvFormat])(
    "of $id sorts what is new, the same and in conflict",
    (format) => {
      const { add, same, conflicts, problems } = importText(fileText(format, sampleNotes), [first, changed]);
      expect({ add, same, conflicts, problems }).toEqual({
        add: [third],
        same: [first],
        conflicts: [{ mine: changed, theirs: second }],
        problems: [],
      });
    },
  );

  test.each([backupFormat, webAnnotationFormat, csvFormat])(
    "of $id is made in steps that tell how far it is",
    (format) => {
      const notes = Array.from({ length: 1_000 }, (_, at) => ({
        ...first,
        id: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
      }));
      const steps = importSteps(fileText(format, notes), "the-file", [], importStamp);
      const parts: number[] = [];
      let step = steps.next();
      for (; !step.done; step = steps.next()) parts.push(step.value);
      expect(step.value.add).toEqual(notes);
      expect(parts.length).toBeGreaterThanOrEqual(4);
      expect(parts).toEqual(parts.toSorted((one, other) => one - other));
      expect([parts[0], parts.at(-1)].every((part) => part !== undefined && part >= 0 && part <= 1)).toBe(
        true,
      );
      expect(parts.at(-1)).toBeGreaterThan(0.7);
    },
  );

  test("leaves the library as it is", () => {
    const mine = Object.freeze(sampleNotes.map((note) => Object.freeze(structuredClone(note))));
    importText(fileText(backupFormat, [changed]), mine);
    expect(mine).toEqual(sampleNotes);
  });

  test("tells that a note was deleted here", () => {
    const deleted = { ...first, deleted: "2026-11-25T00:00:00.000Z" };
    expect(importText(fileText(backupFormat, [first]), [deleted]).conflicts).toEqual([
      { mine: deleted, theirs: first },
    ]);
  });

  test("takes a note once that the file holds twice, and names one with the id of another", () => {
    const file = {
      format: "telecom-lens-notes",
      formatVersion: 1,
      exported: first.created,
      datasetVersion: "none",
    };
    const text = JSON.stringify({ ...file, notes: [second, second, changed] });
    const { add, problems } = importText(text);
    expect(add).toEqual([second]);
    expect(problems).toMatchObject([
      { place: "notes[2]", problem: "has the id of notes[0] and another content" },
    ]);
  });

  test("sees a note in a field whose order another program changed", () => {
    const [note] = JSON.parse(JSON.stringify([first]), (_, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(importText(fileText(backupFormat, [note]), [first]).same).toEqual([first]);
  });

  test.each([webAnnotationFormat, csvFormat])(
    "of $id takes nothing from a note that only a backup carries",
    (format) => {
      if (!first?.passage) throw new Error("the first sample has a passage");
      const rival = { passage: 0.2, quote: 0.4, copies: 0 };
      const mine = { ...first, past: ["0".repeat(32)], passage: { ...first.passage, rival } };
      expect(importText(fileText(format, [mine]), [mine])).toMatchObject({ same: [mine], conflicts: [] });
      const edited = { ...mine, body: "edited in a spreadsheet" };
      expect(importText(fileText(format, [edited]), [mine]).conflicts).toEqual([{ mine, theirs: edited }]);
    },
  );
});
