/** `npm run build` and `npm run zip`: the dataset, then the extension for each browser. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DataProblemsError } from "../../data/tools/build-dataset.ts";
import { build as buildData } from "../../data/tools/commands/build.ts";
import { printProblems } from "../../data/tools/print-problems.ts";
import { type BrowserKind, browserKinds } from "./browsers/find-browser.ts";
import { BuildFailure, buildExtension, builtFolder, repository } from "./build-extension.ts";

const data = join(repository, "data");
try {
  const { values } = parseArgs({
    options: { browser: { type: "string" }, zip: { type: "boolean", default: false } },
  });
  const kinds = values.browser ? [browserNamed(values.browser)] : browserKinds;
  await buildData(data, {});
  for (const kind of kinds) {
    const output = buildExtension(kind, { zip: values.zip });
    console.log(values.zip ? output : `Built ${builtFolder(kind)}`);
  }
} catch (error) {
  if (error instanceof DataProblemsError) printProblems(data, error.problems, console.error);
  else if (error instanceof BuildFailure || isUsage(error)) console.error((error as Error).message);
  else throw error;
  process.exitCode = 1;
}

/** @throws BuildFailure for a name that is none. */
function browserNamed(name: string): BrowserKind {
  const kind = browserKinds.find((candidate) => candidate === name);
  if (!kind) throw new BuildFailure(`--browser is ${name}; it can be ${browserKinds.join(" or ")}.`);
  return kind;
}

function isUsage(error: unknown): boolean {
  return String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS");
}
