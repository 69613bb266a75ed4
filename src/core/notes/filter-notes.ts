import type { Day } from "../dataset/dates.ts";
import type { EntityKind } from "../dataset/schema.ts";
import { type KnownPlaces, type PlaceState, placeStateOf, placeStates } from "./known-place.ts";
import type { Note } from "./note.ts";

/** What a filter can ask of a note by a value that the notes themselves have. */
export const facetNames = ["entity", "country", "site", "tag"] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * What a note must be like to be shown. Values of one facet are alternatives, but for tags: a note must have all of them. An
 * empty list asks for nothing.
 */
export interface NoteFilter {
  /** Ids of entities. Countries have a list of their own. */
  entity: readonly string[];
  country: readonly string[];
  site: readonly string[];
  tag: readonly string[];
  /** Both days count. */
  from: Day | null;
  until: Day | null;
  /** Which date the two are about. A note whose article has none is not found by it. */
  dateOf: "written" | "article";
  state: NoteState;
}

/**
 * `found` to `unlooked`: with a passage of which that is known (`placeStateOf`). `deleted`: those that can still be restored,
 * and only they.
 */
export const noteStates = [
  "any",
  "withPassage",
  "withoutPassage",
  ...placeStates,
  "unlooked",
  "deleted",
] as const;
export type NoteState = (typeof noteStates)[number];

/** Whether a state asks for what is known of the places of passages. */
export function asksForPlaces(state: NoteState): state is PlaceState | "unlooked" {
  return state === "unlooked" || (placeStates as readonly string[]).includes(state);
}

export const noFilter: NoteFilter = {
  entity: [],
  country: [],
  site: [],
  tag: [],
  from: null,
  until: null,
  dateOf: "written",
  state: "any",
};

const nothingKnown: KnownPlaces = new Map();

/**
 * The notes that a filter lets through, in their given order.
 *
 * @param places only needed where the filter's state asks for them
 */
export function filterNotes(
  notes: readonly Note[],
  filter: NoteFilter,
  places: KnownPlaces = nothingKnown,
): readonly Note[] {
  const tests: ((note: Note) => boolean)[] = [];
  const { entity, country, site, tag, from, until, dateOf, state } = filter;
  const ids = new Set([...entity, ...country]);
  // A note is on one entity: both lists together are alternatives, or a country and a vendor would find nothing.
  if (ids.size > 0) tests.push((note) => note.entity !== undefined && ids.has(note.entity.id));
  const sites = new Set(site);
  if (sites.size > 0) tests.push((note) => sites.has(note.page.site));
  if (tag.length > 0) tests.push((note) => tag.every((one) => note.tags.includes(one)));
  if (from !== null) tests.push((note) => (dateOfNote(note, dateOf) ?? "") >= from);
  if (until !== null) {
    tests.push((note) => {
      const date = dateOfNote(note, dateOf);
      return date !== undefined && date <= until;
    });
  }
  if (state === "withPassage") tests.push((note) => note.passage !== undefined);
  if (state === "withoutPassage") tests.push((note) => note.passage === undefined);
  if (asksForPlaces(state)) tests.push((note) => placeStateOf(note, places) === state);
  tests.push((note) => (note.deleted !== undefined) === (state === "deleted"));
  return notes.filter((note) => tests.every((test) => test(note)));
}

/** A day, in UTC as it is kept; a month or a year where the article gives no more. */
function dateOfNote(note: Note, which: NoteFilter["dateOf"]): string | undefined {
  return which === "written" ? note.created.slice(0, 10) : note.page.published;
}

export interface FacetValue {
  facet: FacetName;
  /** Id of the entity; the site or the tag itself. */
  value: string;
  name: string;
  kind?: EntityKind;
  /** How many notes have it. */
  count: number;
}

/** All values by which notes can be filtered, the most frequent first. Deleted notes do not count. */
export function facetValues(notes: readonly Note[]): FacetValue[] {
  const values = new Map<string, FacetValue>();
  const count = (facet: FacetName, value: string, name: string, kind?: EntityKind) => {
    const key = `${facet} ${value}`;
    const known = values.get(key);
    if (known) known.count++;
    else values.set(key, { facet, value, name, kind, count: 1 });
  };
  for (const { deleted, entity, page, tags } of notes) {
    if (deleted !== undefined) continue;
    if (entity) count(entity.kind === "country" ? "country" : "entity", entity.id, entity.name, entity.kind);
    if (page.site) count("site", page.site, page.site);
    for (const tag of tags) count("tag", tag, tag);
  }
  return [...values.values()].sort(
    (one, other) => other.count - one.count || (one.name < other.name ? -1 : 1),
  );
}
