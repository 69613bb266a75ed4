import { backupFormat } from "./formats/backup.ts";
import { allSteps, type ImportPlan, notesPerStep, type ReadingSteps } from "./import/import-plan.ts";
import { importSteps, readImport } from "./import/read-import.ts";
import type { Note } from "./note.ts";
import { versionOf } from "./revise-note.ts";

/** A backup that counts: somebody made sure that its file is whole. */
export interface BackupFile {
  /** ISO instant, UTC. */
  at: string;
  fileName: string;
  /** How many notes it holds, deleted ones not counted. */
  notes: number;
  /** `size`: the browser says that the file is there, as long as it must be. `compared`: it was read, note by note. */
  checked: "size" | "compared";
}

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

/** The notes that are not deleted: as many as the reader knows of. */
export function countThere(notes: readonly Note[]): number {
  return notes.reduce((count, { deleted }) => count + (deleted === undefined ? 1 : 0), 0);
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

/** None of a backup's notes lacks anything that would have to be made up. */
const noStamp = { now: "", newId: () => "", datasetVersion: "" };

/** The notes in the text of a backup; null when it is none, or not all of one. */
export function readBackup(text: string): Note[] | null {
  return notesOf(readImport(text, "", [], noStamp));
}

function notesOf({ format, add, problems }: ImportPlan): Note[] | null {
  return format === "backup" && problems.length === 0 ? add : null;
}

/** Compares a backup with the notes, one by one and field by field; null when it cannot be read as a whole. */
export function compareBackup(text: string, notes: readonly Note[]): Comparison | null {
  return allSteps(compareSteps(text, notes));
}

/** The same in steps: reading and comparing count half each. */
export function* compareSteps(text: string, notes: readonly Note[]): ReadingSteps<Comparison | null> {
  const reading = importSteps(text, "", [], noStamp);
  let plan = reading.next();
  for (; !plan.done; plan = reading.next()) yield plan.value / 2;
  const read = notesOf(plan.value);
  if (!read) return null;
  const all = read.length + notes.length;
  let named = 0;
  const versions = new Map<string, string>();
  for (const note of read) {
    versions.set(note.id, versionOf(note));
    if (++named % notesPerStep === 0) yield 0.5 + named / all / 2;
  }
  const found: Comparison = { same: 0, different: 0, missing: 0, more: 0 };
  for (const note of notes) {
    if (++named % notesPerStep === 0) yield 0.5 + named / all / 2;
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
