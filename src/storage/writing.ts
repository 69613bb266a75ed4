import type { IDBPTransaction } from "idb";
import { inTransaction } from "./in-transaction.ts";
import type { TelecomLensDatabase, TelecomLensSchema } from "./migrations.ts";

type Writing = IDBPTransaction<TelecomLensSchema, ("notes" | "places" | "upkeep")[], "readwrite">;

/**
 * Runs work in a transaction that counts as done only when the notes are on the disk, and counts the changes in the
 * same. Where the work throws, nothing of it stays.
 */
export async function writing<T>(
  database: TelecomLensDatabase,
  work: (stores: WritableStores) => Promise<{ result: T; changes: number }>,
): Promise<T> {
  const transaction = database.transaction(["notes", "places", "upkeep"], "readwrite", {
    durability: "strict",
  });
  return inTransaction(transaction, async () => {
    const { result, changes } = await work({ notes: notesOf(transaction), places: placesOf(transaction) });
    if (changes > 0) await countChanges(transaction, changes);
    return result;
  });
}

export type WritableNotes = ReturnType<typeof notesOf>;
export interface WritableStores {
  notes: WritableNotes;
  /** What is known of the notes' passages, which is forgotten where a passage becomes another. */
  places: ReturnType<typeof placesOf>;
}

function notesOf(transaction: Writing) {
  return transaction.objectStore("notes");
}

function placesOf(transaction: Writing) {
  return transaction.objectStore("places");
}

async function countChanges(transaction: Writing, changes: number): Promise<void> {
  const store = transaction.objectStore("upkeep");
  const upkeep = await store.get("upkeep");
  await store.put({ ...upkeep, key: "upkeep", changes: (upkeep?.changes ?? 0) + changes });
}
