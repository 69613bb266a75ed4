import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Note } from "../../../core/notes/note.ts";
import { noteLimits } from "../../../core/notes/note-limits.ts";
import { problemWords } from "../../../core/problem-words.ts";
import type { NoteEdit } from "../../../storage/notes-store.ts";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { type KnownTag, splitTags, TagField, wrongTags } from "./tag-field.tsx";

/** What is being typed for a note: it outlives a look at another note. */
export interface Unsaved extends NoteEdit {
  /** A tag that is not finished. */
  typed: string;
}

interface NoteEditorProps {
  note: Note;
  /** What was typed before another note was looked at. */
  unsaved: Unsaved | undefined;
  /** Undefined: nothing is left to be saved. */
  onUnsaved(unsaved: Unsaved | undefined): void;
  knownTags: readonly KnownTag[];
  /** Rejects when the note was not saved; the text stays in the fields then. */
  onSave(edit: NoteEdit): Promise<void>;
  onClose(): void;
}

/** Edits a note in its place. Escape gives up only where nothing was typed. */
export function NoteEditor({ note, unsaved, onUnsaved, knownTags, onSave, onClose }: NoteEditorProps) {
  // The revision that was read, not the newest: a change made elsewhere meanwhile must be noticed.
  const [edit, setEdit] = useState<Unsaved>(
    () => unsaved ?? { body: note.body, tags: note.tags, revision: note.revision, typed: "" },
  );
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [wrongTag, setWrongTag] = useState<string | null>(null);
  /** As it is now: one key can change two things. */
  const latest = useRef(edit);
  const change = (part: Partial<Unsaved>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setEdit(next);
    const untouched =
      next.body === note.body && next.tags.join("\n") === note.tags.join("\n") && next.typed === "";
    onUnsaved(untouched ? undefined : next);
  };
  const close = () => {
    onUnsaved(undefined);
    onClose();
  };
  const save = async (event: Event) => {
    event.preventDefault();
    setProblem(null);
    const tags = [...new Set([...edit.tags, ...splitTags(edit.typed)])];
    const wrong = wrongTags(tags);
    setWrongTag(wrong);
    if (wrong) return;
    setSaving(true);
    try {
      await onSave({ body: edit.body, tags, revision: edit.revision });
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
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save(event);
        if (event.key !== "Escape") return;
        // What was typed is not thrown away by a key.
        event.stopPropagation();
        if (unsaved === undefined) close();
      }}
    >
      <Field
        label={i18n.t("note.body")}
        hint={i18n.t("library.markdownHint")}
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
      {problem ? (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div class="note-buttons">
        <Button type="submit" look="main" disabled={saving}>
          {i18n.t("note.save")}
        </Button>
        <Button onClick={close}>{i18n.t("note.cancel")}</Button>
      </div>
    </form>
  );
}
