import { parse } from "csv-parse/sync";
import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import {
  csvColumns,
  csvFormat,
  shieldFormula,
  unshieldFormula,
} from "../../../../src/core/notes/formats/csv.ts";
import type { Note } from "../../../../src/core/notes/note.ts";
import { fileText, importText, onlyAdds } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";
import { hostileTexts, libraryArbitrary } from "../../../support/note-arbitrary.ts";

const write = (notes: readonly Note[]) => fileText(csvFormat, notes);
const columns = Object.keys(csvColumns);

/** The table as a reader that is not ours sees it. */
function tableOf(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true });
}

/** What a cell cannot tell: whether an optional text is empty or absent. */
function withoutEmpty<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (key, part) =>
    part === "" && ["canonicalUrl", "author", "published"].includes(key) ? undefined : part,
  );
}

const withText = (text: string): Note => ({
  ...(sampleNotes[0] as Note),
  body: text,
  page: { url: "https://news.example/", title: text, site: text },
  passage: { quote: text, prefix: text, suffix: text },
});

describe("a CSV file", () => {
  test("gives back every note that was not deleted, whatever stands in it", () => {
    fc.assert(
      fc.property(libraryArbitrary({ lone: false }), (notes) => {
        const living = notes.filter(({ deleted }) => !deleted);
        expect(importText(write(notes))).toEqual(onlyAdds("csv", withoutEmpty(living)));
      }),
      { numRuns: 200 },
    );
  });

  test("begins with the mark by which Excel knows UTF-8, and a header", () => {
    expect(write([])).toBe(`\uFEFF${columns.join(",")}\r\n`);
  });

  test("of a note with an empty address of its own is the same as that note", () => {
    const [first] = sampleNotes as [Note];
    const mine = { ...first, page: { ...first.page, canonicalUrl: "", author: "" } };
    expect(importText(write([mine]), [mine])).toMatchObject({ same: [mine], conflicts: [] });
  });

  test("is read by two other readers as the table that it is", () => {
    fc.assert(
      fc.property(libraryArbitrary({ lone: false, deleted: false }), (notes) => {
        const text = write(notes);
        const rows = tableOf(text);
        expect(rows.map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
        expect(rows.map(({ note }) => unshieldFormula(note ?? ""))).toEqual(notes.map(({ body }) => body));
        const { data, errors } = papaparse.parse<string[]>(text, { skipEmptyLines: true, delimiter: "," });
        expect(errors).toEqual([]);
        expect(data).toEqual([columns, ...rows.map((row) => Object.values(row))]);
      }),
      { numRuns: 100 },
    );
  });

  test.each(hostileTexts)("shows %j as text, and gives it back", (text) => {
    const [row] = tableOf(write([withText(text)]));
    for (const cell of Object.values(row ?? {})) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/u);
    expect(importText(write([withText(text)])).add).toEqual([withText(text)]);
  });

  test("shields formulas and nothing else", () => {
    expect(shieldFormula("=1+1")).toBe("'=1+1");
    expect(shieldFormula("'=1+1")).toBe("''=1+1");
    expect(shieldFormula("’tis, 'tis, 1-1")).toBe("’tis, 'tis, 1-1");
    fc.assert(
      fc.property(fc.stringMatching(/^['\s=+@-]{0,6}[a-z]?$/), (text) => {
        expect(unshieldFormula(shieldFormula(text))).toBe(text);
      }),
    );
  });

  test.each([
    ["with semicolons", (rows: string[][]) => papaparse.unparse(rows, { delimiter: ";" })],
    ["with tabs", (rows: string[][]) => papaparse.unparse(rows, { delimiter: "\t" })],
    ["with line feeds alone", (rows: string[][]) => papaparse.unparse(rows, { newline: "\n" })],
    ["with quotation marks everywhere", (rows: string[][]) => papaparse.unparse(rows, { quotes: true })],
    [
      "with a row of nothing at the end",
      (rows: string[][]) => `${papaparse.unparse(rows)}\r\n${",".repeat(28)}\r\n`,
    ],
    [
      "with its columns in another order",
      (rows: string[][]) => papaparse.unparse(rows.map((row) => row.toReversed())),
    ],
  ])("is read when a spreadsheet saved it %s", (_, save) => {
    const { data } = papaparse.parse<string[]>(write(sampleNotes), { skipEmptyLines: true });
    expect(importText(save(data))).toEqual(onlyAdds("csv", sampleNotes));
  });

  test("made by hand needs only an address, a quote and a text", () => {
    const text = "page_url,quote,note,tags\r\nhttps://news.example/a,the quote,my text,one;two\r\n";
    const { add, problems } = importText(text);
    expect(problems).toEqual([]);
    expect(add).toMatchObject([
      {
        page: { url: "https://news.example/a", site: "news.example" },
        passage: { quote: "the quote" },
        body: "my text",
        tags: ["one", "two"],
        created: "2026-11-29T12:00:00.000Z",
        datasetVersion: "2026.11.1",
      },
    ]);
  });

  test("names the row and the column of what is wrong, and takes the other rows", () => {
    const [, second, third] = write(sampleNotes).split("\r\n").slice(1);
    const head = columns.join(",");
    const text = [
      head,
      second?.replace("2026-11-20T10:00:00.000Z", "20 November"),
      "too,few,columns",
      third,
      third?.replace("markup", "x".repeat(81)).replace(/3/, "4"),
      second?.replace("Masts", '"Masts'),
    ].join("\r\n");
    const { add, problems } = importText(text);
    expect(add).toEqual([sampleNotes[2]]);
    expect(problems.map(({ place, problem }) => `${place} ${problem.split(/[:;]/)[0]}`)).toEqual([
      "row 2, column created is no time such as 2026-11-29T08",
      "row 3 has 3 columns",
      "row 5, column tags is longer than 80 characters",
      "row 6 has a quotation mark that is not closed",
    ]);
    expect(problems.every(({ remedy }) => remedy.length > 10)).toBe(true);
  });
});
