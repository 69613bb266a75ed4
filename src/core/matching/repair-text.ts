/**
 * Leftovers that a careless extraction leaves in a text: HTML entities that nobody decoded, and UTF-8 that
 * was read as Windows-1252 once or twice. Only sequences that no real text holds are repaired.
 */

/** Letters (&eacute;) are left to the page: their names would cost the script of notes more than its budget. */
const named: Record<string, string> = {
  amp: "&",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  shy: "",
  zwnj: "",
  zwj: "",
  quot: '"',
  apos: "'",
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  hyphen: "-",
  ndash: "-",
};

const entity = /&(?:#(\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|([a-z]{2,6}));/y;

/** Windows-1252 characters of the bytes 0x80 to 0x9F, in that order; the rest equals Latin-1. */
const windows1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** What stands at `index`, repaired, and how many UTF-16 units it takes; `null` when nothing is broken there. */
export function repairAt(text: string, index: number): { length: number; repaired: string } | null {
  const code = text.charCodeAt(index);
  if (code === 0x26) return decodeEntity(text, index);
  // U+200B as UTF-8, its bytes taken for Windows-1252 twice over: seen as ”‹ in real articles.
  if (code === 0x201d && text.charCodeAt(index + 1) === 0x2039) return { length: 2, repaired: "" };
  if (code === 0xe2 && text.charCodeAt(index + 1) === 0x20ac) return repairPunctuation(text, index);
  if (code === 0xc3 && isRestOfCapital(text, index)) return { length: 1, repaired: "Á" };
  if (code >= 0xc2 && code <= 0xc5) return repairLetter(text, index, code);
  return null;
}

/** A short text with all its leftovers repaired. */
export function repairText(text: string): string {
  if (!/[&\u00c2-\u00c5\u00e2\u201d]/.test(text)) return text;
  let repaired = "";
  for (let index = 0; index < text.length; ) {
    const repair = repairAt(text, index);
    repaired += repair ? repair.repaired : text.charAt(index);
    index += repair?.length ?? 1;
  }
  return repaired;
}

function decodeEntity(text: string, index: number) {
  entity.lastIndex = index;
  const match = entity.exec(text);
  if (!match) return null;
  const [whole, decimal, hexadecimal, name] = match;
  const length = whole.length;
  if (name !== undefined) {
    const repaired = named[name];
    return repaired === undefined ? null : { length, repaired };
  }
  const point = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? "", 16);
  if (point > 0x10ffff || point < 0x20 || (point >= 0xd800 && point <= 0xdfff)) return null;
  return { length, repaired: String.fromCodePoint(point) };
}

/** "Ãlvarez": the second byte of Á is a control character, which many programs drop; no word begins with Ã. */
function isRestOfCapital(text: string, index: number): boolean {
  const next = text.charCodeAt(index + 1);
  return next >= 0x61 && next <= 0x7a && !/\p{L}/u.test(text.charAt(index - 1));
}

function repairPunctuation(text: string, index: number) {
  const last = byteOf(text.charCodeAt(index + 2));
  if (last === null) return null;
  return { length: 3, repaired: String.fromCharCode(0x2000 + (last & 0x3f)) };
}

/** Two units that were one letter of Latin-1 or Latin Extended-A: Ã« is ë, Ä‡ is ć. */
function repairLetter(text: string, index: number, lead: number) {
  const next = text.charCodeAt(index + 1);
  const byte = byteOf(next);
  if (byte === null || next === 0xab || next === 0xbb) {
    // « and » may follow a real Ã or Ä as quotation marks; only Ã« (ë) is common enough to be repaired.
    if (lead !== 0xc3 || next !== 0xab) return null;
  }
  if (next === 0x201c || next === 0x201d || next === 0x2018 || next === 0x2019) return null;
  return { length: 2, repaired: String.fromCharCode(((lead & 0x1f) << 6) | ((byte ?? 0xab) & 0x3f)) };
}

function byteOf(code: number): number | null {
  if (code >= 0xa0 && code <= 0xbf) return code;
  const place = windows1252.indexOf(String.fromCharCode(code));
  return place < 0 ? null : 0x80 + place;
}
