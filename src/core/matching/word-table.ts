/**
 * Lists of context words, of which some have hundreds. Asking each word whether it stands beside a name would cost more
 * than finding the name; so the word that does stand there is looked up.
 */
import { type BlockView, type ContextWord, placesOf, tokensOf, wordStandsAt } from "./block-view.ts";
import { charClass, classOfUnit } from "./char-class.ts";
import { isWordStart, wordStartBefore } from "./word-borders.ts";
import { type HashedWords, hashedWords, holdsAny, isStillRead, readWords } from "./word-hashes.ts";

export interface WordTable {
  size: number;
  words: readonly ContextWord[];
  /** By first and by last word of the phrase. */
  byFirst: Map<string, ContextWord[]>;
  byLast: Map<string, ContextWord[]>;
  /** Those that begin, or end, with something else than a letter of a script with words. */
  oddFirst: ContextWord[];
  oddLast: ContextWord[];
  /** Their first, or last, units (`unitBit`): nearly all neighbours of names are dismissed by one unit. */
  oddFirstUnits: number;
  oddLastUnits: number;
  /** The first words by their hashes; made when first asked for. */
  hashes: HashedWords | null;
  /** The reading of a text in which they were looked for last, and the answer: a name is met often, and paragraphs can be long. */
  asked: number;
  mayStand: boolean;
}

export function createWordTable(words: readonly ContextWord[]): WordTable {
  const table: WordTable = {
    size: words.length,
    words,
    byFirst: new Map(),
    byLast: new Map(),
    oddFirst: [],
    oddLast: [],
    oddFirstUnits: 0,
    oddLastUnits: 0,
    hashes: null,
    asked: 0,
    mayStand: false,
  };
  for (const word of words) {
    const { key } = word;
    if (key === "") continue;
    const first = key.slice(0, wordEnd(key, 0));
    const last = key.slice(wordStartBefore(key, key.length));
    if (first === "") {
      table.oddFirst.push(word);
      table.oddFirstUnits |= unitBit(key.charCodeAt(0));
    } else add(table.byFirst, first, word);
    if (last === "") {
      table.oddLast.push(word);
      table.oddLastUnits |= unitBit(key.charCodeAt(key.length - 1));
    } else add(table.byLast, last, word);
  }
  return table;
}

/** The word of the table that directly follows; a possessive 's, quotation marks and one space may come first. */
export function followingWord(view: BlockView, end: number, table: WordTable): ContextWord | undefined {
  if (table.size === 0) return undefined;
  const { key } = view;
  const next = key.charCodeAt(end);
  const mayBeOdd =
    unitBit(next) & table.oddFirstUnits ||
    (next === blank && unitBit(key.charCodeAt(end + 1)) & table.oddFirstUnits);
  if (mayBeOdd) for (const word of table.oddFirst) if (isOddFollowed(view, end, word)) return word;
  let at = end;
  if (key.charCodeAt(at) === apostrophe && key.charCodeAt(at + 1) === 0x73 && !isLetter(key, at + 2)) at += 2;
  while (isClosing(key.charCodeAt(at))) at++;
  if (key.charCodeAt(at) === blank) at++;
  while (isOpening(key.charCodeAt(at))) at++;
  return standsAt(view, at, table);
}

function isOddFollowed(view: BlockView, end: number, word: ContextWord): boolean {
  const { key } = view;
  const at = key.charCodeAt(end) === blank && !word.key.startsWith(" ") ? end + 1 : end;
  if (!isWordStart(word.key, 0)) return key.startsWith(word.key, end) || key.startsWith(word.key, at);
  return wordStandsAt(view, at, word) >= 0;
}

/** The word of the table that directly precedes; one space and opening quotation marks may come between. */
export function precedingWord(view: BlockView, start: number, table: WordTable): ContextWord | undefined {
  if (table.size === 0) return undefined;
  const { key } = view;
  let at = start;
  while (at > 0 && isOpening(key.charCodeAt(at - 1))) at--;
  if (key.charCodeAt(at - 1) === blank) at--;
  const found = endingAt(view, at, table);
  return found ?? (key.charCodeAt(at - 1) === 0x2e ? endingAt(view, at - 1, table) : undefined);
}

function endingAt(view: BlockView, at: number, table: WordTable): ContextWord | undefined {
  const unit = view.key.charCodeAt(at - 1);
  if (unitBit(unit) & table.oddLastUnits || unit === pluralS)
    for (const word of table.oddLast) if (endsAt(view, at, word)) return word;
  const from = wordStartBefore(view.key, at);
  if (from === at || table.byLast.size === 0) return undefined;
  const last = view.key.slice(from, at);
  return (
    firstThatEnds(view, at, table.byLast.get(last)) ?? firstThatEnds(view, at, singular(table.byLast, last))
  );
}

function firstThatEnds(
  view: BlockView,
  at: number,
  words: ContextWord[] | undefined,
): ContextWord | undefined {
  if (words) for (const word of words) if (endsAt(view, at, word)) return word;
  return undefined;
}

