import { describe, expect, test } from "vitest";
import { isSamePage, pageAddress } from "../../src/core/page-address.ts";

describe("a page's address", () => {
  test.each([
    ["https://n.example/a", "https://n.example/a"],
    ["https://n.example/a#part", "https://n.example/a"],
    ["https://n.example/a?utm_source=x&utm_medium=y", "https://n.example/a"],
    ["https://n.example/a?id=7&fbclid=z#part", "https://n.example/a?id=7"],
    ["https://n.example/a?UTM_Source=x&page=2", "https://n.example/a?page=2"],
    ["https://n.example/a?utmost=1", "https://n.example/a?utmost=1"],
    ["https://n.example/#/story/7", "https://n.example/#/story/7"],
    ["https://n.example/#!story", "https://n.example/#!story"],
    ["https://n.example/?q=a?b", "https://n.example/?q=a?b"],
    ["about:blank", "about:blank"],
    ["", ""],
  ])("%s is %s", (url, expected) => {
    expect(pageAddress(url)).toBe(expected);
  });
});

describe("two pages", () => {
  const article = { url: "https://n.example/a?utm_source=x" };
  test.each([
    ["share an address but for counting", article, { url: "https://n.example/a#x" }, true],
    [
      "where one calls the other its own",
      { url: "https://amp.n.example/a", canonicalUrl: article.url },
      article,
      true,
    ],
    [
      "that call the same page their own",
      { url: "https://m.example/1", canonicalUrl: "https://n.example/a" },
      { url: "https://amp.example/2", canonicalUrl: "https://n.example/a?gclid=1" },
      true,
    ],
    [
      "that differ in a parameter that counts",
      { url: "https://n.example/?p=1" },
      { url: "https://n.example/?p=2" },
      false,
    ],
    [
      "that wrongly call the front page their own",
      { url: "https://n.example/a", canonicalUrl: "https://n.example/" },
      { url: "https://n.example/b", canonicalUrl: "https://n.example/" },
      false,
    ],
    [
      "whose own address is none",
      { url: "https://n.example/a", canonicalUrl: "javascript:void(0)" },
      { url: "https://n.example/b", canonicalUrl: "javascript:void(0)" },
      false,
    ],
  ])("%s are one: %#", (_, one, other, expected) => {
    expect(isSamePage(one, other)).toBe(expected);
    expect(isSamePage(other, one)).toBe(expected);
  });
});
