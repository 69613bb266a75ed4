/** Base64 with the usual alphabet and padding; browsers have none for bytes that is old enough. */

import { fromUtf8 } from "../matching/utf8.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const codes = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));
const padding = "=".charCodeAt(0);
const noDigit = 255;
const values = new Uint8Array(256).fill(noDigit);
for (const [value, code] of codes.entries()) values[code] = value;

/** The base64 of some bytes, as the bytes of its text. */
export function toBase64Bytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    out[to++] = codes[three >> 18] as number;
    out[to++] = codes[(three >> 12) & 63] as number;
    out[to++] = left > 1 ? (codes[(three >> 6) & 63] as number) : padding;
    out[to++] = left > 2 ? (codes[three & 63] as number) : padding;
  }
  return out;
}

export function toBase64(bytes: Uint8Array): string {
  return fromUtf8(toBase64Bytes(bytes));
}

/**
 * The bytes that a base64 text stands for, at the beginning of a buffer of their own.
 *
 * @param text the bytes of the base64 text.
 * @returns undefined for what is not base64, or not written in the one way that `toBase64Bytes` writes it.
 */
export function fromBase64Bytes(text: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padded = text.at(-1) === padding ? (text.at(-2) === padding ? 2 : 1) : 0;
  const digits = text.length - padded;
  const out = new Uint8Array((text.length / 4) * 3 - padded);
  let to = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < digits; at++) {
    const value = values[text[at] as number] as number;
    if (value === noDigit) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[to++] = (held >> bits) & 255;
    }
  }
  // Bits that are left over say nothing, and could be anything.
  return (held & ((1 << bits) - 1)) === 0 ? out : undefined;
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  return /^[\w+/=]*$/.test(text)
    ? fromBase64Bytes(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
    : undefined;
}
