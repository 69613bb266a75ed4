import { type BlockView, lineAt } from "./block-view.ts";

/** Prepositions of place and the like, after which a capital is a town. */
const placeWords =
  /(^|[^\p{L}])(in|at|near|around|outside|across|downtown|central|visited|visit|visits|visiting|toured|në|u|у|во|w|we|v|ve|à|en|a|nach|bei|ne) $/u;
/** A town with what it lies in, what is based there, or the rest of a dateline. */
const placeTail =
  /^( based\b|,? d\.?c\.?|, \p{Lu}|\s?\(|,?\s(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d|\s[–—-]\s)/iu;

/**
 * Whether a capital or seat of government is named as a place here. The data says when it acts; this keeps out
 * what is a place in any case: "in Beijing", "Beijing-based", "Beijing, China", "BEIJING (Reuters)".
 */
export function isPlace(view: BlockView, start: number, end: number): boolean {
  const before = view.key.slice(Math.max(0, start - 12), start);
  if (placeWords.test(before)) return true;
  const after = view.cased.slice(end, end + 12);
  if (/^ based\b/.test(after) || /^, \p{Lu}/u.test(after)) return true;
  const line = lineAt(view, start);
  return start - line.start <= 1 && placeTail.test(view.plain.slice(end, end + 12));
}

/** Whether an adjective is the name of a language: "in Chinese.", "Chinese-language", "speaks Albanian". */
export function isLanguageName(view: BlockView, start: number, end: number): boolean {
  if (/^ (language|speaking|speakers?|translation)\b/.test(view.key.slice(end, end + 14))) return true;
  const before = view.key.slice(Math.max(0, start - 10), start);
  return (
    /(^|[^\p{L}])(in|into|speaks?|spoke) $/u.test(before) &&
    !/^[ -]\p{L}/u.test(view.plain.slice(end, end + 2))
  );
}
