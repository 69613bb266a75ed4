/** What a character is for finding words. `dense` scripts write words without spaces between them. */
export const charClass = { other: 0, word: 1, dense: 2 } as const;
export type CharClass = (typeof charClass)[keyof typeof charClass];

const wordPattern = /[\p{L}\p{M}\p{N}_]/u;
const densePattern =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** By UTF-16 unit, 255 for not yet looked up: asking the regular expressions again and again would be slow. */
const known = new Uint8Array(0x10000).fill(255);
for (let code = 0; code < 128; code++) {
  known[code] = /\w/.test(String.fromCharCode(code)) ? charClass.word : charClass.other;
}

/** @param unit a UTF-16 unit, or NaN, as behind the end of a text; the halves of a pair are other, Han ones dense. */
export function classOfUnit(unit: number): CharClass {
  // NaN becomes 0, which is other, too: to ask an array for it would be slow.
  const found = known[unit & 0xffff] as number;
  if (found !== 255) return found as CharClass;
  const character = String.fromCharCode(unit);
  // Planes 2 and 3 hold Han only; their pairs begin with D840 to D8BF.
  const computed =
    unit >= 0xd840 && unit <= 0xd8bf
      ? charClass.dense
      : unit >= 0xd800 && unit <= 0xdfff
        ? charClass.other
        : !wordPattern.test(character)
          ? charClass.other
          : densePattern.test(character)
            ? charClass.dense
            : charClass.word;
  known[unit] = computed;
  return computed;
}
