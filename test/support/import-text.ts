import { randomUUID } from "node:crypto";
import type { NoteFormat } from "../../src/core/notes/formats/note-format.ts";
import { type ImportPlan, type ImportStamp, readImport } from "../../src/core/notes/import/read-import.ts";
import type { Note } from "../../src/core/notes/note.ts";

export const exportFacts = { exported: "2026-11-24T12:00:00.000Z", datasetVersion: "2026.11.0" };

export const importStamp: ImportStamp = {
  now: "2026-11-29T12:00:00.000Z",
  newId: randomUUID,
  datasetVersion: "2026.11.1",
};

/** The whole file, as it comes back from a disk: in UTF-8. */
export function fileText(format: NoteFormat, notes: readonly Note[]): string {
  return Buffer.from([...format.write(notes, exportFacts)].join(""), "utf8").toString("utf8");
}

export function importText(text: string, mine: readonly Note[] = [], stamp = importStamp): ImportPlan {
  return readImport(text, "the-file", mine, stamp);
}

/** What a plan of adding these notes and no more looks like. */
export function onlyAdds(format: ImportPlan["format"], add: Note[]): ImportPlan {
  return { format, add, same: [], conflicts: [], problems: [] };
}
