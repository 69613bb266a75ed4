import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type EditOf, isSaved, saysTheSame, tagsOfText, tagsText } from "../../core/notes/edit-draft.ts";
import { noteLimits } from "../../core/notes/note-limits.ts";
import { problemWords } from "../../core/problem-words.ts";
import { instantWords } from "../../ui/components/date-words.ts";
import type { Draft } from "./card-face.ts";
import { DraftOffer } from "./draft-offer.tsx";
import type { DraftsOf, OtherDraft } from "./drafts-of.ts";

/** What the note can be on, the first by itself. */
export interface NoteChoice {
  /** Id of one measure; undefined: all of it. */
  claim?: string;
  name: string;
}

interface NoteFormProps {
  title: string;
  draft: Draft;
  /** The note that is edited, as it is now; else one is written. */
  edited?: EditOf;
  /** The passage that the note is on. */
  quote?: string;
  /** Where there are several. */
  choices?: NoteChoice[];
  /** Tags that are offered while one is typed. */
  tags: string[];
  /** What is typed is kept beyond the page; left out where it is not. */
  drafts?: DraftsOf;
  /** The form stays until it is taken away: what follows a save is the caller's business. */
  onSave(note: { body: string; tags: string[]; claim?: string }): Promise<void>;
  onCancel(): void;
}

type Progress = { state: "writing" } | { state: "saving" } | { state: "failed"; problem: string };

