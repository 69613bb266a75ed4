import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserKind } from "../../../src/cli/browsers/find-browser.ts";
import { permitLocalPages } from "../../../src/cli/browsers/permit-local-pages.ts";
import { builtFolder } from "../../../src/cli/build-extension.ts";
import type { Dataset } from "../../../src/core/dataset/schema.ts";
import {
  type DatasetSpellings,
  withoutSpellings,
  withSpellings,
} from "../../../src/core/dataset/split-spellings.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { createKeyPair, signWith } from "../../../src/core/package/keys.ts";
import { writePackage } from "../../../src/core/package/write-package.ts";

/** None was released before this one: the present code under an older number, with older data. */
export const olderVersion = "0.0.9";

/** The publisher that both builds trust. */
const publisher = createKeyPair();

/** The dataset that is built in, with its index, under another version. */
export function datasetAs(version: string): { dataset: Dataset; index: Uint8Array<ArrayBuffer> } {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(builtFolder("chromium"), "dataset", name), "utf8"));
  const whole = withSpellings(read("facts.json") as Dataset, read("spellings.txt") as DatasetSpellings);
  const dataset = { ...whole, info: { ...whole.info, version } };
  return { dataset, index: buildIndex(dataset) };
}

/** A signed package of it, which both builds take. */
export function packageOf({ dataset, index }: ReturnType<typeof datasetAs>): Uint8Array {
  const manifest = { kind: "dataset" as const, minExtension: olderVersion, introductions: [] };
  return writePackage({ manifest, facts: dataset, index, diff: null }, signWith(publisher.secret));
}

/**
 * A folder with the older build.
 *
 * @param older the dataset that is built into it.
 * @returns `upgrade` writes the newer build into the same folder: a browser tells an unpacked extension by its folder.
 */
export function olderBuild(kind: BrowserKind, older: ReturnType<typeof datasetAs>) {
  const { folder, remove } = permitLocalPages(builtFolder(kind));
  const newer = permitLocalPages(builtFolder(kind));
  const write = (in_: string, name: string, content: string | Uint8Array) =>
    writeFileSync(join(in_, "dataset", name), content);
  for (const one of [folder, newer.folder]) write(one, "keys.json", JSON.stringify([publisher.key]));
  write(folder, "info.json", JSON.stringify(older.dataset.info));
  write(folder, "facts.json", JSON.stringify(withoutSpellings(older.dataset)));
  write(folder, "index.bin", older.index);
  const manifest = join(folder, "manifest.json");
  const facts = JSON.parse(readFileSync(manifest, "utf8")) as object;
  writeFileSync(manifest, JSON.stringify({ ...facts, version: olderVersion }));
  return {
    folder,
    upgrade: () => {
      rmSync(folder, { recursive: true });
      cpSync(newer.folder, folder, { recursive: true });
    },
    remove: () => {
      remove();
      newer.remove();
    },
  };
}

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

/** Puts it in the place of the extension's notes, from a page of the extension. */
export function putDatabase(page: Page, old: OldDatabase): Promise<void> {
  return page.evaluate(async ({ version, stores }) => {
    const name = "telecom-lens";
    const done = (request: IDBRequest) =>
      new Promise<void>((resolve, reject) => {
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      });
    await done(indexedDB.deleteDatabase(name));
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const { name: store, keyPath, indexes, records } of stores) {
        const made = opening.result.createObjectStore(store, { keyPath });
        for (const { name: index, keyPath: path, multiEntry } of indexes) {
          made.createIndex(index, path, { multiEntry });
        }
        for (const record of records) made.add(record);
      }
    };
    await done(opening);
    opening.result.close();
  }, old);
}

interface StorageApi {
  storage: { local: { set(items: object): Promise<void> } };
}

/** Writes into the extension's storage what an older version left there. */
export function putStorage(page: Page, items: object): Promise<void> {
  return page.evaluate((all) => {
    const scope = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
    return (scope.browser ?? scope.chrome).storage.local.set(all);
  }, items);
}
