import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildTarget,
  type PackageTarget,
  packageTargets,
  repository,
  targetFolder,
} from "../build-extension.ts";
import { sourceEntries } from "./source-files.ts";
import { type ZipEntry, zipArchive } from "./zip-archive.ts";

/** A file of a release. */
export interface ReleaseFile {
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** The checksums of the packages, in the form that `sha256sum --check` reads. */
export const checksumFile = "SHA256SUMS";

/** Where the packages are written. */
export const releaseFolder = join(repository, ".output", "release");

/**
 * Builds the packages for the stores, and with all of them the sources from which Firefox's reviewers make theirs again,
 * into `.output/release/`, with their checksums. The same sources give the same bytes in any folder and on any day.
 *
 * @returns the files, in the order of their names.
 * @throws BuildFailure
 */
export function makePackages(targets: readonly PackageTarget[] = packageTargets): ReleaseFile[] {
  rmSync(releaseFolder, { recursive: true, force: true });
  mkdirSync(releaseFolder, { recursive: true });
  const { name, version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
    name: string;
    version: string;
  };
  const write = (part: string, entries: ZipEntry[]) =>
    writeReleaseFile(`${name}-${version}-${part}.zip`, zipArchive(entries));
  const packages = targets.map((target) => {
    buildTarget(target, cleanEnvironment());
    return write(target, builtEntries(targetFolder(target)));
  });
  if (targets.length < packageTargets.length) return packages;
  // Who makes the packages again from the sources finds in them what must come out.
  const expected = { path: checksumFile, bytes: Buffer.from(checksumLines(packages)) };
  const files = [...packages, write("sources", [...sourceEntries(repository), expected])];
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  writeFileSync(join(releaseFolder, checksumFile), checksumLines(files));
  return files;
}

/** What `sha256sum` would write of the files. */
export function checksumLines(files: readonly ReleaseFile[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}

/** The checksums by name. */
export function readChecksums(text: string): Map<string, string> {
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/**
 * Compares packages with the checksums that came with the sources: a sentence for each.
 *
 * @returns null where none came with them, which is so in the repository.
 */
export function compareWithExpected(
  files: readonly ReleaseFile[],
  root = repository,
): { same: boolean; lines: string[] } | null {
  const path = join(root, checksumFile);
  if (!statSync(path, { throwIfNoEntry: false })) return null;
  const expected = readChecksums(readFileSync(path, "utf8"));
  const known = files.filter(({ name }) => expected.has(name));
  const wrong = known.filter(({ name, sha256 }) => expected.get(name) !== sha256);
  return {
    same: known.length > 0 && wrong.length === 0,
    lines: known.map((file) =>
      wrong.includes(file)
        ? `${file.name}: NOT the bytes of ${checksumFile}, which says ${expected.get(file.name)}`
        : `${file.name}: the very bytes of ${checksumFile}`,
    ),
  };
}

/** The files of a built extension as entries of an archive. */
export function builtEntries(folder: string): ZipEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: file.slice(folder.length + 1).replaceAll("\\", "/"), bytes: readFileSync(file) };
    });
}

function writeReleaseFile(name: string, bytes: Uint8Array): ReleaseFile {
  writeFileSync(join(releaseFolder, name), bytes);
  return { name, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Variables that a developer has set for own builds, and those that builders copy into the code. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = /^(TELECOM_LENS|WXT|VITE)_/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
