/** Capitals that somebody is called by, of whom the paragraph has just spoken: "Denzel Washington … Washington told the crowd". */
import type { BlockView } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import { isNameAhead, isRaised, wordBefore } from "./name-neighbours.ts";

/** What people say and do as much as governments: further on in the text it is theirs. */
const personsDeed =
  /^ (?:(?:told|tells) \p{Ll}|(?:said|says|added|adds|joked|smiled|recalled|laughed|thanked|starred|plays|played|sang|danced|won|wrote)(?![\p{L}]))/u;

/** Looking only so far back keeps hostile texts cheap. */
const mostLookedAt = 10;

/** Whether the name stood before behind a first name, and is no beginning of a longer one ("George Washington Bridge"). */
export function isSurnameInBlock(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const { plain } = view;
  if (mainLanguage(view.lang) !== "en" || !personsDeed.test(plain.slice(end, end + 12))) return false;
  const name = plain.slice(start, end);
  let at = start > 0 ? plain.lastIndexOf(name, start - 1) : -1;
  for (let looked = 0; at >= 0 && looked < mostLookedAt; looked++) {
    const word = wordBefore(view, at);
    if (
      word &&
      isRaised(word.cased) &&
      matcher.givenNames.has(word.key) &&
      !isNameAhead(plain, at + name.length)
    )
      return true;
    at = at > 0 ? plain.lastIndexOf(name, at - 1) : -1;
  }
  return false;
}
