import { isBackupOverdue, purgeBefore, unsavedChanges } from "../core/notes/backup-due.ts";
import type { Handlers } from "../messaging/listen.ts";
import type { Services } from "./services.ts";

export type NoteCall =
  | "ui.backupState"
  | "ui.backUpNow"
  | "ui.backupCompared"
  | "ui.purgeDeleted"
  | "ui.deleteEverything";

/** What the popup and the options page may ask about the safety of the notes. */
export function noteCalls(services: Services): Pick<Handlers, NoteCall> {
  const { notes, upkeep, backups } = services;
  return {
    "ui.backupState": async () => {
      const state = await upkeep.state();
      const { changes, lastBackup = null, lastProblem = null } = state;
      return {
        changes,
        unsaved: unsavedChanges(state),
        overdue: isBackupOverdue(state, services.now()),
        lastBackup,
        lastProblem,
      };
    },
    "ui.backUpNow": () => backups.backUp(),
    "ui.backupCompared": async ({ fileName, notes: count, changes }) => {
      await upkeep.backedUp({ at: services.now(), fileName, notes: count, changes, checked: "compared" });
      return true;
    },
    "ui.purgeDeleted": () => notes.purge(purgeBefore(services.now())),
    "ui.deleteEverything": async () => {
      // The notes first: when the database refuses, nothing else is gone either.
      await notes.deleteEverything();
      await services.datasets.deleteEverything();
      await services.clearAreas();
      await services.datasets.keepAlarm();
      await services.askAgain();
      return true;
    },
  };
}
