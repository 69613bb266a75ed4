import { describe, expect, test } from "vitest";
import { isConfirmed, knownUntil, latest } from "../../../src/core/dataset/evidence.ts";
import { measureOf, sourceOf } from "../../support/sample-dataset.ts";

describe("how far a record is known", () => {
  test("is the date of its newest source", () => {
    const sources = {
      old: sourceOf("old", { date: "2019" }),
      new: sourceOf("new", { date: "2020-03" }),
      none: sourceOf("none"),
    };
    expect(knownUntil(measureOf("one", { sources }))).toBe("2020-03");
  });

  test("counts a year as its last day", () => {
    expect(latest(["2020-03", "2020", undefined])).toBe("2020");
    expect(latest([undefined])).toBeUndefined();
  });
});

describe("a measure is confirmed", () => {
  test("when somebody read a source that its summary cites", () => {
    const read = { a: sourceOf("a", { seen: false }), b: sourceOf("b", { seen: true }) };
    expect(isConfirmed(measureOf("one", { cites: ["a", "b"], sources: read }))).toBe(true);
    expect(isConfirmed(measureOf("one", { cites: ["a"], sources: read }))).toBe(false);
  });
});
