import type { Correction } from "../../core/choices/correction.ts";
import type { EditOf, TypedNote } from "../../core/notes/edit-draft.ts";
import type { Passage } from "../../core/notes/note.ts";
import type { PageDraft } from "../../messaging/protocol.ts";
import type { NoteEdit, ShownNotes } from "../notes-port.ts";
import type { ShownMention } from "./shown-mentions.ts";

/** What the card's face, which the reader sees, tells to the control behind it. */
export interface CardEvents {
  pointerEntered(): void;
  pointerLeft(): void;
  /** @param from the element of the page that had the focus. */
  focusEntered(from: EventTarget | null): void;
  dismissed(): void;
  /** Next (1) or previous (-1) mention. */
  stepped(by: 1 | -1): void;
  siteSwitchedOff(): void;
  /**
   * The name at this mention does not mean this entity. Resolves to true when that is kept, and the card is
   * gone then; to false when the background refused.
   */
  notThisOne(scope: ChoiceScope): Promise<boolean>;
  /** The reader looks at another entity that an uncertain mention may mean. */
  candidateChosen(id: string): void;
  /** The page that a report of a mistake may name. */
  reportedPage(): ReportedPage;
  /** The reader's notes on an entity on this page, newest first. Rejects with an error for people. */
  notesHere(id: string): Promise<NoteHere[]>;
  /** Opens the list of all notes, at this one. */
  allNotes(id?: string): void;
  /** Resolves when the note is stored; rejects with an error whose message is for people, as all of these do. */
  noteWritten(note: WrittenNote): Promise<void>;
  /** Rejects where the note is not what it was when the card showed it. */
  noteEdited(id: string, edit: NoteEdit): Promise<void>;
  noteDeleted(id: string): Promise<void>;
  /** The words at the note mark with this key are taken for its note's passage. */
  noteAttached(key: number): Promise<void>;
  /** The reader looks at another place that an orphan's passage may have come to. */
  placeShown(key: number): void;
  /** Told with every letter. */
  draftTyped(subject: NoteSubject, draft: Draft): void;
  draftDropped(subject: NoteSubject): void;
  /** What was typed on this page and not saved, newest first; nothing where that cannot be known. */
  drafts(): Promise<PageDraft[]>;
  /** The reader goes on with a note on another passage. */
  draftTaken(passage: Passage): void;
  /** Tags of the notes on this page. */
  tags(): string[];
}

export type ReportedPage = NonNullable<Correction["page"]>;

export interface WrittenNote {
  body: string;
  tags: string[];
  passage?: Passage;
  entity?: NoteEntity;
}

/** What a note is written about: an entity, else a passage; or the note that is edited. */
export interface NoteSubject {
  editOf?: EditOf;
  entityId?: string;
  passage?: Passage;
}

/** What is being typed. It outlives the card: one that closes by mistake takes no text with it. */
export interface Draft extends TypedNote {
  /** Id of the one measure of the card that the note is on. */
  claim?: string;
  /** Of an edit: its note, and what that said when the edit began, which may be long ago. */
  editOf?: EditOf;
}

/** Where "not this one" holds: on this page, on this site, everywhere. */
export const choiceScopes = ["here", "site", "everywhere"] as const;
export type ChoiceScope = (typeof choiceScopes)[number];

export interface NoteHere {
  id: string;
  body: string;
  /** ISO instant. */
  created: string;
}

/** What was done, with the way back. */
export type Notice = (
  | { what: "note-saved" | "note-deleted" | "note-attached" | "note-gone" | "note-moved" }
  | { what: "site-off"; host: string }
  | { what: "not-this-one"; surface: string; name: string }
) & {
  /** Left out where there is nothing to take back. Rejects with an error whose message is for people. */
  undo?(): Promise<void>;
};

export interface NoteEntity {
  id: string;
  name: string;
  /** Id of the one measure of the card that the note is on. */
  claim?: string;
  /** Of an edit: its note, and what that said when the edit began, which may be long ago. */
  editOf?: EditOf;
}

export interface Card {
  /** Host element in the page; the only node of ours there. */
  host: HTMLElement;
  show(shown: ShownMention, anchor: Anchor, options: { focus: boolean }): void;
  /** Opens the editor for a note on a passage. */
  writeNote(passage: Passage, anchor: Anchor): void;
  /** Shows notes of the page at their passage, which has this key. */
  showNotes(shown: ShownNotes, key: number, anchor: Anchor, options: { focus: boolean }): void;
  /** The notes that are shown say something else by now; what is being typed for them stays. */
  updateNotes(shown: ShownNotes, key: number): void;
  /** Id of the note that is being edited, where something else is typed than it says. */
  editedNote(): string | undefined;
  /** Takes the keyboard's focus. */
  focus(): void;
  /** Tells what was done and offers it back, for some seconds, in the card's place. */
  notify(notice: Notice, anchor: Anchor, options: { focus: boolean }): void;
  hide(): void;
  destroy(): void;
}

/** What the card is placed at: a range of text, and the point in it that was pointed at. */
export interface Anchor {
  range: Range;
  point?: { x: number; y: number };
}

export type CreateCard = (events: CardEvents) => Card;
