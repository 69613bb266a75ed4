import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { EntityKind } from "../../../core/dataset/schema.ts";
import {
  groupNotes,
  type NoteGrouping,
  type NoteOrder,
  sortNotes,
} from "../../../core/notes/arrange-notes.ts";
import { filterNotes, type NoteFilter } from "../../../core/notes/filter-notes.ts";
import type { Note } from "../../../core/notes/note.ts";
import { createNoteSearch, foldNotes, searchWords } from "../../../core/notes/search-notes.ts";

/** How the list is to be looked at. */
export interface LibraryView {
  query: string;
  filter: NoteFilter;
  order: NoteOrder;
  grouping: NoteGrouping;
}

/** A line of the list: a note, or the heading over those that follow. */
export type LibraryRow =
  | { kind: "note"; key: string; note: Note; group: string; place: number }
  | { kind: "heading"; key: string; group: string; name: string; entityKind?: EntityKind; count: number };

export interface FoundNotes {
  found: readonly Note[];
  rows: readonly LibraryRow[];
  /** How many lines are notes: more than `found` where a note stands under several tags. */
  places: number;
  /** Words that were searched for, folded. */
  words: readonly string[];
  /** The notes are still being made ready, and what is typed is not searched for yet. */
  preparing: boolean;
}

/**
 * What a view shows of the notes: filtered, sorted, searched, grouped; each step again only when it must.
 *
 * @param complete whether these are all notes: fewer are not searched
 */
export function useFoundNotes(notes: readonly Note[], complete: boolean, view: LibraryView): FoundNotes {
  const { query, filter, order, grouping } = view;
  const sorted = useMemo(() => sortNotes(notes, order), [notes, order]);
  const filtered = useMemo(() => filterNotes(sorted, filter), [sorted, filter]);
  const ready = useFolded(notes) && complete;
  // Until then the list stays as it was: folding thousands of notes at a keystroke would stop the page.
  const searched = useRef("");
  if (ready || query.trim() === "") searched.current = query;
  const now = searched.current;
  const [search] = useState(createNoteSearch);
  const found = useMemo(() => search(filtered, now), [search, filtered, now]);
  const words = useMemo(() => searchWords(now), [now]);
  const { rows, places } = useMemo(() => rowsOf(found, grouping), [found, grouping]);
  return { found, rows, places, words, preparing: now !== query };
}

/** Longest time (milliseconds) that folding takes from the page at once. */
const slice = 8;

/** Whether all notes are ready to be searched; folds them in slices while nothing else happens. */
function useFolded(notes: readonly Note[]): boolean {
  const [folded, setFolded] = useState<readonly Note[] | null>(null);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let at = 0;
    const step = () => {
      const end = performance.now() + slice;
      at = foldNotes(notes, at, () => performance.now() > end);
      if (at < notes.length) waiting = setTimeout(step);
      else setFolded(notes);
    };
    step();
    return () => clearTimeout(waiting);
  }, [notes]);
  return folded === notes;
}

function rowsOf(found: readonly Note[], grouping: NoteGrouping): { rows: LibraryRow[]; places: number } {
  if (grouping === "none") {
    const rows = found.map(
      (note, at): LibraryRow => ({
        kind: "note",
        key: note.id,
        note,
        group: "",
        place: at + 1,
      }),
    );
    return { rows, places: rows.length };
  }
  const rows: LibraryRow[] = [];
  let places = 0;
  for (const { key, name, kind, notes } of groupNotes(found, grouping)) {
    const group = `${grouping} ${key}`;
    rows.push({
      kind: "heading",
      key: `heading ${group}`,
      group,
      name,
      entityKind: kind,
      count: notes.length,
    });
    for (const note of notes) {
      places += 1;
      rows.push({ kind: "note", key: `${note.id} ${group}`, note, group, place: places });
    }
  }
  return { rows, places };
}

/** Number of the row with a key, else of the nearest note to where the last one was; -1 in an empty list. */
export function rowAt(rows: readonly LibraryRow[], key: string | null, last: number): number {
  const at = key === null ? -1 : rows.findIndex((row) => row.key === key);
  if (at >= 0) return at;
  const isNote = (row: LibraryRow) => row.kind === "note";
  const after = rows.findIndex((row, index) => index >= last && isNote(row));
  return after >= 0 ? after : rows.findLastIndex(isNote);
}
