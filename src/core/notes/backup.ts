import { backupFormat } from "./formats/backup.ts";
import { readImport } from "./import/read-import.ts";
import type { Note } from "./note.ts";
import { versionOf } from "./revise-note.ts";

/** What a file of notes holds beside those that are here. */
export interface Comparison {
  /** Notes that are in the file as they are here. */
  same: number;
  /** Notes that the file has otherwise. */
  different: number;
  /** Notes that are here and not in the file. */
  missing: number;
  /** Notes that are in the file alone. */
  more: number;
}

/** The file of a backup: the one place that knows in which format it is written. */
export function writeBackup(
  notes: readonly Note[],
  about: { exported: string; datasetVersion: string },
): { fileName: string; text: string } {
  return {
    fileName: backupFormat.fileName(about.exported),
    text: [...backupFormat.write(notes, about)].join(""),
  };
}

/** The notes in the text of a backup; null when it is none, or not all of one. */
export function readBackup(text: string): Note[] | null {
  // None of its notes lacks anything that would have to be made up.
  const stamp = { now: "", newId: () => "", datasetVersion: "" };
  const { format, add, problems } = readImport(text, "", [], stamp);
  return format === "backup" && problems.length === 0 ? add : null;
}

/** Compares a backup with the notes, one by one and field by field; null when it cannot be read as a whole. */
export function compareBackup(text: string, notes: readonly Note[]): Comparison | null {
  const read = readBackup(text);
  if (!read) return null;
  const versions = new Map(read.map((note) => [note.id, versionOf(note)]));
  const found: Comparison = { same: 0, different: 0, missing: 0, more: 0 };
  for (const note of notes) {
    const version = versions.get(note.id);
    if (version === undefined) found.missing += 1;
    else if (version === versionOf(note)) found.same += 1;
    else found.different += 1;
  }
  found.more = versions.size - found.same - found.different;
  return found;
}

/** Whether the file would give back every note as it is. */
export function isWhole(found: Comparison | null): found is Comparison {
  return found !== null && found.missing === 0 && found.different === 0;
}
