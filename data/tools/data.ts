/** The maintainer's workshop: `npm run -s data -- COMMAND`. */
import { join, resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { DataProblemsError } from "./build-dataset.ts";
import { CommandFailure } from "./command-failure.ts";
import { build } from "./commands/build.ts";
import { check } from "./commands/check.ts";
import { role } from "./commands/role.ts";
import { show } from "./commands/show.ts";
import { status } from "./commands/status.ts";
import { printProblems } from "./print-problems.ts";

const repositoryData = resolve(join(import.meta.dirname, ".."));
const program = new Command("data")
  .description("Checks, builds and asks the policy dataset. Exit code 1: something is wrong; 2: wrong usage.")
  .addOption(
    new Option("--data <folder>", "the data folder").default(repositoryData, "this repository's data"),
  )
  .exitOverride();
const folder = () => resolve(program.opts<{ data: string }>().data);
let exitCode = 0;

program
  .command("check")
  .description("report every problem: file:line:column  rule  what is wrong  what to do")
  .option("--json", "as JSON, for editors and programs")
  .action((options) => {
    exitCode = check(folder(), options);
  });
program
  .command("build")
  .description("write schemas/ for editors and dist/ for the extension")
  .option("--draft", "leave out what has problems, to look at unfinished work")
  .action((options) => build(folder(), options));
program
  .command("show <id>")
  .description("show one record, with the names of what it refers to")
  .option("--json", "as JSON")
  .action((id, options) => show(folder(), id, options));
program
  .command("status")
  .description("what the policy of a country towards a vendor was on a day")
  .requiredOption("--country <country>", "code, id or name: GB, united-kingdom")
  .requiredOption("--vendor <vendor>", "id or name: huawei")
  .requiredOption("--on <day>", "the day, YYYY-MM-DD")
  .option("--json", "as JSON")
  .action((options) => status(folder(), options));
program
  .command("role <id>")
  .description("which offices a person held on a day")
  .requiredOption("--on <day>", "the day, YYYY-MM-DD")
  .option("--json", "as JSON")
  .action((id, options) => role(folder(), id, options));

try {
  await program.parseAsync();
} catch (error) {
  exitCode = explain(error);
}
process.exitCode = exitCode;

/** Says what stopped the command. @returns the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has printed its message already; a mistyped command counts as a wrong name, not usage.
    if (error.exitCode === 0) return 0;
    return error.code === "commander.unknownCommand" ? 1 : 2;
  }
  if (error instanceof CommandFailure) {
    console.error(error.message);
    return error.exitCode;
  }
  if (error instanceof DataProblemsError) {
    printProblems(folder(), error.problems, console.error);
    return 1;
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== undefined && error instanceof Error) {
    console.error(`A file could not be read or written: ${error.message}`);
    return 1;
  }
  throw error;
}
