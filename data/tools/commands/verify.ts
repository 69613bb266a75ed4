import { readFileSync } from "node:fs";
import { isPublicKey } from "../../../src/core/package/keys.ts";
import { PackageError } from "../../../src/core/package/package-error.ts";
import { CommandFailure } from "../command-failure.ts";
import { readKeys } from "../keys/keys-file.ts";
import { nameOfKey, readAnyPackage } from "../release/make-package.ts";
import { pathOf } from "../user-paths.ts";

/**
 * `verify PACKAGE`: whether an extension would take it, by its signature, its checksums and what it holds.
 *
 * @throws CommandFailure when it would not, with the reason.
 */
export function verify(dataFolder: string, file: string, options: { key?: string }): void {
  const keys = readKeys(dataFolder);
  if (options.key !== undefined && !isPublicKey(options.key)) {
    throw new CommandFailure(`${options.key} is no public key. Give the one that keys.yml shows.`, 2);
  }
  const trusted = options.key === undefined ? keys.keys.map(({ key }) => key) : [options.key];
  try {
    const { manifest, key, dataset } = readAnyPackage(readFileSync(pathOf(file)), trusted);
    const { kind, title, version, date, previous, minExtension, licence } = manifest;
    const signer = key ? `Signed by ${nameOfKey(keys, key)}.` : "Not signed by a key that is known here.";
    console.log(
      `${file} is in order: ${kind === "pack" ? "a pack" : "the dataset"}, "${title}", version ${version} of ${date}, ${licence}.`,
    );
    console.log(
      `${dataset.entities.length} entities, ${dataset.measures.length} measures${previous ? `, and what is new since ${previous}` : ""}; for version ${minExtension} of the extension and later.`,
    );
    console.log(signer);
  } catch (cause) {
    if (cause instanceof PackageError) throw new CommandFailure(`${file}: ${cause.what} ${cause.remedy}`);
    throw cause;
  }
}
