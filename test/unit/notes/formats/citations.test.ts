import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { parse } from "@retorquere/bibtex-parser";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bibtexFormat } from "../../../../src/core/notes/formats/bibtex.ts";
import { cslJsonFormat } from "../../../../src/core/notes/formats/csl-json.ts";
import { groupByArticle, webAddress } from "../../../../src/core/notes/formats/group-by-article.ts";
import type { NoteFormat } from "../../../../src/core/notes/formats/note-format.ts";
import { risFormat } from "../../../../src/core/notes/formats/ris.ts";
import { visibleLine } from "../../../../src/core/notes/formats/visible-text.ts";
import { addressIri } from "../../../../src/core/notes/formats/web-annotation-iri.ts";
import type { Note } from "../../../../src/core/notes/note.ts";
import { fileText } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";
import { hostileTexts, libraryArbitrary } from "../../../support/note-arbitrary.ts";

const cslSchema = new URL("../../../fixtures/csl/csl-data.json", import.meta.url);
const isCsl = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(cslSchema, "utf8")));

const cite = (format: NoteFormat, forceType: string) => (notes: readonly Note[]) =>
  new Cite(fileText(format, notes), { forceType, generateGraph: false }).data;
const readers = {
  "CSL-JSON": cite(cslJsonFormat, "@else/json"),
  RIS: cite(risFormat, "@ris/file"),
  BibTeX: cite(bibtexFormat, "@biblatex/text"),
};

const [first, second] = sampleNotes as [Note, Note, Note];
const page = {
  url: "https://www.news.example/a_b?x=%20&y=1#z",
  title: "The U.S. Council’s 100% {decision} on R&D_5G",
  site: "News & Co",
  author: "Jane Doe, Agence Presse",
  published: "2020-02-01",
};
const onArticle: Note[] = [
  {
    ...first,
    page,
    body: "50% of $x_1^2$, {a} ~ \\input{x} #1 @online{y,}\nER  - \nTY  - BOOK",
    tags: ["5G", "core network"],
  },
  {
    ...second,
    page: { ...page, url: "http://news.example/a_b?y=1&x=%20".replace("y=1&x=%20", "x=%20&y=1") },
    created: "2026-11-25T10:00:00.000Z",
  },
];
const quoteText = `“${first.passage?.quote}” 50% of $x_1^2$, {a} ~ \\input{x} #1 @online{y,} ER - TY - BOOK`;
const secondText = "Türkiye is spelled three ways in this article. (On Vendor A)";

/** Readers part what is told apart by lines or paragraphs each in their own way. */
const notesOf = (item: Record<string, unknown> | undefined) =>
  [item?.note ?? item?.annote].flat().join(" ").replace(/\s+/g, " ");

