import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BrowserKind } from "./browsers/find-browser.ts";

export const repository = join(import.meta.dirname, "../..");

/** The packages, as WXT names them. Firefox on Android takes Firefox's. */
export const packageTargets = ["chrome", "edge", "firefox", "safari"] as const;
export type PackageTarget = (typeof packageTargets)[number];

/** The package that a browser is driven with. */
export const targetOf: Record<BrowserKind, PackageTarget> = { chromium: "chrome", firefox: "firefox" };

/** What a build is made of; a change in any of it makes the build old. */
const sources = ["entrypoints", "src", "data", "wxt.config.ts", "package-lock.json"];

/** The build failed; the message holds what the builder said. */
export class BuildFailure extends Error {
  override name = "BuildFailure";
}

/** Folder of the built extension, ready to be loaded by a browser. */
export function builtFolder(kind: BrowserKind): string {
  return targetFolder(targetOf[kind]);
}

/** Folder of the built extension for a store. */
export function targetFolder(target: PackageTarget): string {
  return join(repository, ".output", `${target}-mv3`);
}

/** Whether there is no build, or a source is newer than it. */
export function isBuildStale(kind: BrowserKind): boolean {
  const manifest = statSync(join(builtFolder(kind), "manifest.json"), { throwIfNoEntry: false });
  if (!manifest) return true;
  return sources.some((source) => newest(join(repository, source)) > manifest.mtimeMs);
}

/**
 * Builds the extension for one browser.
 *
 * @throws BuildFailure
 */
export function buildExtension(kind: BrowserKind): void {
  buildTarget(targetOf[kind], process.env);
}

/**
 * Builds the extension for one store.
 *
 * @param environment what the builder may know of this machine; a developer's own choices must not leak into a package.
 * @throws BuildFailure with what the builder said.
 */
export function buildTarget(target: PackageTarget, environment: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, "node_modules/wxt/bin/wxt.mjs"), "build", "--browser", target],
    { cwd: repository, encoding: "utf8", env: { ...environment, NODE_ENV: "production" } },
  );
  if (status === 0) return;
  throw new BuildFailure(`The extension for ${target} could not be built.\n${`${stdout}${stderr}`.trim()}`);
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
