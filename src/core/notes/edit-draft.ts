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

/** What is being typed for a note. */
export interface TypedNote {
  body: string;
  /** Separated by commas. */
  tags: string;
  /** Tags with a comma of their own that may stand among these. */
  wholeTags?: string[] | undefined;
}

/** Whether a note says what was typed for it: nothing is left to be saved then. */
export function isSaved(note: Pick<Note, "body" | "tags">, typed: TypedNote): boolean {
  return saysTheSame(note, { body: typed.body, tags: tagsOfText(typed.tags, note.tags, typed.wholeTags) });
}

/** Those that are no longer one tag when tags are a text; undefined for none. */
export function wholeTagsOf(tags: readonly string[]): string[] | undefined {
  const whole = tags.filter((tag) => tag.includes(","));
  return whole.length > 0 ? whole : undefined;
}

/** Tags as they are typed: separated by commas. */
export function tagsText(tags: readonly string[]): string {
  return tags.join(", ");
}

/**
 * The tags of such a text in their order, each once.
 *
 * @param before tags that the note has, which may stand in it. One that came with an import may hold a comma, and stays one.
 * @param others more tags with a comma that may stand in it
 */
export function tagsOfText(
  text: string,
  before: readonly string[] = [],
  others: readonly string[] = [],
): string[] {
  const untouched = tagsText(before);
  // Where they were added to at the end, or not at all, nothing is guessed.
  if (before.length > 0 && `${text},`.startsWith(`${untouched},`)) {
    const added = text.slice(untouched.length + 1);
    return eachOnce([...before, ...partsOf(added, others)], before);
  }
  return eachOnce(partsOf(text, [...before, ...others]), before);
}

/** What stands between commas, but a tag with a comma in one piece. */
function partsOf(text: string, tags: readonly string[]): string[] {
  const parts = betweenCommas(text);
  const whole = tags
    .filter((tag) => tag.includes(","))
    .map((tag) => ({ tag, own: betweenCommas(tag) }))
    // One may begin as another does.
    .sort((one, other) => other.own.length - one.own.length);
  const found: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const one = whole.find(({ own }) => own.every((part, number) => part === parts[at + number]));
    found.push(one?.tag ?? parts[at] ?? "");
    at += one?.own.length ?? 1;
  }
  return found;
}

/**
 * Tags in their order, each once: one that differs from another in nothing but the case of its letters is the same.
 *
 * @param before those that a note has already stay as they are, however like each other.
 */
export function eachOnce(tags: readonly string[], before: readonly string[] = []): string[] {
  const own = new Set(tags.filter((tag) => before.includes(tag)));
  const folded = new Set([...own].map(withoutCase));
  const once = new Set<string>();
  for (const tag of tags) {
    if (!own.has(tag) && folded.has(withoutCase(tag))) continue;
    folded.add(withoutCase(tag));
    once.add(tag);
  }
  once.delete("");
  return [...once];
}

function withoutCase(tag: string): string {
  return tag.normalize("NFC").toLowerCase();
}

function betweenCommas(text: string): string[] {
  return text.split(",").map((part) => part.trim());
}
