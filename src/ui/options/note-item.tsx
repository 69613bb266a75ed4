import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Note } from "../../core/notes/note.ts";
import { Button } from "../components/button.tsx";
import { dateWords, instantWords } from "../components/date-words.ts";
import { type NoteEdit, NoteEditor } from "./note-editor.tsx";

interface NoteItemProps {
  note: Note;
  /** Rejects when the note was not saved. */
  onSave(edit: NoteEdit): Promise<void>;
  onDelete(): void;
}

/** One note: what it is on, what it says, where and when it was written. */
export function NoteItem({ note, onSave, onDelete }: NoteItemProps) {
  const [editing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The editor's button had the focus and is gone.
    if (wasEditing.current && !editing) editButton.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const about = note.entity?.name ?? note.page.title;
  return (
    <li class="note">
      <article aria-label={i18n.t("notes.noteOn", [about])}>
        {note.entity ? <h2>{note.entity.name}</h2> : null}
        {note.passage ? <blockquote>{note.passage.quote}</blockquote> : null}
        {editing ? (
          <NoteEditor note={note} onSave={onSave} onClose={() => setEditing(false)} />
        ) : (
          <>
            {note.body ? <p class="note-body">{note.body}</p> : null}
            {note.tags.length > 0 ? (
              <ul class="tags" aria-label={i18n.t("notes.tags")}>
                {note.tags.map((tag) => (
                  <li key={tag}>{tag}</li>
                ))}
              </ul>
            ) : null}
          </>
        )}
        <div class="note-foot">
          <NotePlace note={note} />
          {editing ? null : (
            <div class="note-actions">
              <Button
                look="quiet"
                onClick={() => setEditing(true)}
                label={i18n.t("notes.editOn", [about])}
                buttonRef={editButton}
              >
                {i18n.t("notes.edit")}
              </Button>
              <Button look="quiet" onClick={onDelete} label={i18n.t("notes.deleteOn", [about])}>
                {i18n.t("notes.delete")}
              </Button>
            </div>
          )}
        </div>
      </article>
    </li>
  );
}

function NotePlace({ note }: { note: Note }) {
  const { page, created, changed, datasetVersion } = note;
  const title = page.title || page.url;
  const facts = [
    page.site,
    page.published ? i18n.t("notes.articleOf", [dateWords(page.published)]) : "",
    changed === created
      ? i18n.t("notes.written", [instantWords(created)])
      : i18n.t("notes.changed", [instantWords(created), instantWords(changed)]),
    i18n.t("card.version", [datasetVersion]),
  ].filter(Boolean);
  return (
    <div class="note-place">
      <p>
        {isWebAddress(page.url) ? (
          <a href={page.url} target="_blank" rel="noreferrer">
            {title}
            <span class="unseen"> ({i18n.t("card.newTab")})</span>
          </a>
        ) : (
          title
        )}
      </p>
      <ul class="note-facts dim">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}

/** Addresses come from pages and files: only those that open as web pages become links. */
function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
