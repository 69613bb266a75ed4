import { type Channel, openChannel } from "../platform/channel.ts";
import type { NotesStore } from "./notes-store.ts";

/** Which notes were changed; absent where they were many or all. */
export interface NotesChange {
  ids?: string[];
}

/** More are not named one by one. */
const mostNamed = 1_000;

/** On which the extension's background and pages tell each other that notes have changed. */
export const openNotesChannel = () => openChannel<NotesChange>("telecom-lens-notes");

/** The same store, which tells of every change after it was written. */
export function tellingStore(store: NotesStore, tell: Channel<NotesChange>["tell"]): NotesStore {
  const tellOf = <T>(ids: readonly string[] | undefined, result: T): T => {
    tell(ids && ids.length <= mostNamed ? { ids: [...ids] } : {});
    return result;
  };
  return {
    ...store,
    save: async (draft, stamp) => tellOf([stamp.id], await store.save(draft, stamp)),
    update: async (id, edit, now) => tellOf([id], await store.update(id, edit, now)),
    updateTags: async (ids, change, now) => tellOf(ids, await store.updateTags(ids, change, now)),
    setTags: async (tags, now) =>
      tellOf(
        tags.map(({ id }) => id),
        await store.setTags(tags, now),
      ),
    remove: async (ids, now) => tellOf(ids, await store.remove(ids, now)),
    restore: async (ids, now) => tellOf(ids, await store.restore(ids, now)),
    putAll: async (notes, how) =>
      tellOf(
        notes.map(({ id }) => id),
        await store.putAll(notes, how),
      ),
    replace: async (notes) =>
      tellOf(
        notes.map(({ id }) => id),
        await store.replace(notes),
      ),
    purge: async (before) => {
      const purged = await store.purge(before);
      return purged > 0 ? tellOf(undefined, purged) : purged;
    },
    deleteEverything: async () => tellOf(undefined, await store.deleteEverything()),
  };
}
