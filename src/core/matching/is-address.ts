import type { BlockView } from "./block-view.ts";
import { textEnd, textStart } from "./folded-offsets.ts";

/** "/2021/03/china-huawei-ban/", and such a slug alone: small letters only. */
const path = /^\/[a-z0-9]+[-/]|^[a-z0-9]+(?:-[a-z0-9]+){3,}\/?$/;

/** Characters looked at on each side: addresses are longer only in their tails, which do not matter. */
const reach = 80;

const endings =
  "com|org|net|info|edu|gov|mil|int|eu|io|co|tv|news|uk|cn|us|de|fr|it|es|pl|rs|al|mk|ba|hr|me|xk|ch|at|nl|se|cz|jp|in|ru|ca|au|мк|срб|рф";
const domainTail = new RegExp(`^\\.(${endings})(?![\\p{L}\\p{N}])`, "u");
const domainPath = new RegExp(`[\\p{L}\\p{N}-]\\.(${endings})/`, "u");

/** . / : @ _ = & ? % - */
function isJoiner(unit: number): boolean {
  return (
    (unit >= 0x2d && unit <= 0x2f) ||
    unit === 0x3a ||
    unit === 0x40 ||
    unit === 0x5f ||
    unit === 0x3d ||
    unit === 0x26 ||
    unit === 0x3f ||
    unit === 0x25
  );
}

/** Whether the text says at once that no address goes on here: a space, a comma and the like, or nothing. */
function isOpen(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    unit === 0x20 || unit === 0x22 || (unit >= 0x27 && unit <= 0x2c) || unit === 0x2019 || Number.isNaN(unit)
  );
}

/** White space, and " ' ( ) , ; */
function parts(unit: number): boolean {
  if (unit > 0x7f) return /\s/.test(String.fromCharCode(unit));
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0x22 ||
    (unit >= 0x27 && unit <= 0x29) ||
    unit === 0x2c ||
    unit === 0x3b
  );
}

/** "(NOKIA.HE)", "VOD.L)": a share's name at an exchange. */
const exchangeTail =
  /^\.(?:AS|BR|CO|DE|HE|HK|IS|KL|KS|L|LN|MC|MI|NS|N|O|OL|PA|SS|ST|SW|SZ|T|TO|TW|VI|WA)(?=[)\],;]|$)/;

/** Whether the stretch is part of a web or mail address, an account name or a hashtag. */
export function isAddress(view: BlockView, start: number, end: number): boolean {
  const { text, isPlain } = view;
  const close = textEnd(view, end);
  if (isPlain && isOpen(text, textStart(view, start) - 1)) {
    if (isOpen(text, close) || (text.charAt(close) === "." && isOpen(text, close + 1))) return false;
  }
  const { key, plain } = view;
  const before = plain.charAt(start - 1);
  if (before === "@" || before === "#" || before === "\\") return true;
  // Nearly always the stretch stands between spaces or plain punctuation.
  if (!isJoiner(plain.charCodeAt(start - 1)) && !isJoiner(plain.charCodeAt(end))) return false;
  // "cinese.I commenti": a sentence without a space behind it, not a domain.
  if (domainTail.test(key.slice(end, end + 8)) && !/\p{Lu}/u.test(plain.charAt(end + 1))) return true;
  if (
    plain.charAt(end) === "." &&
    exchangeTail.test(plain.slice(end, end + 5)) &&
    !/\p{Ll}/u.test(plain.slice(start, end))
  )
    return true;
  let from = start;
  while (from > 0 && start - from < reach && !parts(plain.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < plain.length && to - end < reach && !parts(plain.charCodeAt(to))) to++;
  // The key has hyphens as spaces; `plain` keeps them.
  const written = plain.slice(from, to).replace(/[?!.:…]+$/, "");
  const run = written.toLowerCase();
  return (
    run.includes("://") ||
    run.startsWith("www.") ||
    /[@=?%\\_]/.test(run) ||
    domainPath.test(run) ||
    path.test(written)
  );
}
