import type { BlockView, ContextWord } from "./block-view.ts";
import { specialLetters } from "./fold-character.ts";
import { foldWord } from "./fold-text.ts";
import type { IndexedContext } from "./spelling-index.ts";
import type { ContextRelation } from "./types.ts";
import { createWordTable, followingWord, nearWord, precedingWord, type WordTable } from "./word-table.ts";

/** A record's `when`, with its words folded. */
export interface CompiledContext {
  near: WordTable;
  notNear: WordTable;
  before: WordTable;
  notBefore: WordTable;
  after: WordTable;
  notAfter: WordTable;
  article: string[];
}

export interface ContextAnswer {
  holds: boolean;
  /** The first condition that was met, for the reason. */
  met?: { relation: ContextRelation; word: string };
}

export function compileContext(when: IndexedContext): CompiledContext {
  const compile = (words: string[] | undefined) =>
    words ? createWordTable(words.map(contextWord)) : nothing;
  return {
    near: compile(when.near),
    notNear: compile(when.notNear),
    before: compile(when.before),
    notBefore: compile(when.notBefore),
    after: compile(when.after),
    notAfter: compile(when.notAfter),
    article: when.article ?? [],
  };
}

const nothing = createWordTable([]);
const refused: ContextAnswer = { holds: false };
const free: ContextAnswer = { holds: true };

/**
 * Whether the context of the stretch [start, end) of a block is as the record demands.
 *
 * @param named ids that the article names; `null` in the first pass, when that is not yet known and
 *   conditions on it fail.
 */
export function checkContext(
  when: CompiledContext,
  view: BlockView,
  start: number,
  end: number,
  named: ReadonlySet<string> | null,
): ContextAnswer {
  if (!staysAway(when, view, start, end)) return refused;
  let met: ContextAnswer["met"];
  if (when.before.size > 0) {
    const found = followingWord(view, end, when.before);
    if (!found) return refused;
    met = { relation: "before", word: found.text };
  }
  if (when.after.size > 0) {
    const found = precedingWord(view, start, when.after);
    if (!found) return refused;
    met ??= { relation: "after", word: found.text };
  }
  if (when.near.size > 0) {
    const found = nearWord(view, start, end, when.near);
    if (!found) return refused;
    met ??= { relation: "near", word: found.text };
  }
  if (when.article.length > 0) {
    const found = when.article.find((id) => named?.has(id));
    if (!found) return refused;
    met ??= { relation: "article", word: found };
  }
  return met ? { holds: true, met } : free;
}

/** The negative half of a context alone: for names that need no further proof. */
export function staysAway(when: CompiledContext, view: BlockView, start: number, end: number): boolean {
  return isFreeBeside(when, view, start, end) && !nearWord(view, start, end, when.notNear);
}

/** Whether nothing stands directly beside it that must not. */
export function isFreeBeside(when: CompiledContext, view: BlockView, start: number, end: number): boolean {
  return !followingWord(view, end, when.notBefore) && !precedingWord(view, start, when.notAfter);
}

/** A context that only keeps other meanings away ("not before Arena") leaves a name that stands for itself. */
export function needsProof({ near, before, after, article }: CompiledContext): boolean {
  return near.size > 0 || before.size > 0 || after.size > 0 || article.length > 0;
}

/** One object for one word, so that what is known of its places in a block is known to every rule. */
const contextWords = new Map<string, ContextWord>();
/** Words this short must have their own diacritics: ze is not že. */
const shortWord = 3;

export function contextWord(text: string): ContextWord {
  let word = contextWords.get(text);
  if (!word) {
    const folded = foldWord(text);
    const letters = folded.key.length <= shortWord ? specialLetters(text) : null;
    word = { text, ...folded, letters };
    contextWords.set(text, word);
  }
  return word;
}
