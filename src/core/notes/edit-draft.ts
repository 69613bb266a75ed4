import type { Note } from "./note.ts";

/** Which note an edit that was not saved is of, and what it said when the edit began. */
export interface EditOf extends Pick<Note, "id" | "body" | "tags"> {}

export function editOf({ id, body, tags }: EditOf): EditOf {
  return { id, body, tags };
}

/**
 * Whether a note says what it said when an edit began. Its revision would not tell: that grows, too, when its entity is
 * renamed or its passage is laid to another place.
 */
export function saysTheSame(one: Pick<Note, "body" | "tags">, other: Pick<Note, "body" | "tags">): boolean {
  return one.body === other.body && one.tags.join("\n") === other.tags.join("\n");
}

/** Tags as they are typed: separated by commas. */
export function tagsText(tags: readonly string[]): string {
  return tags.join(", ");
}

/**
 * The tags of such a text in their order, each once.
 *
 * @param before tags that may stand in it. One that came with an import may hold a comma, and stays one.
 */
export function tagsOfText(text: string, before: readonly string[] = []): string[] {
  const parts = partsOf(text);
  const whole = before.filter((tag) => tag.includes(",")).map((tag) => ({ tag, own: partsOf(tag) }));
  const tags: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const found = whole.find(({ own }) => own.every((part, number) => part === parts[at + number]));
    tags.push(found?.tag ?? parts[at] ?? "");
    at += found?.own.length ?? 1;
  }
  return [...new Set(tags)].filter(Boolean);
}

function partsOf(text: string): string[] {
  return text.split(",").map((part) => part.trim());
}
