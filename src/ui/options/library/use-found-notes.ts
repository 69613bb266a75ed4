import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { EntityKind } from "../../../core/dataset/schema.ts";
import {
  groupNotes,
  type NoteGrouping,
  type NoteOrder,
  sortNotes,
} from "../../../core/notes/arrange-notes.ts";
import { asksForPlaces, filterNotes, type NoteFilter } from "../../../core/notes/filter-notes.ts";
import type { KnownPlaces } from "../../../core/notes/known-place.ts";
import type { Note } from "../../../core/notes/note.ts";
import { createNoteSearch, type NoteSearch, searchWords } from "../../../core/notes/search-notes.ts";

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

/** The lines of the list. Each is made when it is asked for: of thousands, some twenty are drawn. */
export interface LibraryRows {
  count: number;
  /** How many lines are notes: more than were found where a note stands under several tags. */
  places: number;
  /** Undefined where there is none, as of the two below. */
  at(index: number): LibraryRow | undefined;
  /** What is asked of all of them, to know how high they are together: no line is made for it. */
  keyAt(index: number): string | undefined;
  kindAt(index: number): LibraryRow["kind"] | undefined;
  /** -1 where there is none. */
  indexOf(key: string): number;
}

export interface FoundNotes {
  found: readonly Note[];
  rows: LibraryRows;
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
export function useFoundNotes(
  notes: readonly Note[],
  complete: boolean,
  view: LibraryView,
  places: KnownPlaces,
): FoundNotes {
  const { query, filter, order, grouping } = view;
  const sorted = useMemo(() => sortNotes(notes, order), [notes, order]);
  const known = asksForPlaces(filter.state) ? places : undefined;
  const filtered = useMemo(() => filterNotes(sorted, filter, known), [sorted, filter, known]);
  const [search] = useState(createNoteSearch);
  const ready = usePrepared(search, notes) && complete;
  // Until then the list stays as it was: making thousands of notes ready at a keystroke would stop the page.
  const searched = useRef("");
  if (ready || query.trim() === "") searched.current = query;
  const now = searched.current;
  useEffect(() => {
    if (ready) search.expect(filtered);
  }, [search, ready, filtered]);
  const found = useMemo(() => search.find(filtered, now), [search, filtered, now]);
  const words = useMemo(() => searchWords(now), [now]);
  const rows = useMemo(() => rowsOf(found, grouping), [found, grouping]);
  return { found, rows, words, preparing: now !== query };
}

/** Longest time (milliseconds) that making ready takes from the page at once. */
const slice = 8;

/** Whether all notes are ready to be searched; makes them ready in slices while nothing else happens. */
function usePrepared(search: NoteSearch, notes: readonly Note[]): boolean {
  const [prepared, setPrepared] = useState<readonly Note[] | null>(null);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let at = 0;
    const step = () => {
      const end = performance.now() + slice;
      at = search.prepare(notes, at, () => performance.now() > end);
      if (at < notes.length) waiting = setTimeout(step);
      else setPrepared(notes);
    };
    step();
    return () => clearTimeout(waiting);
  }, [search, notes]);
  return prepared === notes;
}

function rowsOf(found: readonly Note[], grouping: NoteGrouping): LibraryRows {
  if (grouping === "none") {
    return {
      count: found.length,
      places: found.length,
      at: (index) => {
        const note = found[index];
        return note && { kind: "note", key: note.id, note, group: "", place: index + 1 };
      },
      keyAt: (index) => found[index]?.id,
      kindAt: (index) => found[index] && "note",
      indexOf: (key) => found.findIndex(({ id }) => id === key),
    };
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
  return {
    count: rows.length,
    places,
    at: (index) => rows[index],
    keyAt: (index) => rows[index]?.key,
    kindAt: (index) => rows[index]?.kind,
    indexOf: (key) => rows.findIndex((row) => row.key === key),
  };
}

/** Number of the row with a key, else of the nearest note to where the last one was; -1 in an empty list. */
export function rowAt(rows: LibraryRows, key: string | null, last: number): number {
  const at = key === null ? -1 : rows.indexOf(key);
  if (at >= 0) return at;
  const isNote = (index: number) => rows.kindAt(index) === "note";
  for (let after = last; after < rows.count; after++) if (isNote(after)) return after;
  for (let before = rows.count - 1; before >= 0; before--) if (isNote(before)) return before;
  return -1;
}
