import type { EntityKind } from "../dataset/schema.ts";
import { pageKey } from "../page-address.ts";
import type { Note } from "./note.ts";

export const noteOrders = ["newest", "oldest", "changed", "article", "title"] as const;
/** `changed`: last changed first. `article`: newest article first, those without a date last. `title`: of the article. */
export type NoteOrder = (typeof noteOrders)[number];

export const noteGroupings = ["none", "article", "entity", "tag"] as const;
export type NoteGrouping = (typeof noteGroupings)[number];

/** The notes in another order. Those of which it says nothing are in the order of their ids, so that it is always the same. */
export function sortNotes(notes: readonly Note[], order: NoteOrder): Note[] {
  const tie = (one: Note, other: Note) => compare(one.id, other.id);
  switch (order) {
    case "newest":
      return notes.toSorted((one, other) => compare(other.created, one.created) || tie(one, other));
    case "oldest":
      return notes.toSorted((one, other) => compare(one.created, other.created) || tie(one, other));
    case "changed":
      return notes.toSorted((one, other) => compare(other.changed, one.changed) || tie(one, other));
    case "article":
      return notes.toSorted(
        (one, other) =>
          compare(other.page.published ?? "", one.page.published ?? "") ||
          compare(other.created, one.created) ||
          tie(one, other),
      );
    case "title": {
      const names = ranks(notes.map(({ page }) => page.title));
      const rank = ({ page }: Note) => names.get(page.title) ?? 0;
      return notes.toSorted(
        (one, other) => rank(one) - rank(other) || compare(other.created, one.created) || tie(one, other),
      );
    }
  }
}

export interface NoteGroup {
  /** Tells it from the others; the same at the next look. */
  key: string;
  /** Empty for the notes that have nothing of the kind. */
  name: string;
  kind?: EntityKind;
  notes: Note[];
}

/**
 * The notes under headings, in the order in which the headings first come up; those without one last. By tag a note stands
 * under each of its tags, and the tags are in the order of the alphabet.
 */
export function groupNotes(notes: readonly Note[], grouping: Exclude<NoteGrouping, "none">): NoteGroup[] {
  const groups = new Map<string, NoteGroup>();
  const without: Note[] = [];
  // A key is dear, and an article has many notes.
  const keys = new Map<string, string>();
  const keyOf = (url: string) => {
    const key = keys.get(url) ?? pageKey(url);
    keys.set(url, key);
    return key;
  };
  const add = (key: string, name: string, note: Note, kind?: EntityKind) => {
    const group = groups.get(key);
    if (group) group.notes.push(note);
    else groups.set(key, { key, name, kind, notes: [note] });
  };
  for (const note of notes) {
    const { page, entity, tags } = note;
    if (grouping === "article") add(keyOf(page.url), page.title || page.url, note);
    else if (grouping === "entity" && entity) add(entity.id, entity.name, note, entity.kind);
    else if (grouping === "tag" && tags.length > 0) for (const tag of tags) add(tag, tag, note);
    else without.push(note);
  }
  const ordered = [...groups.values()];
  if (grouping === "tag") {
    const names = ranks(ordered.map(({ name }) => name));
    ordered.sort((one, other) => (names.get(one.name) ?? 0) - (names.get(other.name) ?? 0));
  }
  return without.length > 0 ? [...ordered, { key: "", name: "", notes: without }] : ordered;
}

/** Places of names in the order of people's alphabet: comparing each name once, and not with each note. */
function ranks(names: readonly string[]): Map<string, number> {
  const { compare: byAlphabet } = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const sorted = [...new Set(names)].sort((one, other) => byAlphabet(one, other) || compare(one, other));
  return new Map(sorted.map((name, rank) => [name, rank]));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
