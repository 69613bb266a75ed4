import { useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { eachOnce, tagsOfText } from "../../../core/notes/edit-draft.ts";
import { noteLimits } from "../../../core/notes/note-limits.ts";
import { searchWords } from "../../../core/notes/search-notes.ts";
import { Chip } from "./chip.tsx";
import { Combobox } from "./combobox.tsx";

export interface KnownTag {
  name: string;
  /** How many notes have it. */
  count: number;
}

const mostSuggestions = 8;

/** Known tags in which every typed word occurs, the most used first. */
export function suggestTags(
  known: readonly KnownTag[],
  typed: string,
  without: readonly string[],
): KnownTag[] {
  const words = searchWords(typed);
  const found: KnownTag[] = [];
  for (const tag of known) {
    if (found.length === mostSuggestions) break;
    const folded = searchWords(tag.name).join(" ");
    if (!without.includes(tag.name) && words.every((word) => folded.includes(word))) found.push(tag);
  }
  return found;
}

/** Why tags cannot be kept, in words; null where they can. */
export function wrongTags(tags: readonly string[]): string | null {
  if (tags.length > noteLimits.tags) return i18n.t("library.manyTags", [String(noteLimits.tags)]);
  if (tags.some((tag) => tag.length > noteLimits.tag))
    return i18n.t("library.longTag", [String(noteLimits.tag)]);
  return null;
}

interface TagFieldProps {
  tags: readonly string[];
  onTags(tags: string[]): void;
  /** What is being typed and no tag yet; saving takes it, too. */
  typed: string;
  onTyped(text: string): void;
  known: readonly KnownTag[];
  problem?: string | null;
}

/** Tags as chips, and a field that completes what is typed from the tags in use. A comma or Enter ends a tag. */
export function TagField({ tags, onTags, typed, onTyped, known, problem }: TagFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const add = (more: readonly string[]) => onTags(eachOnce([...tags, ...more], tags));
  return (
    <div class="tag-field">
      <Combobox
        label={i18n.t("library.tags")}
        hint={i18n.t("library.tagsHint")}
        problem={problem}
        value={typed}
        inputRef={input}
        onInput={(text) => {
          const parts = text.split(",");
          const rest = parts.pop() ?? "";
          if (parts.length > 0) add(tagsOfText(parts.join(",")));
          onTyped(rest.trimStart());
        }}
        suggestions={suggestTags(known, typed, tags).map(({ name, count }) => ({
          key: name,
          name,
          children: (
            <>
              <span dir="auto">{name}</span> <span class="dim">{count}</span>
            </>
          ),
        }))}
        onChoose={(tag) => {
          add([tag]);
          onTyped("");
        }}
        onEnter={() => {
          const more = tagsOfText(typed);
          add(more);
          onTyped("");
          // An empty field lets Enter save the note.
          return more.length > 0;
        }}
        onBackspace={() => onTags(tags.slice(0, -1))}
      />
      {tags.length > 0 ? (
        <ul class="chips" aria-label={i18n.t("library.tagsChosen")}>
          {tags.map((tag) => (
            <Chip
              key={tag}
              name={tag}
              onRemove={() => {
                onTags(tags.filter((one) => one !== tag));
                input.current?.focus();
              }}
            />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
