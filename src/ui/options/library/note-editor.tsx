import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import {
  type EditOf,
  eachOnce,
  editOf,
  saysTheSame,
  tagsOfText,
  tagsText,
} from "../../../core/notes/edit-draft.ts";
import type { Note } from "../../../core/notes/note.ts";
import { noteLimits } from "../../../core/notes/note-limits.ts";
import { problemWords } from "../../../core/problem-words.ts";
import type { NoteEdit } from "../../../storage/notes-store.ts";
import { Button } from "../../components/button.tsx";
import { instantWords } from "../../components/date-words.ts";
import { Field } from "../../components/field.tsx";
import { type KnownTag, TagField, wrongTags } from "./tag-field.tsx";

/** What is being typed for a note: it outlives a look at another note, and the page. */
export interface Unsaved extends Pick<NoteEdit, "body" | "tags"> {
  /** Absent where all of it was typed before the page was closed, or elsewhere. */
  typedHere?: true;
  /** A tag that is not finished. */
  typed: string;
  /** What the note said when the edit began. */
  editOf: EditOf;
  /** When it was kept (ISO instant), where it was typed before the page was closed. */
  restored?: string;
}

/** Whether nothing of it was typed on this page since it was opened. */
export function isTypedElsewhere(unsaved: Unsaved | undefined): boolean {
  return unsaved !== undefined && !unsaved.typedHere;
}

/** What the note will say when it is saved; a tag that is not finished is taken as it is. */
export function finished({ body, tags, typed }: Unsaved): Pick<Note, "body" | "tags"> {
  return { body, tags: eachOnce([...tags, ...tagsOfText(typed)], tags) };
}

interface NoteEditorProps {
  note: Note;
  /** What was typed before another note was looked at. */
  unsaved: Unsaved | undefined;
  /** Undefined: nothing is left to be saved. */
  onUnsaved(unsaved: Unsaved | undefined): void;
  /** Why what is typed cannot be kept beyond this page; null where it can. */
  notKept: string | null;
  knownTags: readonly KnownTag[];
  /** Rejects when the note was not saved; the text stays in the fields then. */
  onSave(edit: NoteEdit): Promise<void>;
  onClose(): void;
}

/** Edits a note in its place. Escape gives up only where nothing was typed. */
export function NoteEditor(props: NoteEditorProps) {
  const { note, unsaved, onUnsaved, notKept, knownTags, onSave, onClose } = props;
  const begun = (): Unsaved => ({
    body: note.body,
    tags: note.tags,
    typed: "",
    editOf: editOf(note),
  });
  const [edit, setEdit] = useState<Unsaved>(() => ({ ...begun(), ...unsaved }));
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [wrongTag, setWrongTag] = useState<string | null>(null);
  const id = useId();
  // Its own save changes the note a moment before the editor is closed.
  const isBehind = !saving && !saysTheSame(edit.editOf, note);
  const form = useRef<HTMLFormElement>(null);
  /** As it is now: one key can change two things. */
  const latest = useRef(edit);
  const change = (part: Partial<Unsaved>) => {
    const next: Unsaved = { ...latest.current, ...part, typedHere: true };
    latest.current = next;
    setEdit(next);
    onUnsaved(next.typed === "" && saysTheSame(next, note) ? undefined : next);
  };
  const discard = () => {
    latest.current = begun();
    setEdit(latest.current);
    onUnsaved(undefined);
    form.current?.querySelector("textarea")?.focus();
  };
  // It may be known only now, or come from a page's card. Whoever has typed here has begun anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text of the note is no other edit.
  useLayoutEffect(() => {
    if (!isTypedElsewhere(unsaved)) return;
    latest.current = { ...begun(), ...unsaved };
    setEdit(latest.current);
  }, [unsaved]);
  const known = useRef(note);
  useLayoutEffect(() => {
    // What comes of its own save is seen when that has failed.
    if (saving) return;
    const before = known.current;
    known.current = note;
    if (saysTheSame(note, before)) return;
    const typed = finished(latest.current);
    // What was saved elsewhere, word for word, is done; where nothing was typed there is nothing to be kept.
    if (saysTheSame(typed, note)) close();
    else if (saysTheSame(typed, before)) {
      latest.current = begun();
      setEdit(latest.current);
    }
  });
  const close = () => {
    // What was never typed nor seen here is not thrown away.
    if (unsaved !== undefined) onUnsaved(undefined);
    onClose();
  };
  const save = async (event: Event) => {
    event.preventDefault();
    setProblem(null);
    const { body, tags } = finished(edit);
    const wrong = wrongTags(tags);
    setWrongTag(wrong);
    if (wrong) return;
    setSaving(true);
    try {
      // The newest: what it says is shown beside the fields where it is not what the edit began with.
      await onSave({ body, tags, revision: note.revision });
      close();
    } catch (cause) {
      setProblem(i18n.t("note.failed", [problemWords(cause)]));
      setSaving(false);
    }
  };
  return (
    <form
      class="note-editor"
      onSubmit={save}
      ref={form}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save(event);
        if (event.key !== "Escape") return;
        // What was typed is not thrown away by a key.
        event.stopPropagation();
        if (unsaved === undefined) close();
      }}
    >
      {edit.restored ? (
        <p class="restored-edit">
          <span id={`${id}-restored`}>{i18n.t("note.restored", [instantWords(edit.restored)])}</span>{" "}
          {isBehind ? null : (
            <Button look="quiet" onClick={discard}>
              {i18n.t("note.discard")}
            </Button>
          )}
        </p>
      ) : null}
      {/* In the tree from the start, so that it is read out when it fills. */}
      <p role="status" class={isBehind ? undefined : "unseen"} id={`${id}-meanwhile`}>
        {isBehind ? i18n.t("note.meanwhile") : ""}
      </p>
      {isBehind ? (
        <div class="meanwhile">
          <blockquote dir="auto">{note.body || i18n.t("popup.emptyNote")}</blockquote>
          {note.tags.length > 0 ? <p dir="auto">{tagsText(note.tags)}</p> : null}
          <Button look="quiet" onClick={discard}>
            {i18n.t("note.takeTheirs")}
          </Button>
        </div>
      ) : null}
      <Field
        label={i18n.t("note.body")}
        hint={i18n.t("library.markdownHint")}
        describedBy={[edit.restored && `${id}-restored`, isBehind && `${id}-meanwhile`]
          .filter(Boolean)
          .join(" ")}
        rows={8}
        value={edit.body}
        onInput={(body) => change({ body })}
        maxLength={noteLimits.body}
        focused
      />
      <TagField
        tags={edit.tags}
        onTags={(tags) => change({ tags })}
        typed={edit.typed}
        onTyped={(typed) => change({ typed })}
        known={knownTags}
        problem={wrongTag}
      />
      {notKept === null ? null : (
        <p class="field-problem" role="alert">
          {i18n.t("library.notKept", [notKept])}
        </p>
      )}
      {problem ? (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div class="note-buttons">
        <Button type="submit" look="main" disabled={saving}>
          {i18n.t(isBehind ? "note.saveMine" : "note.save")}
        </Button>
        <Button onClick={close}>{i18n.t("note.cancel")}</Button>
      </div>
    </form>
  );
}
