import { checkFolder } from "../check-records.ts";
import { printProblems } from "../print-problems.ts";

/** `check`: every problem in one run. @returns the exit code. */
export function check(dataFolder: string, options: { json?: boolean }): 0 | 1 {
  const problems = checkFolder(dataFolder);
  if (options.json) console.log(JSON.stringify(problems, null, 2));
  else if (problems.length > 0) printProblems(dataFolder, problems);
  else console.log("The data is in order.");
  return problems.length > 0 ? 1 : 0;
}
