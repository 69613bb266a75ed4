import { spawnSync } from "node:child_process";

/** What git prints in a folder, or undefined where it fails or is not there. */
export function git(folder: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}
