/**
 * `npm test`: every check there is, one after the other, each even when an earlier one failed. What failed is
 * listed again at the end, and the last line is `N passed, N failed` alone.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserKinds } from "../src/cli/browsers/find-browser.ts";
import { countTests } from "./run/count-tests.ts";
import { runCommand } from "./run/run-command.ts";

interface Outcome {
  suite: string;
  passed: number;
  /** What failed, each in a line. */
  failures: string[];
  seconds: number;
}

const scratch = mkdtempSync(join(tmpdir(), "telecom-lens-test-"));
const bin = (name: string) => join(import.meta.dirname, "../node_modules/.bin", name);
const minute = 60_000;

/** A check that is right or wrong as a whole. */
async function check(suite: string, program: string, args: string[], remedy: string): Promise<Outcome> {
  const { code, seconds } = await runCommand(program, args, 5 * minute);
  return code === 0
    ? { suite, passed: 1, failures: [], seconds }
    : { suite, passed: 0, failures: [`${suite}: ${remedy}`], seconds };
}

/** A suite of Vitest, of one or more projects. One that crashes, hangs, finds nothing or skips something has failed. */
async function tests(suite: string, limit: number, projects = [suite]): Promise<Outcome> {
  const file = join(scratch, `${suite}.json`);
  const { code, seconds } = await runCommand(
    bin("vitest"),
    [
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    limit,
  );
  return { suite, seconds, ...countTests(suite, file, code) };
}

const node = process.execPath;
const plan: (() => Promise<Outcome>)[] = [
  () =>
    check(
      "format",
      bin("biome"),
      ["ci", "--linter-enabled=false", "--assist-enabled=false", "."],
      "npm run fix",
    ),
  () => check("lint", bin("biome"), ["ci", "--formatter-enabled=false", "."], "npm run fix mends most of it"),
  () => check("types", bin("tsc"), ["-p", "."], "see the errors above"),
  () =>
    check("types of core", bin("tsc"), ["-p", "src/core"], "core may use no DOM, no browser API and no Node"),
  // These limits end what hangs. On a slow and busy machine the units took 290 s.
  () => tests("unit", 10 * minute),
  () => tests("browser", 10 * minute),
  ...browserKinds.map(
    (kind) => () =>
      check(`build for ${kind}`, node, ["src/cli/build.ts", "--browser", kind], "see the errors above"),
  ),
  // On the slowest machine seen they took 22 minutes.
  () => tests("e2e", 28 * minute, ["e2e", "e2e-timed"]),
];

const outcomes: Outcome[] = [];
for (const run of plan) {
  const outcome = await run();
  outcomes.push(outcome);
  const failed = outcome.failures.length;
  console.log(
    `── ${outcome.suite}: ${outcome.passed} passed${failed > 0 ? `, ${failed} FAILED` : ""} (${outcome.seconds.toFixed(1)} s)`,
  );
}
rmSync(scratch, { recursive: true, force: true });

const failures = outcomes.flatMap((outcome) => outcome.failures);
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join("\n")}`);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
