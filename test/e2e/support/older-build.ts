import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { BrowserKind } from "../../../src/cli/browsers/find-browser.ts";
import { permitLocalPages } from "../../../src/cli/browsers/permit-local-pages.ts";
import { builtFolder } from "../../../src/cli/build-extension.ts";
import type { Dataset } from "../../../src/core/dataset/schema.ts";
import { withoutSpellings } from "../../../src/core/dataset/split-spellings.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { makeOldDatabase, type OldDatabase } from "../../support/old-database.ts";
import { trustTestPackages } from "./test-packages.ts";

/** None was released before this one: the present code under an older number, with older data. */
export const olderVersion = "0.0.9";

/**
 * A folder with the older build.
 *
 * @param older the dataset that is built into it.
 * @returns `upgrade` writes the newer build into the same folder: a browser tells an unpacked extension by its folder.
 */
export function olderBuild(kind: BrowserKind, older: Dataset) {
  const { folder, remove } = permitLocalPages(builtFolder(kind));
  const newer = permitLocalPages(builtFolder(kind));
  for (const one of [folder, newer.folder]) trustTestPackages(one);
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(folder, "dataset", name), content);
  write("info.json", JSON.stringify(older.info));
  write("facts.json", JSON.stringify(withoutSpellings(older)));
  write("index.bin", buildIndex(older));
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

/** Puts an older version's database in the place of the extension's notes, from a page of the extension. */
export async function putDatabase(page: Page, old: OldDatabase): Promise<void> {
  const name = "telecom-lens";
  await page.evaluate(
    (which: string) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(which);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
    name,
  );
  await page.evaluate(makeOldDatabase, name, old);
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
