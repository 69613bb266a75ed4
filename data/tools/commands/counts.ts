import { countRecords } from "../count-records.ts";
import { readRecords } from "../read-records.ts";
import { countsTable } from "../readme-parts.ts";
import { createRecordSet } from "../record-set.ts";

/** `counts`: how much the dataset holds, by kind and by kind of source. */
export function counts(dataFolder: string, options: { json?: boolean }): void {
  const counted = countRecords(createRecordSet(dataFolder, readRecords(dataFolder).records));
  console.log(options.json ? JSON.stringify(counted, null, 2) : countsTable(counted));
}
