import type { NotesStore } from "./notes-store.ts";

/** Which notes were changed; absent where they were many or all. */
export interface NotesChange {
  ids?: string[];
}

/** On which the extension's background and pages tell each other that notes have changed. No page of the web hears it. */
const channelName = "telecom-lens-notes";

/** More are not named one by one. */
const mostNamed = 1_000;

/** One end of the channel. What is told by it is heard at all other ends, and not at this one. */
export interface NotesChannel {
  tell(change: NotesChange): void;
  /** Gives back how to stop. */
  listen(listener: (change: NotesChange) => void): () => void;
}

export function openNotesChannel(): NotesChannel {
  const channel = new BroadcastChannel(channelName);
  return {
    tell: (change) => channel.postMessage(change),
    listen: (listener) => {
      const heard = ({ data }: MessageEvent<NotesChange>) => listener(data);
      channel.addEventListener("message", heard);
      return () => channel.removeEventListener("message", heard);
    },
  };
}

/** The same store, which tells of every change after it was written. */
export function tellingStore(store: NotesStore, tell: NotesChannel["tell"]): NotesStore {
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
