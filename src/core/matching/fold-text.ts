/**
 * Folding makes spellings and texts comparable: compatibility forms, soft hyphens, exotic spaces, typographic
 * quotes and hyphens, broken encodings and Latin or Greek diacritics disappear, and every folded character
 * remembers which stretch of the text it came from.
 *
 *   text   "Hua\u00adwei’s  Türkiye"      start of "i" → 6, so that [0, 6) becomes [0, 7) in the text
 *   plain  "Huawei's Turkiye"
 *   key    "huawei's turkiye"
 *
 * Nearly every character becomes one other character that does not depend on its neighbours; `unit-table.ts` says which. The
 * scan reads texts through that table and folds nothing; strings are made when a rule asks for them (`block-view.ts`).
 */
import { computeFold, lowerCase } from "./fold-character.ts";
import type { FoldedText } from "./folded-offsets.ts";
import { repairAt } from "./repair-text.ts";
import {
  invisible,
  isMarkAhead,
  lineBreak,
  mayBreak,
  plainTable,
  scanClass,
  space,
  unitBits,
  unitInfo,
} from "./unit-table.ts";

/** Marks that follow a letter beyond this many are dropped: no script needs them, and hostile texts have thousands. */
const marksPerLetter = 6;

/** Of clusters that are one unit but not simple: ß, soft hyphens, ligatures. */
const foldedUnits = new Map<string, string>();

/**
 * What stands at `at`, folded to lower-case units, and how many units of the text it takes: one character with its marks,
 * or a broken one. Empty for what is invisible. For the scan, where the table does not suffice.
 */
export function foldAt(text: string, at: number): { key: string; length: number } {
  const code = text.charCodeAt(at);
  const info = unitInfo(code);
  if (info & unitBits.simple && !isMarkAhead(text, at + 1))
    return { key: String.fromCharCode(info & 0xffff), length: 1 };
  const { length, cluster } = clusterAt(text, at);
  if (isNothing(cluster)) return { key: "", length };
  if (space.test(cluster.charAt(0))) return { key: " ", length };
  const folded = lowerCase(foldCluster(cluster));
  return { key: folded === "-" ? " " : folded, length };
}

export function foldText(text: string): FoldedText {
  let seen = 0;
  for (let at = 0; at < text.length; at++) seen |= unitInfo(text.charCodeAt(at));
  const { special, suspect } = unitBits;
  if (seen & special || (seen & suspect && mayHoldLeftovers(text)) || spaceRun.test(text)) {
    return foldClusters(text);
  }
  const plain = plainOf(text, seen);
  const cased = casedOf(plain, seen);
  return { plain, cased, key: lowerCase(cased), map: null };
}

/** `plain` of a text in which unit stands for unit. @param seen what the table says of all its units, joined by OR */
export function plainOf(text: string, seen: number): string {
  return seen & unitBits.altered ? foldStretch(text) : text;
}

/**
 * The same where runs of white space stand in the text: each becomes one space, or one line feed if it holds one; at the end
 * there is none. Nothing else changes the number of units.
 */
export function plainOfRuns(text: string, seen: number): string {
  return plainOf(text.slice(0, endOfContent(text)).replace(spaceRuns, oneSpace), seen);
}

/** `FoldedText.map` of it. @param infos what the table says of each unit, as `readUnits` gives them */
export function mapOfRuns(infos: Uint32Array, length: number): number[] {
  const { white } = unitBits;
  const map: number[] = [];
  let end = length;
  while (end > 0 && (infos[end - 1] as number) & white) end--;
  let folded = 0;
  let from = 0;
  for (let at = 1; at < end; at++) {
    if (((infos[at] as number) & (infos[at - 1] as number) & white) === 0) continue;
    const start = at - 1;
    while ((infos[at] as number) & white) at++;
    if (start > from) map.push(folded, from, 0);
    folded += start - from;
    map.push(folded, start, at - start);
    folded++;
    from = at;
  }
  if (from < end) map.push(folded, from, 0);
  return map;
}

/** Where the white space at the end of a text begins. */
export function endOfContent(text: string): number {
  let end = text.length;
  while (end > 0 && unitInfo(text.charCodeAt(end - 1)) & unitBits.white) end--;
  return end;
}

function oneSpace(run: string): string {
  return lineBreak.test(run) ? "\n" : " ";
}

/** `cased` of it. */
export function casedOf(plain: string, seen: number): string {
  return seen & unitBits.joins ? plain.replace(joining, " ") : plain;
}

