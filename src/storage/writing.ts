import type { IDBPTransaction } from "idb";
import type { TelecomLensDatabase, TelecomLensSchema } from "./migrations.ts";

type Writing = IDBPTransaction<TelecomLensSchema, ("notes" | "upkeep")[], "readwrite">;

/**
 * Runs work in a transaction that counts as done only when the notes are on the disk, and counts the changes in the
 * same. Where the work throws, nothing of it stays.
 */
export async function writing<T>(
  database: TelecomLensDatabase,
  work: (stores: { notes: WritableNotes }) => Promise<{ result: T; changes: number }>,
): Promise<T> {
  const transaction = database.transaction(["notes", "upkeep"], "readwrite", { durability: "strict" });
  const working = async () => {
    try {
      const { result, changes } = await work({ notes: notesOf(transaction) });
      if (changes > 0) await countChanges(transaction, changes);
      return result;
    } catch (cause) {
      // It may be at its end already, when it was the database that refused.
      try {
        transaction.abort();
      } catch {}
      throw cause;
    }
  };
  // Both are waited for; why the work failed says more than that its transaction ended.
  const [worked, done] = await Promise.allSettled([working(), transaction.done]);
  if (worked.status === "rejected") throw worked.reason;
  if (done.status === "rejected") throw done.reason;
  return worked.value;
}

export type WritableNotes = ReturnType<typeof notesOf>;

function notesOf(transaction: Writing) {
  return transaction.objectStore("notes");
}

async function countChanges(transaction: Writing, changes: number): Promise<void> {
  const store = transaction.objectStore("upkeep");
  const upkeep = await store.get("upkeep");
  await store.put({ ...upkeep, key: "upkeep", changes: (upkeep?.changes ?? 0) + changes });
}
