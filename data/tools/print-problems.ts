import { relative, resolve } from "node:path";
import colors from "picocolors";
import type { Problem } from "./problem.ts";

/**
 * One line a problem, `file:line:column  rule  what is wrong  what to do`, then the count. Paths are
 * given from the current folder, so that terminals make links of them.
 */
export function printProblems(dataFolder: string, problems: Problem[], log = console.log): void {
  for (const { file, line, column, rule, what, todo } of problems) {
    const path = relative(process.cwd(), resolve(dataFolder, file)) || ".";
    log(`${colors.bold(`${path}:${line}:${column}`)}  ${colors.yellow(rule)}  ${what}  ${colors.dim(todo)}`);
  }
  const files = new Set(problems.map((problem) => problem.file)).size;
  log(`${count(problems.length, "problem")} in ${count(files, "file")}`);
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
