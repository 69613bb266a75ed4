import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { createKeyPair, isTrusted, publicKeyOf, signWith } from "../../../src/core/package/keys.ts";
import { readableSince } from "../../../src/core/package/manifest.ts";
import { type ReadPackage, readHead, readPackage } from "../../../src/core/package/read-package.ts";
import { type PackageContents, writePackage } from "../../../src/core/package/write-package.ts";
import { CommandFailure } from "../command-failure.ts";
import { type KeysFile, keysFile, readKeys } from "../keys/keys-file.ts";

/** Version of the extension of this repository, by which packages are judged. */
export const extensionVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8"))).version;

export type Unpackaged = Omit<PackageContents, "manifest"> & Pick<PackageContents["manifest"], "kind">;

/**
 * The bytes of a package, which were read back and found to be right.
 *
 * @param secret signs it; without it the package is unsigned.
 * @throws PackageError when an extension would not take it.
 */
export function makePackage(contents: Unpackaged, keys: KeysFile, secret: Uint8Array | undefined) {
  const { kind, ...rest } = contents;
  const manifest = { kind, minExtension: readableSince, introductions: keys.introductions };
  const bytes = writePackage({ manifest, ...rest }, secret && signWith(secret));
  // What nobody signed yet is tried as it will be when somebody has.
  const tried = secret ?? createKeyPair().secret;
  const signed = secret ? bytes : writePackage({ manifest, ...rest }, signWith(tried));
  readPackage(signed, { kind, trusted: [publicKeyOf(tried)], extension: extensionVersion });
  return bytes;
}

/**
 * Reads a package as an extension that trusts these keys would, whatever version it has already.
 *
 * @throws PackageError
 */
export function readAnyPackage(bytes: Uint8Array, trusted: readonly string[]): ReadPackage {
  const head = readHead(bytes);
  const kind = head === "incomplete" ? "dataset" : head.manifest.kind;
  return readPackage(bytes, { kind, trusted, extension: extensionVersion });
}

/**
 * Sees to it that what a key signs is taken: it must stand in `keys.yml`, or be introduced there.
 *
 * @throws CommandFailure
 */
export function requireKnownKey(dataFolder: string, secret: Uint8Array): void {
  const { keys, introductions } = readKeys(dataFolder);
  const key = publicKeyOf(secret);
  const known = keys.map((entry) => entry.key);
  if (isTrusted(key, known, introductions)) return;
  throw new CommandFailure(
    `The key ${key} does not stand in ${join(dataFolder, keysFile)}, so no extension would take what it signs. Sign with a key from there, or add this one.`,
  );
}

/** "Editors (6kps…, since 2026-11-29)", or the key alone where nobody knows it. */
export function nameOfKey({ keys }: KeysFile, key: string): string {
  const known = keys.find((entry) => entry.key === key);
  return known ? `${known.name} (${key}, since ${known.since})` : key;
}
