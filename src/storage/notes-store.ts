import type { Note, NoteDraft } from "../core/notes/note.ts";
import { isSamePage, type PageIdentity, pageKeys } from "../core/page-address.ts";
import type { StoredNote, TelecomLensDatabase } from "./migrations.ts";
import { StorageError, toStorageError } from "./storage-error.ts";

/** What a new note gets besides its draft: a UUID, the time (ISO instant) and the dataset's version. */
export interface NoteStamp {
  id: string;
  now: string;
  datasetVersion: string;
}

/** What can be edited, and the revision that the editor has seen. */
export interface NoteEdit {
  body: string;
  tags: string[];
  revision: number;
}

/** The notes. Every method rejects with a StorageError; none of them leaves a note half written. */
export interface NotesStore {
  save(draft: NoteDraft, stamp: NoteStamp): Promise<Note>;
  /** @throws StorageError `stale` when the note has changed since, `missing` when it is gone or deleted. */
  update(id: string, edit: NoteEdit, now: string): Promise<Note>;
  /** Marks notes as deleted and gives back how many there were; unknown ones are passed over. */
  remove(ids: readonly string[], now: string): Promise<number>;
  /** Takes a deletion back and gives back how many notes returned. */
  restore(ids: readonly string[], now: string): Promise<number>;
  /** Newest first, deleted ones left out. */
  list(): Promise<Note[]>;
  /** The notes on a page, newest first, deleted ones left out. */
  onPage(page: PageIdentity): Promise<Note[]>;
  /** How many notes are on an entity. */
  countFor(entityId: string): Promise<number>;
  /** One note, also a deleted one. */
  get(id: string): Promise<Note | undefined>;
}

/** @param open gives a connection; it is asked before every operation and may keep it. */
export function createNotesStore(open: () => Promise<TelecomLensDatabase>): NotesStore {
  const run = async <T>(work: (database: TelecomLensDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await open()).catch(async (cause) => {
        if (!(cause instanceof DOMException && cause.name === "InvalidStateError")) throw cause;
        // The connection was closed between opening and use: once more with a new one.
        return work(await open());
      });
    } catch (cause) {
      throw toStorageError(cause);
    }
  };

  const change = (ids: readonly string[], alter: (note: Note) => Note | undefined): Promise<number> =>
    run(async (database) => {
      const { store, done } = writing(database);
      const altering = async () => {
        let altered = 0;
        for (const id of new Set(ids)) {
          const note = await store.get(id);
          const next = note && alter(asNote(note));
          if (!next) continue;
          await store.put(asStored(next));
          altered++;
        }
        return altered;
      };
      const [altered] = await Promise.all([altering(), done]);
      return altered;
    });

  return {
    save: (draft, { id, now, datasetVersion }) =>
      run(async (database) => {
        const note: Note = { ...draft, id, created: now, changed: now, revision: 1, datasetVersion };
        const { store, done } = writing(database);
        await Promise.all([store.add(asStored(note)), done]);
        return note;
      }),

    update: (id, { body, tags, revision }, now) =>
      run(async (database) => {
        const transaction = writing(database);
        const updating = async () => {
          const note = await transaction.store.get(id);
          if (!note || note.deleted) throw new StorageError("missing");
          if (note.revision !== revision) throw new StorageError("stale");
          const next: Note = { ...asNote(note), body, tags, changed: now, revision: revision + 1 };
          await transaction.store.put(asStored(next));
          return next;
        };
        const [next] = await Promise.all([updating(), transaction.done]);
        return next;
      }),

    remove: (ids, now) =>
      change(ids, (note) =>
        note.deleted ? undefined : { ...note, deleted: now, revision: note.revision + 1 },
      ),

    restore: (ids, now) =>
      change(ids, ({ deleted, ...note }) =>
        deleted ? { ...note, changed: now, revision: note.revision + 1 } : undefined,
      ),

    list: () =>
      run(async (database) => {
        const notes = await database.getAllFromIndex("notes", "by-created");
        return notes.filter(isThere).reverse().map(asNote);
      }),

    onPage: (page) =>
      run(async (database) => {
        const { store } = database.transaction("notes");
        const found = await Promise.all(pageKeys(page).map((key) => store.index("by-page-key").getAll(key)));
        const notes = new Map(found.flat().map((note) => [note.id, note]));
        return [...notes.values()]
          .filter((note) => isThere(note) && isSamePage(note.page, page))
          .sort((one, other) => (one.created < other.created ? 1 : -1))
          .map(asNote);
      }),

    countFor: (entityId) =>
      run(async (database) => {
        const notes = await database.getAllFromIndex("notes", "by-entity", entityId);
        return notes.filter(isThere).length;
      }),

    get: (id) =>
      run(async (database) => await database.get("notes", id).then((note) => note && asNote(note))),
  };
}

/** A transaction that counts as done only when the notes are on the disk. */
function writing(database: TelecomLensDatabase) {
  return database.transaction("notes", "readwrite", { durability: "strict" });
}

function asStored(note: Note): StoredNote {
  return { ...note, pageKeys: pageKeys(note.page) };
}

function asNote({ pageKeys: _, ...note }: StoredNote): Note {
  return note;
}

function isThere(note: Note): boolean {
  return note.deleted === undefined;
}
