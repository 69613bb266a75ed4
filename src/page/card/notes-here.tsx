import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { problemWords } from "../../core/problem-words.ts";
import { instantWords } from "../../ui/components/date-words.ts";
import type { NoteHere } from "./card-face.ts";
import { NoteBody } from "./note-body.tsx";

interface NotesHereProps {
  /** How many notes there are on this entity, on all pages. */
  count: number;
  load(): Promise<NoteHere[]>;
  /** Opens the list of all notes, at this one. */
  onAll(id?: string): void;
}

/** The reader's notes on this entity on this page, and the way to all of them. */
export function NotesHere({ count, load, onAll }: NotesHereProps) {
  const [notes, setNotes] = useState<NoteHere[] | null>(null);
  const [problem, setProblem] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of notes are other notes.
  useEffect(() => {
    let current = true;
    load().then(
      (found) => current && setNotes(found),
      (cause) => current && setProblem(problemWords(cause)),
    );
    return () => {
      current = false;
    };
  }, [count]);
  const elsewhere = notes ? Math.max(0, count - notes.length) : 0;
  return (
    <div class="notes-here">
      {problem ? (
        <p role="alert" class="failed">
          {i18n.t("card.notesFailed", [problem])}
        </p>
      ) : null}
      {notes?.length === 0 ? <p class="dim">{i18n.t("card.noNotesHere")}</p> : null}
      {notes && notes.length > 0 ? (
        <ul>
          {notes.map((note) => (
            <li key={note.id}>
              <NoteBody text={note.body} />
              <p class="links">
                <span class="by-line dim">{instantWords(note.created)}</span>
                <button type="button" class="link" onClick={() => onAll(note.id)}>
                  {i18n.t("card.editNote")}
                </button>
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      <p class="links">
        {elsewhere > 0 ? <span class="dim">{i18n.t("card.notesElsewhere", elsewhere)}</span> : null}
        <button type="button" class="link" onClick={() => onAll()}>
          {i18n.t("card.allNotes")}
        </button>
      </p>
    </div>
  );
}
