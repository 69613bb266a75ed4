import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { editOf, isSaved, tagsText } from "../../core/notes/edit-draft.ts";
import { problemWords } from "../../core/problem-words.ts";
import type { PageDraft } from "../../messaging/protocol.ts";
import { instantWords } from "../../ui/components/date-words.ts";
import { ThenAndNow } from "../../ui/components/then-and-now.tsx";
import type { ShownNote, ShownNotes } from "../notes-port.ts";
import type { CardEvents, Draft } from "./card-face.ts";
import { draftsOf } from "./drafts-of.ts";
import { NoteBody } from "./note-body.tsx";
import { NoteForm } from "./note-form.tsx";
import { HeadTools } from "./tool.tsx";

interface NotesViewProps {
  shown: ShownNotes;
  /** Key of the mark whose card this is. */
  mark: number;
  /** What is being typed, by the id of its note: it outlives the card, which a press beside it closes. */
  edits: Map<string, Draft>;
  events: Pick<
    CardEvents,
    | "dismissed"
    | "noteEdited"
    | "noteDeleted"
    | "noteAttached"
    | "placeShown"
    | "stepped"
    | "tags"
    | "draftTyped"
    | "draftDropped"
    | "drafts"
    | "draftTaken"
  >;
}

/** The reader's notes on a passage of this page: read, edited, deleted, or laid to where their passage is now. */
export function NotesView({ shown, mark, edits, events }: NotesViewProps) {
  const { notes, candidate } = shown;
  const [editing, setEditing] = useState("");
  /** Id of the note whose form was closed last: the focus was in it. */
  const [edited, setEdited] = useState("");
  const [problem, setProblem] = useState("");
  const [kept, setKept] = useState<readonly PageDraft[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the card opens.
  useEffect(() => void events.drafts().then(setKept), []);
  /** What fails is said in words; the note is as it was. */
  const act = async (work: Promise<void>) => {
    setProblem("");
    await work.catch((cause) => setProblem(problemWords(cause)));
  };
  const begin = ({ note }: ShownNote) => {
    const known = edits.get(note.id);
    // What was typed stays over a change of the note, which the form tells; what it said before, or says by now, is no edit.
    const isEdit = known?.editOf && !isSaved(known.editOf, known) && !isSaved(note, known);
    if (!isEdit) edits.set(note.id, { body: note.body, tags: tagsText(note.tags), editOf: editOf(note) });
    setEditing(note.id);
  };
  const endEdit = ({ note }: ShownNote) => {
    edits.delete(note.id);
    setKept((drafts) => drafts.filter((draft) => draft.editOf?.id !== note.id));
    setEdited(note.id);
    setEditing("");
  };
  return (
    <>
      <header class="head notes-head">
        <h2>{i18n.t("note.view.title", notes.length)}</h2>
        <HeadTools onStep={events.stepped} onClose={events.dismissed} />
      </header>
      <div class="scroll">
        <div class="body">
          {notes.map((one, number) => {
            const draft = editing === one.note.id ? edits.get(one.note.id) : undefined;
            return (
              <article key={one.note.id} class="own-note" data-note={one.note.id}>
                {number === 0 ? (
                  <Place
                    one={one}
                    shown={shown}
                    onAttach={() => void act(events.noteAttached(mark))}
                    onNext={() => candidate && events.placeShown(candidate.next)}
                    onKeep={events.dismissed}
                  />
                ) : null}
                {draft ? (
                  <NoteForm
                    title={i18n.t("note.view.editTitle")}
                    draft={draft}
                    edited={editOf(one.note)}
                    tags={events.tags()}
                    drafts={draftsOf({ editOf: editOf(one.note) }, events)}
                    onSave={async ({ body, tags }) => {
                      await events.noteEdited(one.note.id, { body, tags, revision: one.note.revision });
                      endEdit(one);
                    }}
                    onCancel={() => endEdit(one)}
                  />
                ) : (
                  <NoteText
                    one={one}
                    unsaved={kept.find((draft) => draft.editOf?.id === one.note.id)?.changed}
                    hasFocus={edited === one.note.id}
                    onEdit={() => begin(one)}
                    onDelete={() => void act(events.noteDeleted(one.note.id))}
                  />
                )}
              </article>
            );
          })}
          {problem ? (
            <p role="alert" class="failed">
              {i18n.t("card.failed", [problem])}
            </p>
          ) : null}
        </div>
      </div>
    </>
  );
}

interface PlaceProps {
  one: ShownNote;
  shown: ShownNotes;
  onAttach(): void;
  onNext(): void;
  onKeep(): void;
}

/** What became of the passage, where it does not stand there word for word. */
function Place({ one: { place, note }, shown: { candidate }, onAttach, onNext, onKeep }: PlaceProps) {
  if (place.state === "found") return null;
  const isOrphan = place.state === "orphan";
  return (
    <section class="note-place">
      <p data-answer>{i18n.t(isOrphan ? "note.view.orphan" : "note.view.edited")}</p>
      <ThenAndNow before={place.before ?? note.passage.quote} after={place.after} />
      {isOrphan && candidate ? <p>{i18n.t("note.view.isItHere", candidate.of)}</p> : null}
      <div class="buttons">
        <button type="button" onClick={onAttach}>
          {i18n.t(isOrphan ? "note.view.here" : "note.view.takeWords")}
        </button>
        {candidate && candidate.of > 1 ? (
          <button type="button" onClick={onNext}>
            {i18n.t("note.view.nextPlace")}{" "}
            <span class="dim">
              {i18n.t("card.position", [String(candidate.number), String(candidate.of)])}
            </span>
          </button>
        ) : null}
        {isOrphan ? (
          <button type="button" onClick={onKeep}>
            {i18n.t("note.view.keep")}
          </button>
        ) : null}
      </div>
    </section>
  );
}

interface NoteTextProps {
  one: ShownNote;
  /** When something was typed for it that was not saved (ISO instant). */
  unsaved: string | undefined;
  /** It takes the place of a form that had the focus. */
  hasFocus: boolean;
  onEdit(): void;
  onDelete(): void;
}

function NoteText({ one, unsaved, hasFocus, onEdit, onDelete }: NoteTextProps) {
  const { body, tags, created, changed } = one.note;
  const edit = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it is drawn anew.
  useLayoutEffect(() => {
    if (hasFocus) edit.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <div data-answer>
        {body.trim() ? <NoteBody text={body} /> : <p class="dim">{i18n.t("note.view.empty")}</p>}
      </div>
      {tags.length > 0 ? (
        <ul class="note-tags" aria-label={i18n.t("note.view.tags")}>
          {tags.map((tag) => (
            <li key={tag} class="note-tag">
              <bdi>{tag}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <p class="by-line dim">
        {changed === created
          ? i18n.t("note.view.written", [instantWords(created)])
          : i18n.t("note.view.changed", [instantWords(created), instantWords(changed)])}
      </p>
      <div class="buttons">
        <button type="button" onClick={onEdit} ref={edit}>
          {i18n.t("note.view.edit")}
        </button>
        <button type="button" onClick={onDelete}>
          {i18n.t("note.view.delete")}
        </button>
      </div>
      {/* Known a moment after the card has opened: below, it moves no button from under the pointer. */}
      {unsaved ? <p class="by-line">{i18n.t("note.view.unsaved", [instantWords(unsaved)])}</p> : null}
    </>
  );
}
