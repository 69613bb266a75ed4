import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { NoteDraft } from "../../../src/core/notes/note.ts";
import { versionOf } from "../../../src/core/notes/revise-note.ts";
import { createNotesStore, type NotesStore } from "../../../src/storage/notes-store.ts";
import { databaseOpener } from "../../../src/storage/open-database.ts";
import { StorageError } from "../../../src/storage/storage-error.ts";

const draft: NoteDraft = {
  body: "First thoughts",
  tags: ["cap"],
  page: { url: "https://news.example/a", title: "Masts", site: "Example News", published: "2020-02-01" },
  passage: { quote: "out of the core", prefix: "it is kept ", suffix: ".", start: 10, end: 25 },
};
const entity = { id: "vendor-a", name: "Vendor A", cardText: "Vendor A: restricted" };

let name: string;
let open: ReturnType<typeof databaseOpener>;
let store: NotesStore;
let saved = 0;

beforeEach(() => {
  name = `notes-${crypto.randomUUID()}`;
  open = databaseOpener(name);
  store = createNotesStore(open);
  saved = 0;
});

afterEach(async () => {
  (await open()).close();
  await deleteDB(name);
});

function save(change: Partial<NoteDraft> = {}) {
  saved += 1;
  const now = `2026-11-24T10:00:${String(saved).padStart(2, "0")}.000Z`;
  return store.save({ ...draft, ...change }, { id: crypto.randomUUID(), now, datasetVersion: "2026.11.0" });
}

const later = "2026-11-25T08:00:00.000Z";

describe("the notes store", () => {
  test("keeps a note with its dataset version, times and revision", async () => {
    const note = await save();
    expect(note).toEqual({
      ...draft,
      id: note.id,
      created: "2026-11-24T10:00:01.000Z",
      changed: "2026-11-24T10:00:01.000Z",
      revision: 1,
      datasetVersion: "2026.11.0",
    });
    expect(await store.get(note.id)).toEqual(note);
  });

  test("still has the notes when the database is opened anew", async () => {
    const note = await save();
    (await open()).close();
    expect(await createNotesStore(databaseOpener(name)).list()).toEqual([note]);
  });

  test("lists the newest first", async () => {
    const notes = [await save(), await save({ entity }), await save()];
    expect(await store.list()).toEqual(notes.reverse());
  });

  test("changes text and tags, and nothing else", async () => {
    const note = await save({ entity });
    const next = await store.update(note.id, { body: "Second thoughts", tags: [], revision: 1 }, later);
    const past = [versionOf(note)];
    expect(next).toEqual({ ...note, body: "Second thoughts", tags: [], revision: 2, changed: later, past });
    expect(await store.get(note.id)).toEqual(next);
  });

  test("refuses a change of a note that was changed elsewhere, and overwrites nothing", async () => {
    const note = await save();
    const next = await store.update(note.id, { body: "One", tags: [], revision: 1 }, later);
    await expect(store.update(note.id, { body: "Two", tags: [], revision: 1 }, later)).rejects.toMatchObject({
      name: "StorageError",
      problem: "stale",
      message: expect.stringContaining("Nothing was overwritten"),
    });
    expect(await store.get(note.id)).toEqual(next);
  });

  test("lets only one of two changes made at once win", async () => {
    const note = await save();
    const other = createNotesStore(databaseOpener(name));
    const results = await Promise.allSettled([
      store.update(note.id, { body: "One", tags: [], revision: 1 }, later),
      other.update(note.id, { body: "Two", tags: [], revision: 1 }, later),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await store.get(note.id))?.revision).toBe(2);
  });

  test("refuses a second note under the same id", async () => {
    const note = await save();
    const again = store.save(
      { ...draft, body: "Another" },
      { id: note.id, now: later, datasetVersion: "2026.11.0" },
    );
    await expect(again).rejects.toThrow(StorageError);
    expect(await store.list()).toEqual([note]);
  });

  test("takes a deletion back", async () => {
    const [first, second] = [await save(), await save()];
    expect(await store.remove([first.id, second.id, crypto.randomUUID()], later)).toBe(2);
    expect(await store.list()).toEqual([]);
    expect(await store.get(first.id)).toMatchObject({ deleted: later, revision: 2 });
    expect(await store.remove([first.id], later)).toBe(0);
    expect(await store.restore([first.id], later)).toBe(1);
    const [restored] = await store.list();
    expect(restored).toMatchObject({ ...first, changed: later, revision: 3 });
    expect(restored).not.toHaveProperty("deleted");
  });

  test("does not change a deleted note", async () => {
    const note = await save();
    await store.remove([note.id], later);
    await expect(store.update(note.id, { body: "x", tags: [], revision: 2 }, later)).rejects.toMatchObject({
      problem: "missing",
    });
  });

  test("finds the notes of an article under each of its addresses, and counts those of an entity", async () => {
    const { url } = draft.page;
    const plain = await save();
    const atEntity = await save({ entity, passage: undefined });
    const atComments = await save({ entity, page: { ...draft.page, url: `${url}#comments` } });
    const other = await save({ page: { ...draft.page, url: "https://news.example/ab" } });
    const amp = await save({ page: { ...draft.page, url: "https://amp.example/a", canonicalUrl: url } });
    const gone = await save({ entity });
    await store.remove([gone.id], later);
    const onPage = [amp, atComments, atEntity, plain];
    expect(await store.onPage({ url })).toEqual(onPage);
    expect(await store.onPage({ url: `http://www.news.example/a/?utm_source=feed#top` })).toEqual(onPage);
    expect(await store.onPage({ url: "https://amp.example/a" })).toEqual([amp]);
    expect(await store.onPage({ url: "https://other.example/", canonicalUrl: other.page.url })).toEqual([
      other,
    ]);
    expect(await store.countFor("vendor-a")).toBe(2);
    expect(await store.countFor("nobody")).toBe(0);
  });

  test("uses a new connection where the one that it got was closed meanwhile", async () => {
    const note = await save();
    const closed = await databaseOpener(name)();
    closed.close();
    const connections = [closed, await open()];
    const unlucky = createNotesStore(async () => connections.shift() ?? open());
    expect(await unlucky.list()).toEqual([note]);
  });

  test("says that there is no space, and keeps what was there", async () => {
    const note = await save();
    const add = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    await expect(save()).rejects.toMatchObject({
      problem: "full",
      message: expect.stringContaining("no space left"),
    });
    add.mockRestore();
    expect(await store.list()).toEqual([note]);
  });
});
