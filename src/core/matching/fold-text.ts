/**
 * Folding makes spellings and texts comparable: compatibility forms, soft hyphens, exotic spaces, typographic
 * quotes and hyphens, broken encodings and Latin or Greek diacritics disappear, and every folded character
 * remembers which stretch of the text it came from.
 *
 *   text   "Hua\u00adwei’s  Türkiye"      start of "i" → 6, so that [0, 6) becomes [0, 7) in the text
 *   plain  "Huawei's Turkiye"
 *   key    "huawei's turkiye"
 *
 * Nearly every character becomes one other character that does not depend on its neighbours. A table says which; it is
 * filled as characters turn up, because filling it for all of Unicode would take longer than reading an article. The
 * scan reads texts through the table and folds nothing; strings are made when a rule asks for them (`block-view.ts`).
 */
import { charClass, classOfUnit } from "./char-class.ts";
import { repairAt, repairText } from "./repair-text.ts";

export interface FoldedText {
  /** Case kept, hyphens kept; a run of white space is one space, or one line feed if it holds one. */
  plain: string;
  /** `plain` with hyphens and line feeds as spaces. The three strings have the same length. */
  cased: string;
  /** `cased` in lower case: what spellings are looked up in. */
  key: string;
  /**
   * Where the folded units come from: threes of a folded offset, the offset in the text (UTF-16) that it comes from, and
   * how many units one character takes there, or 0 where from here on unit stands for unit. `null`: all do, from 0 on.
   */
  map: readonly number[] | null;
}

/** Where a folded stretch that begins at `offset` begins in the text. */
export function textStart({ map }: FoldedText, offset: number): number {
  if (!map) return offset;
  const at = segmentAt(map, 0, offset);
  const from = map[at + 1] as number;
  return map[at + 2] === 0 ? from + offset - (map[at] as number) : from;
}

/** Where a folded stretch that ends (exclusive) at `offset` ends in the text. */
export function textEnd({ map }: FoldedText, offset: number): number {
  if (!map || offset === 0) return offset;
  const at = segmentAt(map, 0, offset - 1);
  const from = map[at + 1] as number;
  return from + ((map[at + 2] as number) || offset - (map[at] as number));
}

/** The folded offset of what begins at `offset` in the text. */
export function foldedStart({ map }: FoldedText, offset: number): number {
  if (!map) return offset;
  const at = segmentAt(map, 1, offset);
  return (map[at] as number) + (map[at + 2] === 0 ? offset - (map[at + 1] as number) : 0);
}

/** The folded end (exclusive) of what ends at `offset` in the text. */
export function foldedEnd(view: FoldedText & { isPlain?: boolean }, offset: number): number {
  const { map } = view;
  if (!map || offset === 0) return offset;
  const at = segmentAt(map, 1, offset - 1);
  const folded = map[at] as number;
  // Something invisible may end the text, unless it is plain; then nothing need be folded to know.
  const next =
    (map[at + 3] as number | undefined) ?? (view.isPlain ? Number.POSITIVE_INFINITY : view.key.length);
  return map[at + 2] === 0 ? Math.min(folded + offset - (map[at + 1] as number), next) : next;
}

/** Place of the last three whose number at `column` is at most `offset`. */
function segmentAt(map: readonly number[], column: 0 | 1, offset: number): number {
  let low = 0;
  let high = map.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle * 3 + column] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low * 3;
}

/** Marks that follow a letter beyond this many are dropped: no script needs them, and hostile texts have thousands. */
const marksPerLetter = 6;

const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f|\u0640/u;
const space = /[\s\u0085\u2028\u2029]/u;
const lineBreak = /[\n\u2028\u2029]/;
const mark = /\p{M}/u;
const strippedScripts = /^[\p{Script=Latin}\p{Script=Greek}]/u;
const diacritics = /[\u0300-\u036f]/g;
const vowelSigns = /[\u064b-\u065f\u0670]/g;

const smallCapitals = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";

const replacements: Record<string, string> = {
  ...each("’‘ʼ′`´ʹ＇‛", "'"),
  ...each("‐‑‒–−﹣－", "-"),
  // Between the parts of a foreign name in Chinese and Japanese.
  ...each("‧・•∙⋅．･", "·"),
  ...each("“”„‟«»", '"'),
  đ: "d",
  Đ: "D",
  ð: "d",
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  ħ: "h",
  ı: "i",
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  þ: "th",
  Þ: "TH",
  ё: "е",
  Ё: "Е",
  // Small capitals stand for capitals.
  ...Object.fromEntries([...smallCapitals].map((c, i) => [c, "ABCDEFGHIJKLMNOPRSTUVWYZ"[i] ?? c])),
};

