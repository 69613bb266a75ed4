import { isCompanyKind } from "../dataset/company-kinds.ts";
import type { BlockView } from "./block-view.ts";
import { charClass, classOfUnit } from "./char-class.ts";
import { isWordEnd } from "./fold-text.ts";
import { isAllowedHere } from "./is-allowed-here.ts";
import type { Entry, Matcher } from "./load-index.ts";
import { shortestStem, suffixesOf } from "./suffixes.ts";

/** An entry found at a place of a block (folded offsets), with everything but its context checked. */
export interface Hit {
  start: number;
  end: number;
  entry: Entry;
}

/** All hits that begin at one place, the longest first. */
export interface Spot {
  start: number;
  hits: Hit[];
}

export interface ScanOptions {
  /** Day of the article, where known. */
  published: string | undefined;
  /** Abbreviations that the article itself explains, by first word, looked up beside the matcher's entries. */
  explained?: Map<string, Entry[]>;
}

/**
 * Every place where an entry of the matcher stands, in order. At each word start the word is looked up in
 * a hash of first words, then the entries of that bucket are compared with the text.
 */
export function scanSpellings(matcher: Matcher, view: BlockView, options: ScanOptions): Spot[] {
  const { key } = view;
  const spots: Spot[] = [];
  const suffixes = suffixesOf(mainLanguage(view.lang));
  let before: number = charClass.other;
  for (let start = 0; start < key.length; ) {
    const here = classOfUnit(key.charCodeAt(start));
    if (here === charClass.other || (here === charClass.word && before === charClass.word)) {
      before = here;
      start++;
      continue;
    }
    let end = start + 1;
    if (here === charClass.word) {
      while (end < key.length && classOfUnit(key.charCodeAt(end)) === charClass.word) end++;
    }
    const word = key.slice(start, end);
    const hits: Hit[] = [];
    collect(matcher.byFirstWord.get(word));
    if (options.explained) collect(options.explained.get(word));
    if (here === charClass.word) collectSuffixed(word);
    if (hits.length > 0) spots.push({ start, hits: hits.sort((a, b) => b.end - a.end) });
    before = here;
    start = end;

    function collect(bucket: readonly Entry[] | undefined) {
      if (!bucket) return;
      for (const entry of bucket) {
        if (!key.startsWith(entry.key, start)) continue;
        const bare = start + entry.key.length;
        const hitEnd = isWordEnd(key, bare) ? bare : suffixedEnd(entry, bare);
        if (hitEnd < 0) continue;
        const hit = { start, end: hitEnd, entry };
        if (isAllowedHere(hit, bare, view, options.published)) hits.push(hit);
      }
    }

    /** The bucket of "huaweit" is that of "huawei". */
    function collectSuffixed(whole: string) {
      for (const suffix of suffixes) {
        if (whole.length - suffix.length < shortestStem || !whole.endsWith(suffix)) continue;
        collect(matcher.byFirstWord.get(whole.slice(0, -suffix.length))?.filter(takesSuffix));
      }
    }
  }
  return spots;

  function suffixedEnd(entry: Entry, bare: number): number {
    if (suffixes.length === 0 || !takesSuffix(entry)) return -1;
    for (const suffix of suffixes) {
      if (key.startsWith(suffix, bare) && isWordEnd(key, bare + suffix.length)) return bare + suffix.length;
    }
    return -1;
  }

  /** Names of companies and people, and in German those of countries: other forms stand in the data. */
  function takesSuffix({ role, form, key: spelled, entity, when }: Entry): boolean {
    const kind = matcher.entities[entity]?.kind;
    if (role === "container" || kind === undefined || spelled.length < shortestStem || when) return false;
    if (kind === "official") return mainLanguage(view.lang) !== "en";
    if (kind === "country") return mainLanguage(view.lang) === "de" && form === "name";
    return isCompanyKind(kind) && (form === "name" || form === "short");
  }
}

export function mainLanguage(lang: string): string {
  return (lang.split(/[-_]/)[0] ?? "").toLowerCase();
}
