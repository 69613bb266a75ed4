/** Spellings of one entity that read alike: which of them is written, and where their name may stand again. */
import { type BlockView, lineAt, surfaceOf } from "./block-view.ts";
import { isFreeBeside, staysAway } from "./context-words.ts";
import type { Entry, Matcher } from "./load-index.ts";
import { onceByTag } from "./main-language.ts";
import { isNameAhead, isRaised, mayBeSurname, opensSentence, wordBefore } from "./name-neighbours.ts";
import type { Hit } from "./scan-spellings.ts";
import { wordEndFrom } from "./word-borders.ts";
import { opensAsFirm, wordNames } from "./word-first.ts";

/**
 * "Dania" is written as the name is, and as "Danią" without its sign: what is not allowed to stand here as the one, as a dish, must
 * not come back as the other.
 */
export function asWritten(view: BlockView, hits: Hit[]): Hit[] {
  if (!hits.some(({ entry }) => entry.form === "inflected")) return hits;
  const [first] = hits;
  const surface = first ? surfaceOf(view, first.start, first.end) : "";
  const written = hits.find(({ entry }) => entry.form !== "inflected" && entry.text === surface)?.entry;
  if (!written) return hits;
  return hits.filter(
    ({ entry }) => entry.form !== "inflected" || entry.entity !== written.entity || entry.text === surface,
  );
}

const hasSmallNouns = onceByTag((lang) => /^(pl|cs|sk|mk|sq)/i.test(lang));

/** "Limonáda Orange Bliss", "kolor Burnt Orange": a word with a capital beside it that the data does not know. */
export function isInOtherName(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (!hasSmallNouns(view.lang) || !wordNames.has(key.slice(start, end)) || lineAt(view, start).allCaps)
    return false;
  if (isNameAhead(plain, end)) {
    const to = wordEndFrom(key, end + 1);
    const next = key.slice(end + 1, to);
    // "Szef Orange Jan Nowak"
    if (!isNameAhead(plain, to) && !matcher.givenNames.has(next) && mayBeSurname(matcher, next)) return true;
  }
  const word = wordBefore(view, start);
  return (
    word !== null &&
    isRaised(word.cased) &&
    !opensSentence(view, word.start) &&
    mayBeSurname(matcher, word.key)
  );
}

/** Whether a name that the article has elsewhere may stand here without further proof. */
export function mayStandAgain(
  matcher: Matcher,
  view: BlockView,
  entry: Entry,
  start: number,
  end: number,
): boolean {
  if (wordNames.has(entry.key) && opensSentence(view, start) && !opensAsFirm(view, end)) return false;
  // "TIM'S LAST STAND"
  if (lineAt(view, start).allCaps && matcher.givenNames.has(entry.key)) return false;
  if (entry.kind === "official") return !entry.when || staysAway(entry.when, view, start, end);
  // What one of its spellings must not stand beside, none may: "the Iliad".
  return matcher
    .entriesFor(entry.key)
    .every(
      (other) => other.entity !== entry.entity || !other.when || staysAway(other.when, view, start, end),
    );
}

/** "RAK DOJKE": the data knows it for a word where this stands beside it. */
export function isWordBeside(
  matcher: Matcher,
  view: BlockView,
  entity: number,
  start: number,
  end: number,
): boolean {
  return matcher
    .entriesFor(view.key.slice(start, end))
    .some((entry) => entry.entity === entity && entry.when && !isFreeBeside(entry.when, view, start, end));
}
