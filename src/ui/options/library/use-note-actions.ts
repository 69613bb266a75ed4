import { i18n } from "#i18n";
import type { Note } from "../../../core/notes/note.ts";
import type { NoteEdit } from "../../../storage/notes-store.ts";
import { useApi } from "../../api.ts";
import { countWords } from "../../components/count-words.ts";
import { useNotesSource } from "../notes-source.ts";
import type { NotesInMemory } from "./use-notes.ts";
import type { Undo } from "./use-undo.ts";

export interface NoteActions {
  remove(notes: readonly Note[]): Promise<void>;
  restore(notes: readonly Note[]): Promise<void>;
  edit(note: Note, edit: NoteEdit): Promise<void>;
  addTags(notes: readonly Note[], tags: readonly string[]): Promise<void>;
  removeTag(notes: readonly Note[], tag: string): Promise<void>;
  /**
   * All or none, but for those of which another version has come meanwhile, which the words about it tell; `replaced` are the
   * notes in whose place some of them come.
   */
  putAll(
    notes: readonly Note[],
    replaced: readonly Note[],
    progress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

/** What can be done to notes. Each can be taken back. Each rejects when the store refuses. */
export function useNoteActions(
  { refresh, reload: readNotes }: NotesInMemory,
  readPlaces: () => Promise<void>,
  { push }: Undo,
): NoteActions {
  const api = useApi();
  const source = useNotesSource();
  const idsOf = (notes: readonly { id: string }[]) => notes.map(({ id }) => id);

  const reload = async () => {
    await Promise.all([readNotes(), readPlaces()]);
  };
  const remove = async (ids: readonly string[]) => {
    await source.remove(ids, api.now());
    await refresh(ids);
  };
  const restore = async (ids: readonly string[]) => {
    await source.restore(ids, api.now());
    await refresh(ids);
  };
  const changeTags = async (
    notes: readonly Note[],
    change: { addTags: readonly string[]; removeTags: readonly string[] },
    words: (count: number) => string,
  ) => {
    const before = await source.updateTags(idsOf(notes), change, api.now());
    await refresh(idsOf(before));
    push({
      text: words(before.length),
      undo: async () => {
        await source.setTags(before, api.now());
        await refresh(idsOf(before));
      },
    });
  };

  return {
    remove: async (notes) => {
      const ids = idsOf(notes.filter(({ deleted }) => deleted === undefined));
      await remove(ids);
      push({
        text: i18n.t("library.deleted", ids.length, [countWords(ids.length)]),
        undo: () => restore(ids),
      });
    },
    restore: async (notes) => {
      const ids = idsOf(notes.filter(({ deleted }) => deleted !== undefined));
      await restore(ids);
      push({
        text: i18n.t("library.restored", ids.length, [countWords(ids.length)]),
        undo: () => remove(ids),
      });
    },
    edit: async (note, edit) => {
      const { revision } = await source.update(note.id, edit, api.now());
      await refresh([note.id]);
      const { body, tags } = note;
      push({
        text: i18n.t("library.edited"),
        undo: async () => {
          await source.update(note.id, { body, tags, revision }, api.now());
          await refresh([note.id]);
        },
      });
    },
    addTags: (notes, addTags) =>
      changeTags(notes, { addTags, removeTags: [] }, (count) =>
        i18n.t("library.tagged", count, [addTags.join(", "), countWords(count)]),
      ),
    removeTag: (notes, tag) =>
      changeTags(notes, { addTags: [], removeTags: [tag] }, (count) =>
        i18n.t("library.untagged", count, [tag, countWords(count)]),
      ),
    putAll: async (notes, replaced, progress, signal) => {
      const passed = new Set(await source.putAll(notes, { seen: replaced, progress, signal }));
      await reload();
      const written = notes.filter(({ id }) => !passed.has(id));
      const ids = new Set(idsOf(written));
      const back = replaced.filter(({ id }) => ids.has(id));
      const before = new Set(idsOf(back));
      const added = idsOf(written).filter((id) => !before.has(id));
      const text = i18n.t("library.imported", written.length, [countWords(written.length)]);
      push({
        text:
          passed.size > 0
            ? `${text}. ${i18n.t("library.passedOver", passed.size, [countWords(passed.size)])}`
            : text,
        undo: async () => {
          const kept = await source.putAll(back, { seen: written });
          await source.remove(added, api.now());
          await reload();
          if (kept.length > 0)
            throw new Error(i18n.t("library.passedOver", kept.length, [countWords(kept.length)]));
        },
      });
    },
  };
}
