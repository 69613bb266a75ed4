/**
 * States that are no more and hold the name of one that is, in Polish, Czech, Macedonian and Albanian: "Rakousko-Uhersko",
 * "armia austro-węgierska", "Rzeszy Niemieckiej", „Руската Империја“; and wars of long ago: "Rusko-japanski rat".
 */
import type { BlockView } from "./block-view.ts";
import { isWordUnit } from "./letter-case.ts";
import { isSlavic, onceByTag } from "./main-language.ts";
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

/** Units of the longer of two halves. */
const longestHalf = 14;
const peoplesAtWar = /^(\p{L}{3,12})-(\p{L}{3,16})(?![\p{L}])/u;
const warBefore = new RuleBefore(/(?:^|[^\p{L}])woj(?:na|ny|nie|ne|en|nom|nach) $/u, { reach: 12 });
const warBehind =
  /^ (?:rat(?:a|u|om|ovi|ova|ovima)?|valk[auyeo]\p{L}?|valce|valek|wojn[aeyio]|wojne|војн[аи](?:та|те)?)(?![\p{L}])/u;
/** Between whom wars are fought, or waged with tariffs, today. */
const warsOfToday =
  /ukra|укра|izra|израел|palest|палест|armen|jermen|ermen|ермен|azer|азер|pakis|pakyst|пакист|indi|инди|gruz|груз|sirij|sirsk|сири|syr|(?=.*(?:kin|cin|chin|кин))(?=.*(?:amer|амер))|(?=.*(?:amer|амер))(?=.*(?:iran|иран))/u;

/** "u Rusko-japanskom ratu", "Руско-јапонската војна": of two peoples at war, before the hyphen or behind it. */
function isInPastWar(view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  let from = start;
  if (plain.charCodeAt(start - 1) === hyphen) {
    from = start - 1;
    while (from > 0 && start - from < longestHalf && isWordUnit(key.charCodeAt(from - 1))) from--;
  } else if (plain.charCodeAt(end) !== hyphen) return false;
  // What is folded has no hyphen.
  const compound = plain.slice(from, from + longestHalf * 2 + 4).toLowerCase();
  const found = peoplesAtWar.exec(compound);
  if (!found || warsOfToday.test(`${found[1]}-${found[2]}`)) return false;
  return (
    warBehind.test(key.slice(from + found[0].length, from + found[0].length + 10)) ||
    warBefore.test(view, from)
  );
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
  const { plain, lang } = view;
  if (isSlavic(lang) && isInPastWar(view, start, end)) return true;
  if (!knows(lang)) return false;
  if (plain.charCodeAt(end) === hyphen && isDoubleMonarchy(plain, start, end)) return true;
  if (plain.charCodeAt(start - 1) === hyphen && isDoubleMonarchy(plain, start - longestFirst, start - 1))
    return true;
  return empireBefore.test(view, start) || empireBehind.test(view, end);
}
