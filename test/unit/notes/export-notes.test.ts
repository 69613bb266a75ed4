import { describe, expect, test } from "vitest";
import {
  exportFileName,
  exportNotes,
  exportText,
  noteExportSchema,
} from "../../../src/core/notes/export-notes.ts";
import { sampleNotes } from "../../support/interface-samples.ts";

const facts = { exported: "2026-11-24T12:00:00.000Z", datasetVersion: "2026.11.0" };

describe("the export of notes", () => {
  test("holds every field of every note, so that reading it gives the same notes", () => {
    const text = exportText(exportNotes(sampleNotes, facts));
    expect(noteExportSchema.parse(JSON.parse(text)).notes).toEqual(sampleNotes);
  });

  test("says what it is and when it was made", () => {
    expect(exportNotes([], facts)).toEqual({
      format: "telecom-lens-notes",
      formatVersion: 1,
      exported: "2026-11-24T12:00:00.000Z",
      datasetVersion: "2026.11.0",
      notes: [],
    });
    expect(exportFileName(facts)).toBe("telecom-lens-notes-2026-11-24.json");
  });

  test.each([
    ["another format", { format: "bookmarks" }],
    ["a version that is not known", { formatVersion: 2 }],
    ["a field that is not known", { extra: true }],
    ["a note about nothing", { notes: [{ ...sampleNotes[0], passage: undefined }] }],
  ])("is not mistaken for %s", (_, change) => {
    const changed = { ...exportNotes(sampleNotes, facts), ...change };
    expect(noteExportSchema.safeParse(JSON.parse(JSON.stringify(changed))).success).toBe(false);
  });
});
