/** The lossless file: every field of every note, the deleted ones too. README.md beside this describes it for others. */
import { z } from "zod";
import { notesPerStep, type ReadingSteps } from "../import/import-plan.ts";
import { noteSchema } from "../note.ts";
import { createChecksum } from "./checksum.ts";
import { dayFileName, type NoteFormat } from "./note-format.ts";

/** Raised when an older reader could misread a newer file. Version 1 had no `end`. */
export const backupVersion = 2;

const head = {
  format: z.literal("telecom-lens-notes"),
  /** ISO instant, UTC. */
  exported: z.iso.datetime(),
  /** Version of the dataset in use at the export; each note has its own besides. `none` without one. */
  datasetVersion: z.string().min(1),
};

/** Stands last, so that a file that was cut off or damaged is told from a whole one. */
const endSchema = z.strictObject({
  /** How many notes the file holds. */
  notes: z.number().int().nonnegative(),
  /** `checksumSteps` of them, in their order. */
  checksum: z.string().regex(/^[0-9a-f]{8}$/),
});

/** A backup without a look into its notes: each is checked by itself, so that one bad note can be named. */
export const backupFrameSchema = z.discriminatedUnion("formatVersion", [
  z.strictObject({ ...head, formatVersion: z.literal(1), notes: z.array(z.unknown()) }),
  z.strictObject({ ...head, formatVersion: z.literal(2), notes: z.array(z.unknown()), end: endSchema }),
]);

/** A backup of this version, for the JSON Schema and for those who write such files. */
export const backupSchema = z.strictObject({
  ...head,
  formatVersion: z.literal(backupVersion),
  notes: z.array(noteSchema),
  end: endSchema,
});

export const backupFormat: NoteFormat = {
  id: "backup",
  fileName: dayFileName("json"),
  mimeType: "application/json",
  *write(notes, { exported, datasetVersion }) {
    const checksum = createChecksum();
    const facts = { format: "telecom-lens-notes", formatVersion: backupVersion, exported, datasetVersion };
    // One note a line: a person finds it, and a tool that compares files shows which note changed.
    yield `${JSON.stringify(facts, null, 1).slice(0, -2)},\n "notes": [`;
    let first = true;
    for (const note of notes) {
      const line = noteLine(note);
      checksum.add(`${line}\n`);
      yield `${first ? "" : ","}\n  ${line}`;
      first = false;
    }
    const end = { notes: notes.length, checksum: checksum.value() };
    yield `${first ? "" : "\n "}],\n "end": ${JSON.stringify(end)}\n}\n`;
  },
};

/**
 * The checksum that belongs to these notes, taken of what was read, so that spaces between the fields do not count. In steps,
 * for there may be many; what is yielded is no part of any work.
 */
export function* checksumSteps(notes: readonly unknown[]): ReadingSteps<string> {
  const checksum = createChecksum();
  for (const [at, note] of notes.entries()) {
    if (at % notesPerStep === 0) yield 0;
    checksum.add(`${noteLine(note)}\n`);
  }
  return checksum.value();
}

/** Lone surrogates are written as escapes, so that no encoding loses them. */
function noteLine(note: unknown): string {
  return JSON.stringify(note);
}
