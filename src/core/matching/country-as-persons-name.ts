/** People who are called like countries: "Georgia Brown", and "Georgia" alone further on; "Jools Holland". */
import { type BlockView, lineAt } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import { isNameAhead, isRaised, mayBeSurname, wordBefore } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { isSentenceOpener } from "./sentence-openers.ts";
import { wordEndFrom } from "./word-borders.ts";

/**
 * As what they are borne. Behind a plain first name something like a surname is proof enough; behind a rare one a firm is as
 * likely ("China Evergrande", "America Movil"), and it takes what only people do or have.
 */
const borneAs = new Map<string, "plain" | "rare" | "surname">([
  ...[
    "georgia",
    "jordan",
    "chad",
    "india",
    "kenya",
    "israel",
    "cuba",
    "paris",
    "sydney",
    "jamaica",
    "јордан",
  ].map((name) => [name, "plain"] as const),
  ["china", "rare"],
  ["america", "rare"],
  ["holland", "surname"],
]);
/** Words with a capital behind a name that make no person of it. */
export const notSurnames = new Set(
  (
    "prime president foreign defence defense minister ministry ambassador parliament supreme national central government " +
    "embassy first deputy vice chief interior finance telecom communications cyber army air navy and or the " +
    "monday tuesday wednesday thursday friday saturday sunday"
  ).split(" "),
);

/** Whether a country's name is here a person's first name or surname, in full or alone after the full name. */
export function isCountryAsPersonsName(
  matcher: Matcher,
  view: BlockView,
  start: number,
  end: number,
): boolean {
  const length = end - start;
  if (length < shortest || length > longest) return false;
  const name = view.key.slice(start, end);
  const as = borneAs.get(name);
  if (!as || mainLanguage(view.lang) === "de") return false;
  const isInFull =
    as === "surname"
      ? isBehindFirstName(matcher, view, start)
      : isBeforeSurname(matcher, view, start, end, as === "rare");
  return isInFull || isOfFamily(view, as, start, end) || isAloneAgain(matcher, view, name, as, start, end);
}

const family =
  "daughters?|sons?|children|grandchildren|granddaughters?|grandsons?|wife|husband|sisters?|brothers?|nieces?|nephews?|twins|kids|girlfriend|boyfriend|interns?|godson|goddaughter|cousins?|fianc[eé]e?";
/** "her daughters, India, Kenya and Paris", "his wife Georgia". */
const familyBefore = new RegExp(
  `(?:^|[^\\p{L}])(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|whose|'s|and|of) (?:[\\p{L}]+ )?(?:${family})(?:,|:| called| named)? (?:\\p{Lu}[\\p{L}-]+(?:, (?:\\d\\d?, )?(?:and )?| and )){0,4}$`,
  "u",
);
/** "Chad from accounts booked the flight". */
const colleagueAhead =
  /^ (?:from|in) (?:accounts|accounting|marketing|sales|finance|hr|human resources|it|payroll|procurement|reception|legal|next door|upstairs|down the (?:road|hall))(?![\p{L}])/u;

/** Whether it stands where only one's own people are named. */
function isOfFamily(
  { key, plain, lang }: BlockView,
  as: "plain" | "rare" | "surname",
  start: number,
  end: number,
): boolean {
  if (as !== "plain" || mainLanguage(lang) !== "en") return false;
  return (
    colleagueAhead.test(key.slice(end, end + 24)) ||
    familyBefore.test(plain.slice(Math.max(0, start - 80), start))
  );
}

const lengths = [...borneAs.keys()].map((name) => name.length);
const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];

const placeBefore = new RuleBefore(/(^|[^\p{L}])(in|of|from|between|to|with|en|de|entre|nga|ne|u|w|v) $/u, {
  reach: 9,
});

