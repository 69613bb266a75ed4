import {
  contextFields,
  type SharedContext,
  type Spelling,
  type SpellingContext,
} from "../../src/core/dataset/schema.ts";
import { wordsOf } from "../../src/core/dataset/word-list.ts";

/** One spelling for each form, with what shared contexts say written out: what the built dataset holds. */
export function expandSpellings(
  spellings: readonly Spelling[],
  contexts: ReadonlyMap<string, SharedContext>,
): Spelling[] {
  return spellings.flatMap(({ forms, when, ...spelling }) => {
    const shared = { ...spelling, ...(when && { when: expandContext(when, contexts) }) };
    return [spelling.text, ...wordsOf(forms)].map((text) => ({ ...shared, text }));
  });
}

export function expandContext(
  when: SpellingContext,
  contexts: ReadonlyMap<string, SharedContext>,
): SpellingContext {
  const shared = contexts.get(when.like ?? "");
  const expanded: SpellingContext = {};
  for (const field of contextFields) {
    const words = new Set([...wordsOf(shared?.[field]), ...wordsOf(when[field])]);
    if (words.size > 0) expanded[field] = [...words];
  }
  const article = new Set([...(shared?.article ?? []), ...(when.article ?? [])]);
  if (article.size > 0) expanded.article = [...article];
  return expanded;
}
