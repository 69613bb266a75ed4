import { z } from "zod";
import { type Note, noteSchema } from "./note.ts";

/** Raised when an older reader could misread a newer file. */
export const noteExportVersion = 1;

/** The file that the options page exports: every field of every note, nothing computed and nothing left out. */
export const noteExportSchema = z.strictObject({
  format: z.literal("telecom-lens-notes"),
  formatVersion: z.literal(noteExportVersion),
  /** ISO instant, UTC. */
  exported: z.iso.datetime(),
  /** Version of the dataset in use at the export; each note has its own besides. `none` without one. */
  datasetVersion: z.string().min(1),
  notes: z.array(noteSchema),
});

export type NoteExport = z.output<typeof noteExportSchema>;

export function exportNotes(
  notes: readonly Note[],
  { exported, datasetVersion }: Pick<NoteExport, "exported" | "datasetVersion">,
): NoteExport {
  return {
    format: "telecom-lens-notes",
    formatVersion: noteExportVersion,
    exported,
    datasetVersion,
    notes: [...notes],
  };
}

/** The export as the text of a JSON file. */
export function exportText(document: NoteExport): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Name under which the export is saved: `telecom-lens-notes-2026-11-24.json`. */
export function exportFileName({ exported }: Pick<NoteExport, "exported">): string {
  return `telecom-lens-notes-${exported.slice(0, 10)}.json`;
}
