/** Long because the hot loops stay in one module, where the engine can inline them. */
import { isCompanyKind } from "../dataset/company-kinds.ts";
import { BlockView } from "./block-view.ts";
import { classOfUnit } from "./char-class.ts";
import { needsProof } from "./context-words.ts";
import { foldAt } from "./fold-text.ts";
import { foldedEnd, foldedStart } from "./folded-offsets.ts";
import { isAllowedHere } from "./is-allowed-here.ts";
import type { Entry, LanguageSearch, Matcher, SearchArrays } from "./load-index.ts";
import { mendLookAlikes, unitForUnit } from "./look-alikes.ts";
import type { Whose } from "./name-neighbours.ts";
import { readUnits, type UnitsRead } from "./read-units.ts";
import type { Found } from "./select-mentions.ts";
import { readsAsLatin, toLatin } from "./serbian-cyrillic.ts";
import { behindCode, listStart, nodeBits } from "./spelling-index.ts";
import { stemEndings } from "./stem-forms.ts";
import { longestSuffix, shortestStem, shortestSurname } from "./suffixes.ts";
import type { TextBlock } from "./types.ts";
import { isMarkAhead, scanClass, unitBits, unitInfo } from "./unit-table.ts";
import { keepLikely } from "./word-window.ts";

/** An entry found at a place of a block (folded offsets), with everything but its context checked. */
export interface Hit {
  start: number;
  end: number;
  /** Units of an ending that the language puts onto the name. */
  rest: number;
  entry: Entry;
  /** Whose surname it is, once that was asked (`whoseOf`). */
  whose?: Whose | null;
}

/** All hits that cover one stretch. */
export interface Group {
  start: number;
  end: number;
  spellings: Hit[];
  surnames: Hit[];
  container: Hit | null;
  /** One entity that needs no word from elsewhere in the article: the answer is the same in both passes. */
  standsAlone: boolean;
  /** An entry asks for a context, which the article may make up for. */
  hasContext: boolean;
  settled: Found | null | undefined;
  /** The answer of the first pass, which the second takes over unless the article says something about it. */
  first: Found | null | undefined;
  /** Spellings of several entities, or one that asks for an entity elsewhere in the article. */
  isShared: boolean;
}

/** All hits that begin at one place, the longest first. */
export interface Spot {
  start: number;
  groups: Group[];
}

export interface ScannedBlock {
  view: BlockView;
  spots: Spot[];
}

export interface ScanOptions {
  /** Day of the article, where known. */
  published?: string | undefined;
  /** Where all blocks of an article note the countries' names that are somebody's surname there. */
  surnames?: Map<string, number>;
  /** Counts what is done beyond reading the text once: units compared, entries and hits looked at. */
  count?: { steps: number };
}

const { classShift, letter, simple, mark, white } = unitBits;
const { word, space, hidden } = scanClass;
const { codeShift, valueMask, leaf, ends } = nodeBits;

/**
 * Every place of a block where an entry of the matcher stands, in order; `null` where there is none.
 *
 * The text is read once, through the table of units. The window is asked about the first five units of each word; from
 * those that it lets pass, the trie is walked as far as the text agrees. Each key met on the way counts if a word ends
 * there, or if the rest of the word is an ending that the language puts onto names.
 *
 * @param number of the block in its article
 */
export function scanSpellings(
  matcher: Matcher,
  number: number,
  { text: own }: TextBlock,
  lang: string,
  { published, surnames, count }: ScanOptions,
): ScannedBlock | null {
  const spoken = matcher.forLanguage(lang);
  const mended = mendLookAlikes(spoken.language, own);
  const latin = readsAsLatin(spoken.language, mended) ? toLatin(mended) : null;
  const text = latin ? latin.text : mended;
  const read = readUnits(text);
  const raw = walkAll(matcher, text, spoken, read, count);
  if (!raw) return null;
  const cyrillic = text === own ? null : { text: own, offsets: latin?.offsets ?? unitForUnit(own) };
  const view = new BlockView(number, text, lang, read, cyrillic);
  view.surnames = surnames ?? null;
  return judge(raw, view, published);
}

function walkAll(
  matcher: Matcher,
  text: string,
  spoken: LanguageSearch,
  read: UnitsRead,
  count: ScanOptions["count"],
): Hit[] | null {
  const likely = keepLikely(spoken.window, read);
  if (likely === 0) return null;
  const { starts, isPlain } = read;
  const scan = new Scan(matcher, text, read, spoken);
  if (isPlain) scan.walkPlainly(starts, likely);
  else for (let place = 0; place < likely; place++) scan.walk(starts[place] as number);
  if (count) count.steps += scan.steps;
  return scan.raw;
}

