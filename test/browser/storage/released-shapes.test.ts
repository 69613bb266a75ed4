import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Note, noteSchema } from "../../../src/core/notes/note.ts";
import { createDraftsStore } from "../../../src/storage/drafts-store.ts";
import { migrations } from "../../../src/storage/migrations.ts";
import { createNotesStore } from "../../../src/storage/notes-store.ts";
import { databaseOpener } from "../../../src/storage/open-database.ts";
import { createUpkeepStore } from "../../../src/storage/upkeep-store.ts";
import version1 from "../../fixtures/notes-database/version-1.json";
import version2 from "../../fixtures/notes-database/version-2.json";
import version3 from "../../fixtures/notes-database/version-3.json";
import { makeOldDatabase, type OldDatabase } from "../../support/old-database.ts";

const shapes: OldDatabase[] = [version1, version2, version3];

let name: string;
beforeEach(() => {
  name = `shape-${crypto.randomUUID()}`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDB(name);
});

/** All records of the database, with its version, by a connection of its own. */
async function dump(): Promise<{ version: number; records: unknown[][] }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const records = [...database.objectStoreNames].map(
    (store) =>
      new Promise<unknown[]>((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      }),
  );
  const dumped = { version: database.version, records: await Promise.all(records) };
  database.close();
  return dumped;
}

const recordsOf = ({ stores }: OldDatabase, name: string): unknown[] =>
  stores.find((store) => store.name === name)?.records ?? [];
const notesOf = (shape: OldDatabase) =>
  (recordsOf(shape, "notes") as (Note & { pageKeys?: string[] })[]).map(({ pageKeys: _, ...note }) => note);

test("there is a fixture of each version but the newest", () => {
  expect(shapes.map(({ version }) => version)).toEqual(migrations.slice(0, -1).map((_, at) => at + 1));
});

describe.each(shapes)("a database of version $version", (shape) => {
  const notes = notesOf(shape);

  test("has notes that this version can read", () => {
    for (const note of notes) expect(noteSchema.parse(note)).toEqual(note);
  });

  test.each(["at once", "step by step"])("becomes the newest %s, and nothing is lost", async (how) => {
    await makeOldDatabase(name, shape);
    if (how === "step by step") {
      for (let version = shape.version + 1; version < migrations.length; version++) {
        (await databaseOpener(name, migrations.slice(0, version))()).close();
      }
    }
    const open = databaseOpener(name);
    const store = createNotesStore(open);
    for (const note of notes) expect(await store.get(note.id)).toEqual(note);
    const there = notes.filter(({ deleted }) => !deleted).toReversed();
    expect(await store.list()).toEqual(there);
    // Each index works on the old records: by page, by its canonical address, by entity, by deletion.
    expect(await store.onPage({ url: "http://news.example/2020/02/01/masts" })).toEqual(there);
    expect(await store.countFor("vendor-a")).toBe(2);
    expect(await createDraftsStore(open).of("//news.example/2020/02/01/masts")).toEqual(
      recordsOf(shape, "drafts"),
    );
    expect(await createUpkeepStore(open).state()).toEqual({ key: "upkeep", changes: notes.length });
    expect(await store.purge("2027-01-01T00:00:00.000Z")).toBe(1);
    expect((await open()).version).toBe(migrations.length);
    (await open()).close();
  });

  test("stays as it was when the space ends while it is changed", async () => {
    await makeOldDatabase(name, shape);
    const before = await dump();
    const update = IDBCursor.prototype.update;
    let updated = 0;
    vi.spyOn(IDBCursor.prototype, "update").mockImplementation(function (this: IDBCursor, value) {
      updated += 1;
      if (updated === 3) throw new DOMException("", "QuotaExceededError");
      return update.call(this, value);
    });
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("", "QuotaExceededError");
    });
    // What leads on from version 3 writes no record.
    if (shape.version === 3) {
      vi.spyOn(IDBDatabase.prototype, "createObjectStore").mockImplementation(() => {
        throw new DOMException("", "QuotaExceededError");
      });
    }
    const store = createNotesStore(databaseOpener(name));
    await expect(store.list()).rejects.toMatchObject({ problem: "unavailable" });
    vi.restoreAllMocks();
    expect(await dump()).toEqual(before);
    // And the next try succeeds.
    const open = databaseOpener(name);
    expect(await createNotesStore(open).list()).toHaveLength(3);
    (await open()).close();
  });
});

describe("an older version that is still open in another tab", () => {
  test("gives way, and then says that the data are newer instead of showing nothing", async () => {
    await makeOldDatabase(name, version2);
    const older = databaseOpener(name, migrations.slice(0, 2));
    const olderStore = createNotesStore(older);
    expect(await olderStore.list()).toHaveLength(3);
    const newer = databaseOpener(name);
    expect(await createNotesStore(newer).list()).toHaveLength(3);
    await expect(olderStore.list()).rejects.toMatchObject({ problem: "newer" });
    (await newer()).close();
  });

  test("finishes what it writes first: all of it is there afterwards, and none of it twice", async () => {
    await makeOldDatabase(name, version2);
    const older = databaseOpener(name, migrations.slice(0, 2));
    const connection = await older();
    const transaction = connection.transaction("notes", "readwrite");
    const [first] = notesOf(version2);
    if (!first) throw new Error("there is no sample");
    for (let number = 0; number < 200; number++) {
      void transaction.store.put({ ...first, id: crypto.randomUUID(), pageKeys: [] });
    }
    const newer = databaseOpener(name);
    expect(await createNotesStore(newer).list()).toHaveLength(203);
    (await newer()).close();
  });
});
