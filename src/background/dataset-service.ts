import { type Catalogue, createCatalogue } from "../core/dataset/catalogue.ts";
import { DatasetError, loadDataset } from "../core/dataset/load-dataset.ts";
import { loadIndex, type Matcher } from "../core/matching/load-index.ts";

export interface LoadedDataset {
  catalogue: Catalogue;
  matcher: Matcher;
}

/** Reads the bundled dataset once per start of the background; a failure is kept and told, not retried. */
export interface DatasetService {
  /** @throws DatasetError when the bundled files are missing or damaged. */
  load(): Promise<LoadedDataset>;
}

export const datasetFiles = { facts: "/dataset/facts.json", index: "/dataset/index.json" } as const;

/** @param read fetches a bundled file as text and rejects when there is none. */
export function createDatasetService(read: (path: string) => Promise<string>): DatasetService {
  let loading: Promise<LoadedDataset> | undefined;
  const load = async (): Promise<LoadedDataset> => {
    const [facts, index] = await Promise.all([
      readFile(read, datasetFiles.facts),
      readFile(read, datasetFiles.index),
    ]);
    return { catalogue: createCatalogue(loadDataset(facts)), matcher: loadIndex(parse(index)) };
  };
  return {
    load: () => {
      loading ??= load();
      return loading;
    },
  };
}

async function readFile(read: (path: string) => Promise<string>, path: string): Promise<string> {
  try {
    return await read(path);
  } catch (cause) {
    throw new DatasetError(`The dataset file ${path} is missing. Reinstall the extension.`, { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DatasetError("The index of spellings is damaged. Reinstall the extension.", { cause });
  }
}
