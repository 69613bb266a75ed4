import { fromUtf8 } from "../matching/utf8.ts";

/** What a JSON text may hold; real facts stay far below. */
export interface JsonBounds {
  /** Groups inside each other. */
  depth: number;
  /** Values, counted by what separates and opens them. */
  values: number;
  /** Bytes of one text. */
  text: number;
}

/** A JSON text that is not parsed, or not taken. */
class JsonRefusal extends Error {
  override name = "JsonRefusal";
}

/**
 * Parses a JSON text after looking at its bytes alone, so that a small file cannot fill the memory, and takes it only in
 * the one form in which `JSON.stringify` writes it: no field twice, no white space, no number or letter in disguise.
 *
 * @param refuse makes the error that is thrown otherwise; it is told why, as the end of a sentence: "… holds more than".
 */
export function parseBounded(bytes: Uint8Array, bounds: JsonBounds, refuse: (why: string) => Error): unknown {
  try {
    checkBounds(bytes, bounds);
    return parseOneForm(bytes);
  } catch (cause) {
    if (cause instanceof JsonRefusal) throw refuse(cause.message);
    throw cause;
  }
}

function parseOneForm(bytes: Uint8Array): unknown {
  let value: unknown;
  let text: string;
  try {
    text = fromUtf8(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    throw new JsonRefusal("is not complete JSON in UTF-8", { cause });
  }
  // A mark in front of a text is passed over in silence when it is decoded.
  if (bytes[0] === 0xef || JSON.stringify(value) !== text) {
    throw new JsonRefusal("is not written in the one form that a package has, or has a field twice");
  }
  // Readers of objects treat it in different ways.
  if (text.includes('"__proto__":')) throw new JsonRefusal("has a field named __proto__");
  return value;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
// [ and { differ in one bit, and so do ] and }.
const bracketBit = 0x20;
const opener = 0x7b;
const closer = 0x7d;

function checkBounds(bytes: Uint8Array, bounds: JsonBounds): void {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === quote) {
      const end = endOfText(bytes, at);
      if (end - at > bounds.text) throw new JsonRefusal(`has a text of more than ${bounds.text} bytes`);
      at = end;
    } else if (byte === comma) {
      values++;
    } else if ((byte | bracketBit) === opener) {
      values++;
      depth++;
      if (depth > bounds.depth) throw new JsonRefusal(`is nested more than ${bounds.depth} deep`);
    } else if ((byte | bracketBit) === closer) {
      depth--;
    }
    if (values > bounds.values) throw new JsonRefusal(`holds more than ${bounds.values} values`);
  }
}

/** Where the quote stands that closes a text, or the end of the bytes. */
function endOfText(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}
