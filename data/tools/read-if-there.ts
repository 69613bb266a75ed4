import { readFileSync } from "node:fs";

/**
 * The text of a file, or undefined where there is none.
 *
 * @throws whatever else keeps it from being read: a file that is taken for missing would be written anew.
 */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cause;
  }
}
