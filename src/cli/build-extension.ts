import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BrowserKind } from "./browsers/find-browser.ts";

export const repository = join(import.meta.dirname, "../..");

/** WXT's names for the packages. */
const targets: Record<BrowserKind, string> = { chromium: "chrome", firefox: "firefox" };

/** What a build is made of; a change in any of it makes the build old. */
const sources = ["entrypoints", "src", "data", "wxt.config.ts", "package-lock.json"];

/** The build failed; the message holds what the builder said. */
export class BuildFailure extends Error {
  override name = "BuildFailure";
}

/** Folder of the built extension, ready to be loaded by a browser. */
export function builtFolder(kind: BrowserKind): string {
  return join(repository, ".output", `${targets[kind]}-mv3`);
}

/** Whether there is no build, or a source is newer than it. */
export function isBuildStale(kind: BrowserKind): boolean {
  const manifest = statSync(join(builtFolder(kind), "manifest.json"), { throwIfNoEntry: false });
  if (!manifest) return true;
  return sources.some((source) => newest(join(repository, source)) > manifest.mtimeMs);
}

/**
 * Builds the extension for one browser, and with `zip` the packages for its store.
 *
 * @returns what the builder printed.
 * @throws BuildFailure
 */
export function buildExtension(kind: BrowserKind, options: { zip?: boolean } = {}): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(repository, "node_modules/wxt/bin/wxt.mjs"),
      options.zip ? "zip" : "build",
      "--browser",
      targets[kind],
    ],
    // The choice for developers' own builds must not leak into a package.
    { cwd: repository, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } },
  );
  const output = `${stdout}${stderr}`.trim();
  if (status !== 0)
    throw new BuildFailure(`The extension for ${targets[kind]} could not be built.\n${output}`);
  return output;
}

/** Milliseconds since 1970 of the latest change below a path. Generated folders do not count. */
function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path)
    .filter((name) => name !== "dist" && name !== "schemas")
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}
