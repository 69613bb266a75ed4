import { editOf, isSaved } from "../core/notes/edit-draft.ts";
import type { Note } from "../core/notes/note.ts";
import type { Handlers } from "../messaging/listen.ts";
import type { KeptEdit } from "../messaging/protocol.ts";
import { report } from "../platform/report.ts";
import { editKey } from "../storage/drafts-store.ts";
import type { Draft } from "../storage/migrations.ts";
import type { Services } from "./services.ts";

export type NoteEditCall = "ui.edits" | "ui.keepEdit" | "ui.dropEdit";

/** Edits of notes that were not saved, for the library: through here, because a page that is closed finishes no writing. */
export function noteEdits(services: Services): Pick<Handlers, NoteEditCall> {
  const { notes, drafts } = services;
  return {
    "ui.edits": async () => {
      const kept = await drafts.edits();
      const found = await Promise.all(kept.map((draft) => draft.editOf && notes.get(draft.editOf.id)));
      // That of a deleted note waits: whoever restores the note has it again.
      return unsaved(
        kept,
        found.filter((note) => note && !note.deleted),
      );
    },
    "ui.keepEdit": (edit) => keepEdit(services, edit),
    "ui.dropEdit": async ({ id }) => {
      await drafts.drop(editKey(id));
      return true;
    },
  };
}

/** Keeps an edit; what says no more than its note did is none. False where its note is gone. */
export async function keepEdit(
  { drafts, now }: Services,
  { editOf: of, body, tags, wholeTags }: Omit<KeptEdit, "changed">,
): Promise<boolean> {
  const key = editKey(of.id);
  if (!isSaved(of, { body, tags, wholeTags }))
    return drafts.keepEdit({ key, editOf: editOf(of), body, tags, wholeTags, changed: now() });
  await drafts.drop(key);
  return true;
}

/** The edits of notes that are not saved. */
export async function editsOf({ drafts }: Services, notes: readonly Note[]): Promise<KeptEdit[]> {
  return unsaved(await drafts.edits(notes.map(({ id }) => id)), notes);
}

/** One that its note says already was saved, and the browser died before it was dropped. */
function unsaved(kept: readonly Draft[], notes: readonly (Note | undefined)[]): KeptEdit[] {
  const byId = new Map(notes.map((note) => [note?.id, note]));
  return kept.flatMap(({ editOf: of, body, tags, wholeTags, changed }) => {
    const note = of && byId.get(of.id);
    if (!note || isSaved(note, { body, tags, wholeTags })) return [];
    return { editOf: of, body, tags, wholeTags, changed };
  });
}

/** The note is safe: that its draft stays is no reason to tell that it was not saved. */
export async function dropSaved({ drafts }: Services, key: string): Promise<void> {
  await drafts.drop(key).catch((cause) => report("the draft of a saved note could not be dropped", cause));
}
