import { type BlockView, lineAt } from "./block-view.ts";
import { specialLetters } from "./fold-text.ts";
import { isAddress } from "./is-address.ts";
import type { Hit } from "./scan-spellings.ts";

/**
 * The checks that need no neighbours: language, day, capitals, diacritics, and whether the place is part of
 * an address. `bare` is the end without a suffix.
 */
export function isAllowedHere(
  { start, end, entry }: Hit,
  bare: number,
  view: BlockView,
  published: string | undefined,
): boolean {
  if (entry.lang && !entry.lang.some((lang) => speaks(view.lang, lang))) return false;
  if (published !== undefined && (published < entry.from || published > entry.until)) return false;
  return hasItsCapitals(view.cased.slice(start, bare), entry) && hasItsLetters(view, start, bare, entry.text)
    ? !isAddress(view, start, end) && !isCommonWordInCapitals(view, start, end)
    : false;
}

/** sr reaches sr-Latn and sr-Cyrl; sr-Latn does not reach sr-Cyrl. A region (en-GB) says nothing here. */
function speaks(text: string, spelling: string): boolean {
  const [language, script] = partsOf(text);
  const [wanted, wantedScript] = partsOf(spelling);
  return language === wanted && (!script || !wantedScript || script === wantedScript);
}

function partsOf(tag: string): [language: string, script: string | undefined] {
  const [language = "", ...rest] = tag.toLowerCase().split(/[-_]/);
  return [language, rest.find((part) => part.length === 4)];
}

function hasItsCapitals(text: string, { cased, caseRule, role }: Hit["entry"]): boolean {
  if (caseRule === "any" || text === cased) return true;
  if (caseRule === "exact" && role === "spelling") return false;
  if (text === cased.toUpperCase() && text !== text.toLowerCase()) return true;
  // Capitals as given; further ones only where a word begins (a sentence, a headline).
  for (let index = 0; index < cased.length; index++) {
    const [given, wanted] = [text.charAt(index), cased.charAt(index)];
    if (given === wanted) continue;
    const opensWord = index === 0 || !/[\p{L}\p{N}]/u.test(cased.charAt(index - 1));
    if (!opensWord || given !== wanted.toUpperCase()) return false;
  }
  return true;
}

/**
 * Diacritics folded away are a second chance: a text may leave out those of the spelling (Turkiye), but not
 * have others (Iränsk is not Iransk). Short spellings get no second chance.
 */
function hasItsLetters(view: BlockView, start: number, bare: number, spelling: string): boolean {
  const surface = view.text.slice(view.starts[start] ?? 0, view.ends[bare - 1] ?? 0);
  const found = specialLetters(surface);
  const special = specialLetters(spelling);
  if (found === special) return true;
  if (found !== "" && [...found].some((letter) => !special.includes(letter))) {
    // Full-width and other compatibility letters differ in form only.
    return special === "" && specialLetters(surface.normalize("NFKC")) === "";
  }
  return bare - start >= 4;
}

/** Pronouns and the like that an abbreviation becomes when a whole line is in capitals. */
const commonWords = new Set(
  "us it who am an as at be by do go he if in is me my no of on or so to up we may".split(" "),
);
const countryNouns =
  /^(government|embassy|sanctions|senate|senator|senators|officials?|bans?|all(y|ies)|president|secretary|congress|ambassador|army|navy|military|state|firms?|companies|tech|trade|chip|export|pressure|warns|says)\b/;

/**
 * "CONTACT US" is not the United States. In a line of capitals such a word counts only at its beginning, after
 * THE, joined to another word by a hyphen or a stroke, before a noun that states have, or all alone.
 */
function isCommonWordInCapitals(view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (!commonWords.has(key.slice(start, end))) return false;
  const line = lineAt(view, start);
  if (!line.allCaps) return false;
  const before = plain.slice(line.start, start);
  const after = plain.slice(end, line.end);
  if (/[-/]$/.test(before) || /^[-/]/.test(after) || /\bTHE\s$/.test(before)) return false;
  if (!/\p{L}/u.test(before)) return false;
  if (
    /^ AND (CHINA|THE U|UK\b|EU\b)/.test(after) ||
    /\b(UK|EU|CHINA|CANADA|UK,|EU,|CHINA,) (AND )?$/.test(before)
  ) {
    return false;
  }
  return !countryNouns.test(key.slice(end + 1, end + 20));
}
