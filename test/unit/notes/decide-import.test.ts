import { describe, expect, test } from "vitest";
import { decideImport, usualChoice } from "../../../src/core/notes/decide-import.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { sampleNotes } from "../../support/interface-samples.ts";

const [mine, added, other] = sampleNotes as [Note, Note, Note];
const theirs: Note = { ...mine, body: "Written elsewhere" };
const plan = { add: [added], conflicts: [{ mine, theirs }] };

describe("an import", () => {
  test.each([
    ["mine", [added], []],
    ["theirs", [added, theirs], [mine]],
  ] as const)("that decides for %s", (choice, put, replaced) => {
    expect(decideImport(plan, () => choice, [mine, other])).toEqual({ put, replaced });
  });

  test("that keeps both makes a note of the other version, and the same one when it is done again", () => {
    const { put, replaced } = decideImport(plan, () => "both", [mine, other]);
    const copy = put[1] as Note;
    expect(put).toEqual([added, { ...theirs, id: copy.id, copyOf: mine.id }]);
    expect(copy.id).not.toBe(mine.id);
    expect(replaced).toEqual([]);
    const again = decideImport(plan, () => "both", [mine, other, added, copy]);
    expect(again).toEqual({ put, replaced: [added, copy] });
  });

  test("offers what loses nothing", () => {
    expect(usualChoice({ mine, theirs })).toBe("both");
    const deleted = "2026-11-25T00:00:00.000Z";
    expect(usualChoice({ mine: { ...mine, deleted }, theirs })).toBe("theirs");
    expect(usualChoice({ mine, theirs: { ...theirs, deleted } })).toBe("mine");
  });
});
