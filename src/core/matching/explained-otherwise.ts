/** Abbreviations that the text itself says to mean something else than in the data: "NCC (National Capital Commission)", "in PLA, a plastic". */
import type { BlockView } from "./block-view.ts";
import { areInitials } from "./initials.ts";
import type { Entry, Matcher } from "./load-index.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { meansSomethingElse } from "./other-meanings.ts";
import type { Hit } from "./scan-spellings.ts";

/** "NCC (National Capital Commission)", "the FCC, or Foreign Correspondents' Club": the words come behind. */
const explainedBehind =
  /^(?: \(|, (?:or|as|the|which (?:is|stands for)|short for|for)(?: the)? |,? (?:meaning|stands for|standing for|short for)(?: the)? )((?:\p{Lu}[\p{L}'-]*|\p{Ll}[\p{L}'-]*| |-){6,80})/u;

/** Whether what stands around an abbreviation says that it means something else than the entity that the data has for it. */
export function isExplainedOtherwise(matcher: Matcher, view: BlockView, hit: Hit): boolean {
  const { entry, start, end } = hit;
  const isBody = entry.kind === "organisation";
  // "People's Liberation Army (PLA)", but "oxygen (O2)"
  const isBracketed = isBody && view.plain.charCodeAt(start - 1) === 0x28;
  if ((entry.isFirm || isBody) && !isBracketed && meansSomethingElse(view, hit)) return true;
  if (isExplainedBefore(matcher, view, hit)) return true;
  const next = view.plain.charCodeAt(end);
  // " (" or ", "
  if (next === 0x20 ? view.plain.charCodeAt(end + 1) !== 0x28 : next !== 0x2c) return false;
  if (next === 0x2c && view.plain.charCodeAt(end + 1) !== 0x20) return false;
  // Nearly all names are no abbreviations, which their second unit says.
  const second = view.plain.charCodeAt(start + 1);
  if (second >= 0x61 && second <= 0x7a) return false;
  const abbreviation = view.plain.slice(start, end);
  if (!/^\p{Lu}{2,6}$/u.test(abbreviation)) return false;
  const words =
    explainedBehind
      .exec(view.plain.slice(end, end + 110))?.[1]
      ?.split(/[ -]/)
      .filter(Boolean) ?? [];
  // As many words as letters, from any of the first three on: "the old Norwich Cricket Club".
  for (let from = 0; from < Math.min(3, words.length); from++) {
    for (let count = abbreviation.length; count <= abbreviation.length + 2; count++) {
      const meant = words.slice(from, from + count).join(" ");
      if (areInitials(meant, abbreviation) && !sharesAllWords(matcher, entry, meant)) return true;
    }
  }
  return false;
}

const orBefore = new RuleBefore(/, (?:or|oder|ou|o|czyli|neboli|odnosno|ili|ose|или)(?: the)? "?$/u, {
  reach: 12,
  more: /^(?:the|or|oder|ou|o|czyli|neboli|odnosno|ili|ose|или)$/,
  signs: '"',
});

/** "the extended essay, or EE": words in small letters, too, and one more may follow the abbreviation ("the Basic Math Act, or BM Act"). */
function isExplainedBefore(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const length = end - start;
  if (length < 2 || length > 6) return false;
  const or = orBefore.exec(view, start);
  if (!or) return false;
  const { plain } = view;
  const abbreviation = plain.slice(start, end);
  if (!/^\p{Lu}+$/u.test(abbreviation)) return false;
  const to = start - or[0].length;
  const words = plain.slice(Math.max(0, to - 110), to).split(/[ -]/);
  for (let last = words.length; last > words.length - 2; last--) {
    for (let count = length; count <= length + 2 && count <= last; count++) {
      const meant = words.slice(last - count, last).join(" ");
      if (areInitials(meant.toUpperCase(), abbreviation) && !sharesAllWords(matcher, entry, meant))
        return true;
    }
  }
  return false;
}

/** Whether the words are the name that the data has, or a slip for it: then more than three in four stand in it. */
function sharesAllWords(matcher: Matcher, { entity }: Entry, words: string): boolean {
  const stems = words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 4)
    .map((word) => word.slice(0, 4));
  return matcher.entriesOf(entity).some(({ key }) => {
    const shared = stems.filter((stem) => key.split(" ").some((word) => word.startsWith(stem)));
    return key.includes(" ") && shared.length * 4 > stems.length * 3;
  });
}
