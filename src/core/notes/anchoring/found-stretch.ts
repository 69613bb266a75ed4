import { classOfUnit } from "../../matching/char-class.ts";
import type { Ground } from "./align-passage.ts";
import type { Judged } from "./judge-place.ts";

/** Characters that open or close, which some languages set apart by a space. */
const [opening, closing] = [/[«‹“„"(]/, /[»›”“"!?;:)]/];

/**
 * From the words that were found to offsets into the text: from true word to true word, with the signs that the quote
 * began and ended with; where the quote began or ended inside of a word that is still there, it is cut as it was.
 */
export function foundStretch(
  { page, text, pattern }: Ground,
  { first, last, firstSame, lastSame }: Judged,
): { start: number; end: number } {
  let start = page.starts[first] as number;
  let end = page.ends[last] as number;
  if (firstSame && start + pattern.cutBefore < (page.ends[first] as number)) start += pattern.cutBefore;
  if (lastSame && end - pattern.cutAfter > Math.max(start, page.starts[last] as number))
    end -= pattern.cutAfter;
  for (let signs = pattern.signsBefore; signs > 0; signs--) {
    if (isSign(text, start - 1)) start--;
    else if (isSpace(text, start - 1) && opening.test(text.charAt(start - 2))) start -= 2;
    else break;
  }
  for (let signs = pattern.signsAfter; signs > 0; signs--) {
    if (isSign(text, end)) end++;
    else if (isSpace(text, end) && closing.test(text.charAt(end + 1))) end += 2;
    else break;
  }
  return { start, end };
}

function isSpace(text: string, at: number): boolean {
  return /^[^\S\n]$/.test(text.charAt(at));
}

function isSign(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character !== "" && !/\s/.test(character) && classOfUnit(character.charCodeAt(0)) === 0;
}
