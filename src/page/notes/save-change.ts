import { saysTheSame } from "../../core/notes/edit-draft.ts";
import type { Answers, NoteOnPage } from "../../messaging/protocol.ts";
import type { Ask } from "../ask-background.ts";

/** Another text with its tags, or another place of the page. */
export type NoteChange = Pick<NoteOnPage, "body" | "tags"> | Pick<NoteOnPage, "passage">;

interface Known {
  ask: Ask;
  reload(): Promise<void>;
  /** The note as the page knows it. */
  note(id: string): NoteOnPage | undefined;
}

/**
 * Changes a note of the page. Where it has become another revision since it was read, it is read anew; and where only that
 * has changed which the change does not touch, as when its entity was renamed, it is changed then.
 *
 * @returns `stale` where it says something else by now: nothing was stored.
 * @throws CallError
 */
export async function saveChange(
  read: NoteOnPage,
  change: NoteChange,
  evenInPrivate: boolean,
  { ask, reload, note }: Known,
): Promise<Answers["page.editNote"]> {
  const save = ({ id, revision, body, tags }: NoteOnPage) =>
    ask("page.editNote", { id, revision, body, tags, ...change, evenInPrivate });
  const saved = await save(read);
  if (saved !== "stale") return saved;
  await reload();
  const now = note(read.id);
  const isUntouched = now && ("passage" in change ? isSamePassage(now, read) : saysTheSame(now, read));
  return isUntouched ? save(now) : saved;
}

export function isSamePassage(one: Pick<NoteOnPage, "passage">, other: Pick<NoteOnPage, "passage">): boolean {
  return JSON.stringify(one.passage) === JSON.stringify(other.passage);
}
