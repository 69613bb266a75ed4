/**
 * Folding makes spellings and texts comparable: compatibility forms, soft hyphens, exotic spaces, typographic
 * quotes and hyphens, broken encodings and Latin or Greek diacritics disappear, and every folded character
 * remembers which stretch of the text it came from.
 *
 *   text   "Hua\u00adwei’s  Türkiye"      starts[5] of "i" → 6, so that [0, 6) becomes [0, 7) in the text
 *   plain  "Huawei's Turkiye"
 *   key    "huawei's turkiye"
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
  /** For each folded unit, where its character begins and ends in the text (UTF-16). */
  starts: number[];
  ends: number[];
}

/** Marks that follow a letter beyond this many are dropped: no script needs them, and hostile texts have thousands. */
const marksPerLetter = 6;

const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f|\u0640/u;
const space = /[\s\u0085\u2028\u2029]/u;
const mark = /\p{M}/u;
const strippedScripts = /^[\p{Script=Latin}\p{Script=Greek}]/u;
const diacritics = /[\u0300-\u036f]/g;
const vowelSigns = /[\u064b-\u065f\u0670]/g;

const smallCapitals = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";

const replacements: Record<string, string> = {
  ...each("’‘ʼ′`´ʹ＇‛", "'"),
  ...each("‐‑‒–−﹣－", "-"),
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
  ...Object.fromEntries(
    [..."ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ"].map((c, i) => [c, "ABCDEFGHIJKLMNOPRSTUVWYZ"[i] ?? c]),
  ),
};

function each(characters: string, to: string): Record<string, string> {
  return Object.fromEntries([...characters].map((character) => [character, to]));
}

/** Of single characters, which are nearly all; longer clusters are rare and computed each time. */
const foldedUnits = new Map<string, string>();

export function foldText(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = "";
  // A run of white space is held back until it is complete.
  let gap = null as { start: number; end: number; breaks: boolean } | null;
  const push = (folded: string, start: number, end: number) => {
    if (gap) {
      plain += gap.breaks ? "\n" : " ";
      starts.push(gap.start);
      ends.push(gap.end);
      gap = null;
    }
    plain += folded;
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index);
    if (code > 0x26 && code < 0x80 && !isMarkAhead(text, index + 1)) {
      // The backtick is the one ASCII character that folds to another.
      push(code === 0x60 ? "'" : text.charAt(index), index, index + 1);
      index++;
      continue;
    }
    const repair = code === 0x26 || code >= 0xc2 ? repairAt(text, index) : null;
    const length = repair ? repair.length : clusterLength(text, index);
    const end = index + length;
    const cluster = repair ? repair.repaired : text.slice(index, end);
    if (cluster !== "" && !(invisible.test(cluster) && isInvisible(cluster))) {
      if (space.test(cluster.charAt(0))) {
        const breaks: boolean = (gap?.breaks ?? false) || /[\n\u2028\u2029]/.test(cluster);
        gap = { start: gap?.start ?? index, end, breaks };
      } else push(foldCluster(cluster), index, end);
    }
    index = end;
  }
  const cased = plain.replace(/[-\n]/g, " ");
  return { plain, cased, key: lowerCase(cased), starts, ends };
}

/** Words of printable ASCII with single spaces, but for & (entities) and the backtick (a quote). */
const plainAscii = /^[!-%'-_a-~]+(?: [!-%'-_a-~]+)*$/;

/** A spelling or a context word, folded the same way. */
export function foldWord(text: string): { cased: string; key: string } {
  // Nearly all are plain ASCII, and thousands are folded when an index is loaded.
  if (plainAscii.test(text)) {
    const quick = text.replaceAll("-", " ");
    return { cased: quick, key: quick.toLowerCase() };
  }
  const { cased, key } = foldText(text.trim());
  return { cased, key };
}

/** Letters beyond ASCII in a text, lower case and composed: what diacritic folding lost. */
export function specialLetters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII block is meant.
  if (!/[^\x00-\x7f]/.test(text)) return "";
  return [...repairText(text).normalize("NFC").toLowerCase()]
    .filter((letter) => letter > "\x7f" && strippedScripts.test(letter) && !smallCapitals.includes(letter))
    .join("");
}

function isMarkAhead(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x300 && mark.test(text.charAt(index));
}

function clusterLength(text: string, index: number): number {
  const pair = (text.codePointAt(index) ?? 0) > 0xffff;
  let end = index + (pair ? 2 : 1);
  while (end < text.length && isMarkAhead(text, end)) end++;
  return end - index;
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
  return same.replaceAll("ς", "σ");
}

function lowerCharacter(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

/** Whether a folded offset begins a word: after a non-word, or anywhere in a script without spaces. */
export function isWordStart(key: string, offset: number): boolean {
  const here = classOfUnit(key.charCodeAt(offset));
  if (here === charClass.dense) return true;
  return (
    here === charClass.word && (offset === 0 || classOfUnit(key.charCodeAt(offset - 1)) !== charClass.word)
  );
}

/** Whether a stretch that ends here ends a word. */
export function isWordEnd(key: string, end: number): boolean {
  if (end >= key.length) return true;
  return (
    classOfUnit(key.charCodeAt(end)) !== charClass.word ||
    classOfUnit(key.charCodeAt(end - 1)) !== charClass.word
  );
}

/** End of the word that begins here; in a dense script one character is one word. */
export function wordEndFrom(key: string, offset: number): number {
  if (classOfUnit(key.charCodeAt(offset)) === charClass.dense) return offset + 1;
  let end = offset;
  while (end < key.length && classOfUnit(key.charCodeAt(end)) === charClass.word) end++;
  return end;
}
