import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWords } from "../../../../src/core/notes/anchoring/read-words.ts";

/** Letters, signs and all that folds in a way of its own: marks, soft hyphens, ligatures, broken letters, Han, pairs. */
const pieces = "a b e é ß İ ﬁ Ａ ж 中 中文 ́ ̈ ­ ‍ ﻿ ’ ' - & &amp; â€™ ” Â 𝐀 👩‍💻 1 ² . , \n \t   "
  .split(" ")
  .concat(" ", "  ");
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join(""));

function wordsOf(text: string) {
  const { count, hashes, starts, ends } = readWords(text);
  return Array.from({ length: count }, (_, at) => ({ hash: hashes[at], start: starts[at], end: ends[at] }));
}

describe("the words of a text", () => {
  it("are the same wherever in a long text they stand", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 960, max: 1100 }), (part, before) => {
        const moved = wordsOf(`${".".repeat(before)}\n${part}`);
        const here = wordsOf(`\n${part}`);
        expect(moved).toEqual(
          here.map(({ hash, start, end }) => ({
            hash,
            start: (start ?? 0) + before,
            end: (end ?? 0) + before,
          })),
        );
      }),
      { numRuns: 400 },
    );
    // Wherever a stretch that is read at once may end.
    for (const part of [
      "ab\u0301c",
      "e\u0301",
      "İ\u0308 a",
      "a \u0308b",
      "Hua\u00adwei",
      "中\u0301",
      "a\u00ad\u0301b",
    ])
      for (let before = 1_000; before < 1_040; before++)
        expect(wordsOf(".".repeat(before) + part)).toEqual(
          wordsOf(part).map(({ hash, start = 0, end = 0 }) => ({
            hash,
            start: start + before,
            end: end + before,
          })),
        );
  });

  it("are as many as a text of nothing but short words holds", () => {
    expect(wordsOf("a ".repeat(5_000))).toHaveLength(5_000);
    expect(wordsOf("中".repeat(5_000))).toHaveLength(5_000);
  });

  it("end before an invisible character, and go on behind it", () => {
    expect(wordsOf("Hua\u00adwei\u00ad!")).toEqual([expect.objectContaining({ start: 0, end: 7 })]);
    expect(wordsOf("Hua\u00adwei")[0]?.hash).toBe(wordsOf("Huawei")[0]?.hash);
    expect(wordsOf("cafe\u0301")[0]?.hash).toBe(wordsOf("café")[0]?.hash);
  });
});
