import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { draftDataset } from "../build-dataset.ts";
import { readRecords } from "../read-records.ts";
import { writeReadmeParts } from "../readme-parts.ts";
import { createRecordSet } from "../record-set.ts";
import { completeIds, idsFile } from "../rules/ids.ts";
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
  const ids = completeIds(createRecordSet(dataFolder, records));
  if (ids !== readIfThere(join(dataFolder, idsFile))) {
    writeFileSync(join(dataFolder, idsFile), ids);
    changed.push(idsFile);
  }
  // A data folder without schemas is somebody's own, and wants none.
  if (existsSync(join(dataFolder, "schemas"))) writeSchemas(dataFolder);
  const { dataset, problems } = draftDataset(dataFolder);
  changed.push(...writeReadmeParts(dataFolder, dataset));
  for (const file of changed) console.log(`mended  ${file}`);
  const left = problems.length;
  const mended = changed.length === 1 ? "1 file mended" : `${changed.length} files mended`;
  console.log(
    left === 0 ? `${mended}; the data is in order.` : `${mended}; check finds ${left} more for you.`,
  );
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
