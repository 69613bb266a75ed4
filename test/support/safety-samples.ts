import type { Note } from "../../src/core/notes/note.ts";
import type { Answers, BackupState, InterfaceCall, Payload } from "../../src/messaging/protocol.ts";

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
  "ui.backupState" | "ui.backUpNow" | "ui.backupCompared" | "ui.purgeDeleted" | "ui.deleteEverything"
>;

/** A background that backs up in memory. */
export function fakeSafety(world: { backup: BackupState; notes: Note[] }): {
  [N in SafetyCall]: (payload: Payload<N>) => Answers[N];
} {
  const backedUp = (fileName: string, notes: number, checked: "size" | "compared") => {
    const lastBackup = { at: "2026-11-24T12:00:00.000Z", fileName, notes, checked };
    world.backup = { ...world.backup, unsaved: 0, overdue: false, lastBackup, lastProblem: null };
    return lastBackup;
  };
  return {
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
