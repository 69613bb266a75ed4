import { type Catalogue, createCatalogue } from "../core/dataset/catalogue.ts";
import { DatasetError, loadDataset } from "../core/dataset/load-dataset.ts";
import { loadIndex, type Matcher } from "../core/matching/load-index.ts";

export interface LoadedDataset {
  catalogue: Catalogue;
  matcher: Matcher;
}

type ReadFile = (path: string) => Promise<ArrayBuffer>;

/** Reads the bundled dataset once per start of the background; a failure is kept and told, not retried. */
export interface DatasetService {
  /** @throws DatasetError when the bundled files are missing or damaged. */
  load(): Promise<LoadedDataset>;
}

export const datasetFiles = { facts: "/dataset/facts.json", index: "/dataset/index.bin" } as const;

/** @param read fetches a bundled file and rejects when there is none. */
export function createDatasetService(read: ReadFile): DatasetService {
  let loading: Promise<LoadedDataset> | undefined;
  const load = async (): Promise<LoadedDataset> => {
    const [facts, index] = await Promise.all([
      readFile(read, datasetFiles.facts),
      readFile(read, datasetFiles.index),
    ]);
    const matcher = loadIndex(new Uint8Array(index));
    return { catalogue: createCatalogue(loadDataset(new TextDecoder().decode(facts))), matcher };
  };
  return {
    load: () => {
      loading ??= load();
      return loading;
    },
  };
}

async function readFile(read: ReadFile, path: string): Promise<ArrayBuffer> {
  try {
    return await read(path);
  } catch (cause) {
    throw new DatasetError(`The dataset file ${path} is missing. Reinstall the extension.`, { cause });
  }
}
