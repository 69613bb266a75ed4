import type { DBSchema, IDBPDatabase } from "idb";
import type { Note } from "../core/notes/note.ts";

/** The database as the newest version has it. */
export interface TelecomLensSchema extends DBSchema {
  notes: {
    key: string;
    value: Note;
    indexes: { "by-page": string; "by-entity": string; "by-created": string };
  };
}

export type TelecomLensDatabase = IDBPDatabase<TelecomLensSchema>;

export type Migration = (database: TelecomLensDatabase) => void;

/**
 * What leads from each version of the database to the next; the first entry makes version 1. An entry that
 * was released is never changed again: a new shape gets a new entry at the end.
 */
export const migrations: readonly Migration[] = [
  (database) => {
    const notes = database.createObjectStore("notes", { keyPath: "id" });
    notes.createIndex("by-page", "page.url");
    notes.createIndex("by-entity", "entity.id");
    notes.createIndex("by-created", "created");
  },
];
