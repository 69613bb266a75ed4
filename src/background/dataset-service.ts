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
  /**
   * What finds mentions, as soon as it is there: the facts, many times larger, are not waited for.
   * @throws DatasetError when its file is missing or damaged, or the facts are known to be.
   */
  matcher(): Promise<Matcher>;
}

export const datasetFiles = { facts: "/dataset/facts.json", index: "/dataset/index.bin" } as const;

/** @param read fetches a bundled file and rejects when there is none. */
export function createDatasetService(read: ReadFile): DatasetService {
  let matching: Promise<Matcher> | undefined;
  let loading: Promise<LoadedDataset> | undefined;
  let damage: unknown;
  const match = () => {
    matching ??= readFile(read, datasetFiles.index).then((index) => loadIndex(new Uint8Array(index)));
    return matching;
  };
  const load = async (): Promise<LoadedDataset> => {
    try {
      const [matcher, facts] = await Promise.all([match(), readFile(read, datasetFiles.facts)]);
      return { catalogue: createCatalogue(loadDataset(new TextDecoder().decode(facts))), matcher };
    } catch (cause) {
      damage = cause;
      throw cause;
    }
  };
  return {
    load: () => {
      loading ??= load();
      return loading;
    },
    matcher: async () => {
      const matcher = await match();
      if (damage) throw damage;
      return matcher;
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
