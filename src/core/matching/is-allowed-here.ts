import { type BlockView, lineAt } from "./block-view.ts";
import { specialLetters } from "./fold-character.ts";
import { textEnd, textStart } from "./folded-offsets.ts";
import { isBeginOfChineseName, isInsideChineseWord } from "./inside-chinese-word.ts";
import { isAddress } from "./is-address.ts";
import { isWordUnit } from "./letter-case.ts";
import { mainLanguage, onceByTag } from "./main-language.ts";
import type { Hit } from "./scan-spellings.ts";

/**
 * The checks that need no neighbours: day, capitals, diacritics, and whether the place is part of
 * an address. `bare` is the end without a suffix.
 */
export function isAllowedHere(
  { start, end, entry }: Hit,
  bare: number,
  view: BlockView,
  published: string | undefined,
): boolean {
  if (entry.isDated && published !== undefined && (published < entry.from || published > entry.until))
    return false;
  const isAsWritten =
    view.isPlain && !entry.isStem && view.text.startsWith(entry.text, textStart(view, start));
  if (
    !isAsWritten &&
    !(hasItsCapitals(view, start, bare, entry) && hasItsLetters(view, start, bare, entry.text))
  ) {
    return false;
  }
  if (isInsideChineseWord(view, start, bare, entry)) return false;
  if (entry.kind === "official" && isBeginOfChineseName(view, bare, entry)) return false;
  return !isAddress(view, start, end) && !isCommonWordInCapitals(view, start, end, entry.key);
}

function hasItsCapitals(
  view: BlockView,
  start: number,
  bare: number,
  { cased, caseRule, role }: Hit["entry"],
): boolean {
  if (caseRule === "any") return true;
  const text = view.cased.slice(start, bare);
  if (text === cased) return true;
  if (caseRule === "exact" && role === "spelling") return false;
  if (text === cased.toUpperCase() && text !== text.toLowerCase()) return true;
  // Word by word: as given, with a capital more (a sentence, a headline), or in capitals (the lead of a tabloid).
  let from = 0;
  while (from < cased.length) {
    let end = from;
    while (isWordUnit(cased.charCodeAt(end))) end++;
    if (end === from) {
      if (text.charAt(from) !== cased.charAt(from)) return false;
      from++;
      continue;
    }
    const [found, wanted] = [text.slice(from, end), cased.slice(from, end)];
    const isRaised = found.charAt(0) === wanted.charAt(0).toUpperCase() && found.slice(1) === wanted.slice(1);
    // Љ and Њ among capitals read Lj and Nj.
    const inCapitals = found.replace(/(?<=[LN])j(?=\p{Lu}|$)/gu, "J");
    if (found !== wanted && !isRaised && !(end - from > 1 && inCapitals === wanted.toUpperCase()))
      return false;
    from = end;
  }
  return true;
}

/**
 * Diacritics folded away are a second chance: a text may leave out those of the spelling (Turkiye), but not
 * have others (Iränsk is not Iransk). Short spellings get no second chance.
 */
function hasItsLetters(view: BlockView, start: number, bare: number, spelling: string): boolean {
  const surface = view.text.slice(textStart(view, start), textEnd(view, bare));
  const found = specialLetters(surface);
  const special = specialLetters(spelling);
  if (found === special) return true;
  const isMissing = (letter: string) => !special.includes(letter) && !isSpeltSo(view.lang, letter, special);
  if (found !== "" && [...found].some(isMissing)) {
    // Full-width and other compatibility letters differ in form only.
    return special === "" && specialLetters(surface.normalize("NFKC")) === "";
  }
  return bare - start >= 4 && !isWordWithout(view, surface);
}

/** What spellings become without their diacritics where that is a word, a name or a town: "a fines de año", "Danie główne", "w Jordanie", "závod v Turku". */
const wordsWithout: Record<string, Set<string>> = {
  es: new Set(["fines"]),
  pl: new Set("danie danka dunka jordanie".split(" ")),
  cs: new Set("turku dani dance danka danky danku dankou rusu madar cechu reku".split(" ")),
};

function isWordWithout({ lang }: BlockView, surface: string): boolean {
  return wordsWithout[mainLanguage(lang)]?.has(surface.toLowerCase()) ?? false;
}

const isAlbanian = onceByTag((lang) => /^sq/i.test(lang));

/** "Vuçiç", "Plenkoviç": Albanian has one letter for two of its neighbours. */
function isSpeltSo(lang: string, letter: string, special: string): boolean {
  return letter === "ç" && /[ćč]/.test(special) && isAlbanian(lang);
}

/** Pronouns and the like that an abbreviation becomes when a whole line is in capitals. */
const commonWords = new Set(
  "us it who am an as at be by do go he if in is me my no of on or so to up we may".split(" "),
);
const longestCommonWord = 3;
const countryNouns =
  /^(government|embassy|sanctions|senate|senator|senators|officials?|bans?|all(y|ies)|president|secretary|congress|ambassador|army|navy|military|state|firms?|companies|tech|trade|chip|export|pressure|warns|says|regulators?|watchdog|courts?|judges?|carriers?|operators?|telecoms?|lawmakers?|treasury|commerce|justice|agency|agencies|probe|customs|envoy|spies|giants?)\b/;

/** "a sign that read NOBODY TOLD US", "LEAVE US ALONE": capitals within a line, two words of them beside it, and none in small letters behind. */
function isAmongCapitals(plain: string, start: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - 16), start);
  if (!/(?:^|[^\p{L}])\p{Lu}{4,} $/u.test(before)) return false;
  const after = plain.slice(end, end + 12);
  return (
    /^ \p{Lu}{4,}(?![\p{L}])/u.test(after) ||
    (/^(?:[^ ]|$)/.test(after) && /(?:^|[^\p{L}])\p{Lu}{2,8} \p{Lu}{4,} $/u.test(before))
  );
}

/**
 * "CONTACT US" is not the United States. In a line of capitals such a word counts only at its beginning, after
 * THE, joined to another word by a hyphen or a stroke, before a noun that states have, or all alone.
 */
function isCommonWordInCapitals(view: BlockView, start: number, end: number, spelling: string): boolean {
  if (end - start > longestCommonWord || end - start !== spelling.length || !commonWords.has(spelling))
    return false;
  const { key, plain } = view;
  const line = lineAt(view, start);
  if (!line.allCaps && !isAmongCapitals(plain, start, end)) return false;
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
