/** One character, with its marks, as it is compared: without diacritics, with typographic signs as plain ones. */
import { repairText } from "./repair-text.ts";

const strippedScripts = /^[\p{Script=Latin}\p{Script=Greek}]/u;

const diacritics = /[\u0300-\u036f]/g;

const vowelSigns = /[\u064b-\u065f\u0670]/g;

/**
 * The first half of letters in other shapes (𝐇). What else stands among them, ∇ and ∂ and places that Unicode has left free, is part
 * of a word, too: the scan knows a pair by this half alone.
 */
const otherShapes = "\ud835";
const letterOrDigit = /[\p{L}\p{N}]/u;

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

export function computeFold(cluster: string): string {
  const replaced = replacements[cluster];
  if (replaced !== undefined) return replaced;
  const compatible = cluster.normalize("NFKD");
  if (!strippedScripts.test(compatible)) {
    const folded = oneLine(cluster.normalize("NFKC").replace(vowelSigns, ""));
    return cluster.startsWith(otherShapes) && !letterOrDigit.test(folded) ? "_" : folded;
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

/** Letters beyond ASCII in a text, lower case and composed: what diacritic folding lost. */
export function specialLetters(text: string): string {
  if (isAscii(text)) return "";
  let letters = lettersOf.get(text);
  if (letters === undefined) {
    if (lettersOf.size >= lettersKept) lettersOf.clear();
    letters = lettersIn(text);
    lettersOf.set(text, letters);
  }
  return letters;
}

/** Of a short text: an expression costs more to be asked than these to be looked at. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** Names come again and again. */
const lettersOf = new Map<string, string>();

const lettersKept = 2000;

function lettersIn(text: string): string {
  return [...repairText(text).normalize("NFC").toLowerCase()]
    .filter((letter) => letter > "\x7f" && strippedScripts.test(letter) && !smallCapitals.includes(letter))
    .join("");
}
