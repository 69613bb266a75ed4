import { backupFrameSchema, backupVersion, checksumSteps } from "../formats/backup.ts";
import { checkNote, explain, pathText } from "./check-note.ts";
import { type ImportProblem, notesPerStep, type ReadFile, type ReadingSteps } from "./import-plan.ts";
import { createProblemList } from "./problem-list.ts";

/** Reads a backup of any version that was released. */
export function* readBackup(value: object, fileName: string): ReadingSteps<ReadFile> {
  const version = (value as { formatVersion?: unknown }).formatVersion;
  if (typeof version === "number" && version > backupVersion)
    return refused({
      place: "formatVersion",
      problem: `is ${version}; this Telecom Lens reads backups up to version ${backupVersion}`,
      remedy: "Update Telecom Lens, then import the file again.",
    });
  const { success, data, error } = backupFrameSchema.safeParse(value);
  if (!success) {
    const problems = error.issues.map((issue) =>
      issue.path[0] === "end"
        ? incomplete(fileName)
        : { place: pathText(issue.path) || fileName, ...explain(issue, value) },
    );
    return refused(...problems);
  }
  const problems = createProblemList();
  if (data.formatVersion === 2) {
    const { notes, end } = data;
    if (end.notes !== notes.length)
      problems.add({
        place: "end.notes",
        problem: `says ${end.notes} notes, but the file has ${notes.length}`,
        remedy:
          "Notes were taken out or put in after it was saved, or it is damaged: compare with an older backup.",
      });
    else if (end.checksum !== (yield* checksumSteps(notes)))
      problems.add({
        place: "end.checksum",
        problem: "does not fit the notes: the file was changed after it was saved, or is damaged",
        remedy: "Import it only if you changed it yourself; otherwise take an older backup.",
      });
  }
  const read: ReadFile = { format: "backup", notes: [], problems };
  for (const [at, candidate] of data.notes.entries()) {
    if (at % notesPerStep === 0) yield at / data.notes.length;
    const place = `notes[${at}]`;
    const checked = checkNote(candidate, place);
    if ("note" in checked) read.notes.push({ note: checked.note, place, foreign: false });
    else problems.add(...checked.problems);
  }
  return read;
}

function refused(...problems: ImportProblem[]): ReadFile {
  return { format: "backup", notes: [], problems: createProblemList(...problems) };
}

function incomplete(fileName: string): ImportProblem {
  return {
    place: fileName,
    problem: "has no whole end: it was cut off or changed",
    remedy: "Take the file from where it was first saved, or an older backup. Nothing of it was taken.",
  };
}
