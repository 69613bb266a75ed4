import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashedWords, holdsAny, isStillRead, readWords } from "../../../src/core/matching/word-hashes.ts";

const setOf = (words: string[]) => hashedWords(new Map(words.map((word) => [word, true])));

describe("words told by their hashes", () => {
  it("are found as they stand and in the plural", () => {
    const words = setOf(["operator", "мрежа", "gas"]);
    for (const text of ["the operator said", "two operators", "нова мрежа", "gas", "a gas."]) {
      readWords(text);
      expect(holdsAny(words), text).toBe(true);
    }
    for (const text of ["", "the operating system", "cooperator", "operatorss", "ga"]) {
      readWords(text);
      expect(holdsAny(words), text).toBe(false);
    }
  });

  it("are found among many", () => {
    readWords(`first ${"x ".repeat(5000)}`);
    expect(holdsAny(setOf(["first"]))).toBe(true);
  });

  it("are never missed", () => {
    const word = fc.stringMatching(/^[a-z]{1,4}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 300 }),
        fc.array(word, { maxLength: 40 }),
        (list, text) => {
          readWords(text.join(" "));
          const known = new Set(list);
          const holds = text.some(
            (one) => known.has(one) || (one.endsWith("s") && known.has(one.slice(0, -1))),
          );
          if (holds) expect(holdsAny(setOf(list))).toBe(true);
        },
      ),
    );
  });

  it("are those of the text that was read last", () => {
    const first = readWords("one");
    expect(isStillRead(first)).toBe(true);
    const second = readWords("s ".repeat(50_000));
    expect([isStillRead(first), isStillRead(second)]).toEqual([false, true]);
    expect(holdsAny(setOf(["one"]))).toBe(false);
    expect(holdsAny(setOf(["s"]))).toBe(true);
  });
});
