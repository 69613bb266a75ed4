import { foldText } from "../matching/fold-text.ts";
import { textEnd, textStart } from "../matching/folded-offsets.ts";

/** A stretch of a text, UTF-16 offsets. */
export interface Stretch {
  start: number;
  end: number;
}

/** More are not shown apart: a letter that is searched for stands in a long text thousands of times. */
const mostPlaces = 500;

/**
 * Where words stand in a text: in order, those that touch or overlap joined.
 *
 * @param words folded, as `searchWords` gives them
 */
export function placesOf(text: string, words: readonly string[]): Stretch[] {
  if (words.length === 0 || text === "") return [];
  const folded = foldText(text);
  const places: Stretch[] = [];
  for (const word of words) {
    for (
      let at = folded.key.indexOf(word);
      at >= 0 && places.length < mostPlaces;
      at = folded.key.indexOf(word, at + word.length)
    ) {
      places.push({ start: textStart(folded, at), end: textEnd(folded, at + word.length) });
    }
  }
  return joined(places);
}

/** The part of a text that a list shows: its beginning, or what stands around the first word that was found. */
export interface Excerpt {
  text: string;
  /** Something was left out before or after it. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** @param length about so many UTF-16 units, cut between words where there are spaces. */
export function excerptOf(text: string, words: readonly string[], length: number): Excerpt {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= length) return { text: flat, cutBefore: false, cutAfter: false };
  const first = placesOf(flat, words)[0]?.start ?? 0;
  const wanted = first < length - 40 ? 0 : first - Math.floor(length / 3);
  const start = wanted === 0 ? 0 : wordStart(flat, wanted);
  const end = start + length >= flat.length ? flat.length : wordEnd(flat, start + length);
  return { text: flat.slice(start, end), cutBefore: start > 0, cutAfter: end < flat.length };
}

function joined(places: Stretch[]): Stretch[] {
  places.sort((one, other) => one.start - other.start || other.end - one.end);
  const result: Stretch[] = [];
  for (const place of places) {
    const last = result.at(-1);
    if (last && place.start <= last.end) last.end = Math.max(last.end, place.end);
    else result.push({ ...place });
  }
  return result;
}

/** Texts without spaces are cut anywhere but within a character. */
const searched = 24;

function wordStart(text: string, at: number): number {
  const gap = text.indexOf(" ", at);
  return gap >= 0 && gap - at < searched ? gap + 1 : wholeCharacter(text, at);
}

function wordEnd(text: string, at: number): number {
  const gap = text.lastIndexOf(" ", at);
  return gap >= 0 && at - gap < searched ? gap : wholeCharacter(text, at);
}

function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
