/** Ships that are called like a capital, a country or a person: "HMAS Canberra", "the carrier USS John F. Kennedy". */
import type { BlockView } from "./block-view.ts";
import { wordStartBefore } from "./word-borders.ts";

/** What the names of ships of navies and lines begin with. */
const prefixes = new Set(
  "HMS HMAS HMCS HMNZS USS USNS USCGC RMS RFA RRS SS MV MS RV INS BNS PNS KRI".split(" "),
);

/** Whether what begins here is the name of a ship, told by the prefix before it; a quotation mark may come between. */
export function isShipsName({ plain }: BlockView, start: number): boolean {
  const isQuoted = plain.charCodeAt(start - 1) === 0x22;
  const end = isQuoted ? start - 2 : start - 1;
  // All prefixes end with a capital, and most words that stand before a name do not.
  const last = plain.charCodeAt(end - 1);
  if (last < 0x41 || last > 0x5a || plain.charCodeAt(end) !== 0x20) return false;
  return prefixes.has(plain.slice(wordStartBefore(plain, end), end));
}