/** Whether the word, or its plural in s, ends here. */
function endsAt(view: BlockView, at: number, word: ContextWord): boolean {
  for (let from = at - word.key.length; from >= at - word.key.length - 1; from--) {
    if (wordStandsAt(view, from, word) === at && (!isWordStart(word.key, 0) || isWordStart(view.key, from)))
      return true;
  }
  return false;
}

/** A word of the table in the same paragraph, the stretch [start, end) not counted. */
export function nearWord(
  view: BlockView,
  start: number,
  end: number,
  table: WordTable,
): ContextWord | undefined {
  if (table.size === 0) return undefined;
  const isNone = table.size > 1 && table.oddFirst.length === 0 && !mayHold(view, table);
  if (table.size <= fewWords && !view.isTakenApart) {
    if (isNone) return undefined;
    return table.words.find((word) => isElsewhere(view, start, end, word));
  }
  const odd = table.oddFirst.find((word) => isElsewhere(view, start, end, word));
  if (odd || table.byFirst.size === 0) return odd;
  view.isTakenApart = true;
  if (isNone) return undefined;
  const tokens = tokensOf(view);
  if (tokens.size < table.byFirst.size) {
    for (const [token, places] of tokens) {
      const found = amongPlaces(
        view,
        start,
        end,
        places,
        table.byFirst.get(token),
        singular(table.byFirst, token),
      );
      if (found) return found;
    }
    return undefined;
  }
  for (const [first, words] of table.byFirst) {
    const found =
      amongPlaces(view, start, end, tokens.get(first), words) ??
      amongPlaces(view, start, end, tokens.get(`${first}s`), words);
    if (found) return found;
  }
  return undefined;
}

/** Whether a phrase of the table may stand somewhere in the paragraph, by its first word. */
function mayHold(view: BlockView, table: WordTable): boolean {
  if (!isStillRead(view.wordsRead)) view.wordsRead = readWords(view.key);
  if (table.asked !== view.wordsRead) {
    table.hashes ??= hashedWords(table.byFirst);
    table.mayStand = holdsAny(table.hashes);
    table.asked = view.wordsRead;
  }
  return table.mayStand;
}

/** Up to here looking for each word costs less than taking the paragraph apart. */
const fewWords = 10;

function amongPlaces(
  view: BlockView,
  start: number,
  end: number,
  places: readonly number[] | undefined,
  ...lists: (readonly ContextWord[] | undefined)[]
): ContextWord | undefined {
  if (!places) return undefined;
  for (const words of lists) {
    if (!words) continue;
    for (const word of words) {
      for (const at of places) {
        const to = wordStandsAt(view, at, word);
        if (to >= 0 && (to <= start || at >= end)) return word;
      }
    }
  }
  return undefined;
}

function isElsewhere(view: BlockView, start: number, end: number, word: ContextWord): boolean {
  const places = placesOf(view, word);
  if (!places) return false;
  const { first, last } = places;
  return first.end <= start || first.start >= end || last.end <= start || last.start >= end;
}

function standsAt(view: BlockView, at: number, table: WordTable): ContextWord | undefined {
  const end = wordEnd(view.key, at);
  if (end === at || table.byFirst.size === 0) return undefined;
  const token = view.key.slice(at, end);
  return (
    firstThatStands(view, at, table.byFirst.get(token)) ??
    firstThatStands(view, at, singular(table.byFirst, token))
  );
}

function firstThatStands(
  view: BlockView,
  at: number,
  words: ContextWord[] | undefined,
): ContextWord | undefined {
  if (words) for (const word of words) if (wordStandsAt(view, at, word) >= 0) return word;
  return undefined;
}

/** For a plural in s, the entries of the word without it. */
function singular(map: Map<string, ContextWord[]>, token: string): ContextWord[] | undefined {
  return token.length > 1 && token.charCodeAt(token.length - 1) === pluralS
    ? map.get(token.slice(0, -1))
    : undefined;
}

/** One bit for all units with the same lowest five bits. */
function unitBit(unit: number): number {
  return 1 << (unit & 31);
}

const apostrophe = 0x27;
const pluralS = 0x73;
const blank = 0x20;

function isClosing(unit: number): boolean {
  return unit === 0x22 || unit === 0x27 || unit === 0x29;
}

function isOpening(unit: number): boolean {
  return unit === 0x22 || unit === 0x27 || unit === 0x28;
}

function isLetter(key: string, at: number): boolean {
  return at < key.length && classOfUnit(key.charCodeAt(at)) === charClass.word;
}

function wordEnd(key: string, from: number): number {
  let end = from;
  while (isLetter(key, end)) end++;
  return end;
}

function add(map: Map<string, ContextWord[]>, key: string, word: ContextWord): void {
  const list = map.get(key);
  if (list) list.push(word);
  else map.set(key, [word]);
}
