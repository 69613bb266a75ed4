/** What belongs to a firm or is made by it, in words joined by a hyphen: "BT-owned EE", "the Tesla-made batteries". */
import type { BlockView } from "./block-view.ts";

/** No firm is called like the kinds of owners. */
const behindOwner =
  /(?<![\p{L}\p{N}])(?!(?:State|Government|Family|Foreign|Privately|Wholly|Majority|Jointly|Publicly|Employee)-)[\p{Lu}\p{N}][\p{L}\p{N}&]*-owned(?= $)/u;

/** The owner of what begins here, with the word that says so; `null` where none stands. */
export function ownedBefore({ plain }: BlockView, start: number): string | null {
  if (!plain.endsWith("-owned ", start)) return null;
  return behindOwner.exec(plain.slice(Math.max(0, start - 24), start))?.[0] ?? null;
}

const tail = /^-(owned|made|built|branded)(?!\p{L})/u;

/** The word joined to the firm whose name ends here; `null` where none is. */
export function doneByFirm({ plain }: BlockView, end: number): string | null {
  return tail.exec(plain.slice(end, end + 10))?.[1] ?? null;
}
