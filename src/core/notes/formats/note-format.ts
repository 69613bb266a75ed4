import type { Note } from "../note.ts";

/** What a file says about itself. */
export interface ExportFacts {
  /** ISO instant, UTC. */
  exported: string;
  /** Version of the dataset in use at the export; each note has its own besides. `none` without one. */
  datasetVersion: string;
}

/** A kind of file that the notes can be exported as. */
export interface NoteFormat {
  id: "backup" | "web-annotation" | "csv" | "markdown" | "csl-json" | "ris" | "bibtex";
  /** @param now ISO instant, UTC; its day is in the name. */
  fileName(now: string): string;
  mimeType: string;
  /** Pieces of the file in order, so that 50,000 notes can be written with progress and be given up. */
  write(notes: readonly Note[], about: ExportFacts): Iterable<string>;
}

/** `telecom-lens-notes-2026-11-24.json` */
export function dayFileName(ending: string): NoteFormat["fileName"] {
  return (now) => `telecom-lens-notes-${now.slice(0, 10)}.${ending}`;
}

/** The notes that a reader still has; what only the backup keeps is those that were deleted and can be restored. */
export function livingNotes(notes: readonly Note[]): Note[] {
  return notes.filter(({ deleted }) => !deleted);
}
