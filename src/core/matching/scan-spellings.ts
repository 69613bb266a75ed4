/** Long because the hot loops stay in one module, where the engine can inline them. */
import { isCompanyKind } from "../dataset/company-kinds.ts";
import { type BlockView, viewBlock } from "./block-view.ts";
import { classOfUnit } from "./char-class.ts";
import {
  foldAt,
  foldedEnd,
  foldedStart,
  foldSeen,
  foldText,
  isMarkAhead,
  isWordStart,
  mayHoldLeftovers,
  scanClass,
  textStart,
  unitBits,
  unitInfo,
  unitTable,
} from "./fold-text.ts";
import { isAllowedHere } from "./is-allowed-here.ts";
import type { Entry, LanguageSearch, Matcher, SearchArrays } from "./load-index.ts";
import type { Found } from "./select-mentions.ts";
import { readsAsLatin, toLatin } from "./serbian-cyrillic.ts";
import { nodeBits } from "./spelling-index.ts";
import { stemEndings } from "./stem-forms.ts";
import { longestSuffix, shortestStem, shortestSurname } from "./suffixes.ts";
import type { TextBlock } from "./types.ts";
import { isInWindow, windowPlace } from "./word-window.ts";

/** An entry found at a place of a block (folded offsets), with everything but its context checked. */
export interface Hit {
  start: number;
  end: number;
  entry: Entry;
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
  settled?: Found | null;
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
  /** Counts what is done beyond reading the text once: units compared, entries and hits looked at. */
  count?: { steps: number };
}

const { classShift, simple, suspect, mark, capital, letter, white, unusual } = unitBits;
const letterShift = 31 - Math.clz32(letter);
const { word, dense, space, hidden, other } = scanClass;
const { codeShift, valueMask, leaf, ends } = nodeBits;
const table = unitTable();

/** What the table says of each unit of the block at hand, and where its words begin; they only grow. */
let infos = new Uint32Array(4096);
let wordStarts = new Int32Array(4096);
/** Units that are looked at behind a word start. */
const ahead = 3;
/** Room (units) that stays after an outsize block. */
const roomKept = 0x10000;

/**
 * Every place of a block where an entry of the matcher stands, in order; `null` where there is none.
 *
 * The text is read once, through the table of units. At each word start the window is asked about the first three
 * units, then the trie is walked as far as the text agrees. Each key met on the way counts if a word ends there, or if
 * the rest of the word is an ending that the language puts onto names. Only a block with such a key is folded.
 *
 * @param number of the block in its article
 */
export function scanSpellings(
  matcher: Matcher,
  number: number,
  { text: own }: TextBlock,
  lang: string,
  { published, count }: ScanOptions,
): ScannedBlock | null {
  const spoken = matcher.forLanguage(lang);
  const latin = readsAsLatin(spoken.language, own) ? toLatin(own) : null;
  const text = latin ? latin.text : own;
  const { length } = text;
  if (infos.length < length + ahead || (infos.length > roomKept && length < roomKept / 2)) {
    infos = new Uint32Array(Math.max(length * 1.5, 4096) + ahead);
    wordStarts = new Int32Array(infos.length);
  }
  const units = infos;
  const starts = wordStarts;
  let words = 0;
  let seen = 0;
  let runs = 0;
  let before = 0;
  // Where a word begins cannot be foreseen, so there is no branch on it: a place is written each time, and kept or not.
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    const info = (table[unit] as number) || unitInfo(unit);
    units[at] = info;
    seen |= info;
    runs |= info & before;
    starts[words] = at;
    words += ((info & ~before) >>> letterShift) & 1;
    before = info;
  }
  if (seen & mark || (seen & suspect && mayHoldLeftovers(text))) words = findFoldedStarts(text, starts);
  else if (seen & unusual) words = findUnusualStarts(text, starts);
  units.fill(simple, length, length + ahead);
  const { window } = spoken;
  const scan = new Scan(matcher, text, spoken);
  for (let place = 0; place < words; place++) {
    const start = starts[place] as number;
    const first = units[start] as number;
    const bit = placeOf(units, start);
    if (bit < 0 || isInWindow(window, bit, (first & capital) !== 0)) scan.walk(start);
  }
  if (count) count.steps += scan.steps;
  if (!scan.raw) return null;
  const cyrillic = latin && { text: own, offsets: latin.offsets };
  return judge(
    scan.raw,
    viewBlock(number, text, lang, foldSeen(text, seen, (runs & white) !== 0), cyrillic),
    published,
  );
}

