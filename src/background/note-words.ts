import { hasMarkdownSigns } from "../core/notes/markdown-signs.ts";
import type { Note } from "../core/notes/note.ts";

/** Longest text (characters) by which a note is named; the lists show less. */
const longest = 200;

interface NoteWords {
  words: string;
  /** They are the note's own and hold signs of Markdown. A quote is none, whatever signs it holds. */
  markdown: boolean;
}

/** The words by which a list names a note: the beginning of its text, or else of what it quotes. */
export function noteWords({ body, passage }: Pick<Note, "body" | "passage">): NoteWords {
  const own = body.trim().slice(0, longest);
  const words = own || (passage?.quote ?? "").trim().slice(0, longest);
  return { words, markdown: hasMarkdownSigns(own) };
}
