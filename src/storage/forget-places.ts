import { standsInPlaceOf } from "../core/notes/known-place.ts";
import type { Note } from "../core/notes/note.ts";
import type { WritableStores } from "./writing.ts";

/** What is known of a passage is not known of another one that is to be written in its place. */
export async function forgetPlaces(
  { notes, places }: WritableStores,
  written: readonly Note[],
): Promise<void> {
  const known = new Set(await places.getAllKeys());
  const forgetting = written.map(async (note) => {
    if (!known.has(note.id)) return;
    const before = await notes.get(note.id);
    if (!before || !standsInPlaceOf(before, note)) await places.delete(note.id);
  });
  await Promise.all(forgetting);
}
