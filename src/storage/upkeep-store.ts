import type { Note } from "../core/notes/note.ts";
import type { Backup, TelecomLensDatabase, Upkeep } from "./migrations.ts";
import { asNote } from "./read-notes.ts";
import { withDatabase } from "./with-database.ts";

/** What is known of changes and backups. Every method rejects with a StorageError. */
export interface UpkeepStore {
  state(): Promise<Upkeep>;
  /** All notes, those that were deleted and can still be restored too, and the count of changes at the same moment. */
  snapshot(): Promise<{ notes: Note[]; changes: number }>;
  /** Keeps that there is a backup that counts; what failed before it is forgotten. */
  backedUp(backup: Backup): Promise<void>;
  backupFailed(at: string, problem: string): Promise<void>;
  purged(at: string): Promise<void>;
}

const nothingYet: Upkeep = { key: "upkeep", changes: 0 };

/** @param open gives a connection; it is asked before every operation and may keep it. */
export function createUpkeepStore(open: () => Promise<TelecomLensDatabase>): UpkeepStore {
  const run = withDatabase(open);
  const change = (alter: (upkeep: Upkeep) => Upkeep) =>
    run(async (database) => {
      const { store, done } = database.transaction("upkeep", "readwrite");
      const changing = async () => store.put(alter((await store.get("upkeep")) ?? nothingYet));
      await Promise.all([changing(), done]);
    });

  return {
    state: () => run(async (database) => (await database.get("upkeep", "upkeep")) ?? nothingYet),
    snapshot: () =>
      run(async (database) => {
        const transaction = database.transaction(["notes", "upkeep"]);
        const [stored, upkeep] = await Promise.all([
          transaction.objectStore("notes").getAll(),
          transaction.objectStore("upkeep").get("upkeep"),
        ]);
        return { notes: stored.map(asNote), changes: upkeep?.changes ?? 0 };
      }),
    backedUp: (lastBackup) => change(({ lastProblem: _, ...upkeep }) => ({ ...upkeep, lastBackup })),
    backupFailed: (at, problem) => change((upkeep) => ({ ...upkeep, lastProblem: { at, problem } })),
    purged: (lastPurge) => change((upkeep) => ({ ...upkeep, lastPurge })),
  };
}
