import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Migration, migrations, type StoredNote } from "../../../src/storage/migrations.ts";
import { createNotesStore } from "../../../src/storage/notes-store.ts";
import { databaseOpener } from "../../../src/storage/open-database.ts";
import { toStorageError } from "../../../src/storage/storage-error.ts";
import { sampleNotes } from "../../support/interface-samples.ts";

let name: string;

beforeEach(() => {
  name = `open-${crypto.randomUUID()}`;
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await deleteDB(name);
});

describe("opening the database", () => {
  test("makes the stores with their indexes", async () => {
    const database = await databaseOpener(name)();
    expect(database.version).toBe(4);
    expect([...database.objectStoreNames]).toEqual(["drafts", "notes", "places", "upkeep"]);
    expect([...database.transaction("notes").store.indexNames]).toEqual([
      "by-created",
      "by-deleted",
      "by-entity",
      "by-page-key",
    ]);
    database.close();
  });

  test("keeps one connection for many calls", async () => {
    const open = databaseOpener(name);
    const [one, two] = await Promise.all([open(), open()]);
    expect(one).toBe(two);
    one.close();
  });

  test("gives way to a newer version of the extension, and then says that the data are newer", async () => {
    const open = databaseOpener(name);
    await open();
    const newer = await openDB(name, 99);
    await expect(open()).rejects.toMatchObject({
      problem: "newer",
      message: expect.stringContaining("Update the extension"),
    });
    newer.close();
  });

  test("leads from one version to the next and keeps the notes", async () => {
    const first = await databaseOpener(name, migrations.slice(0, 1))();
    for (const note of sampleNotes) await first.add("notes", note as StoredNote);
    first.close();
    const seen: string[] = [];
    const next: Migration = (database) => {
      seen.push([...database.objectStoreNames].join());
    };
    const second = await databaseOpener(name, [...migrations, next])();
    expect(second.version).toBe(5);
    expect(seen).toEqual(["drafts,notes,places,upkeep"]);
    const store = createNotesStore(async () => second);
    expect(await store.list()).toHaveLength(sampleNotes.length);
    const [note] = sampleNotes;
    if (!note) throw new Error("there is no sample");
    expect(await store.get(note.id)).toEqual(note);
    expect(await store.onPage({ url: `${note.page.url}?utm_source=feed` })).toContainEqual(note);
    second.close();
  });

  test("leaves everything as it was when a step fails half-way, and says so", async () => {
    const first = await databaseOpener(name)();
    const [note] = sampleNotes;
    if (note) await createNotesStore(async () => first).save(note, { ...note, now: note.created });
    first.close();
    const failing: Migration = async (_, transaction) => {
      await transaction.objectStore("notes").clear();
      throw new Error("no such thing");
    };
    await expect(databaseOpener(name, [...migrations, failing])()).rejects.toMatchObject({
      problem: "unavailable",
    });
    const again = await databaseOpener(name)();
    expect(again.version).toBe(4);
    expect(await again.count("notes")).toBe(1);
    again.close();
  });

  test("does not wait for ever for a page with an older shape, and works once it is closed", async () => {
    const older = await openDB(name, 1);
    const open = databaseOpener(name, [() => {}, () => {}]);
    await expect(open()).rejects.toMatchObject({
      problem: "blocked",
      message: expect.stringContaining("Close the extension's other tabs"),
    });
    older.close();
    const database = await open();
    expect(database.version).toBe(2);
    database.close();
  });

  test.each([
    ["is not there at all", undefined],
    [
      "is refused",
      {
        open: () => {
          throw new DOMException("denied", "SecurityError");
        },
      },
    ],
  ])("says so when IndexedDB %s, and never shows an empty list", async (_, factory) => {
    vi.stubGlobal("indexedDB", factory);
    const store = createNotesStore(databaseOpener(name));
    const refusal = {
      name: "StorageError",
      problem: "unavailable",
      message: expect.stringContaining("does not let the extension open its database"),
    };
    await expect(store.list()).rejects.toMatchObject(refusal);
    await expect(store.onPage({ url: "https://news.example/" })).rejects.toMatchObject(refusal);
    vi.unstubAllGlobals();
    // The failure is not remembered.
    expect(await store.list()).toEqual([]);
  });
});

describe("a storage error", () => {
  test.each([
    [new DOMException("", "QuotaExceededError"), "full", /Free some disk space/],
    [new DOMException("", "VersionError"), "newer", /Update the extension/],
    [new DOMException("", "UnknownError"), "failed", /Restart the browser/],
    ["a text", "failed", /Restart the browser/],
  ])("says what to do about %s", (cause, problem, advice) => {
    const error = toStorageError(cause);
    expect(error.problem).toBe(problem);
    expect(error.message).toMatch(advice);
    expect(error.cause).toBe(cause);
  });
});
