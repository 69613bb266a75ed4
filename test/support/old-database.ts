/** A database as an older version had it, from `test/fixtures/notes-database`. */
export interface OldDatabase {
  version: number;
  stores: {
    name: string;
    keyPath: string;
    indexes: { name: string; keyPath: string; multiEntry?: boolean }[];
    records: unknown[];
  }[];
}

/**
 * Makes it without any code of ours, where there is none of that name. It runs in a page, and may be handed to another
 * one: it uses nothing from around itself.
 */
export function makeOldDatabase(name: string, { version, stores }: OldDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const { name: store, keyPath, indexes, records } of stores) {
        const made = request.result.createObjectStore(store, { keyPath });
        for (const { name: index, keyPath: path, multiEntry } of indexes) {
          made.createIndex(index, path, { multiEntry });
        }
        for (const record of records) made.add(record);
      }
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
