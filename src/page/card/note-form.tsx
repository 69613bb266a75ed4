import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { noteLimits } from "../../core/notes/note-limits.ts";

interface NoteFormProps {
  title: string;
  /** The passage that the note is on. */
  quote?: string;
  onSave(note: { body: string; tags: string[] }): Promise<void>;
  onCancel(): void;
}

type Progress =
  | { state: "writing" }
  | { state: "saving" }
  | { state: "saved" }
  | { state: "failed"; problem: string };

/** Writes one note. What was typed stays until it is stored. */
export function NoteForm({ title, quote, onSave, onCancel }: NoteFormProps) {
  const [body, setBody] = useState("");
  const [tags, setTags] = useState("");
  const [progress, setProgress] = useState<Progress>({ state: "writing" });
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);

  const save = async (event: Event) => {
    event.preventDefault();
    setProgress({ state: "saving" });
    try {
      await onSave({ body, tags: tagsOf(tags) });
      setProgress({ state: "saved" });
    } catch (cause) {
      setProgress({ state: "failed", problem: cause instanceof Error ? cause.message : String(cause) });
    }
  };

  if (progress.state === "saved") {
    return (
      <p role="status" class="saved">
        {i18n.t("note.saved")}
      </p>
    );
  }
  return (
    <form class="note" onSubmit={save} aria-label={title}>
      <h3>{title}</h3>
      {quote ? <blockquote>{quote}</blockquote> : null}
      <label for={`${id}-body`}>{i18n.t("note.body")}</label>
      <textarea
        id={`${id}-body`}
        rows={4}
        maxLength={noteLimits.body}
        value={body}
        onInput={(event) => setBody(event.currentTarget.value)}
        ref={field}
      />
      <label for={`${id}-tags`}>{i18n.t("note.tags")}</label>
      <input id={`${id}-tags`} value={tags} onInput={(event) => setTags(event.currentTarget.value)} />
      {progress.state === "failed" ? (
        <p role="alert" class="failed">
          {i18n.t("note.failed", [progress.problem])}
        </p>
      ) : null}
      <div class="buttons">
        <button type="submit" class="main" disabled={progress.state === "saving"}>
          {progress.state === "saving" ? i18n.t("note.saving") : i18n.t("note.save")}
        </button>
        <button type="button" onClick={onCancel}>
          {i18n.t("note.cancel")}
        </button>
      </div>
    </form>
  );
}

function tagsOf(text: string): string[] {
  const tags = text.split(",").map((tag) => tag.trim().slice(0, noteLimits.tag));
  return [...new Set(tags.filter(Boolean))].slice(0, noteLimits.tags);
}
