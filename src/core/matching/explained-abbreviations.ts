import { isCompanyKind } from "../dataset/company-kinds.ts";
import type { EntityKind } from "../dataset/schema.ts";
import { BlockView, lineAt, surfaceOf } from "./block-view.ts";
import type { ArticleKnowledge } from "./choose-entity.ts";
import { areInitials } from "./initials.ts";
import { isAllowedHere } from "./is-allowed-here.ts";
import { isCapital } from "./letter-case.ts";
import { type Entry, firstDay, lastDay, type Matcher } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import { isWordBeside } from "./one-name.ts";
import { readUnits } from "./read-units.ts";
import { type Hit, type ScannedBlock, spotOf } from "./scan-spellings.ts";
import type { TextBlock } from "./types.ts";
import { isWordEnd, isWordStart } from "./word-borders.ts";

/** A mention of the first pass, in folded offsets. */
export interface Placed {
  start: number;
  end: number;
  entity: number;
}

const bracketed = /^ ?\(["']?(?:the )?([\p{Lu}\p{N}][\p{L}\p{N}&.-]{1,9})["']?(?:[,;] [^)]{0,60})?\)/u;
const inBrackets = /^ \((\p{Lu}{2,6})\)/u;
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
  collectNicknames(matcher, view, mentions, explained);
  if (!view.text.includes("(") && !view.text.includes("（")) return;
  for (const { start, end, entity } of mentions) {
    if (view.cased.charAt(end) !== "(" && view.cased.charAt(end + 1) !== "(") continue;
    const abbreviation = bracketed.exec(view.cased.slice(end, end + 80))?.[1];
    if (!abbreviation || !/\p{Lu}.*\p{Lu}/u.test(abbreviation)) continue;
    const fullName = surfaceOf(view, start, end);
    if (
      isKnownFor(matcher, entity, abbreviation) ||
      areInitials(view.cased.slice(start, end), abbreviation)
    ) {
      explained.set(abbreviation, { entity, fullName, block: view.block, start });
    }
  }
  const { cased } = view;
  let ends: Set<number> | null = null;
  for (let at = cased.indexOf(" ("); at >= 0; at = cased.indexOf(" (", at + 1)) {
    // Most brackets hold words and numbers.
    if (!isCapital(cased.charCodeAt(at + 3))) continue;
    const abbreviation = inBrackets.exec(cased.slice(at, at + 10))?.[1];
    if (abbreviation === undefined) continue;
    const entries = matcher
      .entriesFor(abbreviation.toLowerCase())
      .filter((entry) => entry.cased === abbreviation);
    if (entries.length === 0 || explained.has(abbreviation)) continue;
    ends ??= new Set(mentions.map(({ end }) => end));
    if (ends.has(at)) continue;
    const before = cased.slice(Math.max(0, at - 100), at);
    const raised = capitalised.exec(`${before} `)?.[0].trim();
    const words =
      raised && areInitials(lastWords(raised, abbreviation.length), abbreviation)
        ? raised
        : plainWords(before, abbreviation);
    if (!words) continue;
    if (!entries.some((entry) => sharesWord(matcher, entry, words))) explained.set(abbreviation, null);
  }
}

const comesAbout = /(?:, (?:or )?(?:the )?| (?:as|called|dubbed|nicknamed) (?:the )?)"?$/;
const capitalisedRun = /\p{Lu}[\p{L}'-]*(?:(?: (?:of|and|for|the|on|in))* \p{Lu}[\p{L}'-]*)+/gu;

/** "Culinary Institute of America, known to chefs as the CIA": the initials of a name in the same sentence that is no body's of the data. */
function collectNicknames(
  matcher: Matcher,
  view: BlockView,
  mentions: Placed[],
  explained: ArticleKnowledge["explained"],
): void {
  for (const { start, end, entity } of mentions) {
    const length = end - start;
    // Nearly all mentions are too long, or no abbreviation: their second unit says so.
    if (length < 3 || length > 6) continue;
    const { plain } = view;
    const second = plain.charCodeAt(start + 1);
    if (second < 0x41 || second > 0x5a) continue;
    const abbreviation = plain.slice(start, end);
    if (explained.has(abbreviation) || !/^[A-Z]+$/.test(abbreviation)) continue;
    if (mainLanguage(view.lang) !== "en") return;
    if (matcher.entity(entity)?.kind !== "organisation") continue;
    if (!comesAbout.test(plain.slice(Math.max(0, start - 20), start))) continue;
    const before = plain.slice(Math.max(0, start - 120), start);
    const sentence = before.slice(before.search(/[^.!?;]*$/));
    for (const [run] of sentence.matchAll(capitalisedRun)) {
      const name = lastWords(run, length);
      if (!areInitials(name, abbreviation)) continue;
      const isOwn = matcher
        .entriesFor(abbreviation.toLowerCase())
        .some((entry) => entry.cased === abbreviation && sharesWord(matcher, entry, name));
      if (!isOwn) explained.set(abbreviation, null);
    }
  }
}

