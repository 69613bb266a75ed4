/**
 * `npm run build`: the dataset, then the extension for each browser. `npm run zip`: the packages for all stores, with their
 * sources and checksums; `--verify` proves that they can be made again. `--browser NAME` makes one of them.
 */
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { DataProblemsError } from "../../data/tools/build-dataset.ts";
import { build as buildData } from "../../data/tools/commands/build.ts";
import { printProblems } from "../../data/tools/print-problems.ts";
import { browserKinds } from "./browsers/find-browser.ts";
import {
  BuildFailure,
  buildTarget,
  type PackageTarget,
  packageTargets,
  repository,
  targetFolder,
  targetOf,
} from "./build-extension.ts";
import { compareWithExpected, makePackages, releaseFolder } from "./release/make-packages.ts";
import { uncommitted } from "./release/source-files.ts";
import { verifyPackages } from "./release/verify-packages.ts";

const data = join(repository, "data");
try {
  const { values } = parseArgs({
    options: {
      browser: { type: "string" },
      zip: { type: "boolean", default: false },
      verify: { type: "boolean", default: false },
    },
  });
  const target = values.browser ? targetNamed(values.browser) : undefined;
  if (values.verify) verify();
  else {
    await buildData(data, {});
    if (values.zip) zip(target ? [target] : packageTargets);
    else build(target ? [target] : browserKinds.map((kind) => targetOf[kind]));
  }
} catch (error) {
  if (error instanceof DataProblemsError) printProblems(data, error.problems, console.error);
  else if (error instanceof BuildFailure || isUsage(error)) console.error((error as Error).message);
  else throw error;
  process.exitCode = 1;
}

function build(targets: readonly PackageTarget[]): void {
  for (const target of targets) {
    buildTarget(target, process.env);
    console.log(`Built ${targetFolder(target)}`);
  }
}

function zip(targets: readonly PackageTarget[]): void {
  const changed = uncommitted(repository);
  const files = makePackages(targets);
  for (const { name, size, sha256 } of files)
    console.log(`${sha256}  ${(size / 1_000).toFixed(0).padStart(5)} kB  ${name}`);
  console.log(`\nIn ${relative(process.cwd(), releaseFolder)}/.`);
  if (changed.length > 0)
    console.warn(`Not to be released: these sources are not committed.\n${changed.join("\n")}`);
  const compared = compareWithExpected(files);
  if (!compared) return;
  console.log(compared.lines.join("\n"));
  if (!compared.same) process.exitCode = 1;
}

function verify(): void {
  const sums = verifyPackages((line) => console.error(line));
  for (const [name, sum] of sums) console.log(`${sum}  ${name}`);
  console.log("\nThe same bytes from two clones in two folders, and from the unpacked sources.");
}

/** @throws BuildFailure for a name that is none. */
function targetNamed(name: string): PackageTarget {
  const target = packageTargets.find((candidate) => candidate === (name === "chromium" ? "chrome" : name));
  if (!target) throw new BuildFailure(`--browser is ${name}; it can be ${packageTargets.join(", ")}.`);
  return target;
}

function isUsage(error: unknown): boolean {
  return String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS");
}
