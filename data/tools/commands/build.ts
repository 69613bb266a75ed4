import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { buildDataset, draftDataset } from "../build-dataset.ts";
import { writeDist, writeSchemas } from "../write-dist.ts";

/** `build`: schemas for editors, then the dataset and its index. @throws DataProblemsError */
export function build(dataFolder: string, options: { draft?: boolean }): void {
  // First, so that out-of-date schemas are never what stops a build.
  writeSchemas(dataFolder);
  const { dataset, index, leftOut } = options.draft
    ? draft(dataFolder)
    : { ...buildDataset(dataFolder), leftOut: [] };
  const sizes = writeDist(dataFolder, dataset, index);
  const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} kB`;
  console.log(
    `Dataset ${dataset.info.version}: ${dataset.entities.length} entities, ${dataset.measures.length} measures, ` +
      `${dataset.newsSites.length} news sites. ` +
      `dist/dataset.json ${kilobytes(sizes.dataset)}, dist/index.bin ${kilobytes(sizes.index)}.`,
  );
  if (leftOut.length > 0) {
    console.log(`A draft: ${leftOut.length} files with problems were left out (see check):`);
    for (const file of leftOut) console.log(`  ${file}`);
  }
}

function draft(dataFolder: string) {
  const { dataset, leftOut } = draftDataset(dataFolder);
  return { dataset, index: buildIndex(dataset), leftOut };
}
