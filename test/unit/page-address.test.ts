import { describe, expect, test } from "vitest";
import { isSamePage, pageKey } from "../../src/core/page-address.ts";

describe("a page's address", () => {
  test.each([
    ["https://n.example/a", "//n.example/a"],
    ["https://n.example/a#part", "//n.example/a"],
    ["https://n.example/a?utm_source=x&utm_medium=y", "//n.example/a"],
    ["https://n.example/a?id=7&fbclid=z#part", "//n.example/a?id=7"],
    ["https://n.example/a?UTM_Source=x&page=2", "//n.example/a?page=2"],
    ["https://n.example/a?utmost=1", "//n.example/a?utmost=1"],
    ["http://www.News.example/A/?utm_medium=x&id=7&gclid=1#part", "//news.example/A?id=7"],
    ["https://n.example/#/story/7", "//n.example#/story/7"],
    ["https://n.example/#!story", "//n.example#!story"],
    ["https://n.example/?q=a?b", "//n.example?q=a?b"],
    ["about:blank", "about:blank"],
    ["", ""],
  ])("%s is told apart by %s", (url, key) => {
    expect(pageKey(url)).toBe(key);
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
      "where both call it their own and one lies there",
      { url: "https://amp.n.example/a", canonicalUrl: article.url },
      { url: "https://n.example/a", canonicalUrl: "https://n.example/a?gclid=1" },
      true,
    ],
    [
      "that call a third page their own, as all of a section may",
      { url: "https://n.example/1", canonicalUrl: "https://n.example/a" },
      { url: "https://n.example/a?page=1", canonicalUrl: "https://n.example/a" },
      false,
    ],
    [
      "of which one is the front page, and the other wrongly calls itself that",
      { url: "https://n.example/a", canonicalUrl: "https://n.example/" },
      { url: "https://n.example/" },
      false,
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
