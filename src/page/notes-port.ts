import type { Passage } from "../core/notes/note.ts";
import type { NoteOnPage, NotePlace } from "../messaging/protocol.ts";
import type { ArticleSession } from "./article-session.ts";
import type { Ask } from "./ask-background.ts";
import type { Work } from "./in-slices.ts";
import type { Marker } from "./marker-port.ts";
import type { PlacedMention } from "./placed-mention.ts";

/**
 * How the page script, the marker and the card find the notes of the page. What draws them is a file of its own that the
 * background runs where a page has notes: a page without any loads nothing of it. All run in the extension's isolated
 * world, whose globals the page cannot see.
 */
const portKey = "telecomLensNotes";
const pageKey = "telecomLensPage";

/**
 * A passage with notes, to the hover machine a mention like others; its key is below zero, which no mention's is.
 */
export type NoteMark = Pick<PlacedMention, "key" | "segments" | "letters">;

/** A note with what became of its passage; `before` and `after` in full. */
export interface ShownNote {
  note: NoteOnPage;
  place: NotePlace;
}

/** What the card shows at a note mark. */
export interface ShownNotes {
  /** The note itself, then those whose passages overlap its own. */
  notes: ShownNote[];
  /** Which of the places that an orphan's passage may have come to this mark is, from 1, and the key of the next one. */
  candidate?: { number: number; of: number; next: number };
}

/** What a note is to say, and the revision that was read: it may be another by now. */
export type NoteEdit = Pick<NoteOnPage, "body" | "tags" | "revision">;

export interface PageNotes {
  /** Passages that are marked, in the order of the text. */
  marks(): readonly NoteMark[];
  /** Any mark, also the places of orphans, which are not drawn. */
  find(key: number): NoteMark | undefined;
  at(x: number, y: number): NoteMark | null;
  shown(key: number): ShownNotes | null;
  /** Whether the page still has this note, wherever its passage is. */
  has(id: string): boolean;
  /** What a note keeps of a stretch of the page; null where it holds no text. */
  describe(range: Range, session: Pick<ArticleSession, "blocks" | "wholePage">): Passage | null;
  /** Tags of this page's notes. */
  tags(): string[];
  /** The notes have changed. */
  reload(): Promise<void>;
  /** The page was read: passages are looked for in it. */
  update(marker: Marker): Promise<void>;
  /** The page has become another one. */
  leave(): void;
  destroy(): void;
  /**
   * These change a note in the background; the page shows it after `reload`.
   * @returns of `edit` and `attach`: `private-window` where nothing was stored, because the reader must be told first; `stale`
   *   where nothing was, because the note says something else than the page knew. By then the page knows.
   * @throws CallError
   */
  edit(id: string, edit: NoteEdit, evenInPrivate: boolean): Promise<unknown>;
  /** Takes the words at a mark for its note's passage. */
  attach(key: number, evenInPrivate: boolean): Promise<unknown>;
  remove(id: string): Promise<unknown>;
  restore(id: string): Promise<unknown>;
}

/** What the notes need of the page script. */
export interface RunningPage {
  ask: Ask;
  /** One for all that we do in the page: what is spent on notes is rested for as well. */
  work: Work;
  /** Reads the page, whether it names anything or not; the notes are updated with it. */
  read(): Promise<unknown>;
  /** It is the one of the tab's scripts that answers. */
  answers(): boolean;
  /** The marker runs. Whoever had it run hears of that only later. */
  markerCame?: () => void;
}

const world = globalThis as typeof globalThis & { [portKey]?: PageNotes; [pageKey]?: RunningPage };

export function offerNotes(notes: PageNotes | undefined): void {
  if (notes) world[portKey] = notes;
  else delete world[portKey];
}

export function offeredNotes(): PageNotes | undefined {
  return world[portKey];
}

/** Set while a copy of the page script runs in this world. */
export function setRunningPage(page: RunningPage | undefined): void {
  if (page) world[pageKey] = page;
  else delete world[pageKey];
}

export function runningPage(): RunningPage | undefined {
  return world[pageKey];
}
