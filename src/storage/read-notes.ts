import type { Note } from "../core/notes/note.ts";
import type { StoredNote, TelecomLensDatabase } from "./migrations.ts";

/** So many notes are taken from the database at once: fewer milliseconds than a person notices. */
const atOnce = 2_000;

/** The note without what only the database needs. */
export function asNote({ pageKeys: _, ...note }: StoredNote): Note {
  return note;
}

/** All notes, the deleted ones too, as they are at one moment; read in parts, so that the page stays usable. */
export async function readAllNotes(database: TelecomLensDatabase): Promise<Note[]> {
  const { store } = database.transaction("notes");
  const notes: Note[] = [];
  for (let after: string | undefined; ; ) {
    const part = await store.getAll(after === undefined ? null : IDBKeyRange.lowerBound(after, true), atOnce);
    for (const stored of part) notes.push(asNote(stored));
    after = part.at(-1)?.id;
    if (after === undefined || part.length < atOnce) return notes;
  }
}

/** The notes that were written last, newest first, deleted ones left out. */
export async function readNewestNotes(database: TelecomLensDatabase, count: number): Promise<Note[]> {
  const index = database.transaction("notes").store.index("by-created");
  const notes: Note[] = [];
  let cursor = await index.openCursor(null, "prev");
  while (cursor && notes.length < count) {
    if (cursor.value.deleted === undefined) notes.push(asNote(cursor.value));
    cursor = await cursor.continue();
  }
  return notes;
}