function each(characters: string, to: string): Record<string, string> {
  return Object.fromEntries([...characters].map((character) => [character, to]));
}

/**
 * What the table says of a unit, in one number: its folded lower-case unit in the lowest 16 bits, the class of that (a
 * `scanClass`) in the next 3, then flags.
 */
export const unitBits = {
  classShift: 16,
  /** Becomes one unit, whatever stands beside it; nothing but a mark behind it can change that. */
  simple: 1 << 19,
  /** Becomes several units or none, or joins with its neighbours. */
  special: 1 << 20,
  /** Simple, unless an entity or a broken letter begins with it. */
  suspect: 1 << 23,
  /** Of a class beside `word`, `space` and `other`. */
  unusual: 1 << 26,
  /** Has the class `word`. */
  letter: 1 << 25,
  /** Has the class `space`. */
  white: 1 << 27,
  /** A combining mark. */
  mark: 1 << 28,
  /** Not yet looked up. */
  unknown: 1 << 29,
  /** A capital in `plain`. */
  capital: 1 << 24,
  /** Is another character in `plain`. */
  altered: 1 << 21,
  /** Hyphen or line feed: a space in `cased`. */
  joins: 1 << 22,
} as const;

/** `charClass` and two more: white space, and what is no character of its own (marks, soft hyphens, half a pair). */
export const scanClass = { ...charClass, space: 3, hidden: 4 } as const;

const table = new Uint32Array(0x10000).fill(unitBits.unknown);
/** The folded unit with its case kept, for simple units. */
const plainTable = new Uint16Array(0x10000);
/** Of clusters that are one unit but not simple: ß, soft hyphens, ligatures. */
const foldedUnits = new Map<string, string>();

/** @returns the table itself, for loops that cannot afford a call for each unit; `unitInfo` fills it where it says `unknown`. */
export function unitTable(): Uint32Array {
  return table;
}

export function unitInfo(unit: number): number {
  const info = table[unit] as number;
  return info & unitBits.unknown ? lookUp(unit) : info;
}

/** Units with which an entity or a broken letter begins, and which are themselves simple otherwise. */
function mayBreak(unit: number): boolean {
  return unit === 0x26 || unit === 0x201d || unit === 0xe2 || (unit >= 0xc2 && unit <= 0xc5);
}

/** Fills the table for one unit. */
function lookUp(unit: number): number {
  const character = String.fromCharCode(unit);
  const info = infoOf(unit, character);
  table[unit] = info;
  return info;
}

function infoOf(unit: number, character: string): number {
  const { classShift, simple, special, suspect, unusual, white, letter, capital, altered, joins } = unitBits;
  // Surrogates: Han from plane 2 on, letters of other shapes in the first block of plane 1, hardly a name elsewhere.
  if (unit >= 0xdc00 && unit <= 0xdfff) return special | unusual | (scanClass.hidden << classShift);
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const ofPair = unit >= 0xd840 ? scanClass.dense : unit === 0xd835 ? scanClass.word : scanClass.other;
    return special | unusual | (ofPair << classShift) | (ofPair === scanClass.word ? letter : 0);
  }
  // The byte order mark is both white and invisible, and counts as the latter.
  const isMark = mark.test(character);
  if (isMark || invisible.test(character)) {
    return special | unusual | (isMark ? unitBits.mark : 0) | (scanClass.hidden << classShift);
  }
  if (space.test(character)) {
    const plain = lineBreak.test(character) ? 0x0a : 0x20;
    plainTable[unit] = plain;
    const flags = (plain === unit ? 0 : altered) | (plain === 0x0a ? joins : 0);
    return 0x20 | simple | white | (scanClass.space << classShift) | flags;
  }
  const folded = computeFold(character);
  const lower = lowerCase(folded);
  const code = lower.charCodeAt(0);
  const ofCode = folded === "" ? scanClass.hidden : classOfUnit(code);
  const shiftedClass =
    (ofCode << classShift) | (ofCode === scanClass.word ? letter : ofCode === scanClass.other ? 0 : unusual);
  if (folded.length !== 1 || isJamo(unit)) return special | shiftedClass;
  plainTable[unit] = folded.charCodeAt(0);
  const isHyphen = folded === "-";
  return (
    (isHyphen ? 0x20 : code) |
    shiftedClass |
    (mayBreak(unit) ? suspect : simple) |
    (lower === folded ? 0 : capital) |
    (folded === character ? 0 : altered) |
    (isHyphen ? joins : 0)
  );
}

