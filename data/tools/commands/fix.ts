import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkFolder } from "../check-records.ts";
import { readIfThere } from "../read-if-there.ts";
import { readRecords } from "../read-records.ts";
import { readmeFile, readReadme } from "../readme-parts.ts";
import { createRecordSet } from "../record-set.ts";
import { completeIds, idsFile } from "../rules/ids.ts";
import { rules } from "../rules/rules.ts";
import { writeSchemas } from "../write-dist.ts";

/**
 * `fix`: repairs what a machine can, and says what is left for a person: the form of every file that can be read, new
 * ids in `ids.txt`, the files in `schemas/`, the generated parts of `README.md`. Never changes what a record says.
 */
export function fix(dataFolder: string): void {
  const { records } = readRecords(dataFolder);
  const changed: string[] = [];
  for (const { file, form } of records) {
    const printed = form?.print();
    if (printed === undefined || printed === form?.text) continue;
    writeFileSync(join(dataFolder, file), printed);
    changed.push(file);
  }
  const set = createRecordSet(dataFolder, records);
  const ids = completeIds(set);
  if (ids !== readIfThere(join(dataFolder, idsFile))) {
    writeFileSync(join(dataFolder, idsFile), ids);
    changed.push(idsFile);
  }
  const readme = readReadme(set, rules);
  if (readme && readme.wanted !== readme.text) {
    writeFileSync(join(dataFolder, readmeFile), readme.wanted);
    changed.push(readmeFile);
  }
  // A data folder without schemas is somebody's own, and wants none.
  if (existsSync(join(dataFolder, "schemas"))) writeSchemas(dataFolder);
  for (const file of changed) console.log(`mended  ${file}`);
  const left = checkFolder(dataFolder).length;
  const mended = changed.length === 1 ? "1 file mended" : `${changed.length} files mended`;
  console.log(
    left === 0 ? `${mended}; the data is in order.` : `${mended}; check finds ${left} more for you.`,
  );
}
