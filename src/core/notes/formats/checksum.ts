/** Remainders of every byte, for the polynomial of zip and PNG. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/**
 * A CRC-32 (as in zip) of UTF-8, taken in piece by piece. It tells a damaged file from a whole one, not a forged one.
 * A lone surrogate counts as three bytes of its own.
 */
export function createChecksum(): {
  add(text: string): void /** Eight hexadecimal digits. */;
  value(): string;
} {
  let state = 0xffffffff;
  const take = (byte: number) => {
    state = (remainders[(state ^ byte) & 0xff] as number) ^ (state >>> 8);
  };
  return {
    add(text) {
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        // By far the most are ASCII, and 50,000 notes are many characters.
        if (unit < 0x80) {
          state = (remainders[(state ^ unit) & 0xff] as number) ^ (state >>> 8);
          continue;
        }
        const point = text.codePointAt(at) as number;
        if (point > 0xffff) at++;
        if (point < 0x800) take(0xc0 | (point >> 6));
        else {
          if (point > 0xffff) {
            take(0xf0 | (point >> 18));
            take(0x80 | ((point >> 12) & 0x3f));
          } else take(0xe0 | (point >> 12));
          take(0x80 | ((point >> 6) & 0x3f));
        }
        take(0x80 | (point & 0x3f));
      }
    },
    value: () => ((state ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0"),
  };
}
