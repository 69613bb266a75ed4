import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkFolder } from "../../../data/tools/check-records.ts";
import { copyDataFolder } from "./data-folder.ts";

/** Ways in which a line goes wrong under somebody's hands. */
const slips: [string, (line: string) => string | undefined][] = [
  ["gone", () => undefined],
  ["without its value", (line) => line.replace(/:.*/, ":")],
  ["a list", (line) => line.replace(/: .*/, ": [1, {a: b}]")],
  ["a group", (line) => line.replace(/: .*/, ": {a: [b]}")],
  ["a number", (line) => line.replace(/: .*/, ": 12")],
  ["indented too far", (line) => `  ${line}`],
];

const file = "officials/jane-doe.yml";
const { folder, remove } = copyDataFolder();
const path = join(folder, file);
const original = readFileSync(path, "utf8");
const lines = original.trimEnd().split("\n");
afterAll(remove);

describe("whatever a line of a record becomes, check says something readable", () => {
  it.each(slips)("%s", (_, slip) => {
    for (const [index, line] of lines.entries()) {
      const changed = slip(line);
      writeFileSync(path, lines.flatMap((other, at) => (at === index ? (changed ?? []) : other)).join("\n"));
      for (const problem of checkFolder(folder)) {
        expect(problem.line).toBeGreaterThanOrEqual(1);
        expect(problem.line).toBeLessThanOrEqual(lines.length + 1);
        expect(problem.column).toBeGreaterThanOrEqual(1);
        expect(problem.todo).not.toBe("");
        expect(`${problem.what} ${problem.todo}`).not.toMatch(/\[object|undefined|null|Invalid input/);
      }
    }
  });
});
