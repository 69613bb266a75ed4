import type { SpellingContext } from "../dataset/schema.ts";
import { type BlockView, type ContextWord, wordStandsAt } from "./block-view.ts";
import { foldText, foldWord, isWordStart } from "./fold-text.ts";
import type { ContextRelation } from "./types.ts";

/** A record's `when`, with its words folded. */
export interface CompiledContext {
  near: ContextWord[];
  notNear: ContextWord[];
  before: ContextWord[];
  notBefore: ContextWord[];
  after: ContextWord[];
  notAfter: ContextWord[];
  article: string[];
  /** Something must be there, not only stay away. */
  positive: boolean;
}

export interface ContextAnswer {
  holds: boolean;
  /** The first condition that was met, for the reason. */
  met?: { relation: ContextRelation; word: string };
}

export function compileContext(when: SpellingContext): CompiledContext {
  const compile = (words: string[] | undefined): ContextWord[] =>
    (words ?? []).map((text) => ({ text, ...foldWord(text) }));
  return {
    near: compile(when.near),
    notNear: compile(when.notNear),
    before: compile(when.before),
    notBefore: compile(when.notBefore),
    after: compile(when.after),
    notAfter: compile(when.notAfter),
    article: when.article ?? [],
    positive: Boolean(when.near ?? when.before ?? when.after ?? when.article),
  };
}

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
  const refused: ContextAnswer = { holds: false };
  if (!staysAway(when, view, start, end)) return refused;
  let met: ContextAnswer["met"];
  if (when.before.length > 0) {
    const found = when.before.find((word) => isDirectlyFollowed(view, end, word));
    if (!found) return refused;
    met = { relation: "before", word: found.text };
  }
  if (when.after.length > 0) {
    const found = when.after.find((word) => isDirectlyPreceded(view, start, word));
    if (!found) return refused;
    met ??= { relation: "after", word: found.text };
  }
  if (when.near.length > 0) {
    const found = when.near.find((word) => isNear(view, start, end, word));
    if (!found) return refused;
    met ??= { relation: "near", word: found.text };
  }
  if (when.article.length > 0) {
    const found = when.article.find((id) => named?.has(id));
    if (!found) return refused;
    met ??= { relation: "article", word: found };
  }
  return met ? { holds: true, met } : { holds: true };
}

/** The negative half of a context alone: for names that need no further proof. */
export function staysAway(when: CompiledContext, view: BlockView, start: number, end: number): boolean {
  return (
    !when.notBefore.some((word) => isDirectlyFollowed(view, end, word)) &&
    !when.notAfter.some((word) => isDirectlyPreceded(view, start, word)) &&
    !when.notNear.some((word) => isNear(view, start, end, word))
  );
}

/** In the same paragraph, the spelling itself not counted. */
function isNear(view: BlockView, start: number, end: number, word: ContextWord): boolean {
  const places = view.placesOf(word);
  if (!places) return false;
  const { first, last } = places;
  return first.end <= start || first.start >= end || last.end <= start || last.start >= end;
}

/** After the spelling, a possessive 's, quotation marks and one space (or hyphen) may come first. */
function isDirectlyFollowed(view: BlockView, end: number, word: ContextWord): boolean {
  if (!isWordStart(word.key, 0)) {
    const at = view.key.charAt(end) === " " && !word.key.startsWith(" ") ? end + 1 : end;
    return view.key.startsWith(word.key, end) || view.key.startsWith(word.key, at);
  }
  let at = end;
  if (view.key.charAt(at) === "'" && /^'s\b/.test(view.key.slice(at, at + 3))) at += 2;
  while (/["')]/.test(view.key.charAt(at))) at++;
  if (view.key.charAt(at) === " ") at++;
  while (/["'(]/.test(view.key.charAt(at))) at++;
  return wordStandsAt(view, at, word) >= 0;
}

/** Before the spelling, one space (or hyphen) and opening quotation marks may come between. */
function isDirectlyPreceded(view: BlockView, start: number, word: ContextWord): boolean {
  let at = start;
  while (at > 0 && /["'(]/.test(view.key.charAt(at - 1))) at--;
  if (view.key.charAt(at - 1) === " ") at--;
  return endsAt(view, at, word) || (view.key.charAt(at - 1) === "." && endsAt(view, at - 1, word));
}

/** Whether the word, or its plural in s, ends here. */
function endsAt(view: BlockView, at: number, word: ContextWord): boolean {
  return [at - word.key.length, at - word.key.length - 1].some(
    (from) =>
      wordStandsAt(view, from, word) === at && (!isWordStart(word.key, 0) || isWordStart(view.key, from)),
  );
}

/** A word of the engine's own lists. */
export function contextWord(text: string): ContextWord {
  const { cased, key } = foldText(text);
  return { text, cased, key };
}
