import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { countTests } from "../../run/count-tests.ts";

const folder = mkdtempSync(join(tmpdir(), "telecom-lens-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function count(results: { status: string; tests: string[] }[], code: number) {
  const file = join(folder, "report.json");
  const testResults = results.map(({ status, tests }, index) => ({
    name: `/somewhere/${index}.test.ts`,
    status,
    assertionResults: tests.map((outcome, number) => ({ status: outcome, fullName: `test ${number}` })),
  }));
  writeFileSync(file, JSON.stringify({ testResults }));
  return countTests("unit", file, code);
}

describe("what is counted as failed", () => {
  test("nothing, when all passed", () => {
    expect(count([{ status: "passed", tests: ["passed", "passed"] }], 0)).toEqual({
      passed: 2,
      failures: [],
    });
  });

  test("each failed test, with its file", () => {
    const { passed, failures } = count([{ status: "failed", tests: ["passed", "failed"] }], 1);
    expect(passed).toBe(1);
    expect(failures).toEqual([expect.stringMatching(/0\.test\.ts: test 1$/)]);
  });

  test("a skipped test", () => {
    expect(count([{ status: "passed", tests: ["passed", "pending"] }], 0).failures).toHaveLength(1);
  });

  test("a file that could not be loaded", () => {
    expect(count([{ status: "failed", tests: [] }], 1).failures).toHaveLength(1);
  });

  test("an empty run, and a run without a report", () => {
    expect(count([], 0).failures).toHaveLength(1);
    expect(countTests("unit", join(folder, "none.json"), 1).failures).toHaveLength(1);
  });

  test("an error outside of every test", () => {
    expect(count([{ status: "passed", tests: ["passed"] }], 1).failures).toHaveLength(1);
  });
});
