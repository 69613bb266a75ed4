import type { DatasetsDatabase } from "./datasets-database.ts";
import { withDatabase } from "./with-database.ts";

/**
 * Files on their way from a page of the extension to the background: 64 MB do not fit through a message. Both methods
 * reject with a StorageError.
 */
export interface HandedFiles {
  /** Gives back the id by which the background takes it. What was handed over before and not taken is dropped. */
  handOver(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  /** Takes it away; undefined when there is none with this id. */
  take(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** @param open gives a connection (`openDatasetsDatabase`). A page in a private window has no common one with the background. */
export function createHandedFiles(open: () => Promise<DatasetsDatabase>): HandedFiles {
  const run = withDatabase(open);
  return {
    handOver: (bytes) =>
      run(async (database) => {
        const id = crypto.randomUUID();
        const { store, done } = database.transaction("handed", "readwrite");
        await Promise.all([store.clear(), store.put(bytes, id), done]);
        return id;
      }),
    take: (id) =>
      run(async (database) => {
        const { store, done } = database.transaction("handed", "readwrite");
        const [bytes] = await Promise.all([store.get(id), store.delete(id), done]);
        return bytes;
      }),
  };
}
