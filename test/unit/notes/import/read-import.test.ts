import { describe, expect, test } from "vitest";
import { backupFormat } from "../../../../src/core/notes/formats/backup.ts";
import { csvFormat } from "../../../../src/core/notes/formats/csv.ts";
import { webAnnotationFormat } from "../../../../src/core/notes/formats/web-annotation.ts";
import { importLimits } from "../../../../src/core/notes/import/import-limits.ts";
import { importSteps } from "../../../../src/core/notes/import/read-import.ts";
import type { Note } from "../../../../src/core/notes/note.ts";
import { fileText, importStamp, importText } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";

const [first, second, third] = sampleNotes as [Note, Note, Note];
const changed = { ...second, body: "Another text", revision: 2 };

describe("a plan of an import", () => {
  test.each([backupFormat, webAnnotationFormat, csvFormat])(
    "of $id sorts what is new, the same and in conflict",
    (format) => {
      const { add, same, conflicts, problems } = importText(fileText(format, sampleNotes), [first, changed]);
      expect({ add, same, conflicts, problems }).toEqual({
        add: [third],
        same: [first],
        conflicts: [{ mine: changed, theirs: second }],
        problems: [],
      });
    },
  );

  test.each([backupFormat, webAnnotationFormat, csvFormat])(
    "of $id is made in steps that tell how far it is",
    (format) => {
      const notes = Array.from({ length: 1_000 }, (_, at) => ({
        ...first,
        id: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
      }));
      const steps = importSteps(fileText(format, notes), "the-file", [], importStamp);
      const parts: number[] = [];
      let step = steps.next();
      for (; !step.done; step = steps.next()) parts.push(step.value);
      expect(step.value.add).toEqual(notes);
      expect(parts.length).toBeGreaterThanOrEqual(4);
      expect(parts).toEqual(parts.toSorted((one, other) => one - other));
      expect([parts[0], parts.at(-1)].every((part) => part !== undefined && part >= 0 && part <= 1)).toBe(
        true,
      );
      expect(parts.at(-1)).toBeGreaterThan(0.7);
    },
  );

  test("leaves the library as it is", () => {
    const mine = Object.freeze(sampleNotes.map((note) => Object.freeze(structuredClone(note))));
    importText(fileText(backupFormat, [changed]), mine);
    expect(mine).toEqual(sampleNotes);
  });

  test("tells that a note was deleted here", () => {
    const deleted = { ...first, deleted: "2026-11-25T00:00:00.000Z" };
    expect(importText(fileText(backupFormat, [first]), [deleted]).conflicts).toEqual([
      { mine: deleted, theirs: first },
    ]);
  });

  test("takes a note once that the file holds twice, and names one with the id of another", () => {
    const file = {
      format: "telecom-lens-notes",
      formatVersion: 1,
      exported: first.created,
      datasetVersion: "none",
    };
    const text = JSON.stringify({ ...file, notes: [second, second, changed] });
    const { add, problems } = importText(text);
    expect(add).toEqual([second]);
    expect(problems).toMatchObject([
      { place: "notes[2]", problem: "has the id of notes[0] and another content" },
    ]);
  });

  test("sees a note in a field whose order another program changed", () => {
    const [note] = JSON.parse(JSON.stringify([first]), (_, value) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(importText(fileText(backupFormat, [note]), [first]).same).toEqual([first]);
  });
});

/** A W3C annotation of somebody else. */
const theirs = {
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: "https://elsewhere.example/annotations/7",
  type: "Annotation",
  creator: "https://elsewhere.example/ann",
  created: "2020-02-02T10:00:00+02:00",
  body: [
    { type: "TextualBody", value: "their text", purpose: "commenting" },
    { type: "TextualBody", value: " their tag ", purpose: "tagging" },
    "https://elsewhere.example/more",
  ],
  target: {
    source: "https://www.news.example/a",
    selector: [
      { type: "TextPositionSelector", start: 1, end: 5 },
      { type: "TextQuoteSelector", exact: "their quote", prefix: "x".repeat(300) },
    ],
  },
};

describe("Web Annotations of others", () => {
  test("become notes as far as a note can hold them", () => {
    const [note] = importText(JSON.stringify(theirs)).add;
    expect(note).toMatchObject({
      body: "their text\n\nhttps://elsewhere.example/more",
      tags: ["their tag"],
      page: { url: "https://www.news.example/a", title: "", site: "news.example" },
      created: "2020-02-02T08:00:00.000Z",
      changed: "2020-02-02T08:00:00.000Z",
      revision: 1,
    });
    expect(note?.passage).toEqual({ quote: "their quote", prefix: "x".repeat(200), suffix: "" });
  });

  test("are known again by page, quote and text", () => {
    const { add } = importText(JSON.stringify([theirs, theirs]));
    expect(add).toHaveLength(1);
    const edited = {
      ...add[0],
      tags: ["mine"],
      page: { ...add[0]?.page, url: "http://news.example/a/" },
    } as Note;
    expect(importText(JSON.stringify(theirs), [edited])).toMatchObject({
      add: [],
      same: [edited],
      conflicts: [],
    });
    for (const other of [
      { body: "x" },
      { page: { ...edited.page, url: "https://news.example/b" } },
      { deleted: edited.created },
    ])
      expect(importText(JSON.stringify(theirs), [{ ...edited, ...other }]).add).toHaveLength(1);
  });

  test("of the W3C's examples are each taken or named", async () => {
    const { readFileSync } = await import("node:fs");
    const path = new URL(
      "../../../fixtures/w3c-annotation/tools/samples/correct/collection1.json",
      import.meta.url,
    );
    const { add, problems } = importText(readFileSync(path, "utf8"));
    expect(add.map(({ passage }) => passage?.quote)).toEqual(["anotation"]);
    expect(problems).toHaveLength(40);
    expect(problems[8]).toMatchObject({
      place: "first.items[8].target",
      problem: "has 2 entries; a note is on one passage",
    });
  });

  test("that lie elsewhere or are fewer than told are named", () => {
    const collection = { type: "AnnotationCollection", total: 2, first: "https://elsewhere.example/page1" };
    expect(importText(JSON.stringify(collection)).problems).toMatchObject([{ place: "first" }]);
    const page = {
      type: "AnnotationPage",
      items: [theirs],
      next: { type: "AnnotationPage", items: [theirs, 7] },
    };
    const { add, problems } = importText(JSON.stringify({ ...collection, first: page }));
    expect(add).toHaveLength(1);
    expect(problems.map(({ place }) => place)).toEqual(["total", "first.next.items[1].target"]);
  });
});

/** An annotation as the API of Hypothesis gives it, and its client exports it. */
const row = {
  id: "kXk3bGFzRe6AAAAAAAAAAA",
  created: "2023-05-04T07:17:52.334539+00:00",
  updated: "2023-05-05T07:17:52.334539+00:00",
  user: "acct:somebody@hypothes.is",
  group: "__world__",
  hidden: false,
  flagged: false,
  permissions: { read: ["group:__world__"], update: [], delete: [] },
  links: { html: "https://hypothes.is/a/kXk3bGFzRe6AAAAAAAAAAA" },
  uri: "https://www.news.example/masts",
  text: "What does **this** rest on?",
  tags: ["5G", " 5G ", ""],
  document: { title: ["Masts in the capital"] },
  target: [
    {
      source: "https://www.news.example/masts",
      selector: [
        {
          type: "RangeSelector",
          startContainer: "/div[1]/p[2]",
          startOffset: 3,
          endContainer: "/div[1]/p[2]",
          endOffset: 20,
        },
        { type: "TextPositionSelector", start: 1903, end: 1920 },
        {
          type: "TextQuoteSelector",
          exact: "a third of the network",
          prefix: "limits it to ",
          suffix: " and",
        },
      ],
    },
  ],
};

describe("an export of Hypothesis", () => {
  const exported = {
    export_date: "2026-11-01T00:00:00.000Z",
    export_userid: "acct:a@b",
    client_version: "1.2",
    annotations: [row],
  };

  test.each([
    ["the file of its client", exported],
    ["an answer of its API", { total: 1, rows: [row] }],
    ["the rows alone", [row]],
  ])("is read as %s", (_, value) => {
    const { format, add, problems } = importText(JSON.stringify(value));
    expect({ format, problems }).toEqual({ format: "hypothesis", problems: [] });
    expect(add).toEqual([
      {
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        body: row.text,
        tags: ["5G"],
        page: { url: row.uri, title: "Masts in the capital", site: "news.example" },
        passage: { quote: "a third of the network", prefix: "limits it to ", suffix: " and" },
        created: "2023-05-04T07:17:52.334Z",
        changed: "2023-05-05T07:17:52.334Z",
        revision: 1,
        datasetVersion: "2026.11.1",
      },
    ]);
  });

  test("read again adds nothing", () => {
    const { add } = importText(JSON.stringify(exported));
    expect(importText(JSON.stringify(exported), add)).toMatchObject({
      add: [],
      same: add,
      conflicts: [],
      problems: [],
    });
  });

  test("names what is no note on a passage, and what is broken", () => {
    const annotations = [
      row,
      { ...row, target: [{ source: row.uri }] },
      { ...row, target: [{ source: row.uri }], references: ["kXk3bGFzRe6AAAAAAAAAAA"] },
      { ...row, text: "x".repeat(50_001), created: "last week", tags: ["a", 7] },
      { ...row, uri: "", document: null, target: [{ selector: [{ type: "TextQuoteSelector", exact: "" }] }] },
      7,
    ];
    expect(importText(JSON.stringify({ annotations })).format).toBe("backup");
    const { add, problems } = importText(JSON.stringify({ annotations: annotations.slice(0, -1) }));
    expect(add).toHaveLength(1);
    expect(problems.map(({ place, problem }) => `${place} ${problem}`)).toEqual([
      "annotations[1].target[0] quotes no text: it is on a whole page, or on something that is no text",
      "annotations[2] is a reply to another annotation",
      "annotations[3].text is longer than 50,000 characters",
      "annotations[3].tags[1] is of the wrong kind",
      "annotations[3].created is no time such as 2026-11-29T08:30:00.000Z",
      "annotations[4].uri is empty",
      "annotations[4].target[0].selector is empty",
    ]);
  });
});

describe("a file that is none of these, or hostile", () => {
  const problemsOf = (text: string) => {
    const { add, same, conflicts, problems } = importText(text);
    expect([add, same, conflicts]).toEqual([[], [], []]);
    expect(problems.every(({ place, remedy }) => place.length > 0 && remedy.length > 10)).toBe(true);
    return problems.map(({ place, problem }) => `${place} ${problem}`);
  };

  test.each([
    ["", "the-file is empty"],
    [" \n\t ", "the-file is empty"],
    ["\uFEFF", "the-file is empty"],
    ["Dear Sir or Madam", "the-file is of no kind that can be imported"],
    ["a,b,c\n1,2,3", "the-file is of no kind that can be imported"],
    ["<html></html>", "the-file is of no kind that can be imported"],
    ["[]", "the-file is of no kind that can be imported"],
    ["{}", "the-file is of no kind that can be imported"],
    ["[null]", "the-file is of no kind that can be imported"],
    ['{"format":"telecom-lens-corrections"}', "the-file is of no kind that can be imported"],
    ['{"__proto__":{"format":"telecom-lens-notes"}}', "the-file is of no kind that can be imported"],
    ['{"a":\n1,}', "line 2 is no JSON"],
    ['{"a":1', "the-file ends in the middle: it was cut off"],
    ['{"a":"b', "the-file ends in the middle: it was cut off"],
    ['{"a":1,\n"\\u0061":2}', "line 2 has the field “a” twice in one object"],
  ])("%j is named", (text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });

  test.each(["[", '{"a":', '{"annotations":[', '[{"target":'])("100,000 times %s is too deep", (open) => {
    expect(problemsOf(open.repeat(100_000))).toEqual([
      "the-file has more than 60 brackets within each other",
    ]);
    const closed =
      open.repeat(100_000) +
      "1" +
      [...open]
        .reverse()
        .join("")
        .replace(/[^[{]/g, "")
        .replaceAll("[", "]")
        .replaceAll("{", "}")
        .repeat(100_000);
    expect(problemsOf(closed)).toEqual(["the-file has more than 60 brackets within each other"]);
  });

  test("that is too long is not even looked at", () => {
    const limit = importLimits.characters;
    const before = performance.now();
    expect(problemsOf("[".repeat(limit + 1))).toEqual(["the-file is longer than 256 million characters"]);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "a field %s is a field like others, and changes no prototype",
    (name) => {
      const poison = `{"${name}":{"polluted":true,"revision":1}`;
      const annotation = JSON.stringify({ ...theirs, body: [] }).slice(1);
      importText(`${poison},${annotation}`);
      importText(`{"annotations":[${poison},${JSON.stringify(row).slice(1)}]}`);
      importText(`page_url,quote,${name}\nhttps://a.example,${name},${name}`);
      const backup = fileText(backupFormat, [first]).replace('"body"', `"${name}":{"polluted":true},"body"`);
      expect(problemsOf(backup).at(-1)).toBe(`notes[0] has the field “${name}”, which is not known`);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  test("full of problems tells the first and the number of the others", () => {
    const annotations = Array.from({ length: 50_000 }, () => ({ ...row, uri: "" }));
    const problems = problemsOf(JSON.stringify({ annotations }));
    expect(problems).toHaveLength(importLimits.problems + 1);
    expect(problems.at(-1)).toBe("49800 more more problems are not listed here");
  });

  test("is read in time that grows with its length alone", () => {
    /** Milliseconds for a text, the best of three. */
    const time = (text: string) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const from = performance.now();
          importText(text);
          return performance.now() - from;
        }),
      );
    const hostile: Record<string, (size: number) => string> = {
      backslashes: (size) => `{"a":"${"\\".repeat(size)}`,
      "escaped quotation marks": (size) => `{"a":"${'\\"'.repeat(size / 2)}`,
      "names in one object": (size) => `{${Array.from({ length: size / 8 }, (_, at) => `"${at}":1`)}}`,
      "doubled quotation marks": (size) => `page_url,quote\n"${'""'.repeat(size / 2)}`,
      delimiters: (size) => `page_url,quote\n${",".repeat(size)}`,
      "line feeds": (size) => `page_url,quote${"\n".repeat(size)}`,
      apostrophes: (size) => `page_url,quote\nhttps://a.example,${"'".repeat(size)}`,
      blanks: (size) => `page_url,quote,tags\nhttps://a.example,x,${" ".repeat(size)}`,
      "one text on one page": (size) =>
        JSON.stringify(
          Array.from({ length: size / 500 }, (_, at) => ({ ...row, uri: `https://a.example/${at}` })),
        ),
    };
    for (const [name, make] of Object.entries(hostile)) {
      const [short, long] = [time(make(200_000)), time(make(1_600_000))];
      // Eight times the length; quadratic time would be 64 times.
      expect(long, `${name}: ${short} ms, ${long} ms`).toBeLessThan(Math.max(short, 1) * 30);
    }
  });
});
