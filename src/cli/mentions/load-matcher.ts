import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { draftDataset } from "../../../data/tools/build-dataset.ts";
import { DatasetError } from "../../core/dataset/load-dataset.ts";
import { buildIndex } from "../../core/matching/build-index.ts";
import { loadIndex, type Matcher } from "../../core/matching/load-index.ts";

/**
 * The matcher for a data folder: from `dist/index.bin` when that is newer than every record, else from the
 * records themselves, so that an edit is seen at once. Records with problems are left out and counted on stderr.
 *
 * @throws DataProblemsError when the folder holds no dataset.
 */
export function loadMatcher(dataFolder: string): Matcher {
  const built = join(dataFolder, "dist", "index.bin");
  if (existsSync(built) && statSync(built).mtimeMs >= newestRecord(dataFolder)) {
    try {
      return loadIndex(Uint8Array.from(readFileSync(built)));
    } catch (error) {
      // A damaged or older file is no reason to stop: the records are at hand.
      if (!(error instanceof DatasetError)) throw error;
    }
  }
  const { dataset, leftOut } = draftDataset(dataFolder);
  if (leftOut.length > 0) {
    console.error(
      `Records left out because of problems (npm run -s data -- check lists them): ${leftOut.length}.`,
    );
  }
  return loadIndex(buildIndex(dataset));
}

function newestRecord(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "dist" && entry.name !== "tools" && entry.name !== "schemas") {
      // The folder's own time tells of deleted files.
      newest = Math.max(newest, statSync(path).mtimeMs, newestRecord(path));
    } else if (entry.name.endsWith(".yml")) newest = Math.max(newest, statSync(path).mtimeMs);
  }
  return newest;
}
