/** Odd numbers without a pattern, one for each of the four words of a digest. */
const multipliers = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];

/**
 * 128 bits that stand for a text, as 32 hexadecimal digits. It tells texts apart that differ by chance; it is no
 * protection against somebody who looks for two with the same digest.
 */
export function digest(text: string): string {
  return multipliers.map((multiplier, word) => hash(text, multiplier, word)).join("");
}

function hash(text: string, multiplier: number, seed: number): string {
  let state = (0x811c9dc5 ^ Math.imul(seed + 1, multiplier)) >>> 0;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), multiplier);
    // What was multiplied away at the top comes back in below.
    state ^= state >>> 15;
  }
  state = Math.imul(state ^ (state >>> 13), 0x5bd1e995);
  return ((state ^ (state >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