/** Writes one note. What was typed stays until it is stored, in the card, and where it can in the browser. */
export function NoteForm(props: NoteFormProps) {
  const { title, quote, draft, edited, choices = [], drafts, onSave, onCancel } = props;
  /** What the fields hold as long as nothing was typed. */
  const blank: Draft = edited
    ? { body: edited.body, tags: tagsText(edited.tags), editOf: edited }
    : { body: "", tags: "" };
  const [typed, setTyped] = useState<Draft>({ ...draft });
  const [progress, setProgress] = useState<Progress>({ state: "writing" });
  const [restored, setRestored] = useState("");
  const isSaving = progress.state === "saving";
  // Its own save changes the note a moment before the form is taken away.
  const isBehind = !isSaving && edited && typed.editOf && !saysTheSame(typed.editOf, edited);
  const [other, setOther] = useState<OtherDraft | null>(null);
  const id = useId();
  // On a passage the form is all that its dialog holds; else it stands below the name of what it is about.
  const Title = quote ? "h2" : "h3";
  const field = useRef<HTMLTextAreaElement>(null);
  const tagsField = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);

  const change = (part: Partial<Draft>) => {
    Object.assign(draft, part);
    setTyped({ ...draft });
  };
  const type = (part: Partial<Draft>) => {
    change(part);
    drafts?.typed(draft);
  };
  const empty = () => {
    change({ claim: undefined, wholeTags: undefined, ...blank });
    drafts?.dropped();
    setRestored("");
  };
  const beginAnew = () => {
    empty();
    field.current?.focus();
  };
  const known = useRef(edited);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the note says counts, not who says it again.
  useLayoutEffect(() => {
    // What comes of its own save is seen when that has failed.
    if (isSaving) return;
    const before = known.current;
    known.current = edited;
    if (!edited || !before || saysTheSame(edited, before)) return;
    // What was saved elsewhere, word for word, is done; where nothing was typed there is nothing to be kept.
    if (isSaved(edited, draft)) cancel();
    else if (isSaved(before, draft)) change(blank);
  }, [edited, isSaving]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the form opens.
  useEffect(() => {
    const isEmpty = () => draft.body === blank.body && draft.tags === blank.tags;
    if (!drafts || !isEmpty()) return;
    let isWanted = true;
    void drafts.kept().then(({ own, other: another }) => {
      // Whoever types already has begun anew.
      if (!isWanted || !isEmpty()) return;
      if (own) {
        const { body, tags, wholeTags, claim, editOf, changed } = own;
        change({ body, tags, wholeTags, claim, editOf });
        setRestored(changed);
      } else setOther(another);
    });
    return () => {
      isWanted = false;
    };
  }, []);

  const save = async (event: Event) => {
    event.preventDefault();
    const { body, claim } = typed;
    const before = [...(edited?.tags ?? []), ...(typed.editOf?.tags ?? [])];
    const tags = tagsOfText(typed.tags, [...new Set(before)], typed.wholeTags);
    const wrong = wrongTags(tags);
    if (wrong) {
      setProgress({ state: "failed", problem: wrong });
      tagsField.current?.focus();
      return;
    }
    setProgress({ state: "saving" });
    try {
      await onSave({ body, tags, claim });
      empty();
    } catch (cause) {
      setProgress({ state: "failed", problem: problemWords(cause) });
    }
  };
  const cancel = () => {
    empty();
    onCancel();
  };
  return (
    <form
      class="note"
      onSubmit={save}
      aria-label={title}
      onKeyDown={(event) => {
        // As in the library.
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isSaving) void save(event);
      }}
    >
      <Title>{title}</Title>
      {quote ? <blockquote dir="auto">{quote}</blockquote> : null}
      {/* In the tree from the start, so that it is read out when it fills. */}
      <p role="status" class="restored">
        {[restored && i18n.t("note.restored", [instantWords(restored)]), isBehind && i18n.t("note.meanwhile")]
          .filter(Boolean)
          .join(" ")}
      </p>
      {isBehind ? <Meanwhile says={blank} onTake={beginAnew} /> : null}
      {restored && !isBehind ? (
        <button type="button" class="link" onClick={beginAnew}>
          {i18n.t("note.discard")}
        </button>
      ) : null}
      {other ? <DraftOffer other={other} /> : null}
      {choices.length > 1 ? (
        <>
          <label for={`${id}-on`}>{i18n.t("note.subject")}</label>
          <select
            id={`${id}-on`}
            value={typed.claim ?? ""}
            onChange={(event) => type({ claim: event.currentTarget.value || undefined })}
          >
            {choices.map(({ claim = "", name }) => (
              <option key={claim} value={claim}>
                {name}
              </option>
            ))}
          </select>
        </>
      ) : null}
      <label for={`${id}-body`}>{i18n.t("note.body")}</label>
      <textarea
        id={`${id}-body`}
        dir="auto"
        rows={4}
        maxLength={noteLimits.body}
        value={typed.body}
        onInput={(event) => type({ body: event.currentTarget.value })}
        ref={field}
      />
      <label for={`${id}-tags`}>{i18n.t("note.tags")}</label>
      <input
        id={`${id}-tags`}
        dir="auto"
        ref={tagsField}
        list={`${id}-offered`}
        autocomplete="off"
        value={typed.tags}
        onInput={(event) => type({ tags: event.currentTarget.value })}
      />
      <datalist id={`${id}-offered`}>
        {offeredTags(typed.tags, props.tags).map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      {progress.state === "failed" ? (
        <p role="alert" class="failed">
          {i18n.t("note.failed", [progress.problem])}
        </p>
      ) : null}
      <div class="buttons">
        <button type="submit" class="main" disabled={isSaving}>
          {i18n.t(isSaving ? "note.saving" : isBehind ? "note.saveMine" : "note.save")}
        </button>
        <button type="button" onClick={cancel}>
          {i18n.t("note.cancel")}
        </button>
      </div>
    </form>
  );
}

/** What the note says now, where that is not what it said when the edit began: a save would write over it. */
function Meanwhile({ says: { body, tags }, onTake }: { says: Draft; onTake(): void }) {
  return (
    <div class="other-draft">
      <blockquote dir="auto">{body || i18n.t("note.view.empty")}</blockquote>
      {tags ? <span dir="auto">{tags}</span> : null}
      <button type="button" class="link" onClick={onTake}>
        {i18n.t("note.takeTheirs")}
      </button>
    </div>
  );
}

/** Why tags cannot be kept, in words; null where they can. */
function wrongTags(tags: readonly string[]): string | null {
  if (tags.length > noteLimits.tags) return i18n.t("library.manyTags", [String(noteLimits.tags)]);
  if (tags.some((tag) => tag.length > noteLimits.tag))
    return i18n.t("library.longTag", [String(noteLimits.tag)]);
  return null;
}

/**
 * What the field may become: a browser offers whole values, so the tags before the last one stand in each. A tag with a
 * comma in it, which came with an import, would become two.
 */
function offeredTags(text: string, known: readonly string[]): string[] {
  const parts = text.split(",").map((tag) => tag.trim());
  const before = parts.slice(0, -1).filter(Boolean);
  return known
    .filter((tag) => !before.includes(tag) && !tag.includes(","))
    .map((tag) => [...before, tag].join(", "));
}
