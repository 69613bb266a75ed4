/**
 * Rules about the words directly before or behind a name: "in Beijing", "customers of Smart", "Spark shares". There are many of
 * them and many names, while few words belong to any rule. So a rule is asked about a neighbouring word once, by its own
 * expression on that word alone, and it is kept whether it could hold there; on the text it is run only then. What is kept of
 * a word, one mark a rule, is looked up once a name for all rules.
 *
 *   /(?:^|[^\p{L}])(?:visited|flew to) $/, more: /^to$/       "visited" perhaps · "to" perhaps · "said" never
 *
 * Exact as long as `more` knows what the expression alone cannot tell: the nearest words of its phrases.
 */
import type { BlockView } from "./block-view.ts";
import { charClass, classOfUnit } from "./char-class.ts";

export interface NeighbourOptions {
  /** Units of the text, from the name on, that the expression sees. */
  reach: number;
  /** The nearest words of those alternatives that have several, or that look further; "" where no word stands there. */
  more?: RegExp;
  /** The text that it reads: folded (`key`, the default) or with its capitals. */
  reads?: "key" | "plain";
  /** Units beside a space that may stand directly at the name. */
  signs?: string;
}

/** Two bits each: more than 64 bytes to a word would be kept outside the engine's own heap, and be slow to make. */
const mark = { unknown: 0, never: 1, perhaps: 2 } as const;
/** Longer words are not kept: a part of a text that is longer may keep the whole text in memory. */
const longestKept = 12;
/** Beyond that all is forgotten, which costs less than to order words by their use. */
export const wordsKept = 4000;

/** A word that stood beside a name, and what is kept of it. */
export interface KnownWord {
  word: string;
  hash: number;
  /** `null` for one that is too long to be kept. Rules that are made later find no room yet. */
  marks: Uint8Array | null;
}

/** Twice as many places as words, so that few are tried. */
const places = wordsKept * 2;
const tooLong: KnownWord = { word: "", hash: 0, marks: null };

/**
 * Words of one side, by their hashes: a word is told from the text as it stands there, for to cut it out of the text costs as much
 * as all rules that are asked about it.
 */
class Side {
  readonly rules: NeighbourRule[] = [];
  words = 0;
  private readonly known = new Array<KnownWord | undefined>(places).fill(undefined);

  /** @param hash of the word that stands in a folded text from one offset to another */
  of(key: string, from: number, to: number, hash: number): KnownWord {
    let place = (hash >>> 1) % places;
    for (let known = this.known[place]; known; known = this.known[place]) {
      if (known.hash === hash && known.word.length === to - from && key.startsWith(known.word, from))
        return known;
      place = place + 1 < places ? place + 1 : 0;
    }
    if (this.words >= wordsKept) {
      this.known.fill(undefined);
      this.words = 0;
      place = (hash >>> 1) % places;
    }
    const added = { word: key.slice(from, to), hash, marks: this.withRoom([]) };
    this.known[place] = added;
    this.words++;
    return added;
  }

  /** Marks for all rules that there are by now. */
  withRoom(marks: ArrayLike<number>): Uint8Array {
    const all = new Uint8Array((this.rules.length + 3) >> 2);
    all.set(marks);
    return all;
  }
}

function addToHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

const sides = { before: new Side(), behind: new Side() };

/** For tests: all rules there are, and how many words are kept for a side at most. */
export function inspectRules(): { rules: readonly NeighbourRule[]; words: number } {
  const { before, behind } = sides;
  return {
    rules: [...before.rules, ...behind.rules],
    words: Math.max(before.words, behind.words),
  };
}

export abstract class NeighbourRule {
  readonly pattern: RegExp;
  readonly reach: number;
  readonly reads: "key" | "plain";
  /** The nearest words of its phrases. */
  readonly more: RegExp | undefined;
  protected readonly signs: string;
  private readonly side: Side;
  /** The expression for a word by itself, which is folded. */
  private ownSingle: RegExp | null;
  /** Those of `more`, where it is a plain list; `undefined` until asked. */
  private moreWords: ReadonlySet<string> | null | undefined;
  /** Where its mark stands. */
  private readonly byte: number;
  private readonly shift: number;

  constructor(side: Side, pattern: RegExp, { reach, more, reads = "key", signs = "" }: NeighbourOptions) {
    this.pattern = pattern;
    this.reach = reach;
    this.reads = reads;
    this.signs = signs;
    this.more = more;
    this.side = side;
    this.ownSingle = reads === "key" ? pattern : null;
    const number = side.rules.length;
    this.byte = number >> 2;
    this.shift = (number & 3) * 2;
    side.rules.push(this);
  }

