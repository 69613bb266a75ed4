import type { DBSchema, IDBPDatabase } from "idb";
import type { TelecomLensSchema } from "./migrations.ts";
import { toStorageError } from "./storage-error.ts";

/** Does work with a connection. It rejects with a StorageError. */
export type WithDatabase<S extends DBSchema = TelecomLensSchema> = <T>(
  work: (database: IDBPDatabase<S>) => Promise<T>,
) => Promise<T>;

/** @param open gives a connection; it is asked before every piece of work and may keep it. */
export function withDatabase<S extends DBSchema>(open: () => Promise<IDBPDatabase<S>>): WithDatabase<S> {
  return async (work) => {
    try {
      return await work(await open()).catch(async (cause) => {
        if (!(cause instanceof DOMException && cause.name === "InvalidStateError")) throw cause;
        // The connection was closed between opening and use: once more with a new one.
        return work(await open());
      });
    } catch (cause) {
      throw toStorageError(cause);
    }
  };
}
