import { charClass, classOfUnit } from "./char-class.ts";
import { lowerCase, specialLetters } from "./fold-character.ts";
import { casedOf, foldClusters, mapOfRuns, plainOf, plainOfRuns } from "./fold-text.ts";
import { foldToAscii } from "./fold-to-ascii.ts";
import { type FoldedText, textEnd, textStart } from "./folded-offsets.ts";
import { Line } from "./line.ts";
import type { KnownWord } from "./neighbour-rules.ts";
import type { UnitsRead } from "./read-units.ts";
import { unitBits } from "./unit-table.ts";
import { isWordEnd, isWordStart } from "./word-borders.ts";

/**
 * A block as the passes see it: folded, with its lines and a memory of where words occur. Offsets are folded. What nobody
 * asks for is not made: most blocks with a name in them are asked little.
 */
export class BlockView implements FoldedText {
  readonly block: number;
  /** What was folded: the block's text, or that text in Latin letters, or mended by `look-alikes.ts`. */
  readonly text: string;
  /** The block's own text, where another was folded. */
  readonly cyrillic: Cyrillic | null;
  /** Language of this block. */
  readonly lang: string;
  readonly map: readonly number[] | null;
  /** Unit stands for unit, but for runs of white space: what is as written in the text is so when folded. */
  readonly isPlain: boolean;
  /** The last line asked for, since questions come in order; and those met so far, by where they begin. */
  line: Line | null = null;
  lines: Map<number, Line> | null = null;
  /** Words, by where they begin; made when first asked for. */
  tokens: Map<string, number[]> | null = null;
  /** It was asked for a word of a long list: from then on, all lists are looked through word by word. */
  isTakenApart = false;
  /** `readWords` of the key, where it was read. */
  wordsRead = -1;
  /** First and last place of a word or phrase, or `null`; remembered, so that asking again stays cheap. */
  places: Map<ContextWord, Places | null> | null = null;
  /** What is kept of the words beside the name that was asked about last, and where that begins and ends. */
  wordBeforeAt = -1;
  wordBefore: KnownWord | null = null;
  wordBehindAt = -1;
  wordBehind: KnownWord | null = null;
  /** `beside.ts` of the name that was asked about last. */
  besideStart = -1;
  besideEnd = -1;
  beside = 0;
  /** Countries' names that are somebody's surname in the article, and the block where that was first seen. */
  surnames: Map<string, number> | null = null;
  /** Whether it is about horse races; `null` until asked. */
  isRacing: boolean | null = null;
  private readonly seen: number;
  private ownPlain: string | null = null;
  private ownCased: string | null = null;
  private ownKey: string | null = null;

  /** @param read of `readUnits` for the text */
  constructor(
    block: number,
    text: string,
    lang: string,
    read: Pick<UnitsRead, "infos" | "seen" | "isPlain" | "hasRuns">,
    cyrillic: Cyrillic | null = null,
  ) {
    this.block = block;
    this.text = text;
    this.lang = lang;
    this.cyrillic = cyrillic;
    this.seen = read.seen;
    this.isPlain = read.isPlain;
    if (read.isPlain) {
      this.map = read.hasRuns ? mapOfRuns(read.infos, text.length) : null;
    } else {
      const { plain, cased, key, map } = foldClusters(text);
      this.ownPlain = plain;
      this.ownCased = cased;
      this.ownKey = key;
      this.map = map;
    }
  }

  /** Lets go of what is only remembered to be asked again cheaply, and is large. */
  forgetWords(): void {
    this.tokens = null;
    this.places = null;
    this.lines = null;
    this.line = null;
  }

  get plain(): string {
    this.ownPlain ??= this.foldPlain();
    return this.ownPlain;
  }

  get cased(): string {
    this.ownCased ??= casedOf(this.plain, this.seen);
    return this.ownCased;
  }

  get key(): string {
    this.ownKey ??= lowerCase(this.cased);
    return this.ownKey;
  }

  private foldPlain(): string {
    const { text, map, seen } = this;
    if (!map && !(seen & unitBits.altered)) return text;
    return foldToAscii(text, map) ?? (map ? plainOfRuns(text, seen) : plainOf(text, seen));
  }
}

interface Cyrillic {
  text: string;
  /** Where each letter of the text in Latin letters comes from. */
  offsets: Int32Array;
}

/** A word of a context rule. With capitals it must have them in the text too; without, any case will do. */
export interface ContextWord {
  text: string;
  cased: string;
  key: string;
  /** Letters beyond ASCII that the text must have, too; `null` where they do not matter. */
  letters: string | null;
}

