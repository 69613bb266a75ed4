import type { KnownPlace } from "../../src/core/notes/known-place.ts";
import type { Note } from "../../src/core/notes/note.ts";
import type { Answers, BackupState, InterfaceCall, KeptEdit, Payload } from "../../src/messaging/protocol.ts";

export const sampleBackup: BackupState = {
  changes: 40,
  unsaved: 3,
  overdue: false,
  lastBackup: {
    at: "2026-11-22T10:00:00.000Z",
    fileName: "telecom-lens-notes-2026-11-22.json",
    notes: 37,
    checked: "size",
  },
  lastProblem: null,
};

type SafetyCall = Extract<
  InterfaceCall,
  | "ui.edits"
  | "ui.keepEdit"
  | "ui.dropEdit"
  | "ui.backupState"
  | "ui.backUpNow"
  | "ui.backupCompared"
  | "ui.purgeDeleted"
  | "ui.deleteEverything"
>;

export interface SafetyWorld {
  notes: Note[];
  backup: BackupState;
  /** What was typed for notes and not saved. */
  edits: KeptEdit[];
  /** What came of the last searches for the notes' passages. */
  places: KnownPlace[];
}

/** A background that backs up, and keeps edits that were not saved, in memory. */
export function fakeSafety(world: SafetyWorld): {
  [N in SafetyCall]: (payload: Payload<N>) => Answers[N];
} {
  const backedUp = (fileName: string, notes: number, checked: "size" | "compared") => {
    const lastBackup = { at: "2026-11-24T12:00:00.000Z", fileName, notes, checked };
    world.backup = { ...world.backup, unsaved: 0, overdue: false, lastBackup, lastProblem: null };
    return lastBackup;
  };
  const withoutEdit = (id: string) => world.edits.filter(({ editOf }) => editOf.id !== id);
  return {
    "ui.edits": () => structuredClone(world.edits),
    "ui.keepEdit": (edit) => {
      world.edits = [...withoutEdit(edit.editOf.id), { ...edit, changed: "2026-11-24T12:00:00.000Z" }];
      return true;
    },
    "ui.dropEdit": ({ id }) => {
      world.edits = withoutEdit(id);
      return true;
    },
    "ui.backupState": () => structuredClone(world.backup),
    "ui.backUpNow": () => backedUp("telecom-lens-notes-2026-11-24.json", world.notes.length, "size"),
    "ui.backupCompared": ({ fileName, notes }) => Boolean(backedUp(fileName, notes, "compared")),
    "ui.purgeDeleted": () => {
      const before = world.notes.length;
      world.notes = world.notes.filter(({ deleted }) => !deleted);
      return before - world.notes.length;
    },
    "ui.deleteEverything": () => {
      world.notes = [];
      world.backup = { changes: 0, unsaved: 0, overdue: false, lastBackup: null, lastProblem: null };
      return true;
    },
  };
}
