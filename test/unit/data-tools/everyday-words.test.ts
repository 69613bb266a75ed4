import { describe, expect, it } from "vitest";
import { companiesInLists, isEverydayWord, isListed } from "../../../data/tools/everyday-words.ts";

describe("everyday words", () => {
  it.each([
    ["Orange", "en"],
    ["three", "en"],
    ["Claro", "es"],
    ["jeden", "pl"],
    ["një", "sq"],
  ])("%s is one (%s)", (word, lang) => expect(isEverydayWord(word, lang)).toBe(true));

  it.each([
    ["Huawei", "en"],
    ["Orange", "xx"],
    ["Optus", "en"],
  ])("%s is none (%s)", (word, lang) => expect(isEverydayWord(word, lang)).toBe(false));

  it("excepts only companies that the list still holds", () => {
    expect(companiesInLists.filter((name) => !isListed(name))).toEqual([]);
    expect(companiesInLists.filter((name) => isEverydayWord(name, "en"))).toEqual([]);
  });
});
