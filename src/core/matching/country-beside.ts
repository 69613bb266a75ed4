/** Whose a firm or a body is said to be, right beside its name: "CSIS, the Canadian spy service", "Nigeria's NCC" in English, "Eir (Irlanda)" in all languages. */
import type { BlockView } from "./block-view.ts";
import { isFreeBeside } from "./context-words.ts";
import { foldWord } from "./fold-text.ts";
import type { Entry, Matcher } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import { isNameAhead } from "./name-neighbours.ts";

export interface Owner {
  relation: "before" | "after";
  /** The words that say so. */
  word: string;
}

/** The words that say that a name is that of its own country's firm or body; `null` where none do. */
export function ownerOf(
  matcher: Matcher,
  view: BlockView,
  entry: Entry,
  start: number,
  end: number,
): Owner | null {
  const own = matcher.entity(entry.entity)?.country;
  if (own === undefined) return null;
  const behind = countryBehind(matcher, view, end);
  if (behind?.country === own) return { relation: "before", word: behind.words };
  const before = countryBefore(matcher, view, start);
  if (before?.country !== own || isNameAhead(view.plain, end)) return null;
  return !entry.when || isFreeBeside(entry.when, view, start, end)
    ? { relation: "after", word: before.words }
    : null;
}

interface CountryBeside {
  /** Id. */
  country: string;
  words: string;
}

const apposition =
  /^, (?:the|an?) ((\p{Lu}[\p{L}.]+)(?: [\p{Ll}-]+){0,3}? (?:agency|service|regulator|watchdog|authority|carrier|operator|maker|company|firm|brand|group|vendor|supplier|telco))(?![\p{L}])/u;

const inBrackets =
  /^ \(((?:\p{Lu}[\p{L}.'-]*|del?|and|und|et|y|e)(?: (?:\p{Lu}[\p{L}.'-]*|del?|and|und|et|y|e)){0,3})\)/u;

/** "CSIS, the Canadian spy service", "Salt (Suiza)" */
export function countryBehind(
  matcher: Matcher,
  { plain, lang }: BlockView,
  end: number,
): CountryBeside | null {
  if (plain.charCodeAt(end) === 0x20 && plain.charCodeAt(end + 1) === 0x28) {
    const name = inBrackets.exec(plain.slice(end, end + 40))?.[1];
    const called = name ? countryCalled(matcher, name) : null;
    return called && name ? { country: called, words: `(${name})` } : null;
  }
  if (plain.charCodeAt(end) !== 0x2c || mainLanguage(lang) !== "en") return null;
  const [, words, adjective] = apposition.exec(plain.slice(end, end + 80)) ?? [];
  const country = words && adjective ? countryCalled(matcher, adjective) : null;
  return country && words ? { country, words } : null;
}

const owning = /(?:^|[^\p{L}])(?<!in )((?:\p{Lu}[\p{L}.]+ )?(\p{Lu}[\p{L}.]+))'s $/u;

/** "Nigeria's NCC", but not "it is in Finland's DNA" */
function countryBefore(matcher: Matcher, { plain, lang }: BlockView, start: number): CountryBeside | null {
  if (!plain.endsWith("'s ", start) || mainLanguage(lang) !== "en") return null;
  const [, both, last] = owning.exec(plain.slice(Math.max(0, start - 40), start)) ?? [];
  if (!both || !last) return null;
  const country = countryCalled(matcher, both) ?? countryCalled(matcher, last);
  return country ? { country, words: `${both}'s` } : null;
}

function countryCalled(matcher: Matcher, name: string): string | null {
  for (const { role, entity, form } of matcher.entriesFor(foldWord(name).key)) {
    const found = role === "spelling" && form !== "metonym" ? matcher.entity(entity) : undefined;
    if (found?.kind === "country") return found.id;
  }
  return null;
}
