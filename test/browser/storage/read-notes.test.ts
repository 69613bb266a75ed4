import { deleteDB } from "idb";
import { afterEach, expect, test } from "vitest";
import { createNotesStore } from "../../../src/storage/notes-store.ts";
import { databaseOpener } from "../../../src/storage/open-database.ts";
import { manyNotes } from "../../support/many-notes.ts";

const name = `read-${crypto.randomUUID()}`;
const open = databaseOpener(name);

afterEach(async () => {
  (await open()).close();
  await deleteDB(name);
});

test("all notes are read in parts, none twice and none left out, and the newest by themselves", async () => {
  const store = createNotesStore(open);
  expect(await store.listAll()).toEqual([]);
  expect(await store.listNewest(5)).toEqual([]);
  // Two whole parts and a bit, the newest of them deleted.
  const deleted = "2026-11-25T08:00:00.000Z";
  const notes = manyNotes(4_003).map((note, at, { length }) =>
    at === length - 1 ? { ...note, deleted } : note,
  );
  await store.putAll(notes);
  expect(await store.listAll()).toEqual(notes);
  expect(await store.listNewest(5)).toEqual(notes.slice(-6, -1).toReversed());
  expect(await store.listNewest(10_000)).toEqual(await store.list());
});
