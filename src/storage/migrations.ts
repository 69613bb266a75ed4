import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { Note, NoteDraft } from "../core/notes/note.ts";
import { pageKeys } from "../core/page-address.ts";

/** A note as the database keeps it: with the keys of its page, by which a page's notes are found. */
export interface StoredNote extends Note {
  pageKeys: string[];
}

/** What was typed for a note and not yet saved. */
export interface Draft extends Pick<NoteDraft, "body" | "passage"> {
  /** One draft for each page and each thing on it that a note is being written about. */
  key: string;
  /** `pageKey` of the page's address. */
  page: string;
  /** Id of the entity that the note is to be about. */
  entityId?: string;
  /** As they were typed: separated by commas. */
  tags: string;
  /** ISO instant, UTC. */
  changed: string;
}

/** The database as the newest version has it. */
export interface TelecomLensSchema extends DBSchema {
  notes: {
    key: string;
    value: StoredNote;
    indexes: { "by-page-key": string; "by-entity": string; "by-created": string };
  };
  drafts: { key: string; value: Draft; indexes: { "by-page": string } };
}

export type TelecomLensDatabase = IDBPDatabase<TelecomLensSchema>;
type Upgrade = IDBPTransaction<TelecomLensSchema, StoreNames<TelecomLensSchema>[], "versionchange">;

export type Migration = (database: TelecomLensDatabase, transaction: Upgrade) => void | Promise<void>;

/**
 * What leads from each version of the database to the next; the first entry makes version 1. An entry that
 * was released is never changed again: a new shape gets a new entry at the end. It may wait for nothing but the
 * transaction that it is given, which would end otherwise.
 */
export const migrations: readonly Migration[] = [
  (database) => {
    const notes = database.createObjectStore("notes", { keyPath: "id" });
    // Of version 1 alone: the type describes the newest.
    notes.createIndex("by-page" as never, "page.url");
    notes.createIndex("by-entity", "entity.id");
    notes.createIndex("by-created", "created");
  },
  async (database, transaction) => {
    database.createObjectStore("drafts", { keyPath: "key" }).createIndex("by-page", "page");
    const notes = transaction.objectStore("notes");
    notes.deleteIndex("by-page" as never);
    notes.createIndex("by-page-key", "pageKeys", { multiEntry: true });
    for (let cursor = await notes.openCursor(); cursor; cursor = await cursor.continue()) {
      await cursor.update({ ...cursor.value, pageKeys: pageKeys(cursor.value.page) });
    }
  },
];
