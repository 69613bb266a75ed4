import { describe, expect, test } from "vitest";
import { excerptOf, placesOf } from "../../../src/core/notes/find-in-text.ts";
import { searchWords } from "../../../src/core/notes/search-notes.ts";

const found = (text: string, query: string) =>
  placesOf(text, searchWords(query)).map(({ start, end }) => text.slice(start, end));

describe("places of words in a text", () => {
  test.each([
    ["The cap is the CAP.", "cap", ["cap", "CAP"]],
    ["Türkiye, Turkiye", "turkiye", ["Türkiye", "Turkiye"]],
    ["Hua\u00adwei’s", "huawei's", ["Hua\u00adwei’s"]],
    ["Straße", "strasse", ["Straße"]],
    ["aaaa", "aa", ["aaaa"]],
    ["cap on the captain", "cap captain", ["cap", "captain"]],
    ["nothing here", "cap", []],
    ["", "cap", []],
    ["anything", "  ", []],
  ])("%j, %j", (text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  test("are bounded in a text full of them", () => {
    // Those that touch are one place.
    expect(found("a ".repeat(100_000), "a").length).toBeLessThanOrEqual(500);
  });
});

describe("an excerpt", () => {
  const long = `${"The beginning of it all. ".repeat(20)}Then comes the cap. ${"And so on. ".repeat(20)}`;
  test("is the whole of a short text, white space joined", () => {
    expect(excerptOf("Two\n\n lines", [], 50)).toEqual({
      text: "Two lines",
      cutBefore: false,
      cutAfter: false,
    });
  });

  test("is the beginning of a long one, cut between words", () => {
    const { text, cutBefore, cutAfter } = excerptOf(long, [], 60);
    expect(long.startsWith(text)).toBe(true);
    expect(long[text.length]).toBe(" ");
    expect([cutBefore, cutAfter]).toEqual([false, true]);
  });

  test("shows what was found, wherever it stands", () => {
    const { text, cutBefore } = excerptOf(long, ["cap"], 60);
    expect(text).toContain("cap");
    expect(text.length).toBeLessThan(90);
    expect(cutBefore).toBe(true);
  });

  test("cuts no character in two", () => {
    const { text } = excerptOf("😀".repeat(200), [], 61);
    expect(text.isWellFormed()).toBe(true);
  });
});
