import { buildDataset } from "../build-dataset.ts";
import { countDataset } from "../count-records.ts";
import { countsTable } from "../readme-parts.ts";

/** `counts`: how much the dataset holds, by kind and by kind of source. @throws DataProblemsError */
export function counts(dataFolder: string, options: { json?: boolean }): void {
  const counted = countDataset(buildDataset(dataFolder).dataset);
  console.log(options.json ? JSON.stringify(counted, null, 2) : countsTable(counted));
}
