import { foldText } from "../matching/fold-text.ts";
import type { Note } from "./note.ts";

/** Folding a note costs more than looking into it; notes are never changed in place. */
const foldedNotes = new WeakMap<Note, string>();

/** The words of a query, folded as the notes are. */
export function searchWords(query: string): string[] {
  return [...new Set(fold(query).split(" "))].filter(Boolean);
}

/**
 * Folds notes until the time is up, so that thousands do not stop the page; a search folds what is left.
 *
 * @param from number of notes that are folded already
 * @param isOver asked after every few notes
 * @returns how many are folded now
 */
export function foldNotes(notes: readonly Note[], from: number, isOver: () => boolean): number {
  let at = from;
  while (at < notes.length) {
    const end = Math.min(at + 32, notes.length);
    for (; at < end; at++) foldedText(notes[at] as Note);
    if (isOver()) break;
  }
  return at;
}

/** So many answers are remembered: a text that is typed and taken back again. */
const mostAnswers = 24;

/**
 * A search for the notes in which every word of the query occurs, in their given order: in the text, the quote, the tags,
 * the article's title or site, or the entity's name. Case, diacritics, hyphens and kinds of quotation marks
 * make no difference; a word may be the beginning or the middle of a longer one. An empty query finds all.
 *
 * It remembers its last answers: what is typed one letter at a time narrows them down, and only what was found
 * before is looked through again. What is taken back was answered already.
 */
export function createNoteSearch(): (notes: readonly Note[], query: string) => readonly Note[] {
  let answered: readonly Note[] | undefined;
  let answers: { words: readonly string[]; found: readonly Note[] }[] = [];
  return (notes, query) => {
    if (answered !== notes) answers = [{ words: [], found: notes }];
    answered = notes;
    const words = searchWords(query);
    const known = answers.find((answer) => answer.words.join(" ") === words.join(" "));
    if (known) return known.found;
    const wider = answers.filter((answer) =>
      answer.words.every((before) => words.some((word) => word.includes(before))),
    );
    const narrowest = wider.reduce(
      (one, other) => (other.found.length < one.length ? other.found : one),
      notes,
    );
    const found = withWords(narrowest, words);
    answers = [...answers.slice(1 - mostAnswers), { words, found }];
    return found;
  };
}

/** The list itself where all of it was found: what was worked out for it still holds. */
function withWords(notes: readonly Note[], words: readonly string[]): readonly Note[] {
  // The longest is the rarest: most notes are done with after one look.
  const rarestFirst = words.toSorted((one, other) => other.length - one.length);
  const found = notes.filter((note) => {
    const text = foldedText(note);
    return rarestFirst.every((word) => text.includes(word));
  });
  return found.length === notes.length ? notes : found;
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
