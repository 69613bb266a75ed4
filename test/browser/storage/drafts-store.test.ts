import { deleteDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Note } from "../../../src/core/notes/note.ts";
import { createDraftsStore, editKey } from "../../../src/storage/drafts-store.ts";
import type { Draft } from "../../../src/storage/migrations.ts";
import { createNotesStore } from "../../../src/storage/notes-store.ts";
import { databaseOpener } from "../../../src/storage/open-database.ts";
import { manyNotes } from "../../support/many-notes.ts";

const draft = {
  key: "//news.example/a vendor-a",
  page: "//news.example/a",
  entityId: "vendor-a",
  body: "Half a thou",
  tags: "",
  changed: "2026-11-24T10:00:00.000Z",
} satisfies Draft;

let name: string;
let open: ReturnType<typeof databaseOpener>;
/** All drafts, by a connection of its own. */
async function kept(): Promise<Draft[]> {
  const database = await databaseOpener(name)();
  const drafts = await database.getAll("drafts");
  database.close();
  return drafts;
}

beforeEach(() => {
  name = `drafts-${crypto.randomUUID()}`;
  open = databaseOpener(name);
});

afterEach(async () => {
  vi.restoreAllMocks();
  (await open()).close();
  await deleteDB(name);
});

test("a draft is there after the database was closed, one for each key, the newest first", async () => {
  await createDraftsStore(open).keep({ ...draft, body: "Half" });
  await createDraftsStore(open).keep(draft);
  (await open()).close();
  const store = createDraftsStore(databaseOpener(name));
  const newer = {
    ...draft,
    key: "//news.example/a",
    entityId: undefined,
    changed: "2026-11-24T11:00:00.000Z",
  };
  await store.keep(newer);
  await store.keep({ ...draft, key: "//news.example/b", page: "//news.example/b", body: "Other" });
  expect(await store.of("//news.example/a")).toEqual([newer, draft]);
  expect(await kept()).toHaveLength(3);
});

test("a draft that was dropped is gone, and no other", async () => {
  const store = createDraftsStore(open);
  const other = { ...draft, key: "passage", passage: { quote: "a third", prefix: "", suffix: "" } };
  await store.keep(draft);
  await store.keep(other);
  await store.drop(draft.key);
  expect(await kept()).toEqual([other]);
  await store.drop("no such draft");
  expect(await kept()).toEqual([other]);
});

test("edits are found by their notes, and not among what is written on a page", async () => {
  const store = createDraftsStore(open);
  const edits = ["1", "2", "3"].map((id) => ({
    key: editKey(id),
    editOf: { id, body: "As it was", tags: ["cap"] },
    body: `Edit of ${id}`,
    tags: "cap",
    changed: draft.changed,
  }));
  for (const one of [draft, ...edits]) await store.keep(one);
  expect(await store.edits()).toEqual(edits);
  expect(await store.edits(["3", "none", "1"])).toEqual([edits[2], edits[0]]);
  expect(await store.of(draft.page)).toEqual([draft]);
  await store.drop(editKey("2"));
  expect((await store.edits()).map(({ key }) => key)).toEqual([editKey("1"), editKey("3")]);
});

test("an edit is kept only of a note that is there, and given up whenever that is said", async () => {
  const store = createDraftsStore(open);
  const [note] = manyNotes(1) as [Note];
  const { id, body, tags } = note;
  const edit = {
    key: editKey(id),
    editOf: { id, body, tags },
    body: "Half",
    tags: "",
    changed: draft.changed,
  };
  expect(await store.keepEdit(edit)).toBe(false);
  expect(await kept()).toEqual([]);
  await createNotesStore(open).putAll([note]);
  expect(await store.keepEdit(edit)).toBe(true);
  expect(await kept()).toEqual([edit]);
  // Right after the last letter was kept, and before that was done.
  await Promise.all([store.keepEdit({ ...edit, body: "Half an edit" }), store.drop(edit.key)]);
  expect(await kept()).toEqual([]);
});

test("says that there is no space, and keeps what was there", async () => {
  const store = createDraftsStore(open);
  await store.keep(draft);
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("", "QuotaExceededError");
  });
  await expect(store.keep({ ...draft, body: "More" })).rejects.toMatchObject({ problem: "full" });
  expect(await kept()).toEqual([draft]);
});

test("a connection that was given up before it was used is no loss: a new one is taken", async () => {
  const closed = await databaseOpener(name)();
  closed.close();
  let asked = 0;
  const store = createDraftsStore(async () => (asked++ === 0 ? closed : open()));
  await store.keep(draft);
  expect(await store.of(draft.page)).toEqual([draft]);
});
