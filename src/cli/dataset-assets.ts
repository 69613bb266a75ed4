import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ResolvedPublicFile } from "wxt";
import { buildDataset, DataProblemsError } from "../../data/tools/build-dataset.ts";
import { printProblems } from "../../data/tools/print-problems.ts";
import { printDataset } from "../../data/tools/write-dist.ts";
import type { Dataset } from "../core/dataset/schema.ts";

/**
 * Adds the dataset and its index of spellings to a build, made afresh from `data/`, so that a package can
 * never carry an older dataset than its sources.
 *
 * @param root the repository.
 * @param assets the list that WXT is about to write.
 * @throws Error when the records have problems; each is printed before.
 */
export function datasetAssets(root: string, assets: ResolvedPublicFile[]): void {
  const folder = join(root, "data");
  try {
    const { dataset, index } = buildDataset(folder);
    assets.push({ relativeDest: "dataset/facts.json", contents: printDataset(withoutSpellings(dataset)) });
    assets.push({ relativeDest: "dataset/index.bin", absoluteSrc: keepForCopying(root, index) });
  } catch (cause) {
    if (!(cause instanceof DataProblemsError)) throw cause;
    printProblems(folder, cause.problems, console.error);
    throw new Error("The extension cannot be built: the data has the problems above.", { cause });
  }
}

/** WXT writes texts, and copies everything else. */
function keepForCopying(root: string, index: Uint8Array): string {
  const file = join(root, ".wxt", "index.bin");
  mkdirSync(join(root, ".wxt"), { recursive: true });
  writeFileSync(file, index);
  return file;
}

/** What only finding mentions needs stands in the index; a card does not need it a second time. */
function withoutSpellings(dataset: Dataset): Dataset {
  const entities = dataset.entities.map((entity) => ({ ...entity, spellings: [] }));
  return { ...dataset, entities, containers: [], titles: [], givenNames: [] };
}
