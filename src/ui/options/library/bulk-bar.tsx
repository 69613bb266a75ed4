import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { tagsOfText } from "../../../core/notes/edit-draft.ts";
import type { Note } from "../../../core/notes/note.ts";
import { Button } from "../../components/button.tsx";
import { countWords } from "../../components/count-words.ts";
import { Combobox } from "./combobox.tsx";
import { type KnownTag, suggestTags, wrongTags } from "./tag-field.tsx";

interface BulkBarProps {
  notes: readonly Note[];
  /** They are deleted ones: all that can be done is to bring them back. */
  deleted: boolean;
  knownTags: readonly KnownTag[];
  onAddTags(tags: string[]): void;
  onRemoveTag(tag: string): void;
  onDelete(): void;
  onRestore(): void;
  onExport(): void;
  onClear(): void;
}

/** What can be done with the notes that are selected. */
export function BulkBar(props: BulkBarProps) {
  const { notes, deleted, knownTags } = props;
  const [doing, setDoing] = useState<"tag" | "untag" | null>(null);
  const toggle = (what: "tag" | "untag") => setDoing((before) => (before === what ? null : what));
  return (
    <fieldset class="bulk-bar" aria-label={i18n.t("library.bulk")}>
      <p class="bulk-count" role="status">
        {i18n.t("library.selected", notes.length, [countWords(notes.length)])}
      </p>
      <div class="bulk-actions">
        {deleted ? (
          <Button onClick={props.onRestore}>{i18n.t("library.restore")}</Button>
        ) : (
          <>
            <Button onClick={() => toggle("tag")} expanded={doing === "tag"}>
              {i18n.t("library.addTags")}
            </Button>
            <Button onClick={() => toggle("untag")} expanded={doing === "untag"}>
              {i18n.t("library.removeTags")}
            </Button>
            <Button onClick={props.onDelete}>{i18n.t("library.delete")}</Button>
          </>
        )}
        <Button onClick={props.onExport}>{i18n.t("library.exportSelected")}</Button>
        <Button look="quiet" onClick={props.onClear}>
          {i18n.t("library.clearSelection")}
        </Button>
      </div>
      {doing === "tag" ? <AddTags knownTags={knownTags} onAdd={props.onAddTags} /> : null}
      {doing === "untag" ? <RemoveTags notes={notes} onRemove={props.onRemoveTag} /> : null}
    </fieldset>
  );
}

function AddTags({ knownTags, onAdd }: { knownTags: readonly KnownTag[]; onAdd(tags: string[]): void }) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const add = (tags: string[]) => {
    const wrong = wrongTags(tags);
    setProblem(wrong);
    if (wrong || tags.length === 0) return;
    setTyped("");
    onAdd(tags);
  };
  return (
    <form
      class="bulk-tags"
      onSubmit={(event) => {
        event.preventDefault();
        add(tagsOfText(typed));
      }}
    >
      <Combobox
        label={i18n.t("library.tagsToAdd")}
        quietLabel
        placeholder={i18n.t("library.tagsToAdd")}
        value={typed}
        onInput={setTyped}
        problem={problem}
        suggestions={suggestTags(knownTags, typed, []).map(({ name }) => ({ key: name, name }))}
        onChoose={(tag) => add([tag])}
      />
      <Button type="submit">{i18n.t("library.add")}</Button>
    </form>
  );
}

function RemoveTags({ notes, onRemove }: { notes: readonly Note[]; onRemove(tag: string): void }) {
  const tags = useMemo(() => {
    const counts = new Map<string, number>();
    for (const note of notes) for (const tag of note.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one);
  }, [notes]);
  if (tags.length === 0) return <p class="dim">{i18n.t("library.noTagsHere")}</p>;
  return (
    <ul class="tags" aria-label={i18n.t("library.removeTags")}>
      {tags.slice(0, mostTags).map(([tag, count]) => (
        <li key={tag}>
          <button
            type="button"
            class="tag"
            aria-label={i18n.t("library.removeTag", [tag])}
            onClick={() => onRemove(tag)}
          >
            <span dir="auto">{tag}</span> <span class="dim">{countWords(count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The most frequent are offered; a rare tag is found by filtering for it. */
const mostTags = 40;
