import { describe, expect, it } from "vitest";
import { samePageAs } from "../../../src/reading/page-address.ts";

const url = "https://www.news.example/world/2020/02/huawei-in-europe?utm_source=x";

describe("an address is another name of the page's", () => {
  it.each([
    url,
    "/world/2020/02/huawei-in-europe",
    "https://m.news.example/world/2020/02/Huawei-in-Europe.html",
    "https://news.example/amp/world/2020/02/huawei-in-europe/",
    "https://www.news.example/world/2020/02/huawei-in-europe/amp",
    "https://www.news.example/europe/huawei-in-europe",
    "#comments",
  ])("%s", (address) => {
    expect(samePageAs(url)(address)).toBe(true);
  });
  it.each([
    ["/a/other-title-1234567.html", "https://news.example/b/title-1234567"],
    ["/story?id=12345", "https://news.example/news/12345"],
    ["/story?id=1", "https://news.example/story?id=1&from=home"],
  ])("%s for %s", (address, at) => {
    expect(samePageAs(at)(address)).toBe(true);
  });
});

describe("an address is another page's", () => {
  it.each([
    ["/", url],
    ["/world/2020/02/zte-in-europe", url],
    ["/world/2020/02/", url],
    ["/story?id=1", "https://news.example/story?id=2"],
    ["/2020/02/18/one", "https://news.example/2020/02/18/two"],
  ])("%s for %s", (address, at) => {
    expect(samePageAs(at)(address)).toBe(false);
  });
});

describe("nothing can be said", () => {
  it.each([
    ["https://other.example/world/2020/02/huawei-in-europe", url],
    ["http://[", url],
    ["/story", "not an address"],
  ])("of %s for %s", (address, at) => {
    expect(samePageAs(at)(address)).toBeNull();
  });
});
