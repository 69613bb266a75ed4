import { type Catalogue, type CataloguePack, createCatalogue } from "../core/dataset/catalogue.ts";
import { DatasetError, loadDataset } from "../core/dataset/load-dataset.ts";
import type { DatasetInfo } from "../core/dataset/schema.ts";
import { loadIndex, type Matcher } from "../core/matching/load-index.ts";
import type { Part, PartOwner } from "../storage/datasets-database.ts";

export interface LoadedDataset {
  catalogue: Catalogue;
  matcher: Matcher;
}

/** One dataset, each part of which is read once, when it is first asked for; a failure is kept and told, not retried. */
export interface DatasetSource {
  /** @throws DatasetError when a part is missing or damaged. */
  load(): Promise<LoadedDataset>;
  /**
   * What finds mentions, as soon as it is there: the facts, many times larger, are not waited for.
   * @throws DatasetError when it is missing or damaged, or the facts are known to be.
   */
  matcher(): Promise<Matcher>;
}

type Bytes = ArrayBuffer | Uint8Array<ArrayBuffer>;
export type ReadFile = (path: string) => Promise<ArrayBuffer>;

/** @param read gives a part; it rejects with a DatasetError when there is none. */
export function datasetSource(
  read: (part: "facts" | "index") => Promise<Bytes>,
  pack?: CataloguePack,
): DatasetSource {
  let matching: Promise<Matcher> | undefined;
  let loading: Promise<LoadedDataset> | undefined;
  let damage: unknown;
  const match = () => {
    matching ??= read("index").then((index) => loadIndex(new Uint8Array(index)));
    return matching;
  };
  const load = async (): Promise<LoadedDataset> => {
    try {
      const [matcher, facts] = await Promise.all([match(), read("facts")]);
      return { catalogue: createCatalogue(loadDataset(new TextDecoder().decode(facts)), pack), matcher };
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

export const datasetFiles = {
  info: "/dataset/info.json",
  facts: "/dataset/facts.json",
  index: "/dataset/index.bin",
  spellings: "/dataset/spellings.txt",
  keys: "/dataset/keys.json",
} as const;

/** Reads what came with the extension. */
export interface BundledFiles {
  /** @throws DatasetError when there is no such file. */
  file(name: keyof typeof datasetFiles): Promise<ArrayBuffer>;
  /** @throws DatasetError when the file is missing or damaged. */
  info(): Promise<DatasetInfo>;
}

/** @param read fetches a bundled file and rejects when there is none. */
export function bundledFiles(read: ReadFile): BundledFiles {
  const file = async (name: keyof typeof datasetFiles) => {
    const path = datasetFiles[name];
    try {
      return await read(path);
    } catch (cause) {
      throw new DatasetError(`The dataset file ${path} is missing.`, undefined, { cause });
    }
  };
  return {
    file,
    info: async () => {
      const bytes = await file("info");
      try {
        return JSON.parse(new TextDecoder().decode(bytes)) as DatasetInfo;
      } catch (cause) {
        throw new DatasetError(`The dataset file ${datasetFiles.info} is damaged.`, undefined, { cause });
      }
    },
  };
}

/** Reads a stored part. @throws DatasetError when it is gone. */
export async function storedPart(
  store: { part(of: PartOwner, part: Part): Promise<Uint8Array<ArrayBuffer> | undefined> },
  of: PartOwner,
  part: Part,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await store.part(of, part);
  if (bytes) return bytes;
  throw new DatasetError(`A part of it is missing in the browser's database: ${part}.`);
}
