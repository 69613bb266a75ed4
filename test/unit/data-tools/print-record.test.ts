import { describe, expect, it } from "vitest";
import { parseFile } from "../../../data/tools/parse-file.ts";
import { printRecord } from "../../../data/tools/print-record.ts";
import type { RecordKind } from "../../../data/tools/record-kinds.ts";

function print(text: string, kind: RecordKind = "measure"): string {
  return printRecord(kind, parseFile(text).document, text);
}

describe("the printed form of a record", () => {
  it("puts fields in the order of the schema, and unknown ones last", () => {
    expect(print("odd: 1\ntitle: T\nid: a\n")).toBe("id: a\ntitle: T\nodd: 1\n");
  });

  it("keeps short lists and groups on one line", () => {
    expect(print("appliesIn:\n  - sweden\n  - finland\n")).toBe("appliesIn: [sweden, finland]\n");
    expect(print("targets:\n  - entity: huawei\n    basis: named\n")).toBe(
      "targets:\n  - {entity: huawei, basis: named}\n",
    );
  });

  it("keeps a source one field a line", () => {
    const source = "sources:\n  a:\n    url: https://example.org\n    seen: true\n";
    expect(print(source)).toBe(source);
  });

  it("folds a long text and keeps its words", () => {
    const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(" ");
    const printed = print(`summary: ${words}\n`);
    expect(printed.split("\n").every((line) => line.length <= 112)).toBe(true);
    expect(parseFile(printed).value).toEqual({ summary: words });
  });

  it("keeps comments where they stand", () => {
    const text = "# why\nid: a\n# about the title\ntitle: T\n";
    expect(print(text)).toBe(text);
  });

  it("quotes what would read as something else", () => {
    expect(print('code: "NO"\nid: a\n', "country")).toBe('id: a\ncode: "NO"\n');
    expect(parseFile(print('title: "2019"\n')).value).toEqual({ title: "2019" });
  });

  it("changes nothing the second time", () => {
    const text =
      "title: >-\n  A long text\n  over lines\nid: a\nclaims:\n- by: X\n  says: 'Y: z'\n  sources: [a]\n";
    const once = print(text);
    expect(print(once)).toBe(once);
  });

  it("keeps Windows line ends", () => {
    expect(print("title: T\r\nid: a\r\n")).toBe("id: a\r\ntitle: T\r\n");
  });
});
