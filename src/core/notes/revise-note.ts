import { digest } from "./digest.ts";
import type { Note } from "./note.ts";
import { noteLimits } from "./note-limits.ts";

/** What a change of a note may give it; `deleted: undefined` brings it back. */
export type NoteChange = Partial<Omit<Note, "id" | "created" | "changed" | "revision" | "past" | "copyOf">>;

/**
 * The next revision of a note. Every change goes through here: the revision tells which of two versions is the later one,
 * and not the clock, which may have been set back. For the same reason a change is never dated before the last one.
 *
 * @param now ISO instant, UTC.
 */
export function reviseNote(note: Note, change: NoteChange, now: string): Note {
  const { copyOf: _, ...own } = note;
  const next: Note = {
    ...own,
    ...change,
    changed: Date.parse(now) > Date.parse(note.changed) ? now : note.changed,
    revision: note.revision + 1,
    past: [...(note.past ?? []), versionOf(note)].slice(-noteLimits.past),
  };
  if (next.deleted === undefined) delete next.deleted;
  return next;
}

/** Names one version of a note by all that it holds: 32 hexadecimal digits. */
export function versionOf({ copyOf, ...note }: Note): string {
  return digest(canonical({ ...note, id: copyOf ?? note.id }));
}

/** JSON with the keys in order, so that the same is always written the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
