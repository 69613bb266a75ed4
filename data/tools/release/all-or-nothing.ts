import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Does work that writes files, and puts them back as they were, or takes away what was not there, when it fails.
 *
 * @param paths every file that the work may write.
 * @throws whatever the work throws.
 */
export function allOrNothing<Result>(paths: string[], work: () => Result): Result {
  const before = paths.map((path) => ({ path, bytes: existsSync(path) ? readFileSync(path) : undefined }));
  try {
    return work();
  } catch (cause) {
    for (const { path, bytes } of before) {
      if (bytes === undefined) rmSync(path, { force: true });
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, bytes);
      }
    }
    throw cause;
  }
}
