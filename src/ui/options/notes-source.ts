import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { KnownPlace } from "../../core/notes/known-place.ts";
import { type NotesChange, openNotesChannel, tellingStore } from "../../storage/notes-changes.ts";
import { createNotesStore, type NotesStore } from "../../storage/notes-store.ts";
import { openDatabase } from "../../storage/open-database.ts";
import { createPlacesStore, openPlacesChannel } from "../../storage/places-store.ts";
import { StorageError } from "../../storage/storage-error.ts";

/**
 * The notes as the options page has them: straight from the database, because 50,000 do not fit through a message
 * (decision 0012). What is changed here is told to the background and the other pages of the extension.
 */
export interface NotesSource extends NotesStore {
  /** What came of the last searches for the notes' passages. */
  places(): Promise<KnownPlace[]>;
  /** Calls back after passages were looked for. Gives back how to stop. */
  onPlacesChange(listener: () => void): () => void;
  /**
   * Calls back after notes were changed elsewhere: by the background, or another page of the extension. Gives back how
   * to stop.
   */
  onNotesChange(listener: (change: NotesChange) => void): () => void;
}

/** @param inPrivate whether this page is in a private window. */
export function databaseSource(inPrivate: boolean): NotesSource {
  const channel = openNotesChannel();
  const places = openPlacesChannel();
  const open = () => {
    // Firefox gives a page in a private window a database of its own, which is empty: no note must be taken for lost.
    if (inPrivate) throw new StorageError("private");
    return openDatabase();
  };
  const store = tellingStore(createNotesStore(open), channel.tell);
  return {
    ...store,
    putAll: async (notes, how) => {
      const passed = await store.putAll(notes, how);
      // Other passages, of which nothing is known.
      places.tell("changed");
      return passed;
    },
    onNotesChange: channel.listen,
    places: createPlacesStore(open).all,
    onPlacesChange: places.listen,
  };
}

const SourceContext = createContext<NotesSource | null>(null);

export const NotesSourceProvider = SourceContext.Provider;

/** @throws Error outside a NotesSourceProvider. */
export function useNotesSource(): NotesSource {
  const source = useContext(SourceContext);
  if (!source) throw new Error("no NotesSourceProvider above this component");
  return source;
}
