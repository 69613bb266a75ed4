import type { Problem } from "./problem.ts";
import { type ReadResult, readRecords } from "./read-records.ts";
import { createRecordSet } from "./record-set.ts";
import { rules } from "./rules/rules.ts";

/** All problems of a data folder, in the order of files and lines. Never throws for what the files hold. */
export function checkFolder(dataFolder: string): Problem[] {
  return checkRecords(dataFolder, readRecords(dataFolder));
}

/**
 * As `checkFolder`, for records that have been read already.
 * @param among the rules to look at; a build needs no look at the form of files, which says nothing of what they hold.
 */
export function checkRecords(
  dataFolder: string,
  { records, problems: unreadable }: ReadResult,
  among = rules,
): Problem[] {
  const problems = [...unreadable];
  const set = createRecordSet(dataFolder, records);
  for (const rule of among) {
    rule.check(set, (record, path, what, todo) => {
      problems.push({ file: record.file, ...record.locate(path), rule: rule.name, what, todo });
    });
  }
  return problems.sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
