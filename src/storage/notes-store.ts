import type { Note, NoteDraft, Passage } from "../core/notes/note.ts";
import { noteLimits } from "../core/notes/note-limits.ts";
import { reviseNote } from "../core/notes/revise-note.ts";
import { isSamePage, type PageIdentity, pageKeys } from "../core/page-address.ts";
import { changedSince } from "./changed-since.ts";
import { editKey } from "./drafts-store.ts";
import { forgetPlaces } from "./forget-places.ts";
import { inTransaction } from "./in-transaction.ts";
import type { StoredNote, TelecomLensDatabase } from "./migrations.ts";
import { asNote, readAllNotes, readNewestNotes } from "./read-notes.ts";
import { StorageError } from "./storage-error.ts";
import { withDatabase } from "./with-database.ts";
import { writing } from "./writing.ts";

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
  /** Another place of the page, for a note whose passage has changed or gone. */
  passage?: Passage;
}

/** The tags of one note. */
export interface NoteTags {
  id: string;
  tags: string[];
}

/** The notes. Every method rejects with a StorageError; none of them leaves a note, or a part of many, half written. */
export interface NotesStore {
  save(draft: NoteDraft, stamp: NoteStamp): Promise<Note>;
  /** @throws StorageError `stale` when the note has changed since, `missing` when it is gone or deleted. */
  update(id: string, edit: NoteEdit, now: string): Promise<Note>;
  /**
   * Takes tags from notes and adds others, those that they have already left where they are. Unknown and deleted notes
   * are passed over.
   *
   * @returns what each note that was changed had before, for `setTags` to bring back.
   * @throws StorageError `tags` when a note would get too many; none is changed then.
   */
  updateTags(ids: readonly string[], change: TagChange, now: string): Promise<NoteTags[]>;
  /** Gives each note these tags and gives back how many were changed; unknown and deleted ones are passed over. */
  setTags(tags: readonly NoteTags[], now: string): Promise<number>;
  /** Marks notes as deleted and gives back how many there were; unknown ones are passed over. */
  remove(ids: readonly string[], now: string): Promise<number>;
  /** Takes a deletion back and gives back how many notes returned. */
  restore(ids: readonly string[], now: string): Promise<number>;
  /**
   * Writes notes as they are, in place of those with the same ids: all of them or none, but for those whose place is not as
   * it was seen. What is known of a passage is forgotten where another one is written.
   *
   * @returns the ids of those that were passed over.
   */
  putAll(notes: readonly Note[], how?: PutOptions): Promise<string[]>;
  /**
   * Writes changed notes in place of what they were made from: each only where nobody changed or deleted it meanwhile,
   * which its revision tells. Gives back how many were written.
   */
  replace(notes: readonly Note[]): Promise<number>;
  /** Newest first, deleted ones left out. */
  list(): Promise<Note[]>;
  /** Also those that were deleted and can still be restored, in no certain order. */
  listAll(): Promise<Note[]>;
  /** So many of `list`, at once, however many there are. */
  listNewest(count: number): Promise<Note[]>;
  /** The notes on a page, newest first, deleted ones left out. */
  onPage(page: PageIdentity): Promise<Note[]>;
  /** How many notes are on an entity. */
  countFor(entityId: string): Promise<number>;
  /** One note, also a deleted one. */
  get(id: string): Promise<Note | undefined>;
  /**
   * Forgets for good what was deleted before an instant (ISO, UTC), with edits of it and what is known of its place, and
   * gives back how many notes that were.
   */
  purge(before: string): Promise<number>;
  /** Deletes for good all notes, those deleted before, all drafts, and what is known of backups and of places on pages. */
  deleteEverything(): Promise<void>;
}

export interface PutOptions {
  /**
   * The notes that were there when it was decided what to write. What was changed since, or has come, is not overwritten.
   * Without it everything is.
   */
  seen?: readonly Note[];
  /** Told how many are done, now and then. */
  progress?: (done: number) => void;
  /** Gives it up; nothing is written then, and it rejects with the signal's reason. */
  signal?: AbortSignal;
}

export interface TagChange {
  addTags: readonly string[];
  removeTags: readonly string[];
}

/** So many notes are handed to the database before it is waited for, and between two calls of `progress`. */
const atOnce = 500;

