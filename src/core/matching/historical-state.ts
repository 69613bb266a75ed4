/**
 * States that are no more and hold the name of one that is, in Polish, Czech, Macedonian and Albanian: "Rakousko-Uhersko",
 * "armia austro-węgierska", "Rzeszy Niemieckiej", „Руската Империја“.
 */
import type { BlockView } from "./block-view.ts";
import { onceByTag } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";

const knows = onceByTag((lang) => /^(pl|cs|sk|mk|sq)/i.test(lang));
const hyphen = 0x2d;

const secondHalf = /^-(?:[Uu]hers|[Uu]horsk|[Ww][ęe]g[ri]|[Уу]нгар|[Hh]ungar)/u;
const firstHalf = /(?:[Rr]akousk\p{L}{1,3}|[Rr]ak[úu]sk\p{L}{1,3}|[Aa]ustro|[Аа]встро)-$/u;

/** Units of the first half, with its hyphen. */
const longestFirst = 11;

/** Whether Austria stands before a hyphen and Hungary behind it. */
function isDoubleMonarchy(plain: string, from: number, at: number): boolean {
  return secondHalf.test(plain.slice(at, at + 8)) && firstHalf.test(plain.slice(Math.max(0, from), at + 1));
}

/** An empire, before its adjective and behind it. */
const empireBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:rzesz\p{L}{1,2}|cesarstw\p{L}{1,3}|carat\p{L}{0,3}|perandori\p{L}{1,3}|imperium|imperia)(?: e| se)? $/u,
  { reach: 20, more: /^(?:e|se)$/ },
);
const empireBehind = new RuleBehind(
  /^ (?:ris[ei]|risskeho|cisarstv\p{L}{0,3}|carstv\p{L}{0,3}|imperi\p{L}{1,3}|империј\p{L}{1,3}|царств\p{L}{1,3}|rzesz\p{L}{1,2}|cesarstw\p{L}{1,3})(?![\p{L}])/u,
  { reach: 20 },
);

/** Whether a country's name or adjective is here part of that of a state that is no more. */
export function isHistoricalState(view: BlockView, start: number, end: number): boolean {
  if (!knows(view.lang)) return false;
  const { plain } = view;
  if (plain.charCodeAt(end) === hyphen && isDoubleMonarchy(plain, start, end)) return true;
  if (plain.charCodeAt(start - 1) === hyphen && isDoubleMonarchy(plain, start - longestFirst, start - 1))
    return true;
  return empireBefore.test(view, start) || empireBehind.test(view, end);
}
