import { digest } from "./digest.ts";
import type { Note } from "./note.ts";
import { versionOf } from "./revise-note.ts";

/** One version of a note, as it is under the id that the note was made with. */
interface Version {
  name: string;
  /** With that id, and without `copyOf`. */
  note: Note;
}

/**
 * Joins the notes of two places, tombstones among them. A version gives way only to one that came from it; of versions
 * that were written apart from one another one keeps the note's id, and every other one stays as a note of its own
 * (`copyOf` names the first). A note that was edited in one place and deleted in the other stays.
 *
 * Commutative, associative and idempotent: it makes no difference in which order, how often and by which ways places
 * are joined. The notes come in the order of their ids.
 *
 * A note tells its last 50 versions (`past`). A version of a revision before these counts as one that it came from,
 * and so does any earlier revision for a note that was written before versions were told.
 */
export function mergeNotes(one: readonly Note[], other: readonly Note[]): Note[] {
  const versions = new Map<string, Version>();
  for (const note of [...one, ...other]) {
    const { copyOf, ...own } = note;
    const version = { name: versionOf(note), note: { ...own, id: copyOf ?? own.id } };
    versions.set(version.name, version);
  }
  const byNote = Map.groupBy(latest(versions), ({ note }) => note.id);
  const merged: Note[] = [];
  for (const rivals of byNote.values()) {
    const [first, ...others] = rivals.sort(firstOfRivals);
    if (first) merged.push(first.note);
    for (const { note } of others) merged.push(asCopy(note));
  }
  return merged.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A version of a note as a note of its own, beside the one that keeps the id; the same each time that it is made. */
export function asCopy({ copyOf, ...note }: Note): Note {
  const id = copyOf ?? note.id;
  const name = versionOf({ ...note, id });
  return { ...note, id: idOfCopy(id, name), copyOf: id };
}

/** The versions to which none of the others is a later one. */
function latest(versions: ReadonlyMap<string, Version>): Version[] {
  const past = new Set<string>();
  /** The first revision of each note that is still told, by id: what is before it is past. */
  const told = new Map<string, number>();
  for (const { note } of versions.values()) {
    for (const name of note.past ?? []) past.add(name);
    const from = note.revision - (note.past?.length ?? 0);
    told.set(note.id, Math.max(told.get(note.id) ?? 0, from));
  }
  return [...versions.values()].filter(
    ({ name, note }) =>
      !past.has(name) &&
      note.revision >= (told.get(note.id) ?? 0) &&
      // The copy of this version was edited since, and goes on as a note of its own.
      !told.has(idOfCopy(note.id, name)),
  );
}

/** What is not deleted comes first, then what was changed more often; after that it matters only that all agree. */
function firstOfRivals(one: Version, other: Version): number {
  const [gone, otherGone] = [one.note.deleted !== undefined, other.note.deleted !== undefined];
  if (gone !== otherGone) return gone ? 1 : -1;
  return other.note.revision - one.note.revision || (one.name < other.name ? -1 : 1);
}

/** The same everywhere, so that a copy which two places made is one. Written as a UUID of version 8. */
function idOfCopy(id: string, version: string): string {
  const hex = digest(`${id} ${version}`);
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}
