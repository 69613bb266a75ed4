import { isCompanyKind } from "../dataset/company-kinds.ts";
import { type BlockView, lineAt } from "./block-view.ts";
import { wordEndFrom } from "./fold-text.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import { isInPlaceName } from "./name-in-place.ts";
import { opensSentence, wordBefore } from "./name-neighbours.ts";
import type { Hit } from "./scan-spellings.ts";

/** Whether a spelling is here a person's first name or surname, or the American state: part of a name that we do not know. */
export function isPartOfOtherName(matcher: Matcher, view: BlockView, hit: Hit): boolean {
  const { entry, start, end } = hit;
  const isName = entry.form === "name";
  const kind = matcher.entity(entry.entity)?.kind;
  const isAdjective = entry.form === "adjective" || entry.form === "inflected";
  if (kind === "country" && (isInPlaceName(view, start, end, isAdjective) || isReporter(view, start)))
    return true;
  if (kind && isCompanyKind(kind) && isNamesake(view, end)) return true;
  if (isName && (isGivenName(matcher, view, start, end) || isAmericanState(view, start, end))) return true;
  return isSomebodysSurname(matcher, view, hit);
}

/** "Martin Bouygues", "Jean Bell", "Petar Kinez", "Helen Ireland": behind a first name, what firms, peoples and countries are called is a surname. */
function isSomebodysSurname(matcher: Matcher, view: BlockView, { entry, start }: Hit): boolean {
  const kind = matcher.entity(entry.entity)?.kind;
  const isFirm = kind !== undefined && isCompanyKind(kind) && !entry.isFullName;
  const isPeople =
    (entry.form === "people" || entry.form === "adjective") &&
    slavic.test(view.lang) &&
    /\p{Lu}/u.test(view.plain.charAt(start));
  const isCountry = kind === "country" && entry.form === "name" && !entry.isFullName;
  if (!isFirm && !isPeople && !isCountry) return false;
  const word = wordBefore(view, start);
  if (!word || !/^\p{Lu}\p{Ll}/u.test(word.cased) || lineAt(view, start).titleCase) return false;
  return (
    matcher.givenNames.has(word.key) &&
    matcher.entriesFor(word.key).every(({ role }) => role === "surname") &&
    // What is short is often a word, as "Le" is before a country.
    !((word.key.length < 4 || alsoWords.has(word.key)) && (isCountry || opensSentence(view, word.start)))
  );
}

/** First names that are also words with which a sentence begins, as short ones often are: "Will Huawei …?" */
const alsoWords = new Set(
  "will mark grant may rob bill sue pat drew chase frank art rich guy hope faith joy grace rose jack nick skip june april august don".split(
    " ",
  ),
);

/** "Orange Avenue", "Nokia, a town of 35,000": English names of streets and towns that a firm shares. */
const streetAhead =
  /^ (?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Lane|Drive|Boulevard|Square|Crescent|Terrace|Creek)(?![\p{L}])/u;
const townAhead = /^, an? (?:[a-z-]+ ){0,2}(?:town|city|village|suburb|municipality)(?![a-z])/;

function isNamesake(view: BlockView, end: number): boolean {
  if (mainLanguage(view.lang) !== "en") return false;
  const next = view.plain.charAt(end);
  if (next === ",") return townAhead.test(view.key.slice(end, end + 50));
  return next === " " && streetAhead.test(view.plain.slice(end, end + 14));
}

/** "By Austin Ireland and Chelsea London": reporters may be called like countries. */
function isReporter(view: BlockView, start: number): boolean {
  const line = lineAt(view, start);
  if (
    line.end - line.start > longestByline ||
    !/^By \p{Lu}/u.test(view.plain.slice(line.start, line.start + 4))
  )
    return false;
  return /\p{Lu}\p{Ll}+ $/u.test(view.plain.slice(Math.max(line.start + 3, start - 16), start));
}

const longestByline = 120;

const slavic = /^(pl|cs|sk|sl|sr|hr|bs|sh|me|cnr|mk)/i;
const georgianTowns = /(tbilisi|batumi|kutaisi|poti|rustavi|gori|zugdidi|telavi|anaklia), $/;

/** "Dalton, Georgia, employs": the state, behind a town that is not Georgian. */
function isAmericanState(view: BlockView, start: number, end: number): boolean {
  if (view.key.slice(start, end) !== "georgia" || !/^([,.)]|$)/.test(view.key.slice(end, end + 1)))
    return false;
  const before = view.plain.slice(Math.max(0, start - 24), start);
  return (
    /(?:^|[ (])\p{Lu}\p{L}+, $/u.test(before) &&
    /(in|from|of|at|near) [\p{L} ]+, $/u.test(before) &&
    !georgianTowns.test(before.toLowerCase())
  );
}

const countriesAsGivenNames = new Set("georgia jordan chad india kenya israel cuba paris sydney".split(" "));
const notSurnames = new Set(
  (
    "prime president foreign defence defense minister ministry ambassador parliament supreme national central government " +
    "embassy first deputy vice chief interior finance telecom communications cyber army air navy and or the"
  ).split(" "),
);

/** "Georgia Brown", "Jordan Baker", "Israel Montes": a first name, where something like a surname follows. */
function isGivenName(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  if (!countriesAsGivenNames.has(view.key.slice(start, end))) return false;
  if (!/^ \p{Lu}\p{Ll}/u.test(view.plain.slice(end, end + 3)) || mainLanguage(view.lang) === "de")
    return false;
  if (
    /(^|[^\p{L}])(in|of|from|between|and|to|with|en|de|entre|nga|ne|u|w|v) $/u.test(
      view.key.slice(Math.max(0, start - 9), start),
    )
  )
    return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase) return false;
  const next = view.key.slice(end + 1, wordEndFrom(view.key, end + 1));
  return !notSurnames.has(next) && matcher.entriesFor(next).every(({ role }) => role === "surname");
}
