import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { groupByArticle, webAddress } from "../../../../src/core/notes/formats/group-by-article.ts";
import { markdownFormat } from "../../../../src/core/notes/formats/markdown.ts";
import { visibleLine, visibleText } from "../../../../src/core/notes/formats/visible-text.ts";
import { addressIri } from "../../../../src/core/notes/formats/web-annotation-iri.ts";
import type { Note } from "../../../../src/core/notes/note.ts";
import { fileText } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";
import { hostileTexts, libraryArbitrary } from "../../../support/note-arbitrary.ts";

interface Part {
  type: string;
  depth?: number;
  url?: string;
  value?: string;
  children?: Part[];
}

const write = (notes: readonly Note[]) => fileText(markdownFormat, notes);
const read = (text: string): Part => fromMarkdown(text) as Part;
const allOf = (part: Part): Part[] => [part, ...(part.children ?? []).flatMap(allOf)];
const textOf = (part: Part): string =>
  part.type === "break" ? "\n" : (part.value ?? (part.children ?? []).map(textOf).join(""));
const letters = (text: string) => text.replace(/[^\p{L}]/gu, "");
/** What a quote is shown as: its lines, without blanks around them. */
const shownLines = (text: string) =>
  visibleText(text)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const allowed = new Set([
  "root",
  "heading",
  "paragraph",
  "text",
  "blockquote",
  "thematicBreak",
  "link",
  "emphasis",
  "strong",
  "list",
  "listItem",
  "break",
]);

describe("a Markdown file", () => {
  test("is easy to read", () => {
    expect(write(sampleNotes)).toBe(`# Telecom Lens notes

Exported 2026-11-24. Dataset: 2026.11.0. Notes: 3. Articles: 3.

## [The council opens the door halfway](<https://news.example/2020/02/01/masts>)

Example News · 2020-02-01

> The council limits the vendor to a third of the access network and keeps it out of the core.

Compare with the wording of the July decision.
The cap is for the access network only.

Tags: cap, to check · Noted: 2026-11-23

## [Masts in the capital](<https://other.example/a>)

Other Paper · 2020-02-01

Türkiye is spelled three ways in this article.

On: Vendor A · Noted: 2026-11-20

## A title from a hostile page

javascript:alert(1)

> \\<b\\>bold\\</b\\>

\\<img src=x onerror=alert(1)> stays text

On: Northland · Tags: markup · Noted: 2026-11-19
`);
  });

  /** Nothing but what we write ourselves, and every text still there. */
  function check(notes: Note[]): void {
    const tree = read(write(notes));
    const articles = groupByArticle(notes);
    const parts = allOf(tree);
    expect(parts.filter(({ type }) => !allowed.has(type))).toEqual([]);
    expect(parts.filter(({ type }) => type === "heading")).toHaveLength(articles.length + 1);
    const links = parts.filter(({ type }) => type === "link").map(({ url }) => url);
    expect(links).toEqual(articles.flatMap(({ page }) => webAddress(page) ?? []).map(addressIri));
    const quotes = (tree.children ?? [])
      .filter(({ type }) => type === "blockquote")
      .map((quote) => (quote.children ?? []).map(textOf));
    const shown = letters(textOf(tree));
    for (const { passage, body, tags, entity } of notes) {
      if (passage && shownLines(passage.quote).length > 0)
        expect(quotes).toContainEqual(shownLines(passage.quote));
      for (const text of [body, ...tags, entity?.name ?? ""])
        expect(shown).toContain(letters(visibleText(text)));
    }
    for (const { page } of articles) expect(shown).toContain(letters(visibleText(page.title)));
  }

  test("has no markup but ours, no link but the articles', and keeps every text, whatever stands in the notes", () => {
    fc.assert(fc.property(libraryArbitrary({ deleted: false }, 4), check), { numRuns: 200 });
  });

  test("does so for texts of nothing but Markdown's own signs", () => {
    const signs = [
      ..."*_[]()<>!`#-+=~|&;:.\\\"' \t\n1a",
      "http://x",
      "<b>",
      "](",
      "\n\n",
      "    ",
      "&lt;",
      "\n---\n",
      "```",
    ];
    const text = fc.string({ unit: fc.constantFrom(...signs), maxLength: 24 });
    const note = fc.tuple(text, text, text, text).map(([body, quote, title, tag]): Note => {
      const passage = { quote: quote || "x", prefix: "", suffix: "" };
      return {
        ...(sampleNotes[0] as Note),
        body,
        passage,
        tags: [tag],
        page: { url: "https://a.example/&lt;?b&c;", title, site: title },
      };
    });
    fc.assert(fc.property(fc.array(note, { minLength: 1, maxLength: 2 }), check), { numRuns: 1_000 });
  });

  test.each(hostileTexts)("shows %j as it is", (text) => {
    const note: Note = {
      ...(sampleNotes[0] as Note),
      body: text,
      tags: [],
      page: { url: "https://news.example/?a=1&copy;=2", title: text, site: text },
      passage: { quote: text, prefix: "", suffix: "" },
    };
    const tree = read(write([note]));
    const [heading] = allOf(tree).filter(({ depth }) => depth === 2);
    const title = visibleLine(text);
    if (title !== "") expect(heading && textOf(heading)).toBe(title);
    expect(heading?.children?.[0]?.url).toBe("https://news.example/?a=1&copy;=2");
    expect(
      tree.children?.map(({ type }) => type).filter((type) => type === "blockquote").length,
    ).toBeLessThanOrEqual(2);
    expect(letters(textOf(tree))).toContain(letters(visibleText(text)));
  });

  test("keeps the light markup of a note's text", () => {
    const body = "**Strong**, *soft*, 2 \\* 3\n\n- one\n- two\n  - deeper\n\n1. first\n\n> said";
    const parts = allOf(read(write([{ ...(sampleNotes[1] as Note), body }])));
    const count = (type: string) => parts.filter((part) => part.type === type).length;
    expect(
      allOf(
        read(write([{ ...(sampleNotes[1] as Note), body: "-      code\n\n1.\t\tcode\n\n>*    \t*" }])),
      ).every(({ type }) => allowed.has(type)),
    ).toBe(true);
    expect([count("strong"), count("emphasis"), count("listItem"), count("blockquote")]).toEqual([
      1, 1, 4, 1,
    ]);
    expect(parts.some(({ value }) => value?.includes("2 * 3"))).toBe(true);
  });

  test("spells out what would turn the text around, and leaves marks of direction", () => {
    const text = write([{ ...(sampleNotes[1] as Note), body: "a\u202Eb\u2069c\u200F\u0000" }]);
    expect(text).toContain("a‹U+202E›b‹U+2069›c\u200F‹U+0000›");
  });

  test("puts the notes of an article together, by whichever of its addresses they were taken", () => {
    const at = (url: string, canonicalUrl?: string): Note => ({
      ...(sampleNotes[0] as Note),
      page: { url, canonicalUrl, title: "", site: "" },
    });
    const text = write([
      at("https://m.news.example/a", "https://news.example/a"),
      at("https://news.example/b"),
      at("https://m.news.example/b", "https://news.example/b"),
      at("https://www.news.example/a?utm_source=x"),
      at("https://news.example/c", "https://news.example/section"),
      at("https://news.example/d", "https://news.example/section"),
    ]);
    expect(text.match(/^## .*$/gm)).toHaveLength(4);
  });
});
