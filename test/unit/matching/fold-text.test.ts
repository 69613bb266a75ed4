import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, mapOfRuns, plainOfRuns } from "../../../src/core/matching/fold-text.ts";
import { foldToAscii } from "../../../src/core/matching/fold-to-ascii.ts";
import { foldedEnd, foldedStart, textEnd, textStart } from "../../../src/core/matching/folded-offsets.ts";
import { readUnits } from "../../../src/core/matching/read-units.ts";

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
    const folded = foldText("“Hua\u00adwei’s  Tu\u0308rk&shy;”");
    const at = folded.key.indexOf("turk");
    expect([textStart(folded, at), textEnd(folded, at + 4)]).toEqual([12, 17]);
    expect([foldedStart(folded, 12), foldedEnd(folded, 17)]).toEqual([at, at + 4]);
    expect([textStart(folded, 1), textEnd(folded, 7)]).toEqual([1, 8]);
    expect([foldedStart(folded, 1), foldedEnd(folded, 8)]).toEqual([1, 7]);
  });

  it("keeps no map where every character stands for itself", () => {
    expect(foldText("“Huawei’s” AT&T Âge Türkiye").map).toBeNull();
  });

  it("gives the same as bytes, where all becomes ASCII", () => {
    const piece = fc.constantFrom(
      "a",
      "B",
      "é",
      "Ł",
      "’",
      "“",
      "-",
      " ",
      "  ",
      "\n",
      " \n\t",
      "\u00a0",
      "\u2028",
      "ж",
      "中",
    );
    let folded = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const { infos, seen, isPlain, hasRuns } = readUnits(text);
        if (!isPlain) return;
        const map = hasRuns ? mapOfRuns(infos, text.length) : null;
        const ascii = foldToAscii(text, map);
        expect(ascii === null).toBe(/[ж中]/.test(text));
        if (ascii === null) return;
        if (hasRuns) folded++;
        expect(ascii).toBe(hasRuns ? plainOfRuns(text, seen) : foldText(text).plain);
      }),
      { numRuns: 500 },
    );
    expect(folded).toBeGreaterThan(20);
  });

  it("folds a text as bytes that is longer than what is kept for them", () => {
    const text = "“Nokia’s”  ".repeat(4000);
    const map = mapOfRuns(readUnits(text).infos, text.length);
    expect(foldToAscii(text, map)).toBe('"Nokia\'s" '.repeat(4000).trimEnd());
  });

  it("keeps its three texts and its map in step, whatever the text", () => {
    const text = fc.array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 3 }),
        fc.constantFrom(..."a|B|ß|\u0301|\u00ad| |\n|&nbsp;|&shy;|Ã«|\u200b|ﬁ|ё".split("|")),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join("");
        const folded = foldText(whole);
        const { length } = folded.plain;
        expect([folded.cased.length, folded.key.length]).toEqual([length, length]);
        let before = 0;
        for (let at = 0; at < length; at++) {
          const [start, end] = [textStart(folded, at), textEnd(folded, at + 1)];
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeLessThanOrEqual(whole.length);
          // Of a character that became several units, the first and the last lead back.
          if (at === 0 || textStart(folded, at - 1) !== start) expect(foldedStart(folded, start)).toBe(at);
          if (at + 1 === length || textEnd(folded, at + 2) !== end)
            expect(foldedEnd(folded, end)).toBe(at + 1);
          before = start;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