/** "Georgia Brown", "Israel Montes". */
function isBeforeSurname(
  matcher: Matcher,
  view: BlockView,
  start: number,
  end: number,
  isRare: boolean,
): boolean {
  const { key, plain } = view;
  if (!isNameAhead(plain, end)) return false;
  if (placeBefore.test(view, start)) return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase) return false;
  const to = wordEndFrom(key, end + 1);
  const next = key.slice(end + 1, to);
  if (borneAs.get(next) !== "surname" && (notSurnames.has(next) || !mayBeSurname(matcher, next)))
    return false;
  return !isRare || (personsOwn.test(key.slice(to, to + 40)) && !firmAhead.test(key.slice(to, to + 20)));
}

/** What people have and do, and states and firms have and do not. */
const belongings =
  "'s (?:mother|father|mum|dad|brother|sister|son|daughter|husband|wife|parents|gran|speech|novel|teacher|hair|birthday)(?![a-z])";
const deeds =
  "sang|sings|smiled|laughed|cried|wept|danced|baked|cooked|scored|starred|hated|signed (?:copies|autographs|books)";
/** Behind a full name: "China Miéville read from his novel". */
const personsOwn = new RegExp(
  `^(?:, (?:\\d\\d?,|who )|${belongings}|[^.!?;]{0,30} (?:her|his|herself|himself)(?![a-z])| (?:later |then |also )?(?:${deeds}|stars|wrote (?:the (?:pilot|novel|script|song|book)|her|his))(?![a-z]))`,
);
const firmAhead = /^ (?:group|holdings?|corp|inc|ltd|bank|limited|resources|securities)(?![a-z])/;
/** Behind a name that stands alone. */
const personsAlone = new RegExp(
  `^(?:, (?:\\d\\d?,|who |(?:he|she) (?:said|says|adds|added|jokes?|recalls?))|${belongings}| and (?:her|his) | (?:later |then |also |once |never )*(?:${deeds}|wrote|writes|was (?:immense|nominated|born|named after|injured|substituted)|retired|grew up|studied|trained)(?![a-z]))`,
);

/** Looking only so far back keeps hostile texts cheap. */
const mostLookedAt = 20;

/** "India, who designs lamps", "Georgia's mother": the full name stood before it in the block. */
function isAloneAgain(
  matcher: Matcher,
  view: BlockView,
  name: string,
  as: "plain" | "rare" | "surname",
  start: number,
  end: number,
): boolean {
  const { key, plain } = view;
  // Most stand there for the first time.
  let at = start > 0 ? key.lastIndexOf(name, start - 1) : -1;
  if (at < 0) return false;
  if (
    !personsAlone.test(key.slice(end, end + 70)) ||
    /(^|[^a-z])(in|of|from|to|between) $/.test(key.slice(Math.max(0, start - 9), start))
  )
    return false;
  for (let looked = 0; at >= 0 && looked < mostLookedAt; looked++) {
    const from = at;
    at = at > 0 ? key.lastIndexOf(name, at - 1) : -1;
    const to = from + name.length;
    if (as === "surname") {
      if (isBehindFirstName(matcher, view, from)) return true;
      continue;
    }
    const last = wordEndFrom(key, to + 1);
    const known = matcher.entriesFor(`${name} ${key.slice(to + 1, last)}`);
    // "Israel Katz": an official, who does not make the state a person.
    if (known.some(({ role }) => role === "spelling")) continue;
    // A container may be a newspaper: "China Daily", "India Today".
    const needsProof = as === "rare" || known.length > 0;
    if (plain.charAt(to) === " " && isBeforeSurname(matcher, view, from, to, needsProof)) return true;
  }
  return false;
}

/** "Jools Holland": directly behind a word with a capital that opens no sentence by itself. */
function isBehindFirstName(matcher: Matcher, view: BlockView, start: number): boolean {
  const word = wordBefore(view, start);
  if (!word || !isRaised(word.cased) || mainLanguage(view.lang) !== "en") return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase || isSentenceOpener(word.key, "en")) return false;
  return mayBeSurname(matcher, word.key) || borneAs.get(word.key) === "plain";
}
