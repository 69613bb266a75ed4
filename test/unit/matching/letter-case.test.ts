import { describe, expect, it } from "vitest";
import { beside, besideOf } from "../../../src/core/matching/beside.ts";
import { BlockView } from "../../../src/core/matching/block-view.ts";
import {
  isCapital,
  isCapitalAt,
  isSmall,
  isSmallAt,
  unitsAt,
} from "../../../src/core/matching/letter-case.ts";
import { onceByTag } from "../../../src/core/matching/main-language.ts";
import { readUnits } from "../../../src/core/matching/read-units.ts";

describe("capitals and small letters by unit", () => {
  it("are those of Unicode", () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      const is = [isCapital(unit), isSmall(unit)];
      if (is[0] !== /\p{Lu}/u.test(character) || is[1] !== /\p{Ll}/u.test(character))
        expect(unit).toBe("right");
    }
    expect([isCapital(Number.NaN), isSmall(Number.NaN)]).toEqual([false, false]);
  });

  it("are told of pairs where the character at a place is asked for", () => {
    expect([isCapitalAt("𐐀", 0), isSmallAt("𐐨", 0), isCapitalAt("𐐨", 0), isCapitalAt("", 0)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([unitsAt("𐐀", 0), unitsAt("𐐀", 1), unitsAt("a", 0)]).toEqual([2, 1, 1]);
  });
});

describe("what stands at a name", () => {
  it.each([
    ["in |Nokia| said", beside.wordBehind],
    ["by Rajeev |Nokia| Ltd", beside.nameBefore | beside.nameBehind],
    ["|Nokia|, a firm", beside.comma],
    ["d'Angela |Nokia|'s", beside.nameBefore],
    ["pro-|Nokia|-led", beside.hyphen],
    ["the |Nokia| (Espoo)", beside.nameBehind],
    ["the |Nokia|.", 0],
    [`${"x".repeat(60)} |Nokia|.`, beside.nameBefore],
  ])("%s", (marked, expected) => {
    const start = marked.indexOf("|");
    const text = marked.replaceAll("|", "");
    const view = new BlockView(0, text, "en", readUnits(text));
    expect(besideOf(view, start, start + "Nokia".length)).toBe(expected);
  });
});

describe("what is asked of a language tag once", () => {
  it("is answered alike, and forgotten when there are too many", () => {
    let asked = 0;
    const length = onceByTag((lang) => {
      asked++;
      return lang.length;
    });
    expect([length("en"), length("en"), asked]).toEqual([2, 2, 1]);
    for (let tag = 0; tag < 1000; tag++) length(`x-${tag}`);
    expect([length("en"), asked]).toEqual([2, 1002]);
  });
});