/**
 * The spots of a block with the abbreviations added that the article explains: those without a spelling in the data
 * are found in this way only.
 *
 * @param scanned `null` where nothing else was found in the block
 */
export function addExplained(
  matcher: Matcher,
  scanned: ScannedBlock | null,
  number: number,
  block: TextBlock,
  lang: string,
  explained: ArticleKnowledge["explained"],
): ScannedBlock | null {
  let view = scanned?.view;
  const added: Hit[] = [];
  for (const [text, meaning] of explained) {
    if (!meaning || !mayHold(block.text, text)) continue;
    const kind = matcher.entity(meaning.entity)?.kind;
    view ??= new BlockView(number, block.text, lang, readUnits(block.text));
    for (let at = view.cased.indexOf(text); at >= 0; at = view.cased.indexOf(text, at + 1)) {
      const end = at + text.length;
      if (!isWordStart(view.key, at) || !isWordEnd(view.key, end)) continue;
      // In a line of capitals it may be a word.
      if (lineAt(view, at).allCaps || isWordBeside(matcher, view, meaning.entity, at, end)) continue;
      const hit = { start: at, end, rest: 0, entry: entryFor(text, meaning.entity, kind) };
      if (isAllowedHere(hit, end, view, undefined)) added.push(hit);
    }
  }
  if (!view || added.length === 0) return scanned;
  const spots = new Map(scanned?.spots.map((spot) => [spot.start, spot]));
  for (const hit of added) {
    const others = spots.get(hit.start)?.groups ?? [];
    const hits = others.flatMap(({ spellings, surnames, container }) => [
      ...spellings,
      ...surnames,
      ...(container ? [container] : []),
    ]);
    const all: [Hit, ...Hit[]] = [hit, ...hits];
    spots.set(hit.start, spotOf(all.sort((a, b) => b.end - a.end)));
  }
  return { view, spots: [...spots.values()].sort((a, b) => a.start - b.start) };
}

/** Whether an abbreviation may stand in a text that was not folded. */
export function mayHold(text: string, abbreviation: string): boolean {
  return text.includes(abbreviation.slice(0, 2));
}

function entryFor(text: string, entity: number, kind: EntityKind | undefined): Entry {
  return {
    role: "spelling",
    text,
    entity,
    when: null,
    isStem: false,
    isDated: false,
    form: "abbreviation",
    kind,
    isFirm: isCompanyKind(kind),
    isFullName: false,
    key: text.toLowerCase(),
    cased: text,
    caseRule: "exact",
    uncertain: false,
    lang: null,
    from: firstDay,
    until: lastDay,
  };
}

function isKnownFor(matcher: Matcher, entity: number, abbreviation: string): boolean {
  return matcher.entriesOf(entity).some(({ cased }) => cased === abbreviation);
}

/** As many capitalised words, counted from the end, as the abbreviation has letters. */
function lastWords(words: string, count: number): string {
  const parts = words.split(" ");
  let from = parts.length;
  for (let left = count; from > 0 && left > 0; from--) if (/^\p{Lu}/u.test(parts[from - 1] ?? "")) left--;
  return parts.slice(from).join(" ");
}

/** "fluid catalytic cracker (FCC)": as many words as letters, in small letters. */
function plainWords(before: string, abbreviation: string): string | undefined {
  const words = before.split(/[ -]/).slice(-abbreviation.length);
  const fit = words.every(
    (word, at) => word.charAt(0).toUpperCase() === abbreviation.charAt(at) && /^\p{Ll}/u.test(word),
  );
  return fit && words.length === abbreviation.length ? words.join(" ") : undefined;
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
  return matcher
    .entriesOf(entity)
    .some(({ key }) => key.split(" ").some((word) => word.length >= 5 && stems.has(word.slice(0, 5))));
}
