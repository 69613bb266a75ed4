/**
 * What stands directly at a name, at a glance. Most rules need one of these, and most names have none of them: a rule that asks
 * first is not even entered, which is most of its cost.
 */
import type { BlockView } from "./block-view.ts";
import { isCapital } from "./letter-case.ts";

export const beside = {
  /** A space, and a word before it with a capital somewhere in it; or a word that was not looked at to its beginning. */
  nameBefore: 1,
  /** A space, and behind it something else than a small letter of ASCII. */
  nameBehind: 2,
  /** A space and a small letter of ASCII. */
  wordBehind: 4,
  comma: 8,
  hyphen: 16,
} as const;

/** Words are shorter, and hostile texts have long ones. */
const reach = 30;

export function besideOf(view: BlockView, start: number, end: number): number {
  if (view.besideStart === start && view.besideEnd === end) return view.beside;
  view.besideStart = start;
  view.besideEnd = end;
  view.beside = lookBeside(view.plain, start, end);
  return view.beside;
}

function lookBeside(plain: string, start: number, end: number): number {
  let found = 0;
  if (plain.charCodeAt(start - 1) === 0x20) {
    let at = start - 2;
    const first = start - reach;
    while (at >= 0 && at > first) {
      const unit = plain.charCodeAt(at);
      if (unit === 0x20 || unit === 0x0a) break;
      // Small letters of ASCII are what stands there nearly always.
      if (!(unit >= 0x61 && unit <= 0x7a) && isCapital(unit)) {
        found |= beside.nameBefore;
        break;
      }
      at--;
    }
    if (at === first) found |= beside.nameBefore;
  }
  const next = plain.charCodeAt(end);
  if (next === 0x20) {
    const unit = plain.charCodeAt(end + 1);
    return found | (unit >= 0x61 && unit <= 0x7a ? beside.wordBehind : beside.nameBehind);
  }
  if (next === 0x2c) return found | beside.comma;
  if (next === 0x2d) return found | beside.hyphen;
  return found;
}