/** Hangul letters that join with their neighbours. */
function isJamo(unit: number): boolean {
  return unit >= 0x1100 && unit <= 0x11ff;
}

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

/** Whether a mark stands here that changes the character before it. */
export function isMarkAhead(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return (
    code >= 0x300 &&
    ((unitInfo(code) >> unitBits.classShift) & 7) === scanClass.hidden &&
    mark.test(text.charAt(index))
  );
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

/** `FoldedText.map` of it. */
export function mapOfRuns(text: string): number[] {
  const map: number[] = [];
  const end = endOfContent(text);
  let folded = 0;
  let at = 0;
  spaceRuns.lastIndex = 0;
  for (let run = spaceRuns.exec(text); run && run.index < end; run = spaceRuns.exec(text)) {
    if (run.index > at) map.push(folded, at, 0);
    folded += run.index - at;
    map.push(folded, run.index, run[0].length);
    folded++;
    at = spaceRuns.lastIndex;
  }
  if (at < end) map.push(folded, at, 0);
  return map;
}

/** Where the white space at the end of a text begins. */
function endOfContent(text: string): number {
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

export function mayHoldLeftovers(text: string): boolean {
  return leftover.test(text);
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

/** Letters beyond ASCII in a text, lower case and composed: what diacritic folding lost. */
export function specialLetters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII block is meant.
  if (!/[^\x00-\x7f]/.test(text)) return "";
  let letters = lettersOf.get(text);
  if (letters === undefined) {
    if (lettersOf.size >= lettersKept) lettersOf.clear();
    letters = lettersIn(text);
    lettersOf.set(text, letters);
  }
  return letters;
}

/** Names come again and again. */
const lettersOf = new Map<string, string>();
const lettersKept = 2000;

function lettersIn(text: string): string {
  return [...repairText(text).normalize("NFC").toLowerCase()]
    .filter((letter) => letter > "\x7f" && strippedScripts.test(letter) && !smallCapitals.includes(letter))
    .join("");
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

function computeFold(cluster: string): string {
  const replaced = replacements[cluster];
  if (replaced !== undefined) return replaced;
  const compatible = cluster.normalize("NFKD");
  if (!strippedScripts.test(compatible)) {
    return oneLine(cluster.normalize("NFKC").replace(vowelSigns, ""));
  }
  const letters = compatible.replace(diacritics, "");
  return oneLine([...letters].map((letter) => replacements[letter] ?? letter).join(""));
}

/** Some compatibility forms hold spaces (¨ is a space and a mark). */
function oneLine(folded: string): string {
  return folded.replace(/\s/g, " ");
}

/** Lower case of the same length: İ alone would become two units, and a final sigma another letter. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : [...text].map(lowerCharacter).join("");
  return same.includes("ς") ? same.replaceAll("ς", "σ") : same;
}

function lowerCharacter(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

/** Whether a folded offset begins a word: after a non-word, or anywhere in a script without spaces. */
export function isWordStart(key: string, offset: number): boolean {
  const here = classOfUnit(key.charCodeAt(offset));
  if (here === charClass.dense) return !isMark(key, offset);
  return (
    here === charClass.word && (offset === 0 || classOfUnit(key.charCodeAt(offset - 1)) !== charClass.word)
  );
}

/** Whether a stretch that ends here ends a word. */
export function isWordEnd(key: string, end: number): boolean {
  if (end >= key.length) return true;
  if (isMark(key, end)) return false;
  return (
    classOfUnit(key.charCodeAt(end)) !== charClass.word ||
    classOfUnit(key.charCodeAt(end - 1)) !== charClass.word
  );
}

/** A mark belongs to the character before it. */
function isMark(key: string, offset: number): boolean {
  return (unitInfo(key.charCodeAt(offset)) & unitBits.mark) !== 0;
}

/** End of the word that begins here; in a dense script one character is one word. */
export function wordEndFrom(key: string, offset: number): number {
  if (classOfUnit(key.charCodeAt(offset)) === charClass.dense) return offset + 1;
  let end = offset;
  while (end < key.length && classOfUnit(key.charCodeAt(end)) === charClass.word) end++;
  return end;
}

/** Begin of the word that ends here; in a dense script, and where none ends, `end` itself. */
export function wordStartBefore(key: string, end: number): number {
  let from = end;
  while (from > 0 && classOfUnit(key.charCodeAt(from - 1)) === charClass.word) from--;
  return from;
}