/** The walks through the trie from one block, whose units stand in `infos`. */
class Scan {
  raw: Hit[] | null = null;
  steps = 0;
  /** The folded unit that was met last. */
  private last = 0;
  private readonly matcher: Matcher;
  private readonly search: SearchArrays;
  private readonly text: string;
  private readonly units: Uint32Array;
  private readonly length: number;
  private readonly isPlain: boolean;
  private readonly speaks: Uint8Array;
  private readonly language: string;
  private readonly suffixes: readonly string[];
  private readonly peopleSuffixes: readonly string[];

  constructor(
    matcher: Matcher,
    text: string,
    { infos, isPlain }: UnitsRead,
    { speaks, language, suffixes, peopleSuffixes }: LanguageSearch,
  ) {
    this.matcher = matcher;
    this.search = matcher.search;
    this.text = text;
    this.units = infos;
    this.isPlain = isPlain;
    this.length = text.length;
    this.speaks = speaks;
    this.language = language;
    this.suffixes = suffixes;
    this.peopleSuffixes = peopleSuffixes;
  }

  /** Follows the text from word starts through the trie, where unit stands for unit but for runs of white space. */
  walkPlainly(starts: Int32Array, words: number): void {
    const { units } = this;
    const { codes, nodes, tailOf, tailStart, tails } = this.search;
    const root = nodes[0] as number;
    for (let place = 0; place < words; place++) {
      const start = starts[place] as number;
      let at = start;
      let node = root;
      let isOn = true;
      while (isOn && (node & leaf) === 0) {
        const children = (node >>> 2) & valueMask;
        if (node & ends) {
          this.last = (units[at - 1] as number) & 0xffff;
          this.found(((nodes[children] as number) >>> 2) & valueMask, start, at);
        }
        const info = units[at] as number;
        const code = codes[info & 0xffff] as number;
        node = nodes[children + code] as number;
        isOn = code !== 0 && node >>> codeShift === code;
        at++;
        if (info & white) while ((units[at] as number) & white) at++;
      }
      if (isOn) {
        const list = (node >>> 2) & valueMask;
        let tail = tailStart[tailOf[list] as number] as number;
        while (tail >= 0 && tails[tail] !== 0) {
          const info = units[at] as number;
          tail = behindCode(tails, tail, codes[info & 0xffff] as number);
          at++;
          if (info & white) while ((units[at] as number) & white) at++;
        }
        if (tail >= 0) {
          this.last = (units[at - 1] as number) & 0xffff;
          this.found(list, start, at);
        }
      }
      this.steps += at - start + 1;
    }
  }

  /** The same where a letter may take several units, or none. */
  walk(start: number): void {
    const { units, length } = this;
    const { codes, nodes, tailOf, tailStart, tails } = this.search;
    let node = nodes[0] as number;
    let moved = true;
    for (let at = start; ; ) {
      this.steps++;
      const children = (node >>> 2) & valueMask;
      // What is invisible leads nowhere, and must not end a key a second time.
      if (node & ends && moved) this.found(((nodes[children] as number) >>> 2) & valueMask, start, at);
      if (at >= length) return;
      const info = units[at] as number;
      if (this.isSimple(info, at)) {
        const code = codes[info & 0xffff] as number;
        node = nodes[children + code] as number;
        if (code === 0 || node >>> codeShift !== code) return;
        at = ((info >> classShift) & 7) === space ? this.afterSpace(at) : at + 1;
        moved = true;
        this.last = info & 0xffff;
        if (node & leaf) {
          const list = (node >>> 2) & valueMask;
          const end = this.endOfTail(tailStart[tailOf[list] as number] as number, at);
          if (end >= 0) this.found(list, start, end);
          return;
        }
        continue;
      }
      const { key, length: taken } = foldAt(this.text, at);
      this.steps += taken;
      at = key === " " ? this.afterSpace(at) : at + taken;
      moved = key !== "";
      if (moved) this.last = key.charCodeAt(key.length - 1);
      for (let unit = 0; unit < key.length; unit++) {
        const code = codes[key.charCodeAt(unit)] as number;
        node = nodes[((node >>> 2) & valueMask) + code] as number;
        if (code === 0 || node >>> codeShift !== code) return;
        if (node & leaf) {
          const list = (node >>> 2) & valueMask;
          let tail = tailStart[tailOf[list] as number] as number;
          for (let more = unit + 1; more < key.length && tail >= 0; more++)
            tail = behindCode(tails, tail, codes[key.charCodeAt(more)] as number);
          const end = tail < 0 ? -1 : this.endOfTail(tail, at);
          if (end >= 0) this.found(list, start, end);
          return;
        }
      }
    }
  }