const spaceRuns = /[\s\u0085]{2,}/g;
const spaceRun = /[\s\u0085][\s\u0085]/;
/** What may be an entity or a broken letter; more than is one. */
const leftover = /&[#a-z]|[Â-Å][^ -~]|â€|”‹/;

/** With what they begin: to look for one sign in a text costs a tenth of what the expression does. */
const signsOfLeftovers = ["&", "Â", "Ã", "Ä", "Å", "â€", "”‹"];

export function mayHoldLeftovers(text: string): boolean {
  return signsOfLeftovers.some((sign) => text.includes(sign)) && leftover.test(text);
}

/** The same of a text in which nothing beyond ASCII stands beside anything beyond ASCII: no letter can be broken there. */
export function mayHoldEntities(text: string): boolean {
  return text.includes("&") && leftover.test(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: tabs and the like are spaces, too.
const beyondAscii = /[\x00-\x09\x0b-\x1f`\x7f-\uffff]+/g;
const joining = /[-\n]/g;

/** Of simple units alone. */
function foldStretch(text: string): string {
  return text.replace(beyondAscii, foldSimple);
}

function foldSimple(text: string): string {
  let plain = "";
  for (let at = 0; at < text.length; at++)
    plain += String.fromCharCode(plainTable[text.charCodeAt(at)] as number);
  return plain;
}

/** Stretches of simple units as they stand, and one cluster (a character with its marks) at a time in between. */
export function foldClusters(text: string): FoldedText {
  let plain = "";
  const map: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfSimple(text, at);
    if (end > at) {
      map.push(plain.length, at, 0);
      plain += foldStretch(text.slice(at, end));
      at = end;
      continue;
    }
    const gap = gapAt(text, at);
    if (gap) {
      if (gap.end < text.length) {
        map.push(plain.length, at, gap.end - at);
        plain += gap.breaks ? "\n" : " ";
      }
      at = gap.end;
      continue;
    }
    const { length, cluster } = clusterAt(text, at);
    const folded = isNothing(cluster) ? "" : foldCluster(cluster);
    if (folded !== "") map.push(plain.length, at, length);
    plain += folded;
    at += length;
  }
  const cased = plain.replace(joining, " ");
  return { plain, cased, key: lowerCase(cased), map: map.length > 0 ? map : null };
}

/** End of the simple units from here on that no mark and no second space follows. */
function endOfSimple(text: string, from: number): number {
  const { simple, classShift } = unitBits;
  let at = from;
  let before = -1;
  for (; at < text.length; at++) {
    const info = unitInfo(text.charCodeAt(at));
    const here = (info >> classShift) & 7;
    if ((info & simple) === 0) return here === scanClass.hidden && at > from ? at - 1 : at;
    // The first of two spaces belongs to the run.
    if (here === scanClass.space && before === scanClass.space) return at - 1;
    before = here;
  }
  return before === scanClass.space ? at - 1 : at;
}

/** A run of white space, with whatever is invisible in it; `null` where none begins. */
function gapAt(text: string, from: number): { end: number; breaks: boolean } | null {
  let end = from;
  let breaks = false;
  for (let at = from; at < text.length; ) {
    const { length, cluster } = clusterAt(text, at);
    const isSpace = !isNothing(cluster) && space.test(cluster.charAt(0));
    if (!isSpace && (at === from || !isNothing(cluster))) break;
    at += length;
    if (!isSpace) continue;
    end = at;
    breaks ||= lineBreak.test(cluster);
  }
  return end > from ? { end, breaks } : null;
}

/** One character with its marks, or a broken one mended. */
function clusterAt(text: string, at: number): { length: number; cluster: string } {
  const repair = mayBreak(text.charCodeAt(at)) ? repairAt(text, at) : null;
  if (repair) {
    const end = marksEnd(text, at + repair.length);
    return { length: end - at, cluster: repair.repaired + text.slice(at + repair.length, end) };
  }
  const isPair = (text.codePointAt(at) ?? 0) > 0xffff;
  const end = marksEnd(text, at + (isPair ? 2 : 1));
  return { length: end - at, cluster: text.slice(at, end) };
}

function isNothing(cluster: string): boolean {
  return cluster === "" || (invisible.test(cluster) && isInvisible(cluster));
}

/** Words of printable ASCII with single spaces, but for & (entities) and the backtick (a quote). */
const plainAscii = /^[!-%'-_a-~]+(?: [!-%'-_a-~]+)*$/;

/** A spelling or a context word, folded the same way. */
export function foldWord(text: string): { cased: string; key: string } {
  // Nearly all are plain ASCII.
  if (plainAscii.test(text)) {
    const quick = text.replaceAll("-", " ").trim();
    return { cased: quick, key: quick.toLowerCase() };
  }
  const { cased, key } = foldText(text);
  return { cased: cased.trim(), key: key.trim() };
}

/** End of the marks that begin here. */
function marksEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isMarkAhead(text, end)) end++;
  return end;
}

function isInvisible(cluster: string): boolean {
  for (const character of cluster) if (!invisible.test(character)) return false;
  return true;
}

function foldCluster(cluster: string): string {
  if (cluster.length > 1) return computeFold(cluster.slice(0, marksPerLetter + 2));
  let folded = foldedUnits.get(cluster);
  if (folded === undefined) {
    folded = computeFold(cluster);
    foldedUnits.set(cluster, folded);
  }
  return folded;
}
