import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { copyDataFolder, type Edit } from "./data-folder.ts";

/** The program behind `npm run data`. */
export const command = resolve(import.meta.dirname, "../../../data/tools/data.ts");

/** Runs `npm run data` on a folder, as a process of its own. */
export function runData(folder: string, ...args: string[]) {
  const env = { ...process.env, NO_COLOR: "1", INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, "--data", folder, ...args], {
    encoding: "utf8",
    env,
  });
  return { code: status, stdout, stderr };
}

/** A copy of the valid folder on which commands can be run; it is removed when the test is over. */
export function workshop(...edits: Edit[]) {
  const { folder, remove } = copyDataFolder(edits);
  onTestFinished(remove);
  const path = (file: string) => join(folder, file);
  return {
    folder,
    run: (...args: string[]) => runData(folder, ...args),
    read: (file: string) => readFileSync(path(file), "utf8"),
    path,
  };
}