/** @param open gives a connection; it is asked before every operation and may keep it. */
export function createNotesStore(open: () => Promise<TelecomLensDatabase>): NotesStore {
  const run = withDatabase(open);

  /** Changes notes in one transaction, and counts the changes. @returns the notes as they were before. */
  const change = (ids: Iterable<string>, alter: (note: Note) => Note | undefined): Promise<Note[]> =>
    run((database) =>
      writing(database, async ({ notes }) => {
        const before: Note[] = [];
        for (const id of new Set(ids)) {
          const stored = await notes.get(id);
          const note = stored && asNote(stored);
          const next = note && alter(note);
          if (!next) continue;
          await notes.put(asStored(next));
          before.push(note);
        }
        return { result: before, changes: before.length };
      }),
    );

  return {
    save: (draft, { id, now, datasetVersion }) =>
      run(async (database) => {
        const note: Note = { ...draft, id, created: now, changed: now, revision: 1, datasetVersion };
        await writing(database, async ({ notes }) => {
          await notes.add(asStored(note));
          return { result: undefined, changes: 1 };
        });
        return note;
      }),

    update: (id, { body, tags, revision, passage }, now) =>
      run((database) =>
        writing(database, async ({ notes, places }) => {
          const note = await notes.get(id);
          if (!note || note.deleted) throw new StorageError("missing");
          if (note.revision !== revision) throw new StorageError("stale");
          const next = reviseNote(asNote(note), { body, tags, ...(passage && { passage }) }, now);
          await notes.put(asStored(next));
          if (passage) await places.delete(id);
          return { result: next, changes: 1 };
        }),
      ),

    updateTags: async (ids, { addTags, removeTags }, now) => {
      const before = await change(ids, (note) => {
        if (note.deleted) return undefined;
        const kept = note.tags.filter((tag) => !removeTags.includes(tag));
        const tags = [...new Set([...kept, ...addTags])];
        if (tags.length > noteLimits.tags) throw new StorageError("tags");
        return retagged(note, tags, now);
      });
      return before.map(({ id, tags }) => ({ id, tags }));
    },

    setTags: async (wanted, now) => {
      const tagsOf = new Map(wanted.map(({ id, tags }) => [id, tags]));
      const before = await change(tagsOf.keys(), (note) => retagged(note, tagsOf.get(note.id) ?? [], now));
      return before.length;
    },

    remove: async (ids, now) => {
      const before = await change(ids, (note) =>
        note.deleted ? undefined : reviseNote(note, { deleted: now }, now),
      );
      return before.length;
    },

    restore: async (ids, now) => {
      const before = await change(ids, (note) =>
        note.deleted ? reviseNote(note, { deleted: undefined }, now) : undefined,
      );
      return before.length;
    },

    putAll: async (all, { seen, progress, signal } = {}) => {
      signal?.throwIfAborted();
      try {
        return await run((database) =>
          writing(database, async (stores) => {
            const passed = seen ? await changedSince(stores.notes, all, seen) : new Set<string>();
            const notes = passed.size > 0 ? all.filter(({ id }) => !passed.has(id)) : all;
            await forgetPlaces(stores, notes);
            for (let done = 0; done < notes.length; done += atOnce) {
              signal?.throwIfAborted();
              const some = notes.slice(done, done + atOnce);
              await Promise.all(some.map(async (note) => stores.notes.put(asStored(note))));
              progress?.(done + some.length);
            }
            signal?.throwIfAborted();
            return { result: [...passed], changes: notes.length };
          }),
        );
      } catch (cause) {
        // That it was given up is no fault of the storage.
        signal?.throwIfAborted();
        throw cause;
      }
    },

    replace: async (changed) => {
      const next = new Map(changed.map((note) => [note.id, note]));
      const before = await change(next.keys(), ({ id, revision, deleted }) => {
        const note = next.get(id);
        return !deleted && note?.revision === revision + 1 ? note : undefined;
      });
      return before.length;
    },

    list: () =>
      run(async (database) => {
        const notes = await database.getAll("notes");
        // Faster than the index by far, where notes are many.
        return notes.filter(isThere).sort(newestFirst).map(asNote);
      }),

    listAll: () => run(readAllNotes),
    listNewest: (count) => run((database) => readNewestNotes(database, count)),

    onPage: (page) =>
      run(async (database) => {
        const { store } = database.transaction("notes");
        const found = await Promise.all(pageKeys(page).map((key) => store.index("by-page-key").getAll(key)));
        const notes = new Map(found.flat().map((note) => [note.id, note]));
        return [...notes.values()]
          .filter((note) => isThere(note) && isSamePage(note.page, page))
          .sort(newestFirst)
          .map(asNote);
      }),

    countFor: (entityId) =>
      run(async (database) => {
        // Every card waits for it, and an entity may have thousands: their keys alone are read.
        const { store } = database.transaction("notes");
        const ids = await store.index("by-entity").getAllKeys(entityId);
        if (ids.length === 0) return 0;
        const deleted = new Set(await store.index("by-deleted").getAllKeys());
        return ids.filter((id) => !deleted.has(id)).length;
      }),

    get: (id) =>
      run(async (database) => await database.get("notes", id).then((note) => note && asNote(note))),

    purge: (before) =>
      run((database) => {
        // Nobody has to back up what is gone: the changes are not counted.
        const names = ["notes", "drafts", "places"] as const;
        const transaction = database.transaction(names, "readwrite", { durability: "strict" });
        return inTransaction(transaction, async () => {
          const notes = transaction.objectStore("notes");
          const old = await notes.index("by-deleted").getAllKeys(IDBKeyRange.upperBound(before, true));
          await Promise.all(
            old.flatMap((id) => [
              notes.delete(id),
              transaction.objectStore("drafts").delete(editKey(id)),
              transaction.objectStore("places").delete(id),
            ]),
          );
          return old.length;
        });
      }),

    deleteEverything: () =>
      run(async (database) => {
        const names = ["notes", "drafts", "places", "upkeep"] as const;
        const transaction = database.transaction(names, "readwrite", { durability: "strict" });
        await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
      }),
  };
}

/** Undefined where the note is deleted or has these tags already. */
function retagged(note: Note, tags: string[], now: string): Note | undefined {
  if (note.deleted || tags.join("\n") === note.tags.join("\n")) return undefined;
  return reviseNote(note, { tags }, now);
}

function asStored(note: Note): StoredNote {
  return { ...note, pageKeys: pageKeys(note.page) };
}

function isThere(note: Note): boolean {
  return note.deleted === undefined;
}

function newestFirst(one: Note, other: Note): number {
  return one.created < other.created ? 1 : one.created > other.created ? -1 : 0;
}