export interface Places {
  first: { start: number; end: number };
  last: { start: number; end: number };
}

/** What stands in the text from one folded offset to another. */
export function surfaceOf(view: BlockView, start: number, end: number): string {
  const [from, to] = placeInBlock(view, start, end);
  return (view.cyrillic ?? view).text.slice(from, to);
}

/** Where a folded stretch begins and ends in the block's own text. */
export function placeInBlock(view: BlockView, start: number, end: number): [start: number, end: number] {
  const [from, to] = [textStart(view, start), textEnd(view, end)];
  const { cyrillic } = view;
  if (!cyrillic) return [from, to];
  const { offsets } = cyrillic;
  // Lj is one letter there; its second half ends with it.
  return [offsets[from] ?? 0, (offsets[to - 1] ?? -1) + 1];
}

/** Every word of a script with words, with the places where it begins. */
export function tokensOf(view: BlockView): ReadonlyMap<string, readonly number[]> {
  if (view.tokens) return view.tokens;
  const tokens = new Map<string, number[]>();
  const { key } = view;
  let start = -1;
  for (let at = 0; at <= key.length; at++) {
    if (at < key.length && classOfUnit(key.charCodeAt(at)) === charClass.word) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const token = key.slice(start, at);
      const places = tokens.get(token);
      if (places) places.push(start);
      else tokens.set(token, [start]);
      start = -1;
    }
  }
  view.tokens = tokens;
  return tokens;
}

export function placesOf(view: BlockView, word: ContextWord): Places | null {
  view.places ??= new Map();
  let found = view.places.get(word);
  if (found === undefined) {
    found = findPlaces(view, word);
    view.places.set(word, found);
  }
  return found;
}

export function lineAt(view: BlockView, offset: number): Line {
  const { line, plain } = view;
  if (line && line.start <= offset && offset <= line.end) return line;
  // Questions come in order: what lies before is looked through once.
  const from = line && line.end < offset ? line.end + 1 : 0;
  const start = offset <= from ? from : Math.max(from, plain.lastIndexOf("\n", offset - 1) + 1);
  const known = view.lines?.get(start);
  if (known) {
    view.line = known;
    return known;
  }
  const next = plain.indexOf("\n", offset);
  const end = next < 0 ? plain.length : next;
  const found = new Line(plain, start, end);
  // Most blocks are of one line.
  if (line) {
    view.lines ??= new Map([[line.start, line]]);
    view.lines.set(start, found);
  }
  view.line = found;
  return found;
}

/** End of the word when it stands at `start` (a plural s allowed, and capitals as `ContextWord` says), else -1. */
export function wordStandsAt(view: BlockView, start: number, { cased, key, letters }: ContextWord): number {
  if (start < 0 || key === "" || view.key.charCodeAt(start) !== key.charCodeAt(0)) return -1;
  if (!view.key.startsWith(key, start)) return -1;
  let end = start + key.length;
  if (!isWordEnd(view.key, end)) {
    if (view.key.charAt(end) !== "s" || !isWordEnd(view.key, end + 1)) return -1;
    end++;
  }
  if (letters !== null && specialLetters(textOf(view, start, start + key.length)) !== letters) return -1;
  return cased === key || hasCapitalsOf(view.cased, start, cased) ? end : -1;
}

/** What was folded to a stretch. */
function textOf(view: BlockView, start: number, end: number): string {
  return view.text.slice(textStart(view, start), textEnd(view, end));
}

/** Text in all capitals always has the capitals asked for. */
function hasCapitalsOf(text: string, start: number, wanted: string): boolean {
  for (let index = 0; index < wanted.length; index++) {
    const letter = wanted.charAt(index);
    if (letter !== letter.toLowerCase() && text.charAt(start + index) !== letter) return false;
  }
  return true;
}

function findPlaces(folded: BlockView, word: ContextWord): Places | null {
  let first: Places["first"] | null = null;
  let last: Places["first"] | null = null;
  if (word.key === "") return null;
  const startsWithWord = isWordStart(word.key, 0);
  for (let at = folded.key.indexOf(word.key); at >= 0; at = folded.key.indexOf(word.key, at + 1)) {
    if (startsWithWord && !isWordStart(folded.key, at)) continue;
    const end = wordStandsAt(folded, at, word);
    if (end < 0) continue;
    last = { start: at, end };
    first ??= last;
  }
  return first && last ? { first, last } : null;
}
