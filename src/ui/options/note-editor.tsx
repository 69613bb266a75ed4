import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Note } from "../../core/notes/note.ts";
import { noteLimits } from "../../core/notes/note-limits.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { problemWords } from "../problem-words.ts";

/** What was edited, and the revision that the editing began with. */
export interface NoteEdit {
  body: string;
  tags: string[];
  revision: number;
}

interface NoteEditorProps {
  note: Note;
  /** Rejects when the note was not saved; the text stays in the fields then. */
  onSave(edit: NoteEdit): Promise<void>;
  onClose(): void;
}

/** Edits a note in its place. Escape gives up only where nothing was typed. */
export function NoteEditor({ note, onSave, onClose }: NoteEditorProps) {
  // The revision that was read, not the newest: a change made elsewhere meanwhile must be noticed.
  const [revision] = useState(note.revision);
  const [body, setBody] = useState(note.body);
  const [tags, setTags] = useState(note.tags.join(", "));
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const untouched = body === note.body && tags === note.tags.join(", ");

  const save = async (event: Event) => {
    event.preventDefault();
    setProblem(null);
    const edited = splitTags(tags);
    const wrong = wrongTags(edited);
    if (wrong) return setProblem(wrong);
    setSaving(true);
    try {
      await onSave({ body, tags: edited, revision });
      onClose();
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
        if (event.key === "Escape" && untouched) onClose();
      }}
    >
      <Field
        label={i18n.t("note.body")}
        rows={5}
        value={body}
        onInput={setBody}
        maxLength={noteLimits.body}
        focused
      />
      <Field label={i18n.t("note.tags")} value={tags} onInput={setTags} />
      {problem ? (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      <div class="note-buttons">
        <Button type="submit" look="main" disabled={saving}>
          {i18n.t("note.save")}
        </Button>
        <Button onClick={onClose}>{i18n.t("note.cancel")}</Button>
      </div>
    </form>
  );
}

function splitTags(text: string): string[] {
  const tags = text.split(",").map((tag) => tag.trim());
  return [...new Set(tags.filter(Boolean))];
}

/** Why the tags cannot be kept, in words, before anything is sent. */
function wrongTags(tags: string[]): string | null {
  if (tags.length > noteLimits.tags) return i18n.t("notes.manyTags", [String(noteLimits.tags)]);
  if (tags.some((tag) => tag.length > noteLimits.tag)) {
    return i18n.t("notes.longTag", [String(noteLimits.tag)]);
  }
  return null;
}
