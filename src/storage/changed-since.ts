import type { Note } from "../core/notes/note.ts";
import type { WritableNotes } from "./writing.ts";

/** Ids of those notes to be written in whose place another one stands than was seen. */
export async function changedSince(
  store: WritableNotes,
  notes: readonly Note[],
  seen: readonly Note[],
): Promise<Set<string>> {
  const known = new Map(seen.map((note) => [note.id, note]));
  // All keys at once, for most of what is imported is new, and asking for each note takes longer than writing it.
  const there = new Set(await store.getAllKeys());
  const changed = new Set<string>();
  await Promise.all(
    notes.map(async ({ id }) => {
      const before = known.get(id);
      const now = there.has(id) ? await store.get(id) : undefined;
      const isSame =
        before?.revision === now?.revision &&
        before?.changed === now?.changed &&
        before?.deleted === now?.deleted;
      if (!isSame) changed.add(id);
    }),
  );
  return changed;
}
