import type { Note } from "./note.ts";
import { passageLimits } from "./note-limits.ts";

/** What a search for a passage on its page may come to. `orphan`: it is not there, or two places are equally like it. */
export const placeStates = ["found", "edited", "orphan"] as const;
export type PlaceState = (typeof placeStates)[number];

/**
 * What came of the last search for a note's passage, when its page was open. It is true of this browser, its page and its
 * day: no part of the note, of a backup or of an export.
 */
export interface KnownPlace {
  /** Of the note. */
  id: string;
  state: PlaceState;
  /** The words that stand there now, cut where they are long; of what was edited. */
  after?: string;
  /** How many places of the page are like an orphan. */
  candidates?: number;
  /** When it was looked for (ISO instant, UTC). */
  at: string;
}

/** By the note's id. */
export type KnownPlaces = ReadonlyMap<string, KnownPlace>;

/** Earlier versions cut the words there. */
const formerlyCut = 300;

/** Whether more stands on the page than the words that are known. */
export function goesOn({ after = "" }: KnownPlace): boolean {
  return after.length === passageLimits.wordsNow || after.length === formerlyCut;
}

/** Whether what is known of the place of one version of a note is true of another: the same words, on the same page. */
export function standsInPlaceOf(one: Note, other: Note): boolean {
  const spot = ({ passage, page: { url, canonicalUrl } }: Note) =>
    JSON.stringify([passage, url, canonicalUrl]);
  return spot(one) === spot(other);
}

/** What is known of a note's passage: `unlooked` where it was never looked for; null where a note has none. */
export function placeStateOf(note: Note, places: KnownPlaces): PlaceState | "unlooked" | null {
  return note.passage ? (places.get(note.id)?.state ?? "unlooked") : null;
}
