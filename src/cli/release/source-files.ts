import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./run-program.ts";
import type { ZipEntry } from "./zip-archive.ts";

/** What a build is made of, and the words for who makes it again. Tests, pictures and tools to write code are not. */
const roots = [
  ".npmrc",
  "LICENSE",
  "README.md",
  "data",
  "entrypoints",
  "package-lock.json",
  "package.json",
  "src",
  "tsconfig.json",
  "wxt.config.ts",
];
/** In them, what no build asks for. */
const leftOut = ["src/decisions/", "src/store/"];
/** What a build writes among the sources; git ignores it. */
const generated = ["data/dist/"];

/**
 * The files that a build needs, as git knows them; in a folder that git does not keep (the unpacked sources) all that are
 * there. Paths from the repository, sorted.
 */
export function sourceFiles(root: string): string[] {
  const files = existsSync(join(root, ".git"))
    ? listedByGit(root)
    : roots.flatMap((path) => below(root, path));
  return files.filter((path) => ![...leftOut, ...generated].some((folder) => path.startsWith(folder))).sort();
}

/** The sources as entries of an archive. */
export function sourceEntries(root: string): ZipEntry[] {
  return sourceFiles(root).map((path) => ({ path, bytes: readFileSync(join(root, path)) }));
}

/** What git would commit: the sources that are changed or new, each in a line. Empty where git keeps nothing. */
export function uncommitted(root: string): string[] {
  if (!existsSync(join(root, ".git"))) return [];
  return runProgram("git", ["status", "--porcelain", "--", ...roots], root)
    .split("\n")
    .filter((line) => line !== "");
}

function listedByGit(root: string): string[] {
  return runProgram("git", ["ls-files", "-z", "--", ...roots], root)
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)));
}

function below(root: string, path: string): string[] {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => below(root, `${path}/${name}`));
}