  /** Whether the table tells what stands at `at`: a simple unit, with no mark behind it. */
  private isSimple(info: number, at: number): boolean {
    if ((info & simple) === 0) return false;
    if (at + 1 >= this.length) return true;
    return (((this.units[at + 1] as number) >> classShift) & 7) !== hidden || !isMarkAhead(this.text, at + 1);
  }

  /** Where a tail, from a place in it on, ends in the text, or -1. */
  private endOfTail(from: number, start: number): number {
    const { units, length } = this;
    const { codes, tails } = this.search;
    let at = start;
    for (let tail = from; tails[tail] !== 0; ) {
      this.steps++;
      if (at >= length) return -1;
      const info = units[at] as number;
      if (this.isSimple(info, at)) {
        this.last = info & 0xffff;
        tail = behindCode(tails, tail, codes[this.last] as number);
        if (tail < 0) return -1;
        at = ((info >> classShift) & 7) === space ? this.afterSpace(at) : at + 1;
        continue;
      }
      const { key, length: taken } = foldAt(this.text, at);
      this.steps += taken;
      for (let unit = 0; unit < key.length; unit++) {
        tail = behindCode(tails, tail, codes[key.charCodeAt(unit)] as number);
        if (tail < 0) return -1;
      }
      if (key !== "") this.last = key.charCodeAt(key.length - 1);
      at = key === " " ? this.afterSpace(at) : at + taken;
    }
    return at;
  }

  /** A run of white space, entities and invisible characters in it, is one space. */
  private afterSpace(from: number): number {
    const { units, length } = this;
    let at = from;
    while (at < length) {
      const info = units[at] as number;
      if (((info >> classShift) & 7) === space) at++;
      else if (info & simple && at > from) return at;
      else {
        const { key, length: taken } = foldAt(this.text, at);
        this.steps += taken;
        if (key !== "" && key !== " ") return at;
        at += taken;
      }
      this.steps++;
    }
    return at;
  }

  /** Notes every entry of a list whose key stands from `start` to `end`. */
  private found(list: number, start: number, end: number): void {
    const { matcher, speaks } = this;
    const { listBase, listOffset, entryLanguages } = this.search;
    const rest = this.restOfWord(end);
    if (rest.length > longestSuffix) return;
    const isSuffix = rest !== "" && this.suffixes.includes(rest);
    const isPeoples = rest !== "" && this.peopleSuffixes.includes(rest);
    const endsStem = rest !== "" && stemEndings.includes(rest);
    if (rest !== "" && !isSuffix && !isPeoples && !endsStem) return;
    const to = listStart(listBase, listOffset, list + 1);
    for (let at = listStart(listBase, listOffset, list); at < to; at++) {
      this.steps++;
      if (speaks[entryLanguages[at] as number] === 0) continue;
      const entry = matcher.entry(at);
      if (rest !== "" || entry.isStem) {
        if (entry.isStem) {
          if (!endsStem) continue;
        } else if (entry.form === "people") {
          if (!isPeoples || entry.key.length < shortestStem) continue;
        } else if (!isSuffix || !takesSuffix(matcher, this.language, entry)) continue;
      }
      const hit = { start, end, rest: rest.length, entry, whose: undefined };
      if (this.raw) this.raw.push(hit);
      else this.raw = [hit];
    }
  }

  /** The letters that stand here, one more than the longest ending at most. */
  private lettersFrom(start: number): string {
    const { units } = this;
    let rest = "";
    for (let at = start; rest.length <= longestSuffix && (units[at] as number) & letter; at++)
      rest += String.fromCharCode((units[at] as number) & 0xffff);
    this.steps += rest.length;
    return rest;
  }

