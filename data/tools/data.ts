/** The maintainer's workshop: `npm run -s data -- COMMAND`. */
import { join, resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { PackageError } from "../../src/core/package/package-error.ts";
import { DataProblemsError } from "./build-dataset.ts";
import { CommandFailure } from "./command-failure.ts";
import { build } from "./commands/build.ts";
import { check } from "./commands/check.ts";
import { collisions } from "./commands/collisions.ts";
import { counts } from "./commands/counts.ts";
import { fix } from "./commands/fix.ts";
import { newRecord } from "./commands/new.ts";
import { role } from "./commands/role.ts";
import { show } from "./commands/show.ts";
import { stale } from "./commands/stale.ts";
import { status } from "./commands/status.ts";
import { printProblems } from "./print-problems.ts";
import { pathOf } from "./user-paths.ts";

const repositoryData = resolve(join(import.meta.dirname, ".."));
const program = new Command("data")
  .description("Checks, builds and asks the policy dataset. Exit code 1: something is wrong; 2: wrong usage.")
  .addOption(
    new Option("--data <folder>", "the data folder").default(repositoryData, "this repository's data"),
  )
  .exitOverride();
const folder = () => pathOf(program.opts<{ data: string }>().data);
let exitCode = 0;

program
  .command("check")
  .description("report every problem: file:line:column  rule  what is wrong  what to do")
  .option("--json", "as JSON, for editors and programs")
  .action((options) => {
    exitCode = check(folder(), options);
  });
program
  .command("fix")
  .description("repair what a machine can: the form of files, ids.txt, generated files")
  .action(() => fix(folder()));
program
  .command("new <kind> <id>")
  .description("write the stub of a record, with what each blank asks for")
  .action((kind, id) => newRecord(folder(), kind, id));
program
  .command("stale")
  .description("list records that were not checked for a year, or whose deadline has passed")
  .option("--on <day>", "as of this day, YYYY-MM-DD (default: the dataset's)")
  .option("--json", "as JSON")
  .action((options) => stale(folder(), options));
program
  .command("collisions")
  .description("list spellings that may mean more than one thing, and what tells them apart")
  .option("--json", "as JSON")
  .action((options) => collisions(folder(), options));
program
  .command("counts")
  .description("say how much the dataset holds, by kind and by kind of source")
  .option("--json", "as JSON")
  .action((options) => counts(folder(), options));
program
  .command("diff <before> [after]")
  .description(
    "what a reader sees differently between two versions, git revisions, folders or built datasets",
  )
  .option("--json", "as JSON")
  .action(async (before, after, options) => {
    // Alone in reading articles; the others need not wait for a reader of pages to load.
    const { diff } = await import("./commands/diff.ts");
    diff(folder(), before, after, options);
  });
program
  .command("build")
  .description("write schemas/ for editors and dist/ for the extension")
  .option("--draft", "leave out what has problems, to look at unfinished work")
  .action((options) => build(folder(), options));
program
  .command("release")
  .description("say what the next release of the dataset would be; with --write, write and pack it")
  .option("--write", "do it: all of it, or nothing")
  .option("--key <file>", "sign with this private key (default: the variable TELECOM_LENS_KEY)")
  .option(
    "--previous <dataset>",
    "what was released last, where git cannot tell: a dataset.json, a package …",
  )
  .option("--notable <text>", "a paragraph for the changelog, besides its section ## Next")
  .option("--on <day>", "the day of the release, YYYY-MM-DD (default: today)")
  .action(async (options) => {
    const { release } = await import("./commands/release.ts");
    release(folder(), options);
  });
program
  .command("keygen <file>")
  .description("make a key that signs packages: the private half to the file, the public one to keys.yml")
  .option("--name <text>", "whose key it is, or what for")
  .option("--introduced-by <file>", "the old private key, which says that the new one follows it")
  .action(async (file, options) => {
    const { keygen } = await import("./commands/keygen.ts");
    keygen(folder(), file, options);
  });
program
  .command("sign <package>")
  .description("sign a package that is not signed, or with another key")
  .option("--key <file>", "the private key (default: the variable TELECOM_LENS_KEY)")
  .action(async (file, options) => {
    const { sign } = await import("./commands/sign.ts");
    sign(folder(), file, options);
  });
program
  .command("verify <package>")
  .description("say whether extensions would take a package, and why not")
  .option("--key <public>", "trust this public key alone (default: those of keys.yml)")
  .action(async (file, options) => {
    const { verify } = await import("./commands/verify.ts");
    verify(folder(), file, options);
  });
program
  .command("pack <folder>")
  .description("make a private pack of your own records, which may refer to those of the dataset")
  .requiredOption("--out <file>", "the package to write")
  .option(
    "--title <text>",
    "what the pack is called (default: as its dataset.yml says, else its folder's name)",
  )
  .option("--version <version>", "its version (default: as its dataset.yml says, else YEAR.MONTH.0)")
  .option("--key <file>", "sign with this private key (default: the variable TELECOM_LENS_KEY)")
  .action(async (packFolder, options) => {
    const { pack } = await import("./commands/pack.ts");
    pack(folder(), packFolder, options);
  });
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
  if (error instanceof PackageError) {
    console.error(`No extension would take this package. ${error.what}`);
    return 1;
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
