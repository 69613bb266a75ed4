import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Note } from "../../core/notes/note.ts";
import { Button } from "../components/button.tsx";
import { dateWords, instantWords } from "../components/date-words.ts";
import { type NoteEdit, NoteEditor } from "./note-editor.tsx";
import { PageLink } from "./page-link.tsx";

interface NoteItemProps {
  note: Note;
  /** It is the one that was asked for. */
  wanted: boolean;
  /** Rejects when the note was not saved. */
  onSave(edit: NoteEdit): Promise<void>;
  onDelete(): void;
}

/** One note: what it is on, what it says, where and when it was written. */
export function NoteItem({ note, wanted, onSave, onDelete }: NoteItemProps) {
  const [editing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    // The editor's button had the focus and is gone.
    if (wasEditing.current && !editing) editButton.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!wanted) return;
    article.current?.scrollIntoView({ block: "center", behavior: "instant" });
    article.current?.focus({ preventScroll: true });
  }, [wanted]);
  const about = note.entity?.name ?? note.page.title;
  return (
    <li class="note">
      <article
        aria-label={i18n.t("notes.noteOn", [about])}
        class={wanted ? "wanted" : undefined}
        tabIndex={wanted ? -1 : undefined}
        ref={article}
      >
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
        <PageLink url={page.url} title={page.title} />
      </p>
      <ul class="note-facts dim">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}