  /** Folded letters from here to the end of the word, "" at a word's end; read only as far as it matters. */
  private restOfWord(end: number): string {
    if (end >= this.length) return "";
    const next = this.units[end] as number;
    // Nearly always a space or a point.
    if (next & simple && ((next >> classShift) & 7) !== word) return "";
    const isInWord = classOfUnit(this.last) === word;
    if (this.isPlain) return isInWord ? this.lettersFrom(end) : "";
    let rest = "";
    for (let at = end; at < this.length && rest.length <= longestSuffix; ) {
      const { key, length: taken } = foldAt(this.text, at);
      this.steps += taken;
      const info = key === "" ? mark : unitInfo(key.charCodeAt(0));
      if (!(info & mark) && !(isInWord && ((info >> classShift) & 7) === word)) break;
      rest += key;
      at += taken;
    }
    return rest;
  }
}

/** Asks of each hit whether it may stand in the block, and sorts them into spots. */
function judge(raw: readonly Hit[], view: BlockView, published: string | undefined): ScannedBlock | null {
  const spots: Spot[] = [];
  for (let from = 0; from < raw.length; ) {
    const { start } = raw[from] as Hit;
    let to = from + 1;
    while (to < raw.length && (raw[to] as Hit).start === start) to++;
    let spot: Spot | null = null;
    // The shorter were met first.
    for (let at = to - 1; at >= from; at--) {
      const hit = raw[at] as Hit;
      // From here on in folded offsets, the ending included.
      const bare = foldedEnd(view, hit.end);
      hit.start = foldedStart(view, hit.start);
      hit.end = bare + hit.rest;
      if (isAllowedHere(hit, bare, view, published)) spot = addToSpot(spot, hit);
    }
    if (spot) spots.push(spot);
    from = to;
  }
  return spots.length > 0 ? { view, spots } : null;
}

/** @param hits at one place, the longest first */
export function spotOf([first, ...others]: readonly [Hit, ...Hit[]]): Spot {
  const spot = addToSpot(null, first);
  for (const hit of others) addToSpot(spot, hit);
  return spot;
}

/** Stands for lists without hits, which most are; never added to. */
const noHits: Hit[] = [];

/** Adds one hit more at the place of a spot, none of which is shorter; without one yet, makes it. */
function addToSpot(spot: Spot | null, hit: Hit): Spot {
  let group = spot?.groups[spot.groups.length - 1];
  let own = spot;
  if (!own || group?.end !== hit.end) {
    group = groupOf(hit);
    if (own) own.groups.push(group);
    else own = { start: hit.start, groups: [group] };
  }
  const { role, when, entity } = hit.entry;
  if (role === "container") group.container = hit;
  else if (role === "surname") {
    group.surnames = withHit(group.surnames, hit);
    group.standsAlone = false;
  } else {
    if (when) group.hasContext = true;
    const other = group.spellings[0];
    if ((when && when.article.length > 0) || (other && other.entry.entity !== entity)) {
      group.standsAlone = false;
      group.isShared = true;
    }
    group.spellings = withHit(group.spellings, hit);
  }
  return own;
}

function groupOf({ start, end }: Hit): Group {
  return {
    start,
    end,
    spellings: noHits,
    surnames: noHits,
    container: null,
    standsAlone: true,
    hasContext: false,
    settled: undefined,
    first: undefined,
    isShared: false,
  };
}

/** An array that something is pushed onto at once is made with room for sixteen more. */
function withHit(hits: Hit[], hit: Hit): Hit[] {
  if (hits === noHits) return [hit];
  hits.push(hit);
  return hits;
}

/** Capitals are followed by few endings of their own, and need a proof anyway. */
const shortestCapital = 4;

/**
 * Names of companies and people, and in German those of countries: other forms stand in the data. A name that needs a context keeps it;
 * where that asks for proof, only German has an ending that is no other word ("Apples Gewinn").
 */
function takesSuffix(matcher: Matcher, language: string, entry: Entry): boolean {
  const { role, form, key, entity, when } = entry;
  const kind = matcher.entity(entity)?.kind;
  if (role === "container" || kind === undefined) return false;
  // "Pekings Reaktion"; what it belongs to is the proof.
  if (form === "metonym") return language === "de" && when !== null && key.length >= shortestCapital;
  const isFirm = isCompanyKind(kind);
  if (when && !(isFirm && (language === "de" || (language !== "en" && !needsProof(when))))) return false;
  if (role === "surname") return key.length >= shortestSurname && language !== "en";
  if (key.length < shortestStem) return false;
  if (kind === "official") return language !== "en";
  if (kind === "country") return language === "de" && form === "name";
  return isFirm && (form === "name" || form === "short");
}
