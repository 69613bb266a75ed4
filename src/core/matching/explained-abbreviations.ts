import type { BlockView } from "./block-view.ts";
import type { ArticleKnowledge } from "./choose-entity.ts";
import { foldWord } from "./fold-text.ts";
import type { Entry, Matcher } from "./load-index.ts";

/** A mention of the first pass, in folded offsets. */
export interface Placed {
  start: number;
  end: number;
  entity: number;
}

const bracketed = /^ ?\(["']?(?:the )?([\p{Lu}\p{N}][\p{L}\p{N}&.-]{1,9})["']?(?:[,;] [^)]{0,60})?\)/u;
const capitalised = /(?:\p{Lu}[\p{L}'-]*(?: (?:of|and|for|the|on|in|to|de|e|i|des|du))* ){1,8}$/u;

/**
 * Abbreviations that a block explains: "National Cyber Security Centre (NCSC)" fixes NCSC for the whole
 * article, and "Public Transport Service (PTS)" keeps PTS from being the Swedish regulator.
 */
export function collectExplained(
  matcher: Matcher,
  view: BlockView,
  mentions: Placed[],
  explained: ArticleKnowledge["explained"],
): void {
  for (const { start, end, entity } of mentions) {
    const abbreviation = bracketed.exec(view.cased.slice(end, end + 80))?.[1];
    if (!abbreviation || !/\p{Lu}.*\p{Lu}/u.test(abbreviation)) continue;
    const fullName = view.text.slice(view.starts[start] ?? 0, view.ends[end - 1] ?? 0);
    if (
      isKnownFor(matcher, entity, abbreviation) ||
      areInitials(view.cased.slice(start, end), abbreviation)
    ) {
      explained.set(abbreviation, { entity, fullName, block: view.block });
    }
  }
  const ends = new Set(mentions.map(({ end }) => end));
  for (const match of view.cased.matchAll(/ \((\p{Lu}{2,6})\)/gu)) {
    const abbreviation = match[1] ?? "";
    const entries = matcher.byFirstWord
      .get(abbreviation.toLowerCase())
      ?.filter(({ cased }) => cased === abbreviation);
    if (!entries?.length || ends.has(match.index) || explained.has(abbreviation)) continue;
    const words = capitalised
      .exec(`${view.cased.slice(Math.max(0, match.index - 100), match.index)} `)?.[0]
      .trim();
    if (!words || !areInitials(lastWords(words, abbreviation.length), abbreviation)) continue;
    if (!entries.some((entry) => sharesWord(matcher, entry, words))) explained.set(abbreviation, null);
  }
}

/** Entries for explained abbreviations, so that the second scan finds those without a spelling, too. */
export function explainedEntries(explained: ArticleKnowledge["explained"]): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const [text, meaning] of explained) {
    if (!meaning) continue;
    const { cased, key } = foldWord(text);
    entries.set(key.split(/[^\p{L}\p{N}]/u)[0] ?? key, [
      {
        role: "spelling",
        text,
        cased,
        key,
        entity: meaning.entity,
        form: "abbreviation",
        caseRule: "exact",
        lang: null,
        from: "0000-01-01",
        until: "9999-12-31",
        when: null,
        uncertain: false,
      },
    ]);
  }
  return entries;
}

function isKnownFor(matcher: Matcher, entity: number, abbreviation: string): boolean {
  return matcher.entities[entity]?.entries.some(({ cased }) => cased === abbreviation) ?? false;
}

function areInitials(words: string, abbreviation: string): boolean {
  const wanted = abbreviation.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  const parts = words.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const all = parts.map((part) => part.charAt(0)).join("");
  const capitals = all.replace(/\p{Ll}/gu, "");
  return wanted.length >= 2 && (capitals.toUpperCase() === wanted || all.toUpperCase() === wanted);
}

/** As many capitalised words, counted from the end, as the abbreviation has letters. */
function lastWords(words: string, count: number): string {
  const parts = words.split(" ");
  let from = parts.length;
  for (let left = count; from > 0 && left > 0; from--) if (/^\p{Lu}/u.test(parts[from - 1] ?? "")) left--;
  return parts.slice(from).join(" ");
}

/** "Federal Communication Commission (FCC)" is a slip for the body that we know, not another one. */
function sharesWord(matcher: Matcher, { entity }: Entry, words: string): boolean {
  const stems = new Set(
    words
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length >= 5)
      .map((word) => word.slice(0, 5)),
  );
  return (matcher.entities[entity]?.entries ?? []).some(({ key }) =>
    key.split(" ").some((word) => word.length >= 5 && stems.has(word.slice(0, 5))),
  );
}
