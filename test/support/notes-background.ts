import { noteOnPage } from "../../src/background/note-on-page.ts";
import type { Services } from "../../src/background/services.ts";
import type { EditOf } from "../../src/core/notes/edit-draft.ts";
import type { KnownPlace } from "../../src/core/notes/known-place.ts";
import type { Note } from "../../src/core/notes/note.ts";
import { isSamePage, type PageIdentity } from "../../src/core/page-address.ts";
import type { Draft } from "../../src/storage/migrations.ts";
import { StorageError } from "../../src/storage/storage-error.ts";
import { checkedDay, sampleCatalogue } from "./sample-dataset.ts";

export const here = "https://news.example/a";
export const elsewhere = "https://news.example/b";
export const passage = { quote: "a passage", prefix: "before ", suffix: " after" };
export const [mine, other, entityNote] = [1, 2, 3].map(
  (digit) => `${digit}0000000-1111-4111-8111-111111111111`,
);

export const note = (id: string | undefined, url: string, more: Partial<Note> = {}): Note => ({
  id: id ?? "",
  body: `on ${url}`,
  tags: ["tag"],
  page: { url, title: "T", site: "S", author: "A. Uthor" },
  passage,
  created: "2026-11-24T10:00:00.000Z",
  changed: "2026-11-24T10:00:00.000Z",
  revision: 1,
  datasetVersion: "2026.11.0",
  ...more,
});

/** A background whose storage is memory. */
export function background(kept: Note[] = []) {
  const notes = new Map(kept.map((one) => [one.id, one]));
  const drafts = new Map<string, Draft>();
  const places = new Map<string, KnownPlace>();
  const ran: string[] = [];
  let minute = 0;
  const change = (ids: readonly string[], alter: (note: Note) => Note) => {
    for (const id of ids) notes.set(id, alter(notes.get(id) as Note));
    return ids.length;
  };
  const services = {
    notes: {
      onPage: async (page: PageIdentity) =>
        [...notes.values()].filter((one) => !one.deleted && isSamePage(one.page, page)),
      get: async (id: string) => notes.get(id),
      save: async (draft: Note, stamp: { id: string }) => {
        const saved = note(stamp.id, here, draft);
        notes.set(saved.id, saved);
        return saved;
      },
      update: async (id: string, edit: { revision: number }) => {
        if (edit.revision !== notes.get(id)?.revision) throw new StorageError("stale");
        const next = { ...(notes.get(id) as Note), ...edit, revision: 2 };
        notes.set(id, next);
        return next;
      },
      remove: async (ids: readonly string[], now: string) => change(ids, (one) => ({ ...one, deleted: now })),
      restore: async (ids: readonly string[]) => change(ids, ({ deleted: _, ...one }) => one),
    },
    drafts: {
      keep: async (draft: Draft) => void drafts.set(draft.key, draft),
      keepEdit: async (draft: Draft & { editOf: EditOf }) => {
        if (!notes.has(draft.editOf.id)) return false;
        drafts.set(draft.key, draft);
        return true;
      },
      of: async (page: string) =>
        [...drafts.values()]
          .filter((draft) => draft.page === page)
          .sort((a, b) => (a.changed < b.changed ? 1 : -1)),
      edits: async (ids?: readonly string[]) =>
        [...drafts.values()].filter(({ editOf }) => editOf && (ids?.includes(editOf.id) ?? true)),
      drop: async (key: string) => void drafts.delete(key),
    },
    places: {
      put: async (those: readonly KnownPlace[]) => {
        for (const place of those) places.set(place.id, place);
      },
    },
    dataset: { load: async () => ({ catalogue: sampleCatalogue() }) },
    tabs: {
      runScript: async (tabId: number, frameId: number, file: string) => {
        ran.push(`${tabId} ${frameId} ${file}`);
        return true;
      },
    },
    today: () => checkedDay,
    now: () => `2026-11-29T12:${String(minute++).padStart(2, "0")}:00.000Z`,
    newId: () => "99999999-1111-4111-8111-111111111111",
  } as unknown as Services;
  return { services, calls: noteOnPage(services), notes, drafts, places, ran };
}

export const sender = (url: string | undefined = here, incognito = false) => ({
  tab: { id: 7, url, incognito },
  frameId: 0,
});
