import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressesIn } from "../../../src/core/notes/addresses-in-text.ts";
import { hasMarkdownSigns } from "../../../src/core/notes/markdown-signs.ts";
import { readMarkdown } from "../../../src/core/notes/read-markdown.ts";

const found = (text: string) => addressesIn(text).map(({ start, end }) => text.slice(start, end));

describe("addresses that stand in a note's text", () => {
  test.each([
    ["see https://example.org/a.", ["https://example.org/a"]],
    ["(https://en.example/wiki/Mast_(radio))", ["https://en.example/wiki/Mast_(radio)"]],
    [
      "“http://example.org/a?b=1&c=2#d”, then HTTPS://EXAMPLE.ORG",
      ["http://example.org/a?b=1&c=2#d", "HTTPS://EXAMPLE.ORG"],
    ],
    ["https://example.org/ü/日本…", ["https://example.org/ü/日本"]],
    // Signs that turn the direction end it: what follows them is not read where it stands.
    ["https://example.org/a\u202Egnp.exe", ["https://example.org/a"]],
    ["https:// and javascript:alert(1) and xhttps://example.org", []],
    ["", []],
  ])("%j holds %j", (text, addresses) => {
    expect(found(text)).toEqual(addresses);
  });

  test("take no time that grows with its square", () => {
    const begin = performance.now();
    for (const end of [")", "(", ".", "https://a"]) found(`https://example.org/${end.repeat(50_000)}`);
    expect(performance.now() - begin).toBeLessThan(500);
  });
});

describe("a text without a sign of Markdown", () => {
  test("is left by Markdown as it was typed", () => {
    const piece = fc.constantFrom(
      ..."ab*_`<>[]()!#-+1.)~=&;\\:\"' \t\n",
      "  \n",
      "\n\n",
      "- ",
      "1. ",
      "    ",
      "&amp;",
      "x ",
    );
    const texts = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
    let plain = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (hasMarkdownSigns(text)) return;
        plain += 1;
        const tree = readMarkdown(text);
        const words = tree?.children.map((one) =>
          one.type === "paragraph" && one.children.every(({ type }) => type === "text")
            ? one.children.map((child) => ("value" in child ? child.value : "")).join("")
            : one.type,
        );
        const spaced = (typed: string) => typed.replace(/\s+/g, " ").trim();
        expect(spaced(words?.join("\n") ?? "")).toBe(spaced(text));
      }),
      { numRuns: 3_000 },
    );
    expect(plain).toBeGreaterThan(50);
  });

  test("is not one with any of the signs", () => {
    const signs =
      "*a*|_a_|`a`|[a](b)|<https://a.example>|\\\\*|a &amp; b|# a|a\n===|~~~|> a|- a|  + a|12. a|3) a|    a|\ta|a  \nb";
    expect(signs.split("|").filter((text) => !hasMarkdownSigns(text))).toEqual([]);
  });

  test.each(["Compare with the German draft.", "5 % of 3,000 (about), at 2.4 GHz: yes!", "Zwei\n\nAbsätze"])(
    "needs nothing to be loaded: %j",
    (text) => expect(hasMarkdownSigns(text)).toBe(false),
  );
});
