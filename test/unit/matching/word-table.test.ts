import { afterEach, expect, test, vi } from "vitest";
import { BlockView, type ContextWord } from "../../../src/core/matching/block-view.ts";
import { readUnits } from "../../../src/core/matching/read-units.ts";
import { holdsAny } from "../../../src/core/matching/word-hashes.ts";
import { createWordTable, nearWord } from "../../../src/core/matching/word-table.ts";

vi.mock("../../../src/core/matching/word-hashes.ts", { spy: true });
afterEach(() => void vi.mocked(holdsAny).mockClear());

const tableOf = (...keys: string[]) =>
  createWordTable(keys.map((key): ContextWord => ({ text: key, cased: key, key, letters: null })));
const viewOf = (text: string) => new BlockView(0, text, "en", readUnits(text));

test("a paragraph is read through for a list once, however many names ask", () => {
  const [few, many] = [
    tableOf("operator", "network"),
    tableOf(..."abcdefghijklmnop".split("").map((one) => `${one}way`)),
  ];
  const view = viewOf("smart ".repeat(100));
  for (let at = 0; at < 600; at += 6) {
    expect(nearWord(view, at, at + 5, few)).toBeUndefined();
    expect(nearWord(view, at, at + 5, many)).toBeUndefined();
  }
  expect(holdsAny).toHaveBeenCalledTimes(2);
});

test("what a list was not found in says nothing of the next paragraph", () => {
  const table = tableOf("operator", "network");
  const [first, second] = [viewOf("Smart phones"), viewOf("Smart is a network")];
  for (const _ of [1, 2]) {
    expect(nearWord(first, 0, 5, table)).toBeUndefined();
    expect(nearWord(second, 0, 5, table)?.key).toBe("network");
  }
});
