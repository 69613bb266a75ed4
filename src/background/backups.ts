import { compareBackup, countThere, isWhole, writeBackup } from "../core/notes/backup.ts";
import { isAutomaticBackupDue, isPurgeDue, purgeBefore } from "../core/notes/backup-due.ts";
import { problemWords } from "../core/problem-words.ts";
import { report } from "../platform/report.ts";
import type { Backup } from "../storage/migrations.ts";
import type { NotesStore } from "../storage/notes-store.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import type { UpkeepStore } from "../storage/upkeep-store.ts";

/** All that backing up needs, so that tests can hand it something else. */
export interface BackupTools {
  notes: Pick<NotesStore, "purge">;
  upkeep: UpkeepStore;
  settings: Pick<SettingsStore, "load">;
  /** Version of the dataset in use; `noVersion` without one. */
  datasetVersion(): Promise<string>;
  /**
   * Saves a text as a file, makes sure that all of it is there, and gives back its name.
   * @throws Error in words
   */
  save(fileName: string, text: string): Promise<string>;
  /** ISO instant, UTC. */
  now(): string;
}

/** Backs all notes up into the downloads folder, deleted ones that can still be restored too, and forgets old deleted notes. */
export interface Backups {
  /** @throws Error in words; what failed is kept, too, for the options page. */
  backUp(): Promise<Backup>;
  /** What is due once a day. It never rejects: nobody waits for it. */
  daily(): Promise<void>;
}

export function createBackups(tools: BackupTools): Backups {
  const { upkeep, notes, settings } = tools;
  let running: Promise<Backup> | undefined;

  const write = async (): Promise<Backup> => {
    const at = tools.now();
    try {
      const { notes: all, changes } = await upkeep.snapshot();
      const file = writeBackup(all, { exported: at, datasetVersion: await tools.datasetVersion() });
      // Read again by what would read it back one day, before it is written at all.
      if (!isWhole(compareBackup(file.text, all))) {
        throw new Error(
          "A note could not be written into the backup in such a way that it can be read again. Nothing was saved. Please report this.",
        );
      }
      const fileName = await tools.save(file.fileName, file.text);
      const backup: Backup = { at, fileName, notes: countThere(all), changes, checked: "size" };
      await upkeep.backedUp(backup);
      return backup;
    } catch (cause) {
      const problem = problemWords(cause);
      await upkeep
        .backupFailed(at, problem)
        .catch((again) => report("that a backup failed could not be kept", again));
      throw cause;
    }
  };
  const backUp = () => {
    running ??= write().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    backUp,
    daily: async () => {
      try {
        const state = await upkeep.state();
        const now = tools.now();
        if (isPurgeDue(state.lastPurge, now)) {
          await notes.purge(purgeBefore(now));
          await upkeep.purged(now);
        }
        const { automaticBackup } = await settings.load();
        if (automaticBackup && isAutomaticBackupDue(state, now)) {
          // Where this cannot be kept, or the browser stops us before the end, no wake after it saves one more file at once.
          await upkeep.backupFailed(
            now,
            "The backup was begun and not finished. It is tried again in an hour.",
          );
          await backUp();
        }
      } catch (cause) {
        report("what is due once a day could not be done", cause);
      }
    },
  };
}
