import { i18n } from "#i18n";
import type { Note } from "../../../core/notes/note.ts";
import { useApi } from "../../api.ts";
import { type NoteEdit, useLibraryParts } from "./library-parts.ts";
import type { NotesInMemory } from "./use-notes.ts";
import type { Undo } from "./use-undo.ts";

export interface NoteActions {
  remove(notes: readonly Note[]): Promise<void>;
  restore(notes: readonly Note[]): Promise<void>;
  edit(note: Note, edit: NoteEdit): Promise<void>;
  addTags(notes: readonly Note[], tags: readonly string[]): Promise<void>;
  removeTag(notes: readonly Note[], tag: string): Promise<void>;
  /** All or none; `replaced` are the notes in whose place some of them come. */
  putAll(
    notes: readonly Note[],
    replaced: readonly Note[],
    progress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

/** What can be done to notes. Each can be taken back, and shows at once. Each rejects when the store refuses. */
export function useNoteActions({ alter, reload }: NotesInMemory, { push }: Undo): NoteActions {
  const api = useApi();
  const { source } = useLibraryParts();
  const idsOf = (notes: readonly Note[]) => notes.map(({ id }) => id);

  const mark = async (ids: readonly string[], deleted: boolean) => {
    const now = api.now();
    const count = await (deleted ? source.remove(ids, now) : source.restore(ids, now));
    // Another tab was there before: only the store knows what is true now.
    if (count !== ids.length) return reload();
    alter(ids, ({ deleted: _, ...note }) => ({
      ...note,
      ...(deleted ? { deleted: now } : { changed: now }),
      revision: note.revision + 1,
    }));
  };
  const setTags = async (tags: { id: string; tags: string[] }[]) => {
    const now = api.now();
    const count = await source.setTags(tags, now);
    if (count !== tags.length) return reload();
    const of = new Map(tags.map((one) => [one.id, one.tags]));
    alter(of.keys(), (note) => ({
      ...note,
      tags: of.get(note.id) ?? note.tags,
      changed: now,
      revision: note.revision + 1,
    }));
  };
  const changeTags = async (
    notes: readonly Note[],
    addTags: readonly string[],
    removeTags: readonly string[],
    words: (count: number) => string,
  ) => {
    const now = api.now();
    const before = await source.updateTags(idsOf(notes), { addTags, removeTags }, now);
    alter(
      before.map(({ id }) => id),
      (note) => ({
        ...note,
        tags: [...new Set([...note.tags.filter((tag) => !removeTags.includes(tag)), ...addTags])],
        changed: now,
        revision: note.revision + 1,
      }),
    );
    push({ text: words(before.length), undo: () => setTags(before) });
  };

  return {
    remove: async (notes) => {
      const ids = idsOf(notes.filter(({ deleted }) => deleted === undefined));
      await mark(ids, true);
      push({ text: i18n.t("library.deleted", ids.length), undo: () => mark(ids, false) });
    },
    restore: async (notes) => {
      const ids = idsOf(notes.filter(({ deleted }) => deleted !== undefined));
      await mark(ids, false);
      push({ text: i18n.t("library.restored", ids.length), undo: () => mark(ids, true) });
    },
    edit: async (note, edit) => {
      const written = await source.update(note.id, edit, api.now());
      alter([note.id], () => written);
      push({
        text: i18n.t("library.edited"),
        undo: async () => {
          const { body, tags } = note;
          const back = await source.update(note.id, { body, tags, revision: written.revision }, api.now());
          alter([note.id], () => back);
        },
      });
    },
    addTags: (notes, tags) =>
      changeTags(notes, tags, [], (count) =>
        i18n.t("library.tagged", count, [tags.join(", "), String(count)]),
      ),
    removeTag: (notes, tag) =>
      changeTags(notes, [], [tag], (count) => i18n.t("library.untagged", count, [tag, String(count)])),
    putAll: async (notes, replaced, progress, signal) => {
      await source.putAll(notes, progress, signal);
      await reload();
      const back = new Set(idsOf(replaced));
      const added = idsOf(notes).filter((id) => !back.has(id));
      push({
        text: i18n.t("library.imported", notes.length),
        undo: async () => {
          await source.putAll(replaced);
          if (added.length > 0) await source.remove(added, api.now());
          await reload();
        },
      });
    },
  };
}
