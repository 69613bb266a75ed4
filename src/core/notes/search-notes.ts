import { foldText } from "../matching/fold-text.ts";
import type { Note } from "./note.ts";

/** Folding a note costs more than looking into it; notes are never changed in place. */
const foldedNotes = new WeakMap<Note, string>();

/**
 * The notes in which every word of the query occurs, in their given order: in the text, the quote, the tags,
 * the article's title or site, or the entity's name. Case, diacritics, hyphens and kinds of quotation marks
 * make no difference; a word may be the beginning or the middle of a longer one. An empty query finds all.
 */
export function searchNotes(notes: readonly Note[], query: string): Note[] {
  const words = fold(query).split(" ").filter(Boolean);
  return notes.filter((note) => {
    const text = foldedText(note);
    return words.every((word) => text.includes(word));
  });
}

function foldedText(note: Note): string {
  let text = foldedNotes.get(note);
  if (text === undefined) {
    const { body, passage, tags, page, entity } = note;
    // A line feed folds to one space, so no word reaches from one field into the next.
    text = fold([body, passage?.quote, ...tags, page.title, page.site, entity?.name].join("\n"));
    foldedNotes.set(note, text);
  }
  return text;
}

function fold(text: string): string {
  return foldText(text).key;
}
