import { useCallback, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { backupFormat } from "../../core/notes/formats/backup.ts";
import type { Note } from "../../core/notes/note.ts";
import { searchNotes } from "../../core/notes/search-notes.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Field } from "../components/field.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { UndoBar } from "../components/undo-bar.tsx";
import { datasetVersion } from "../dataset-version.ts";
import { NotLoaded } from "../not-loaded.tsx";
import { useAction } from "../use-action.ts";
import { useLoaded } from "../use-loaded.ts";
import { NoteItem } from "./note-item.tsx";

/** So many notes are drawn at first, and with each "more": a list of thousands would take seconds. */
const pageSize = 100;

/**
 * The reader's notes: searched, edited, deleted, exported.
 *
 * @param wanted id of the note that the address names; it is shown and takes the focus.
 */
export function NotesSection({ wanted }: { wanted?: string }) {
  const api = useApi();
  const load = useCallback(() => api.call("ui.notes", {}), [api]);
  const [loaded, reload] = useLoaded(load);
  const [query, setQuery] = useState("");
  const [limit, setLimit] = useState(pageSize);
  /** Ids of the notes whose deletion can be undone here. */
  const [deleted, setDeleted] = useState<string[]>([]);
  const list = useRef<HTMLUListElement>(null);

  const { problem, act } = useAction({ after: reload });
  const remove = (id: string) =>
    act(async () => {
      await api.call("ui.deleteNotes", { ids: [id] });
      setDeleted((before) => [...before, id]);
    });
  const undo = () =>
    act(async () => {
      await api.call("ui.restoreNotes", { ids: deleted });
      setDeleted([]);
      // The undo bar had the focus and goes.
      list.current?.focus();
    });
  const exportAll = (notes: Note[]) =>
    act(async () => {
      const exported = api.now();
      const pieces = backupFormat.write(notes, { exported, datasetVersion: await datasetVersion(api) });
      api.download(backupFormat.fileName(exported), [...pieces].join(""));
    });

  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("notes.notOpened")} onAgain={reload} />;

  const notes = loaded.value;
  const found = searchNotes(notes, query);
  const at = found.findIndex(({ id }) => id === wanted);
  const shown = Math.max(limit, at + 1);
  return (
    <>
      {notes.length > 0 ? (
        <div class="notes-tools">
          <Field
            label={i18n.t("notes.search")}
            placeholder={i18n.t("notes.search")}
            quietLabel
            type="search"
            value={query}
            onInput={setQuery}
          />
          <Button onClick={() => void exportAll(notes)}>{i18n.t("notes.export")}</Button>
          <p class="notes-count dim" role="status">
            {query.trim() === ""
              ? i18n.t("notes.count", notes.length)
              : i18n.t("notes.found", [String(found.length), String(notes.length)])}
          </p>
        </div>
      ) : null}
      {wanted && !notes.some(({ id }) => id === wanted) ? (
        <p class="dim" role="status">
          {i18n.t("options.noteGone")}
        </p>
      ) : null}
      {problem ? <ProblemState title={i18n.t("notes.failed")} text={problem} /> : null}
      {notes.length === 0 ? (
        <EmptyState title={i18n.t("notes.none")}>{i18n.t("notes.noneText")}</EmptyState>
      ) : found.length === 0 ? (
        <EmptyState title={i18n.t("notes.noMatch")}>{i18n.t("notes.noMatchText")}</EmptyState>
      ) : (
        <ul class="notes" tabIndex={-1} ref={list}>
          {found.slice(0, shown).map((note) => (
            <NoteItem
              key={note.id}
              note={note}
              wanted={note.id === wanted}
              onSave={async (edit) => {
                await api.call("ui.saveNote", { id: note.id, ...edit });
                await reload();
              }}
              onDelete={() => void remove(note.id)}
            />
          ))}
        </ul>
      )}
      {found.length > shown ? (
        <p class="more">
          <Button onClick={() => setLimit(shown + pageSize)}>
            {i18n.t("notes.more", [String(found.length - shown)])}
          </Button>
        </p>
      ) : null}
      {deleted.length > 0 ? (
        <UndoBar
          text={i18n.t("notes.deleted", deleted.length)}
          onUndo={() => void undo()}
          onDismiss={() => setDeleted([])}
        />
      ) : null}
    </>
  );
}