describe.each(Object.entries(readers))("%s", (name, read) => {
  test("has one citation for an article, with its notes", () => {
    const [item, ...more] = read(onArticle);
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      id: "news-2020-council",
      type: "webpage",
      title: page.title,
      URL: page.url,
      issued: { "date-parts": [[2020, 2, 1]] },
    });
    expect(JSON.stringify(item)).toContain('"News & Co"');
    expect(JSON.stringify(item?.author)).toMatch(/"Jane Doe".*"Agence Presse"/);
    expect(String(item?.keyword).split(/, ?/)).toEqual(["5G", "core network"]);
    expect(notesOf(item)).toBe(`${quoteText} ${secondText}`);
    // The reader of RIS that we have does not know Y2.
    if (name !== "RIS") expect(item?.accessed).toEqual({ "date-parts": [[2026, 11, 25]] });
  });

  test("has every article once and under a key of its own, whatever stands in the notes", () => {
    fc.assert(
      fc.property(libraryArbitrary({}, 5), (notes) => {
        const articles = groupByArticle(notes.filter(({ deleted }) => !deleted));
        const items = read(notes);
        expect(items).toHaveLength(articles.length);
        expect(new Set(items.map(({ id }) => String(id).toLowerCase())).size).toBe(articles.length);
        for (const [at, { page }] of articles.entries()) {
          const address = webAddress(page);
          if (address) expect(plainAddress(items[at]?.URL)).toBe(plainAddress(addressIri(address)));
          const title = visibleLine(page.title) || visibleLine(page.url);
          // Two hyphens are a dash in TeX, and the like: of its texts the words are compared.
          if (name === "BibTeX") expect(words(String(items[at]?.title ?? ""))).toBe(words(title));
          else expect(items[at]?.title).toBe(title);
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each(hostileTexts)("keeps %j in its field", (text) => {
    const hostile = { ...page, title: text, site: text, author: undefined };
    const notes = [{ ...first, page: hostile, body: text, tags: [] }, ...sampleNotes.slice(1)];
    const items = read(notes);
    expect(items).toHaveLength(3);
    expect(words(String(items[0]?.title ?? ""))).toBe(words(visibleLine(text) || page.url));
    expect(words(notesOf(items[0]))).toContain(words(visibleLine(text)));
    expect(items[1]?.title).toBe("Masts in the capital");
  });
});

/** The reader of BibTeX writes `%2524` for `%24`, where an address has no other such sign. */
const plainAddress = (address: unknown) => String(address).replaceAll("%25", "%").replaceAll("%24", "$");
const words = (text: string) => text.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");

describe("CSL-JSON", () => {
  test("holds to its official schema, whatever stands in the notes", () => {
    fc.assert(
      fc.property(libraryArbitrary(), (notes) => {
        isCsl(JSON.parse(fileText(cslJsonFormat, notes)));
        expect(isCsl.errors).toBeNull();
      }),
      { numRuns: 100 },
    );
    expect(isCsl([{ type: "web page", id: "x" }])).toBe(false);
  });
});

describe("RIS", () => {
  test("has nothing but its own lines, of one field each", () => {
    fc.assert(
      fc.property(libraryArbitrary(), (notes) => {
        const lines = fileText(risFormat, notes).split("\r\n");
        expect(lines.filter((line) => !/^(([A-Z][A-Z0-9]) {2}- [^\r\n]*)?$/.test(line))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("BibTeX", () => {
  test("is read without an error by a second reader", () => {
    fc.assert(
      fc.property(libraryArbitrary({}, 5), (notes) => {
        const articles = groupByArticle(notes.filter(({ deleted }) => !deleted));
        const { errors, entries } = parse(fileText(bibtexFormat, notes), { sentenceCase: false });
        expect(errors).toEqual([]);
        expect(entries).toHaveLength(articles.length);
        for (const [at, { page }] of articles.entries()) {
          const address = webAddress(page);
          if (address) expect(entries[at]?.fields.url).toBe(addressIri(address).replaceAll("$", "%24"));
        }
      }),
      { numRuns: 100 },
    );
  });

  test("has as many opening as closing braces in every value, and no sign that TeX acts on", () => {
    for (const text of hostileTexts) {
      const file = fileText(bibtexFormat, [
        { ...first, body: text, tags: [text.trim()], page: { ...page, title: text } },
      ]);
      let depth = 0;
      for (const { 0: sign, index: at } of file.matchAll(/[{}]/g)) {
        if (sign === "{") depth++;
        if (sign === "}") depth--;
        // The entry's own braces are at depth 1; it ends in a line of its own.
        if (depth === 0) expect(file.slice(at)).toBe("}\n\n");
      }
      expect(depth).toBe(0);
      expect(file.replace(/^ {2}url = .*$/m, "")).not.toMatch(/(?<!\\)[%$#&_~^]/);
    }
  });

  test("gives articles of one site, year and first word keys of their own", () => {
    const at = (path: string): Note => ({ ...first, page: { ...page, url: `https://news.example/${path}` } });
    const keys = fileText(bibtexFormat, [at("1"), at("2"), at("3")]).match(/(?<=@online\{).*(?=,)/g);
    expect(keys).toEqual(["news-2020-council", "news-2020-council-2", "news-2020-council-3"]);
  });
});
