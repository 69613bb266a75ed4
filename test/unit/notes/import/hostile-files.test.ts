import { describe, expect, test } from "vitest";
import { backupFormat } from "../../../../src/core/notes/formats/backup.ts";
import { field } from "../../../../src/core/notes/import/foreign-value.ts";
import { importLimits } from "../../../../src/core/notes/import/import-limits.ts";
import type { Note } from "../../../../src/core/notes/note.ts";
import { cpuMilliseconds } from "../../../support/cpu-time.ts";
import { row, theirs } from "../../../support/foreign-annotations.ts";
import { fileText, importText } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";

const [first] = sampleNotes as [Note];

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
    const time = cpuMilliseconds(() =>
      expect(problemsOf("[".repeat(limit + 1))).toEqual(["the-file is longer than 256 million characters"]),
    );
    expect(time).toBeLessThan(2_000);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "a field %s is a field like others, and changes no prototype",
    (name) => {
      const poison = `{"${name}":{"polluted":true,"revision":1}`;
      const annotation = JSON.stringify({ ...theirs, body: [] }).slice(1);
      expect(field({}, name)).toBeUndefined();
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
    expect(problems.at(-1)).toBe("49800 more problems are not listed here");
  });

  test("is read in time that grows with its length alone", () => {
    /** Milliseconds for a text, the best of three. */
    const time = (text: string) => Math.min(...[1, 2, 3].map(() => cpuMilliseconds(() => importText(text))));
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
      expect(long, `${name}: ${short} ms, ${long} ms`).toBeLessThan(Math.max(short, 10) * 30);
    }
  });
});
