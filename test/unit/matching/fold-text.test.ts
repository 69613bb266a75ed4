import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../../src/core/matching/fold-text.ts";

describe("folding", () => {
  it.each([
    ["Türkiye", "turkiye"],
    ["Đukanović", "dukanovic"],
    ["STRASSE Straße", "strasse strasse"],
    ["ΑΘΗΝΑΣ Αθήνας", "αθηνασ αθηνασ"],
    ["İstanbul ISTANBUL ıs", "istanbul istanbul is"],
    ["ﬁnal ＺＴＥ ½", "final zte 1⁄2"],
    ["Guinea‑Bissau", "guinea bissau"],
    ["Huawei’s", "huawei's"],
    ["a \u00a0\t\nb", "a b"],
    ["a&nbsp;&amp;&#39;b&shy;c", "a &'bc"],
    ["KosovÃ«s Ä‡ â€™", "kosoves c '"],
    ["ё й", "е й"],
    ["\ufeffa\u200bb\u00adc", "abc"],
  ])("%j becomes %j", (text, key) => {
    expect(foldText(text).key).toBe(key);
  });

  it("remembers where everything came from", () => {
    const { key, starts, ends } = foldText("“Hua\u00adwei’s  Tu\u0308rk”");
    const at = key.indexOf("turk");
    expect([starts[at], ends[at + 3]]).toEqual([12, 17]);
    expect([starts[1], ends[6]]).toEqual([1, 8]);
  });

  it("keeps its three texts and its map in step, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const { plain, cased, key, starts, ends } = foldText(text);
        const { length } = plain;
        expect([cased.length, key.length, starts.length, ends.length]).toEqual([
          length,
          length,
          length,
          length,
        ]);
        for (let index = 0; index < length; index++) {
          expect(starts[index]).toBeLessThan(ends[index] ?? 0);
          expect(starts[index]).toBeGreaterThanOrEqual(starts[index - 1] ?? 0);
          expect(ends[index]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
