import { describe, expect, test } from "vitest";
import { siteOfOrigin } from "../../../src/core/site-host.ts";
import { originsOfSite, parseSite } from "../../../src/ui/site-origins.ts";

describe("a site that a reader types", () => {
  test.each([
    ["example.com", "example.com"],
    [" WWW.Example.com ", "example.com"],
    ["https://www.example.com/news?page=2#top", "example.com"],
    ["news.example.co.uk/world", "news.example.co.uk"],
    ["http://example.com:8080", "example.com"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["localhost", "localhost"],
    ["127.0.0.1", "127.0.0.1"],
  ])("“%s” is the host %s", (typed, host) => {
    expect(parseSite(typed)).toBe(host);
  });

  test.each([
    "",
    "  ",
    "example",
    "two words.example",
    "ftp://example.com",
    "https://",
    "*.example.com",
    "[::1]",
  ])("“%s” is refused", (typed) => {
    expect(parseSite(typed)).toBeNull();
  });
});

describe("the origins of a site", () => {
  test("include its subdomains", () => {
    expect(originsOfSite("example.com")).toEqual(["*://example.com/*", "*://*.example.com/*"]);
  });

  test.each(["127.0.0.1", "localhost"])("are one for %s, which has no subdomains", (host) => {
    expect(originsOfSite(host)).toEqual([`*://${host}/*`]);
  });

  test.each([
    ["*://*.example.com/*", "example.com"],
    ["*://example.com/*", "example.com"],
    ["https://www.example.com/*", "example.com"],
    ["http://127.0.0.1:8080/*", "127.0.0.1"],
    ["<all_urls>", "*"],
    ["*://*/*", "*"],
  ])("%s belongs to %s", (origin, site) => {
    expect(siteOfOrigin(origin)).toBe(site);
  });
});
