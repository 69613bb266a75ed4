import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { BuildFailure, repository } from "../build-extension.ts";
import { checksumFile, readChecksums } from "./make-packages.ts";
import { runProgram } from "./run-program.ts";
import { uncommitted } from "./source-files.ts";
import { readZip } from "./zip-archive.ts";

/**
 * Proves that the packages can be made again: builds them in two clones, in two folders and under two sets of variables
 * (time zone, language, mask of new files), and a third time from the unpacked sources, where git knows nothing. The installed packages are
 * linked into each and not downloaded again, so that it works without a network; `package-lock.json` pins their bytes.
 *
 * @param say told what is being done.
 * @returns the checksums by name, the same in all three.
 * @throws BuildFailure with what differs.
 */
export function verifyPackages(say: (line: string) => void): Map<string, string> {
  const changed = uncommitted(repository);
  if (changed.length > 0)
    throw new BuildFailure(
      `A clone has what is committed. Commit or take back first:\n${changed.join("\n")}`,
    );
  const scratch = mkdtempSync(join(tmpdir(), "telecom-lens-verify-"));
  try {
    const first = join(scratch, "a");
    const second = join(scratch, "another folder", "with a longer name");
    const third = join(scratch, "sources");
    for (const folder of [first, second]) clone(folder);
    say("building in a clone …");
    const one = build(first, { TZ: "UTC", LC_ALL: "C" }, 0o022);
    say("building in another clone, in another folder, time zone and language …");
    const two = build(second, { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" }, 0o077);
    say("building from the unpacked sources …");
    unpackSources(first, third);
    const three = build(third, { TZ: "America/St_Johns" }, 0o022);
    const differences = [...differing(first, second, one, two), ...differing(first, third, one, three)];
    if (differences.length > 0)
      throw new BuildFailure(`The packages cannot be made again:\n${differences.join("\n")}`);
    return one;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function clone(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  runProgram("git", ["clone", "--quiet", "--no-local", repository, folder], repository);
  // The commit that is checked out, whatever branch it is on.
  const commit = runProgram("git", ["rev-parse", "HEAD"], repository).trim();
  runProgram("git", ["checkout", "--quiet", "--detach", commit], folder);
}

/** Builds all packages in a folder and gives back their checksums. */
function build(folder: string, environment: NodeJS.ProcessEnv, mask: number): Map<string, string> {
  linkFolder(join(repository, "node_modules"), join(folder, "node_modules"));
  const before = process.umask(mask);
  try {
    runProgram(process.execPath, [join(folder, "src/cli/build.ts"), "--zip"], folder, environment);
  } finally {
    process.umask(before);
  }
  return readChecksums(readFileSync(join(releaseOf(folder), checksumFile), "utf8"));
}

function unpackSources(from: string, to: string): void {
  const name = readdirSync(releaseOf(from)).find((file) => file.endsWith("-sources.zip"));
  for (const { path, bytes } of readZip(readFileSync(join(releaseOf(from), name ?? "")))) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), bytes);
  }
}

/** What is not the same in two releases, down to the files in the archives. */
function differing(
  folder: string,
  other: string,
  sums: Map<string, string>,
  otherSums: Map<string, string>,
): string[] {
  const names = [...new Set([...sums.keys(), ...otherSums.keys()])];
  return names
    .filter((name) => sums.get(name) !== otherSums.get(name))
    .flatMap((name) => {
      const [here, there] = [folder, other].map(
        (one) =>
          new Map(readZip(readFileSync(join(releaseOf(one), name))).map((entry) => [entry.path, entry])),
      );
      const paths = [...new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])];
      const apart = paths.filter((path) => {
        const [mine, theirs] = [here?.get(path), there?.get(path)];
        return !mine || !theirs || !Buffer.from(mine.bytes).equals(theirs.bytes);
      });
      return [`${name}: ${apart.join(", ") || "the same files, packed otherwise"}`];
    });
}

function releaseOf(folder: string): string {
  return join(folder, ".output", "release");
}

/** A copy of a folder that takes no room, where the disk can do that. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, copy);
    else linkOrCopy(source, copy);
  }
}

function linkOrCopy(source: string, copy: string): void {
  try {
    linkSync(source, copy);
  } catch {
    // A link of its own kind, or another disk.
    cpSync(source, copy, { verbatimSymlinks: true });
  }
}