  /** Whether the rule could hold beside this word. */
  protected mayHold(known: KnownWord): boolean {
    let { word, marks } = known;
    if (!marks) return true;
    const { byte, shift } = this;
    if (byte >= marks.length) {
      marks = this.side.withRoom(marks);
      known.marks = marks;
    }
    const said = ((marks[byte] as number) >> shift) & 3;
    if (said !== mark.unknown) return said === mark.perhaps;
    const may = this.isMore(word) || (word !== "" && this.single.test(this.phrase(word)));
    marks[byte] = (marks[byte] as number) | ((may ? mark.perhaps : mark.never) << shift);
    return may;
  }

  /** Most are plain lists of words: to look them up spares an expression that would have to be compiled at each start. */
  private isMore(word: string): boolean {
    const { more } = this;
    if (!more) return false;
    if (this.moreWords === undefined) {
      const list = /^\^\(\?:([\p{L}\p{N}|]*)\)\$$/u.exec(more.source)?.[1];
      this.moreWords = list === undefined || more.ignoreCase ? null : new Set(list.split("|"));
    }
    return this.moreWords ? this.moreWords.has(word) : more.test(word);
  }

  private get single(): RegExp {
    this.ownSingle ??= new RegExp(this.pattern.source, "iu");
    return this.ownSingle;
  }

  /** @param at where the name begins, or ends */
  test(view: BlockView, at: number): boolean {
    return this.mayStand(view, at) && this.pattern.test(this.textOf(view, at));
  }

  exec(view: BlockView, at: number): RegExpExecArray | null {
    return this.mayStand(view, at) ? this.pattern.exec(this.textOf(view, at)) : null;
  }

  /** Whether what stands there could be a phrase of the rule. */
  protected abstract mayStand(view: BlockView, at: number): boolean;
  /** What the expression is asked about. */
  protected abstract textOf(view: BlockView, at: number): string;
  /** A word as the expression expects it beside a name. */
  protected abstract phrase(word: string): string;
}

/** A rule about what stands before a name: its expression ends with a space, or one of its signs, and `$`. */
export class RuleBefore extends NeighbourRule {
  constructor(pattern: RegExp, options: NeighbourOptions) {
    super(sides.before, pattern, options);
  }

  protected phrase(word: string): string {
    return ` ${word} `;
  }

  protected textOf(view: BlockView, start: number): string {
    return view[this.reads].slice(Math.max(0, start - this.reach), start);
  }

  protected mayStand(view: BlockView, start: number): boolean {
    const { key } = view;
    if (key.charCodeAt(start - 1) !== blank)
      return this.signs !== "" && start > 0 && this.signs.includes(key.charAt(start - 1));
    if (view.wordBeforeAt !== start || !view.wordBefore) {
      view.wordBeforeAt = start;
      view.wordBefore = wordBefore(key, start - 1);
    }
    return this.mayHold(view.wordBefore);
  }
}

/** A rule about what stands behind a name: its expression begins with `^` and a space, or one of its signs. */
export class RuleBehind extends NeighbourRule {
  constructor(pattern: RegExp, options: NeighbourOptions) {
    super(sides.behind, pattern, options);
  }

  protected phrase(word: string): string {
    return ` ${word}`;
  }

  protected textOf(view: BlockView, end: number): string {
    return view[this.reads].slice(end, end + this.reach);
  }

  protected mayStand(view: BlockView, end: number): boolean {
    const { key } = view;
    if (key.charCodeAt(end) !== blank)
      return this.signs !== "" && end < key.length && this.signs.includes(key.charAt(end));
    if (view.wordBehindAt !== end || !view.wordBehind) {
      view.wordBehindAt = end;
      view.wordBehind = wordBehind(key, end + 1);
    }
    return this.mayHold(view.wordBehind);
  }
}

const blank = 0x20;

/** The word that ends at `end`, "" where none does. */
function wordBefore(key: string, end: number): KnownWord {
  let from = end;
  let hash = 0;
  while (from > 0) {
    const unit = key.charCodeAt(from - 1);
    if (classOfUnit(unit) !== charClass.word) break;
    from--;
    if (end - from > longestKept) return tooLong;
    hash = addToHash(hash, unit);
  }
  return sides.before.of(key, from, end, hash);
}

/** The word that begins at `from`, "" where none does. */
function wordBehind(key: string, from: number): KnownWord {
  let to = from;
  let hash = 0;
  while (to < key.length) {
    const unit = key.charCodeAt(to);
    if (classOfUnit(unit) !== charClass.word) break;
    to++;
    if (to - from > longestKept) return tooLong;
    hash = addToHash(hash, unit);
  }
  return sides.behind.of(key, from, to, hash);
}
