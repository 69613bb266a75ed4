/**
 * Sorted texts share beginnings: each is kept as the number of units that it has in common with the one before it, and the
 * rest. Every sixteenth stands whole, so that few have to be read to get at one.
 *
 *   "Huawei" "Huawei Technologies" "Huaweija"   →   0 "Huawei"  6 " Technologies"  6 "ja"
 *
 * In bytes: the shared units (one byte), the rest in UTF-8, a zero.
 */
import { fromUtf8, toUtf8 } from "./utf8.ts";

export const textsInBlock = 16;
const mostShared = 255;

export function codeTexts(texts: readonly string[]): { start: Uint32Array; bytes: Uint8Array } {
  const bytes: number[] = [];
  const start: number[] = [];
  for (const [place, text] of texts.entries()) {
    const isWhole = place % textsInBlock === 0;
    if (isWhole) start.push(bytes.length);
    const shared = isWhole ? 0 : sharedUnits(texts[place - 1] ?? "", text);
    bytes.push(shared, ...toUtf8(text.slice(shared)), 0);
  }
  return { start: Uint32Array.from(start), bytes: Uint8Array.from(bytes) };
}

export function textAt(start: Uint32Array, bytes: Uint8Array, place: number): string {
  let at = start[Math.floor(place / textsInBlock)] ?? 0;
  let text = "";
  for (let left = place % textsInBlock; left >= 0; left--) {
    const shared = bytes[at] ?? 0;
    const end = bytes.indexOf(0, at + 1);
    text = text.slice(0, shared) + fromUtf8(bytes.subarray(at + 1, end));
    at = end + 1;
  }
  return text;
}

/** Never half a surrogate pair, which has no UTF-8 of its own. */
function sharedUnits(before: string, text: string): number {
  let shared = 0;
  while (shared < mostShared && shared < text.length && before.charAt(shared) === text.charAt(shared))
    shared++;
  const last = text.charCodeAt(shared - 1);
  return last >= 0xd800 && last <= 0xdbff ? shared - 1 : shared;
}
