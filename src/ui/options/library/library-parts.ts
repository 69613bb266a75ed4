import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Note } from "../../../core/notes/note.ts";

/** What was edited, and the revision that the editing began with. */
export interface NoteEdit {
  body: string;
  tags: string[];
  revision: number;
}

/** The part of the notes' store that the library uses. Every method rejects with an error fit to be shown. */
export interface LibrarySource {
  /** Newest first, deleted ones left out. */
  list(): Promise<Note[]>;
  /** Deleted notes that can still be restored. */
  listDeleted(): Promise<Note[]>;
  /** One note, also a deleted one. */
  get(id: string): Promise<Note | undefined>;
  /** Rejects when the note has changed since the edit began, or is gone. */
  update(id: string, edit: NoteEdit, now: string): Promise<Note>;
  /** Each gives back how many notes it changed; unknown ones are passed over. */
  remove(ids: readonly string[], now: string): Promise<number>;
  restore(ids: readonly string[], now: string): Promise<number>;
  /** Gives back the tags that each note had before which was changed. */
  updateTags(
    ids: readonly string[],
    change: { addTags: readonly string[]; removeTags: readonly string[] },
    now: string,
  ): Promise<{ id: string; tags: string[] }[]>;
  /** Gives each note these tags. */
  setTags(tags: readonly { id: string; tags: string[] }[], now: string): Promise<number>;
  /** Writes notes as they are, all or none. @param progress gets how many are written */
  putAll(notes: readonly Note[], progress?: (done: number) => void, signal?: AbortSignal): Promise<number>;
  /**
   * Calls back after notes were changed by the background or in another tab, with their ids where they are few; gives back
   * how to stop.
   */
  onNotesChange(listener: (change: { ids?: string[] }) => void): () => void;
}

export type FormatId = "backup" | "web-annotation" | "csv" | "markdown" | "csl-json" | "ris" | "bibtex";

/** A kind of file that notes can be written to. */
export interface LibraryFormat {
  id: FormatId;
  fileName(now: string): string;
  mimeType: string;
  /** Pieces of the file in order. */
  write(notes: readonly Note[], about: { exported: string; datasetVersion: string }): Iterable<string>;
}

/** What a file holds, compared with the notes that are there. Nothing is stored yet. */
export interface ImportPlan {
  format: "backup" | "web-annotation" | "csv" | "hypothesis";
  add: Note[];
  same: Note[];
  /** The same note with other content. */
  conflicts: { mine: Note; theirs: Note }[];
  problems: { place: string; problem: string; remedy: string }[];
}

/** All that the library is given, so that tests can hand it something else. */
export interface LibraryParts {
  source: LibrarySource;
  formats: readonly LibraryFormat[];
  readImport(
    text: string,
    fileName: string,
    mine: readonly Note[],
    stamp: { now: string; newId(): string; datasetVersion: string },
  ): ImportPlan;
}

const PartsContext = createContext<LibraryParts | null>(null);

export const LibraryPartsProvider = PartsContext.Provider;

/** @throws Error outside a LibraryPartsProvider. */
export function useLibraryParts(): LibraryParts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error("no LibraryPartsProvider above this component");
  return parts;
}
