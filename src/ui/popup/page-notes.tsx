import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { plainWords } from "../../core/notes/plain-words.ts";
import type { ReadMarkdown } from "../../core/notes/read-markdown.ts";
import type { PageNote } from "../../messaging/protocol.ts";

interface PageNotesProps {
  /** Null when the notes could not be opened, which is not shown as none. */
  notes: PageNote[] | null;
  /** Leads to the note on the options page. */
  onOpen(id: string): void;
  /** Shows the note at its passage in the page. */
  onShow(id: string): void;
}

/** The notes on this page: each by its first line, leading to itself, and to its passage where the page has that. */
export function PageNotes({ notes, onOpen, onShow }: PageNotesProps) {
  const readMarkdown = useMarkdown(notes?.some(({ markdown }) => markdown) ?? false);
  if (notes === null) return <p class="popup-block popup-problem">{i18n.t("popup.notesUnavailable")}</p>;
  if (notes.length === 0) return null;
  return (
    <details class="popup-block">
      <summary>{i18n.t("popup.notesHere", notes.length)}</summary>
      <ul class="page-notes">
        {notes.map((note) => {
          const name = nameOf(note, readMarkdown);
          return (
            <li key={note.id}>
              <button type="button" class="page-note" onClick={() => onOpen(note.id)}>
                <bdi class="page-note-line">{name}</bdi>
                {note.about ? <span class="dim">{i18n.t("notes.noteOn", [note.about])}</span> : null}
              </button>
              <Place note={note} name={name} onShow={() => onShow(note.id)} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** What reads Markdown is loaded with the first note that holds its signs; until then, and without it, they are shown. */
function useMarkdown(isWanted: boolean): ReadMarkdown | null {
  const [read, setRead] = useState<ReadMarkdown | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    import("../../core/notes/read-markdown.ts").then(
      ({ readMarkdown }) => setRead(() => readMarkdown),
      () => {},
    );
  }, [isWanted]);
  return read;
}

function nameOf({ firstLine, markdown }: PageNote, readMarkdown: ReadMarkdown | null): string {
  const words = markdown && readMarkdown ? plainWords(firstLine, readMarkdown(firstLine)) : firstLine;
  return words || i18n.t("popup.emptyNote");
}

/** Where the note's passage stands now; a passage that was edited or is gone is told with its words. */
function Place({ note, name, onShow }: { note: PageNote; name: string; onShow(): void }) {
  if (!note.place) return null;
  const { state, before, after, candidates = 0 } = note.place;
  const isOrphan = state === "orphan";
  const label = i18n.t(isOrphan ? "popup.showPlace" : "popup.showNote");
  return (
    <div class="page-note-place">
      {state === "found" ? null : <b>{i18n.t(`popup.notePlace.${state}`)}</b>}
      {before ? <p dir="auto">{i18n.t("popup.noteBefore", [before])}</p> : null}
      {after ? <p dir="auto">{i18n.t("popup.noteAfter", [after])}</p> : null}
      {isOrphan && candidates === 0 ? null : (
        <button type="button" class="page-note-show" aria-label={`${label}: ${name}`} onClick={onShow}>
          {label}
        </button>
      )}
    </div>
  );
}
