import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { BackupFile } from "../core/notes/backup.ts";
import type { EditOf } from "../core/notes/edit-draft.ts";
import type { KnownPlace } from "../core/notes/known-place.ts";
import type { Note, NoteDraft } from "../core/notes/note.ts";
import { pageKeys } from "../core/page-address.ts";

/**
 * A note as the database keeps it: with the keys of its page, by which a page's notes are found. Where `pageKeys` changes,
 * a new migration has to write them anew.
 */
export interface StoredNote extends Note {
  pageKeys: string[];
}

/** What was typed for a note, a new one or one that is there, and not yet saved. */
export interface Draft extends Pick<NoteDraft, "body" | "passage"> {
  /** One draft for each page and each thing on it that a note is being written about, and for each note (`editKey`). */
  key: string;
  /** `pageKey` of the page's address; absent from an edit, which is found by its note. */
  page?: string;
  /** Of an edit: its note, and what that said. */
  editOf?: EditOf;
  /** Id of the entity that the note is to be about. */
  entityId?: string;
  /** Id of the one measure of the entity's card that it is to be on. */
  claim?: string;
  /** As they were typed: separated by commas. */
  tags: string;
  /** Of an edit: the tags among these that hold a comma; absent for none, and from drafts of before. */
  wholeTags?: string[] | undefined;
  /** ISO instant, UTC. */
  changed: string;
}

/** What is known about the safety of the notes: one record, written together with the notes that it counts. */
export interface Upkeep {
  key: "upkeep";
  /** How many changes of notes there have been: each note that was added, edited, deleted or brought back. */
  changes: number;
  lastBackup?: Backup;
  /** Why the latest backup that the extension was to save failed, by itself or asked for; absent after one that did not. */
  lastProblem?: { at: string; problem: string };
  /** When deleted notes were last looked through for those that are too old to keep (ISO instant, UTC). */
  lastPurge?: string;
}

/** A backup that counts, as it is kept. */
export interface Backup extends BackupFile {
  /** The count of changes that it contains. */
  changes: number;
}

/** The database as the newest version has it. */
export interface TelecomLensSchema extends DBSchema {
  notes: {
    key: string;
    value: StoredNote;
    indexes: { "by-page-key": string; "by-entity": string; "by-created": string; "by-deleted": string };
  };
  drafts: { key: string; value: Draft; indexes: { "by-page": string } };
  upkeep: { key: string; value: Upkeep };
  places: { key: string; value: KnownPlace };
}

export type TelecomLensDatabase = IDBPDatabase<TelecomLensSchema>;

/** One step from a shape of a database to the next. */
export type Migration<S extends DBSchema = TelecomLensSchema> = (
  database: IDBPDatabase<S>,
  transaction: IDBPTransaction<S, StoreNames<S>[], "versionchange">,
) => void | Promise<void>;

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
  async (database, transaction) => {
    const notes = transaction.objectStore("notes");
    // Holds the deleted ones alone: the others have nothing to be indexed by.
    notes.createIndex("by-deleted", "deleted");
    const upkeep = database.createObjectStore("upkeep", { keyPath: "key" });
    // None of the notes that are there was ever backed up as far as anybody knows.
    await upkeep.put({ key: "upkeep", changes: await notes.count() });
  },
  (database) => {
    // Apart from the notes: it belongs to this browser, changes with every visit, and is nothing to be backed up.
    database.createObjectStore("places", { keyPath: "id" });
  },
];
