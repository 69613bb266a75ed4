/** Ships that are called like a capital, a country or a person: "HMAS Canberra", "the carrier USS John F. Kennedy". */
import { beside, besideOf } from "./beside.ts";
import type { BlockView } from "./block-view.ts";
import { wordStartBefore } from "./word-borders.ts";

/** What the names of ships of navies and lines begin with. */
const prefixes = new Set(
  "HMS HMAS HMCS HMNZS USS USNS USCGC RMS RFA RRS SS MV MS RV INS BNS PNS KRI".split(" "),
);

/** Whether what begins here is the name of a ship, told by the prefix directly before it. */
export function isShipsName(view: BlockView, start: number, end: number): boolean {
  if ((besideOf(view, start, end) & beside.nameBefore) === 0) return false;
  const { plain } = view;
  return prefixes.has(plain.slice(wordStartBefore(plain, start - 1), start - 1));
}
