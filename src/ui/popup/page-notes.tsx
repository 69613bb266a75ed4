import { i18n } from "#i18n";
import type { PageNote } from "../../messaging/protocol.ts";

interface PageNotesProps {
  /** Null when the notes could not be opened, which is not shown as none. */
  notes: PageNote[] | null;
  onOpen(id: string): void;
}

/** The notes on this page, each by its first line and leading to itself on the options page. */
export function PageNotes({ notes, onOpen }: PageNotesProps) {
  if (notes === null) return <p class="popup-block popup-problem">{i18n.t("popup.notesUnavailable")}</p>;
  if (notes.length === 0) return null;
  return (
    <details class="popup-block">
      <summary>{i18n.t("popup.notesHere", notes.length)}</summary>
      <ul class="page-notes">
        {notes.map(({ id, firstLine, about }) => (
          <li key={id}>
            <button type="button" class="page-note" onClick={() => onOpen(id)}>
              <bdi class="page-note-line">{firstLine || i18n.t("popup.emptyNote")}</bdi>
              {about ? <span class="dim">{i18n.t("notes.noteOn", [about])}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
