import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { compareSteps, writeBackup } from "../../../../src/core/notes/backup.ts";
import { allSteps } from "../../../../src/core/notes/import/import-plan.ts";
import { importSteps } from "../../../../src/core/notes/import/read-import.ts";
import { readJson } from "../../../../src/core/notes/import/read-json.ts";
import { manyNotes } from "../../../support/many-notes.ts";

const stamp = {
  now: "2026-11-24T12:00:00.000Z",
  newId: () => crypto.randomUUID(),
  datasetVersion: "2026.11.0",
};
const about = { exported: stamp.now, datasetVersion: stamp.datasetVersion };
const read = (text: string) => allSteps(readJson(text, "file.json"));
const filler = "x".repeat(600_000);

/** How often was yielded, and what came of it. */
function stepsOf<T>(steps: Generator<number, T>): { count: number; result: T } {
  for (let count = 0; ; count++) {
    const { done, value } = steps.next();
    if (done) return { count, result: value };
  }
}

describe("a large file", () => {
  const notes = manyNotes(8_000);
  const { text } = writeBackup(notes, about);

  it("is read in many steps, before its notes are looked at, too", () => {
    const json = stepsOf(readJson(text, "file.json"));
    // Two looks at each half a million characters.
    expect(json.count).toBeGreaterThan((1.5 * text.length) / 500_000);
    const { count, result } = stepsOf(importSteps(text, "file.json", [], stamp));
    expect(result.add).toEqual(notes);
    expect(result.problems).toEqual([]);
    expect(count).toBeGreaterThan(json.count + 90);
  });

  it("is compared in steps", () => {
    const { count, result } = stepsOf(compareSteps(text, notes));
    expect(result).toEqual({ same: 8_000, different: 0, missing: 0, more: 0 });
    expect(count).toBeGreaterThan(100);
  });

  it("that is damaged among the notes is told with its place", () => {
    const at = text.indexOf('"body"', text.length / 2);
    const damaged = `${text.slice(0, at)}"body";${text.slice(at + 7)}`;
    const { problems } = allSteps(importSteps(damaged, "file.json", [], stamp));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.place).toMatch(/^line \d+$/);
  });
});

test("text that is parsed in parts gives what JSON.parse gives, and refuses what it refuses", () => {
  const value = fc.dictionary(
    fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom("1", "__proto__", "part")),
    fc.oneof(
      fc.json().map((json): unknown => JSON.parse(json)),
      fc.array(fc.oneof(fc.object({ maxDepth: 2 }), fc.integer(), fc.constant([{ part: 0 }]))),
    ),
    { maxKeys: 4 },
  );
  fc.assert(
    fc.property(
      value,
      fc.nat({ max: 200 }),
      fc.constantFrom("", "}", "]", ",", '"', "0"),
      (object, at, damage) => {
        const json = JSON.stringify({ filler, notes: [{ part: 1 }, 2, [{ a: 1 }]], ...object });
        const place = filler.length + at;
        const text = damage ? json.slice(0, place) + damage + json.slice(place) : json;
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(read(text)).toHaveProperty("problem");
          return;
        }
        const found = read(text);
        // A name that stands twice, or too many brackets, is refused beyond what JSON.parse refuses.
        if ("value" in found) expect(JSON.stringify(found.value)).toBe(JSON.stringify(expected));
        else expect(damage).not.toBe("");
      },
    ),
    { numRuns: 60 },
  );
});
