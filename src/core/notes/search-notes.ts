import { foldText } from "../matching/fold-text.ts";
import type { Note } from "./note.ts";
import { createWordIndex, hasNumber } from "./word-index.ts";

/** The words of a query, folded as the notes are. */
export function searchWords(query: string): string[] {
  return [...new Set(fold(query).split(" "))].filter(Boolean);
}

/**
 * A search for the notes in which every word of the query occurs, in their given order: in the text, the quote, the tags,
 * the article's title or site, or the entity's name. Case, diacritics, hyphens and kinds of quotation marks
 * make no difference; a word may be the beginning or the middle of a longer one. An empty query finds all.
 */
export interface NoteSearch {
  /**
   * Makes notes ready until the time is up, so that thousands do not stop the page; a search makes ready what is left.
   *
   * @param notes all that there are: others may be forgotten
   * @param from number of notes that are ready already
   * @param isOver asked after every few notes
   * @returns how many are ready now
   */
  prepare(notes: readonly Note[], from: number, isOver: () => boolean): number;
  /** Makes ready that this list is searched, which a first letter would wait for. */
  expect(notes: readonly Note[]): void;
  /** @returns the list itself where all of it was found: what was worked out for it still holds. */
  find(notes: readonly Note[], query: string): readonly Note[];
}

/** Folding so many takes less than a millisecond. */
const atOnce = 32;
/** So many notes that are gone, or are others now, are not worth forgetting. */
const fewGone = 1_000;

export function createNoteSearch(): NoteSearch {
  const index = createWordIndex();
  /** Numbers of the notes in the index; notes are never changed in place. */
  let numbers = new WeakMap<Note, number>();
  const numberOf = (note: Note): number => {
    let number = numbers.get(note);
    if (number === undefined) {
      number = index.add(textOf(note));
      numbers.set(note, number);
    }
    return number;
  };
  let searched: readonly Note[] | undefined;
  /** Those of the notes that were searched last, in their order: the map would be asked for each of them at each letter. */
  let searchedNumbers = new Uint32Array();
  const expect = (notes: readonly Note[]) => {
    if (searched === notes) return;
    searchedNumbers = new Uint32Array(notes.length);
    for (let at = 0; at < notes.length; at++) searchedNumbers[at] = numberOf(notes[at] as Note);
    searched = notes;
  };
  const forgetOthers = (notes: readonly Note[]) => {
    index.keepOnly(notes.map(numberOf));
    numbers = new WeakMap(notes.map((note, number) => [note, number]));
    searched = undefined;
  };

  return {
    prepare(notes, from, isOver) {
      let at = from;
      while (at < notes.length) {
        const end = Math.min(at + atOnce, notes.length);
        for (; at < end; at++) numberOf(notes[at] as Note);
        if (isOver()) break;
      }
      if (at >= notes.length && index.size() > 2 * notes.length + fewGone) forgetOthers(notes);
      return at;
    },
    expect,
    find(notes, query) {
      const words = searchWords(query);
      if (words.length === 0) return notes;
      expect(notes);
      const inAll = words
        .map((word) => index.find(word))
        .reduce((one, other) => one.map((bits, at) => bits & (other[at] as number)));
      const found = notes.filter((_, at) => hasNumber(inAll, searchedNumbers[at] as number));
      return found.length === notes.length ? notes : found;
    },
  };
}

/** A line feed folds to one space, so no word reaches from one field into the next. */
function textOf({ body, passage, tags, page, entity }: Note): string {
  return fold([body, passage?.quote, ...tags, page.title, page.site, entity?.name].join("\n"));
}

function fold(text: string): string {
  return foldText(text).key;
}
