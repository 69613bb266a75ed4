import { useMemo, useRef, useState } from "preact/hooks";
import type { Note } from "../../../core/notes/note.ts";
import type { FoundNotes, LibraryRows } from "./use-found-notes.ts";

export interface Selection {
  /** Ids, also of notes that the list does not show now. */
  ids: ReadonlySet<string>;
  /** Those that it shows. */
  notes: readonly Note[];
  /** @param how `range`: all rows from the last one that was selected, or from where the keyboard was, to this one */
  select(index: number, how: "toggle" | "range"): void;
  /** All that is found, or none where all are selected. */
  selectAll(): void;
  clear(): void;
}

/** Which notes are selected. @param at the row that the keyboard is at */
export function useSelection({ found, rows }: FoundNotes, at: number): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  /** Key of the row where a range begins. */
  const anchor = useRef<string | null>(null);
  const notes = useMemo(() => (ids.size === 0 ? [] : found.filter(({ id }) => ids.has(id))), [found, ids]);
  return {
    ids,
    notes,
    select: (index, how) => {
      const row = rows.at(index);
      if (row?.kind !== "note") return;
      const next = new Set(ids);
      if (how === "range") {
        const begun = anchor.current === null ? -1 : rows.indexOf(anchor.current);
        const from = begun < 0 ? at : begun;
        for (const id of between(rows, from, index)) next.add(id);
        if (begun < 0) anchor.current = rows.keyAt(at) ?? null;
      } else {
        if (!next.delete(row.note.id)) next.add(row.note.id);
        anchor.current = row.key;
      }
      setIds(next);
    },
    selectAll: () => {
      anchor.current = null;
      setIds(notes.length === found.length ? new Set() : new Set(found.map(({ id }) => id)));
    },
    clear: () => {
      anchor.current = null;
      setIds(new Set());
    },
  };
}

function between(rows: LibraryRows, one: number, other: number): string[] {
  const ids: string[] = [];
  for (let at = Math.min(one, other); at <= Math.max(one, other); at++) {
    const row = rows.at(at);
    if (row?.kind === "note") ids.push(row.note.id);
  }
  return ids;
}
