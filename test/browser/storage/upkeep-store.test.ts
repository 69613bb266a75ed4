import { deleteDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Note } from "../../../src/core/notes/note.ts";
import { createNotesStore, type NotesStore } from "../../../src/storage/notes-store.ts";
import { databaseOpener } from "../../../src/storage/open-database.ts";
import { createUpkeepStore, type UpkeepStore } from "../../../src/storage/upkeep-store.ts";
import { manyNotes } from "../../support/many-notes.ts";

let name: string;
let open: ReturnType<typeof databaseOpener>;
let notes: NotesStore;
let upkeep: UpkeepStore;
const now = "2026-11-24T12:00:00.000Z";
const [one, two] = manyNotes(2) as [Note, Note];

beforeEach(() => {
  name = `upkeep-${crypto.randomUUID()}`;
  open = databaseOpener(name);
  notes = createNotesStore(open);
  upkeep = createUpkeepStore(open);
});
afterEach(async () => {
  vi.restoreAllMocks();
  (await open()).close();
  await deleteDB(name);
});

test("every change of a note is counted, and what changed nothing is not", async () => {
  const draft = { body: "", tags: [], page: one.page, passage: one.passage };
  const { id } = await notes.save(draft, { id: crypto.randomUUID(), now, datasetVersion: "none" });
  await notes.update(id, { body: "x", tags: [], revision: 1 }, now);
  await notes.update(id, { body: "y", tags: [], revision: 1 }, now).catch(() => {});
  await notes.remove([id, crypto.randomUUID()], now);
  await notes.remove([id], now);
  await notes.restore([id], now);
  await notes.purge(now);
  expect((await upkeep.state()).changes).toBe(4);
});

test("a note whose change cannot be counted is not changed either", async () => {
  await notes.putAll([one]);
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value) {
    if (this.name === "upkeep") throw new DOMException("", "QuotaExceededError");
    return put.call(this, value);
  });
  await expect(notes.remove([one.id], now)).rejects.toMatchObject({ problem: "full" });
  await expect(notes.putAll([two])).rejects.toMatchObject({ problem: "full" });
  expect(await notes.list()).toEqual([one]);
});

test("a snapshot holds all notes, deleted ones among them, and the count that goes with them", async () => {
  await notes.putAll([one, two]);
  await notes.remove([two.id], now);
  const snapshot = await upkeep.snapshot();
  expect(snapshot.changes).toBe(3);
  expect(snapshot.notes.map(({ id, deleted }) => [id, deleted]).sort()).toEqual(
    [
      [one.id, undefined],
      [two.id, now],
    ].sort(),
  );
});

test("what is known of backups stays beside the count", async () => {
  await notes.putAll([one]);
  await upkeep.backupFailed(now, "The disk is full.");
  await upkeep.purged(now);
  const lastProblem = { at: now, problem: "The disk is full." };
  expect(await upkeep.state()).toEqual({ key: "upkeep", changes: 1, lastProblem, lastPurge: now });
  const lastBackup = { at: now, fileName: "a.json", notes: 1, changes: 1, checked: "size" as const };
  await upkeep.backedUp(lastBackup);
  await notes.putAll([two]);
  expect(await upkeep.state()).toEqual({ key: "upkeep", changes: 2, lastBackup, lastPurge: now });
});

test("it says so when the database cannot be opened", async () => {
  vi.stubGlobal("indexedDB", undefined);
  const unlucky = createUpkeepStore(databaseOpener(name));
  await expect(unlucky.state()).rejects.toMatchObject({ problem: "unavailable" });
  await expect(unlucky.snapshot()).rejects.toMatchObject({ problem: "unavailable" });
  vi.unstubAllGlobals();
});
