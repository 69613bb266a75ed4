import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { noteLimits } from "../../core/notes/note-limits.ts";

/** What is being typed. It outlives the card: one that closes by mistake takes no text with it. */
export interface Draft {
  body: string;
  tags: string;
}

interface NoteFormProps {
  title: string;
  draft: Draft;
  /** The passage that the note is on. */
  quote?: string;
  /** The form stays until it is taken away: what follows a save is the caller's business. */
  onSave(note: { body: string; tags: string[] }): Promise<void>;
  onCancel(): void;
}

type Progress = { state: "writing" } | { state: "saving" } | { state: "failed"; problem: string };

/** Writes one note. What was typed stays until it is stored. */
export function NoteForm({ title, draft, quote, onSave, onCancel }: NoteFormProps) {
  const [body, setBody] = useState(draft.body);
  const [tags, setTags] = useState(draft.tags);
  const [progress, setProgress] = useState<Progress>({ state: "writing" });
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);

  const save = async (event: Event) => {
    event.preventDefault();
    setProgress({ state: "saving" });
    try {
      await onSave({ body, tags: tagsOf(tags) });
      draft.body = "";
      draft.tags = "";
    } catch (cause) {
      setProgress({ state: "failed", problem: cause instanceof Error ? cause.message : String(cause) });
    }
  };

  const cancel = () => {
    draft.body = "";
    draft.tags = "";
    onCancel();
  };
  return (
    <form class="note" onSubmit={save} aria-label={title}>
      <h3>{title}</h3>
      {quote ? <blockquote>{quote}</blockquote> : null}
      <label for={`${id}-body`}>{i18n.t("note.body")}</label>
      <textarea
        id={`${id}-body`}
        dir="auto"
        rows={4}
        maxLength={noteLimits.body}
        value={body}
        onInput={(event) => {
          draft.body = event.currentTarget.value;
          setBody(draft.body);
        }}
        ref={field}
      />
      <label for={`${id}-tags`}>{i18n.t("note.tags")}</label>
      <input
        id={`${id}-tags`}
        value={tags}
        onInput={(event) => {
          draft.tags = event.currentTarget.value;
          setTags(draft.tags);
        }}
      />
      {progress.state === "failed" ? (
        <p role="alert" class="failed">
          {i18n.t("note.failed", [progress.problem])}
        </p>
      ) : null}
      <div class="buttons">
        <button type="submit" class="main" disabled={progress.state === "saving"}>
          {progress.state === "saving" ? i18n.t("note.saving") : i18n.t("note.save")}
        </button>
        <button type="button" onClick={cancel}>
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
