import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Note } from "../../../core/notes/note.ts";
import { problemWords } from "../../problem-words.ts";
import type { Loaded } from "../../use-loaded.ts";
import { useLibraryParts } from "./library-parts.ts";

export interface NotesInMemory {
  /** All notes in no certain order, deleted ones among them. */
  loaded: Loaded<readonly Note[]>;
  reload(): Promise<void>;
  /** Shows at once what the store was told, without reading thousands of notes again. */
  alter(ids: Iterable<string>, change: (note: Note) => Note): void;
}

/** Changes come in bursts, as when another tab imports. */
const settle = 200;

/** The notes of the store, read once and again when they were changed elsewhere. */
export function useNotes(): NotesInMemory {
  const { source } = useLibraryParts();
  const [loaded, setLoaded] = useState<Loaded<readonly Note[]>>({ state: "loading" });
  const turn = useRef(0);
  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const next = await Promise.all([source.list(), source.listDeleted()]).then(
      ([there, deleted]): Loaded<readonly Note[]> => ({ state: "loaded", value: [...there, ...deleted] }),
      (cause): Loaded<readonly Note[]> => ({ state: "failed", problem: problemWords(cause) }),
    );
    if (mine !== turn.current) return;
    setLoaded((before) =>
      next.state === "loaded" && before.state === "loaded"
        ? { state: "loaded", value: withKnown(next.value, before.value) }
        : next,
    );
  }, [source]);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    void reload();
    const stop = source.onNotesChange(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void reload(), settle);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [source, reload]);

  const alter = useCallback((ids: Iterable<string>, change: (note: Note) => Note) => {
    const wanted = new Set(ids);
    // A list that was read before the change must not take it back; who asked for it asks again.
    turn.current += 1;
    setLoaded((before) =>
      before.state === "loaded"
        ? { state: "loaded", value: before.value.map((note) => (wanted.has(note.id) ? change(note) : note)) }
        : before,
    );
  }, []);
  return { loaded, reload, alter };
}

/** The newer list with the older objects where nothing changed: what was folded and sorted of them still holds. */
function withKnown(newer: readonly Note[], older: readonly Note[]): readonly Note[] {
  const known = new Map(older.map((note) => [note.id, note]));
  let same = newer.length === older.length;
  const list = newer.map((note, at) => {
    const before = known.get(note.id);
    const kept = before && isSame(before, note) ? before : note;
    same &&= kept === older[at];
    return kept;
  });
  return same ? older : list;
}

function isSame(one: Note, other: Note): boolean {
  return (
    one.revision === other.revision &&
    one.changed === other.changed &&
    one.deleted === other.deleted &&
    one.body === other.body &&
    one.tags.join("\n") === other.tags.join("\n")
  );
}
