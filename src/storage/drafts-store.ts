import type { Draft, TelecomLensDatabase } from "./migrations.ts";
import { withDatabase } from "./with-database.ts";

/** What was typed and not saved yet: it outlives the card, the page and the browser. Every method rejects with a StorageError. */
export interface DraftsStore {
  /** Keeps a draft in place of an earlier one with its key. */
  keep(draft: Draft): Promise<void>;
  /** @param page `pageKey` of the page's address. Newest first. */
  of(page: string): Promise<Draft[]>;
  drop(key: string): Promise<void>;
}

/** @param open gives a connection; it is asked before every operation and may keep it. */
export function createDraftsStore(open: () => Promise<TelecomLensDatabase>): DraftsStore {
  const run = withDatabase(open);
  return {
    keep: (draft) =>
      run(async (database) => {
        await database.put("drafts", draft);
      }),
    of: (page) =>
      run(async (database) => newestFirst(await database.getAllFromIndex("drafts", "by-page", page))),
    drop: (key) => run((database) => database.delete("drafts", key)),
  };
}

function newestFirst(drafts: Draft[]): Draft[] {
  return drafts.sort((one, other) => (one.changed < other.changed ? 1 : -1));
}
