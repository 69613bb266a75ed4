import { existsSync, writeFileSync } from "node:fs";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { versionPattern } from "../../../src/core/package/manifest.ts";
import { mergePack } from "../../../src/core/package/private-pack.ts";
import { buildDataset } from "../build-dataset.ts";
import { CommandFailure } from "../command-failure.ts";
import { readKeys } from "../keys/keys-file.ts";
import { readPrivateKey } from "../keys/private-key.ts";
import { buildPack } from "../release/build-pack.ts";
import { makePackage } from "../release/make-package.ts";
import { pathOf } from "../user-paths.ts";

export interface PackOptions {
  out: string;
  title?: string;
  version?: string;
  key?: string;
}

/**
 * `pack FOLDER`: somebody's own records as a package to install beside the dataset. They may refer to its records, and
 * are checked together with them.
 *
 * @throws CommandFailure, DataProblemsError, PackageError
 */
export function pack(dataFolder: string, folder: string, options: PackOptions): void {
  const path = pathOf(folder);
  if (!existsSync(path)) {
    throw new CommandFailure(`There is no folder ${folder}. Give the one that holds your records.`);
  }
  if (options.version !== undefined && !versionPattern.test(options.version)) {
    throw new CommandFailure(`${options.version} is no version; write YEAR.MONTH.NUMBER, as 2026.11.0.`, 2);
  }
  const secret = readPrivateKey(options.key);
  const { title, version } = options;
  const facts = buildPack(dataFolder, path, { title, version, date: new Date().toISOString().slice(0, 10) });
  // Beside the dataset it must work as well.
  buildIndex(mergePack(buildDataset(dataFolder).dataset, facts).dataset);
  const contents = { kind: "pack", facts, index: new Uint8Array(0), diff: null } as const;
  const bytes = makePackage(contents, readKeys(dataFolder), secret);
  writeFileSync(pathOf(options.out), bytes);
  const lines = [
    `Written: ${options.out}, "${facts.info.title}" ${facts.info.version}: ${facts.entities.length} entities, ${facts.measures.length} measures, ${Math.ceil(bytes.length / 1000)} kB, ${secret ? "signed" : "not signed"}.`,
    "What to do next: install it from this file (options page, Dataset, your own pack). Cards say what comes from it. A later pack needs a higher version.",
  ];
  for (const line of lines) console.log(line);
}
