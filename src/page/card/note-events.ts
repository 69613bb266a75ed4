import { i18n } from "#i18n";
import type { CardPage } from "../card-port.ts";
import { cardQuestion } from "../describe-mention.ts";
import { offeredNotes, type PageNotes } from "../notes-port.ts";
import type { PlacedMention } from "../placed-mention.ts";
import type { CardEvents, Notice } from "./card-face.ts";
import { createDraftKeeper } from "./keep-drafts.ts";
import { readyFor } from "./note-body.tsx";
import { saveNote } from "./save-note.ts";

export type NoteEvents = Pick<
  CardEvents,
  | "notesHere"
  | "allNotes"
  | "noteWritten"
  | "noteEdited"
  | "noteDeleted"
  | "noteAttached"
  | "draftTyped"
  | "draftDropped"
  | "drafts"
  | "tags"
>;

/** What the notes' part of the card has of the rest. */
interface NoteStage extends Pick<CardPage, "session" | "ask"> {
  /** The mention whose card is open. */
  target(): PlacedMention | undefined;
  /** What cards say is asked for anew: they count the notes. */
  forget(): void;
  /** Shows the notes at the open mark anew. */
  refresh(): Promise<void>;
  closeWithNotice(notice: Notice): void;
}

interface Noting {
  events: NoteEvents;
  /** A note that is being edited is not at the open mark any more: tells where the edit is, which was kept. */
  lost(id: string): void;
  stop(): void;
}

/** What the reader does with notes in the card. */
export function createNoteEvents(stage: NoteStage): Noting {
  const { session, ask } = stage;
  const keeper = createDraftKeeper(ask);
  let toldOfPrivate = false;

  /** In a private window the reader is told once that a note stays; who saves again has been asked. */
  const saving = async (save: (evenInPrivate: boolean) => Promise<unknown>) => {
    const saved = await save(toldOfPrivate);
    if (saved === "stale") throw new Error(i18n.t("note.stale"));
    if (saved !== "private-window") return;
    toldOfPrivate = true;
    throw new Error(i18n.t("private.note"));
  };
  /** @throws Error where the extension was updated under the page. */
  const pageNotes = (): PageNotes => {
    const notes = offeredNotes();
    if (!notes) throw new Error(i18n.t("note.noPage"));
    return notes;
  };
  const bringBack = async (id: string) => {
    const notes = pageNotes();
    await notes.restore(id);
    await notes.reload();
  };

  return {
    stop: keeper.stop,
    lost(id) {
      if (offeredNotes()?.has(id)) stage.closeWithNotice({ what: "note-moved" });
      else stage.closeWithNotice({ what: "note-gone", undo: () => bringBack(id) });
    },
    events: {
      notesHere: async (id) => {
        const notes = await ask("page.notesHere", { id });
        const bodies = notes.map(({ body }) => body);
        await readyFor(bodies, ask);
        return notes;
      },
      allNotes: (id) => void ask("page.allNotes", { id }).catch(() => {}),
      noteWritten: async (note) => {
        const { entity, passage } = note;
        const target = entity && stage.target();
        const asked = entity && target ? cardQuestion(session, target, entity.id) : undefined;
        stage.forget();
        await saving((evenInPrivate) => saveNote(ask, session, note, { evenInPrivate, asked }));
        if (passage) await offeredNotes()?.reload();
      },
      noteEdited: async (id, edit) => {
        const notes = pageNotes();
        await saving((evenInPrivate) => notes.edit(id, edit, evenInPrivate));
        await notes.reload();
        await stage.refresh();
      },
      noteDeleted: async (id) => {
        const notes = pageNotes();
        await notes.remove(id);
        // Before the mark goes, and the card with it.
        stage.closeWithNotice({ what: "note-deleted", undo: () => bringBack(id) });
        await notes.reload();
      },
      noteAttached: async (key) => {
        const notes = pageNotes();
        await saving((evenInPrivate) => notes.attach(key, evenInPrivate));
        stage.closeWithNotice({ what: "note-attached" });
        await notes.reload();
      },
      draftTyped: keeper.typed,
      draftDropped: keeper.dropped,
      drafts: keeper.drafts,
      tags: () => offeredNotes()?.tags() ?? [],
    },
  };
}
