import { readFileSync } from "node:fs";
import { relative } from "node:path";

interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/**
 * Counts what a Vitest run reported. A file that could not be loaded, a skipped test, an error outside of any
 * test and an empty run are failures of their own: none of them may look like success.
 *
 * @param file Vitest's JSON report; it need not exist.
 * @param code Vitest's exit code.
 */
export function countTests(
  suite: string,
  file: string,
  code: number,
): { passed: number; failures: string[] } {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return { passed: 0, failures: [`${suite}: crashed without a report (exit code ${code})`] };
  }
  let passed = 0;
  const failures: string[] = [];
  for (const { name, status, assertionResults } of report.testResults) {
    const where = `${suite}: ${relative(process.cwd(), name)}`;
    if (assertionResults.length === 0) failures.push(`${where}: could not be run, or holds no test`);
    const before = failures.length;
    for (const test of assertionResults) {
      if (test.status === "passed") passed += 1;
      else if (test.status === "failed") failures.push(`${where}: ${test.fullName}`);
      else failures.push(`${where}: ${test.fullName} was not run (${test.status})`);
    }
    if (status === "failed" && failures.length === before && assertionResults.length > 0) {
      failures.push(`${where}: failed outside of its tests`);
    }
  }
  if (passed === 0 && failures.length === 0) failures.push(`${suite}: no test was found`);
  if (code !== 0 && failures.length === 0) {
    failures.push(`${suite}: an error outside of the tests (exit code ${code})`);
  }
  return { passed, failures };
}