/** Word starts of a block with dense scripts, or with characters that are none of their own. */
function findUnusualStarts(text: string, starts: Int32Array): number {
  let words = 0;
  let before: number = other;
  for (let at = 0; at < text.length; at++) {
    const here = ((infos[at] as number) >> classShift) & 7;
    if (here === hidden) {
      // Half a pair, broken off, parts words; what is invisible does not.
      if (isLoneHalf(text, at)) before = other;
      continue;
    }
    if (here === before && here !== dense) continue;
    before = here;
    if (here === word || here === dense) starts[words++] = at;
  }
  return words;
}

function isLoneHalf(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && !/[\ud800-\udbff]/.test(text.charAt(at - 1));
}

/** Word starts where a letter may consist of several characters, whole or broken: those of the folded text. */
function findFoldedStarts(text: string, starts: Int32Array): number {
  const folded = foldText(text);
  let words = 0;
  for (let at = 0; at < folded.key.length; at++) {
    if (isWordStart(folded.key, at)) starts[words++] = textStart(folded, at);
  }
  return words;
}

/** Place of a word in the window, without a branch on where it ends; -1 where the table does not suffice to tell. */
function placeOf(units: Uint32Array, start: number): number {
  const first = units[start] as number;
  const second = units[start + 1] as number;
  const third = units[start + 2] as number;
  const fourth = units[start + 3] as number;
  if ((first & second & third & fourth & simple) === 0) return -1;
  const two = -((first & second & letter) >>> letterShift) & 0xffff;
  const three = two & -((third & letter) >>> letterShift);
  const four = three & -((fourth & letter) >>> letterShift);
  return windowPlace(first & 0xffff, second & two, third & three, fourth & four);
}

/** A hit in offsets of the text, without what may follow the key as an ending. */
interface RawHit {
  start: number;
  bare: number;
  /** Folded units of the ending. */
  rest: number;
  entry: Entry;
}

/** The walks through the trie from one block, whose units stand in `infos`. */
class Scan {
  raw: RawHit[] | null = null;
  steps = 0;
  /** The folded unit that was met last. */
  private last = 0;
  private readonly matcher: Matcher;
  private readonly search: SearchArrays;
  private readonly text: string;
  private readonly units = infos;
  private readonly length: number;
  private readonly speaks: Uint8Array;
  private readonly language: string;
  private readonly suffixes: readonly string[];

  constructor(matcher: Matcher, text: string, { speaks, language, suffixes }: LanguageSearch) {
    this.matcher = matcher;
    this.search = matcher.search;
    this.text = text;
    this.length = text.length;
    this.speaks = speaks;
    this.language = language;
    this.suffixes = suffixes;
  }

  /** Follows the text from a word start through the trie. */
  walk(start: number): void {
    const { units, length } = this;
    const { codes, nodes, tailStart, tails } = this.search;
    let node = nodes[0] as number;
    let moved = true;
    for (let at = start; ; ) {
      this.steps++;
      const children = (node >>> 2) & valueMask;
      // What is invisible leads nowhere, and must not end a key a second time.
      if (node & ends && moved) this.found(((nodes[children] as number) >>> 2) & valueMask, start, at);
      if (at >= length) return;
      const info = units[at] as number;
      if (this.isPlain(info, at)) {
        const code = codes[info & 0xffff] as number;
        node = nodes[children + code] as number;
        if (code === 0 || node >>> codeShift !== code) return;
        at = ((info >> classShift) & 7) === space ? this.afterSpace(at) : at + 1;
        moved = true;
        this.last = info & 0xffff;
        if (node & leaf) {
          const list = (node >>> 2) & valueMask;
          const end = this.endOfTail(list, 0, at);
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
          const tail = (tailStart[list] as number) + 1;
          const rest = key.length - unit - 1;
          if (rest > (tails[tail - 1] as number)) return;
          for (let more = 0; more < rest; more++) {
            if (tails[tail + more] !== key.charCodeAt(unit + 1 + more)) return;
          }
          const end = this.endOfTail(list, rest, at);
          if (end >= 0) this.found(list, start, end);
          return;
        }
      }
    }
  }

  /** Whether the table tells what stands at `at`: a simple unit, with no mark behind it. */
  private isPlain(info: number, at: number): boolean {
    if ((info & simple) === 0) return false;
    if (at + 1 >= this.length) return true;
    return (((this.units[at + 1] as number) >> classShift) & 7) !== hidden || !isMarkAhead(this.text, at + 1);
  }

