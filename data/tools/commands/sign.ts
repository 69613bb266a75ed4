import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { toUtf8 } from "../../../src/core/matching/utf8.ts";
import { packageMessage, publicKeyOf, signWith } from "../../../src/core/package/keys.ts";
import type { PackageManifest } from "../../../src/core/package/manifest.ts";
import { readLines, sectionNames, valueIn } from "../../../src/core/package/package-layout.ts";
import { readHead } from "../../../src/core/package/read-package.ts";
import { layOut } from "../../../src/core/package/write-package.ts";
import { CommandFailure } from "../command-failure.ts";
import { type KeysFile, readKeys } from "../keys/keys-file.ts";
import { keyVariable, readPrivateKey } from "../keys/private-key.ts";
import { allOrNothing } from "../release/all-or-nothing.ts";
import { nameOfKey, readAnyPackage, requireKnownKey } from "../release/make-package.ts";
import { pathOf, shownPath } from "../user-paths.ts";
import { sumsFile, writeSums } from "../write-dist.ts";

/**
 * `sign PACKAGE`: signs a package, or signs it anew, after all else about it was found to be right.
 *
 * @throws CommandFailure, PackageError
 */
export function sign(dataFolder: string, file: string, options: { key?: string }): void {
  const secret = readPrivateKey(options.key);
  if (!secret) {
    throw new CommandFailure(
      `Give the private key to sign with: --key FILE, or the variable ${keyVariable}.`,
      2,
    );
  }
  const path = pathOf(file);
  const bytes = readFileSync(path);
  const head = readHead(bytes);
  if (head !== "incomplete" && head.manifest.kind === "dataset") {
    requireKnownKey(dataFolder, secret);
    requireIntroduction(head.manifest, readKeys(dataFolder), publicKeyOf(secret));
  }
  const lines = readLines(bytes, sectionNames.length + 1).slice(1);
  const [manifest, , facts, index, diff] = sectionNames.map((name, at) => valueIn(lines[at], name)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const signature = toUtf8(JSON.stringify(signWith(secret)(packageMessage(manifest))));
  const signed = layOut({ manifest, signature, facts, index, diff });
  const { version } = readAnyPackage(signed, [publicKeyOf(secret)]).manifest;
  const folder = dirname(path);
  const sums = readdirSync(folder).includes(sumsFile) ? [`${folder}/${sumsFile}`] : [];
  allOrNothing([path, ...sums], () => {
    writeFileSync(path, signed);
    if (sums.length > 0) writeSums(folder);
  });
  console.log(
    `${shownPath(path)}: version ${version} is signed by ${nameOfKey(readKeys(dataFolder), publicKeyOf(secret))}.`,
  );
}

/** The package was made before its key was introduced: who knows only older keys would not take it. */
function requireIntroduction(manifest: PackageManifest, keys: KeysFile, key: string): void {
  const introduces = ({ introductions }: Pick<PackageManifest, "introductions">) =>
    introductions.some((introduction) => introduction.key === key);
  if (!introduces(keys) || introduces(manifest)) return;
  throw new CommandFailure(
    "This package was made before its new key was introduced, and extensions that know only the old key would refuse it. Sign it with the old key, or release the next version with the new one.",
  );
}
