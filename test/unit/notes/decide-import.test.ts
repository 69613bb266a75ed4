import { describe, expect, test } from "vitest";
import { decideImport, usualChoice } from "../../../src/core/notes/decide-import.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { sampleNotes } from "../../support/interface-samples.ts";

const [mine, added] = sampleNotes as [Note, Note];
const theirs: Note = { ...mine, body: "Written elsewhere" };
const newId = () => "99999999-9999-4999-8999-999999999999";
const plan = { add: [added], conflicts: [{ mine, theirs }] };

describe("an import", () => {
  test.each([
    ["mine", [added], []],
    ["theirs", [added, theirs], [mine]],
    ["both", [added, { ...theirs, id: newId() }], []],
  ] as const)("that decides for %s", (choice, put, replaced) => {
    expect(decideImport(plan, () => choice, newId)).toEqual({ put, replaced });
  });

  test("offers what loses nothing", () => {
    expect(usualChoice({ mine, theirs })).toBe("both");
    const deleted = "2026-11-25T00:00:00.000Z";
    expect(usualChoice({ mine: { ...mine, deleted }, theirs })).toBe("theirs");
    expect(usualChoice({ mine, theirs: { ...theirs, deleted } })).toBe("mine");
  });
});
