import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Note } from "../../../core/notes/note.ts";
import { problemWords } from "../../../core/problem-words.ts";
import type { Loaded } from "../../use-loaded.ts";
import { useNotesSource } from "../notes-source.ts";

export interface NotesInMemory {
  /** All notes in no certain order, deleted ones among them. */
  loaded: Loaded<readonly Note[]>;
  /** False while only the newest are there, and the others are being read. */
  complete: boolean;
  /** Why they could not be read again; what was read before stays, with what is being typed in it. */
  problem: string | null;
  reload(): Promise<void>;
  /** Reads again what was changed, and only that where it is little. */
  refresh(ids: readonly string[]): Promise<void>;
}

/** So many are shown while thousands of others are being read: more than a window holds. */
const firstShown = 60;
/** Changes come in bursts, as when another tab imports. */
const settle = 200;
/** More are read sooner by reading all. */
const mostSingly = 200;

/** The notes of the store, read once and again when they were changed elsewhere. */
export function useNotes(): NotesInMemory {
  const source = useNotesSource();
  const [loaded, setLoaded] = useState<Loaded<readonly Note[]>>({ state: "loading" });
  const [complete, setComplete] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** The last reading that was begun; what an earlier one finds is out of date. */
  const turn = useRef(0);
  const reading = useRef(false);
  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    reading.current = true;
    const next = await source.listAll().then(
      (value): Loaded<readonly Note[]> => ({ state: "loaded", value }),
      (cause): Loaded<readonly Note[]> => ({ state: "failed", problem: problemWords(cause) }),
    );
    if (mine !== turn.current) return;
    reading.current = false;
    setComplete((before) => before || next.state === "loaded");
    setProblem(next.state === "failed" ? next.problem : null);
    setLoaded((before) => {
      if (before.state !== "loaded") return next;
      return next.state === "loaded"
        ? { state: "loaded", value: withKnown(next.value, before.value) }
        : before;
    });
  }, [source]);
  const refresh = useCallback(
    async (ids: readonly string[]) => {
      if (reading.current || ids.length > mostSingly) return reload();
      const mine = turn.current;
      const read = await Promise.all(ids.map(async (id) => [id, await source.get(id)] as const)).catch(
        () => null,
      );
      if (read === null || mine !== turn.current) return reload();
      const newer = new Map(read);
      setLoaded((before) => {
        if (before.state !== "loaded") return before;
        const value = before.value.flatMap((note) => {
          if (!newer.has(note.id)) return note;
          const now = newer.get(note.id);
          newer.delete(note.id);
          return now ?? [];
        });
        for (const note of newer.values()) if (note) value.push(note);
        return { state: "loaded", value };
      });
    },
    [source, reload],
  );

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let changed: Set<string> | null = new Set();
    void source.listNewest(firstShown).then(
      (value) => {
        // None of them may mean that all are deleted.
        if (value.length > 0)
          setLoaded((before) => (before.state === "loading" ? { state: "loaded", value } : before));
        void reload();
      },
      // It says what is wrong.
      () => reload(),
    );
    const stop = source.onNotesChange(({ ids }) => {
      // Without ids, all may have changed.
      changed = ids && changed ? new Set([...changed, ...ids]) : null;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const those = changed;
        changed = new Set();
        void (those ? refresh([...those]) : reload());
      }, settle);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [source, reload, refresh]);
  return { loaded, complete, problem, reload, refresh };
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
