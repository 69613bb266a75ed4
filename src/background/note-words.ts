import type { Note } from "../core/notes/note.ts";

/** Longest text (characters) by which a note is named; the lists show less. */
const longest = 200;

/** The words by which a list names a note: the beginning of its text, or else of what it quotes. */
export function noteWords({ body, passage }: Pick<Note, "body" | "passage">): string {
  return (body.trim() || (passage?.quote ?? "").trim()).slice(0, longest);
}
