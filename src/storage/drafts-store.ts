import type { EditOf } from "../core/notes/edit-draft.ts";
import { inTransaction } from "./in-transaction.ts";
import type { Draft, TelecomLensDatabase } from "./migrations.ts";
import { withDatabase } from "./with-database.ts";

/** What was typed and not saved yet: it outlives the card, the page and the browser. Every method rejects with a StorageError. */
export interface DraftsStore {
  /** Keeps a draft in place of an earlier one with its key. */
  keep(draft: Draft): Promise<void>;
  /** The same for an edit. False where its note is gone: nothing is kept then. */
  keepEdit(draft: Draft & { editOf: EditOf }): Promise<boolean>;
  /** What new notes are being written. @param page `pageKey` of the page's address. Newest first. */
  of(page: string): Promise<Draft[]>;
  /** Edits of notes: of these, or else of all. */
  edits(notes?: readonly string[]): Promise<Draft[]>;
  drop(key: string): Promise<void>;
}

const edit = "edit ";

/** Key of the draft that is an edit of a note. The keys of all others begin with the address of a page. */
export function editKey(id: string): string {
  return `${edit}${id}`;
}

function everyEdit(): IDBKeyRange {
  return IDBKeyRange.bound(edit, `${edit}\uffff`);
}

/** @param open gives a connection; it is asked before every operation and may keep it. */
export function createDraftsStore(open: () => Promise<TelecomLensDatabase>): DraftsStore {
  const run = withDatabase(open);
  return {
    keep: (draft) =>
      run(async (database) => {
        await database.put("drafts", draft);
      }),
    keepEdit: (draft) =>
      run(async (database) => {
        // In one go: the note may be forgotten, or the edit given up, while the note is looked up.
        const transaction = database.transaction(["notes", "drafts"], "readwrite");
        return inTransaction(transaction, async () => {
          if ((await transaction.objectStore("notes").count(draft.editOf.id)) === 0) return false;
          await transaction.objectStore("drafts").put(draft);
          return true;
        });
      }),
    of: (page) =>
      run(async (database) => newestFirst(await database.getAllFromIndex("drafts", "by-page", page))),
    edits: (notes) =>
      run(async (database) => {
        if (!notes) return database.getAll("drafts", everyEdit());
        const { store } = database.transaction("drafts");
        const found = await Promise.all(notes.map((id) => store.get(editKey(id))));
        return found.filter((draft) => draft !== undefined);
      }),
    drop: (key) => run((database) => database.delete("drafts", key)),
  };
}

function newestFirst(drafts: Draft[]): Draft[] {
  return drafts.sort((one, other) => (one.changed < other.changed ? 1 : -1));
}