  /** Where the tail of a list, from one of its units on, ends in the text, or -1. */
  private endOfTail(list: number, from: number, start: number): number {
    const { units, length } = this;
    const { tailStart, tails } = this.search;
    const tail = (tailStart[list] as number) + 1;
    const tailEnd = tail + (tails[tail - 1] as number);
    let at = start;
    for (let unit = tail + from; unit < tailEnd; ) {
      this.steps++;
      if (at >= length) return -1;
      const info = units[at] as number;
      if (this.isPlain(info, at)) {
        this.last = info & 0xffff;
        if (tails[unit++] !== this.last) return -1;
        at = ((info >> classShift) & 7) === space ? this.afterSpace(at) : at + 1;
        continue;
      }
      const { key, length: taken } = foldAt(this.text, at);
      this.steps += taken;
      if (unit + key.length > tailEnd) return -1;
      for (let more = 0; more < key.length; more++) {
        if (tails[unit + more] !== key.charCodeAt(more)) return -1;
      }
      unit += key.length;
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
    const { listStart, entryLanguages } = this.search;
    const rest = this.restOfWord(end);
    if (rest.length > longestSuffix) return;
    const isSuffix = rest !== "" && this.suffixes.includes(rest);
    const endsStem = rest !== "" && stemEndings.includes(rest);
    if (rest !== "" && !isSuffix && !endsStem) return;
    const to = listStart[list + 1] as number;
    for (let at = listStart[list] as number; at < to; at++) {
      this.steps++;
      if (speaks[entryLanguages[at] as number] === 0) continue;
      const entry = matcher.entry(at);
      if (entry.isStem ? !endsStem : rest !== "" && !(isSuffix && takesSuffix(matcher, this.language, entry)))
        continue;
      this.raw ??= [];
      this.raw.push({ start, bare: end, rest: rest.length, entry });
    }
  }

  /** Folded letters from here to the end of the word, "" at a word's end; read only as far as it matters. */
  private restOfWord(end: number): string {
    if (end >= this.length) return "";
    const next = this.units[end] as number;
    // Nearly always a space or a point.
    if (next & simple && ((next >> classShift) & 7) !== word) return "";
    const isInWord = classOfUnit(this.last) === word;
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
function judge(raw: readonly RawHit[], view: BlockView, published: string | undefined): ScannedBlock | null {
  const spots: Spot[] = [];
  let hits: Hit[] = [];
  let last = -1;
  for (const { start, bare, rest, entry } of raw) {
    if (start !== last && hits.length > 0) {
      // The shorter were met first.
      spots.push(spotOf(hits.reverse()));
      hits = [];
    }
    last = start;
    const to = foldedEnd(view, bare);
    const hit = { start: foldedStart(view, start), end: to + rest, entry };
    if (isAllowedHere(hit, to, view, published)) hits.push(hit);
  }
  if (hits.length > 0) spots.push(spotOf(hits.reverse()));
  return spots.length > 0 ? { view, spots } : null;
}

/** @param hits at one place, the longest first */
export function spotOf(hits: readonly Hit[]): Spot {
  const start = hits[0]?.start ?? 0;
  const groups: Group[] = [];
  for (const hit of hits) {
    let group = groups.at(-1);
    if (group?.end !== hit.end) {
      group = {
        start,
        end: hit.end,
        spellings: [],
        surnames: [],
        container: null,
        standsAlone: true,
        hasContext: false,
      };
      groups.push(group);
    }
    const { role, when, entity } = hit.entry;
    if (role === "container") group.container = hit;
    else if (role === "surname") {
      group.surnames.push(hit);
      group.standsAlone = false;
    } else {
      if (when) group.hasContext = true;
      if (when && when.article.length > 0) group.standsAlone = false;
      const other = group.spellings[0];
      if (other && other.entry.entity !== entity) group.standsAlone = false;
      group.spellings.push(hit);
    }
  }
  return { start, groups };
}

/** Names of companies and people, and in German those of countries: other forms stand in the data. */
function takesSuffix(matcher: Matcher, language: string, { role, form, key, entity, when }: Entry): boolean {
  const kind = matcher.entity(entity)?.kind;
  if (role === "container" || kind === undefined || when) return false;
  if (role === "surname") return key.length >= shortestSurname && language !== "en";
  if (key.length < shortestStem) return false;
  if (kind === "official") return language !== "en";
  if (kind === "country") return language === "de" && form === "name";
  return isCompanyKind(kind) && (form === "name" || form === "short");
}
