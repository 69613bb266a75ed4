import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Note } from "../../../../src/core/notes/note.ts";
import { row, theirs } from "../../../support/foreign-annotations.ts";
import { importText } from "../../../support/import-text.ts";

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
    expect(note?.passage).toEqual({ quote: "their quote", prefix: "near".repeat(50), suffix: "" });
  });

  test("are taken once that the file holds twice, but not where a word is marked in two places", () => {
    expect(importText(JSON.stringify([theirs, theirs]))).toMatchObject({ add: [{}], same: [] });
    const [position, quote] = theirs.target.selector;
    const elsewhere = {
      ...theirs,
      target: { ...theirs.target, selector: [position, { ...quote, prefix: "y" }] },
    };
    const file = JSON.stringify([theirs, elsewhere]);
    const { add } = importText(file);
    expect(add).toHaveLength(2);
    expect(importText(file, add)).toMatchObject({ add: [], same: [{}, {}] });
    expect(importText(file, add.slice(1))).toMatchObject({ add: [{}], same: [{}] });
  });

  test("are known again by page, quote and text", () => {
    const { add } = importText(JSON.stringify(theirs));
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

  test("of the W3C's examples are each taken or named", () => {
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
