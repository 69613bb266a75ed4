import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const validFolder = resolve(import.meta.dirname, "../../fixtures/data-valid");

/** One edit to one file of the valid data folder. */
export interface Edit {
  file: string;
  /** The first text is replaced by the second; it must be there. */
  replace?: [string, string];
  /** The file's new content, where it is new or altogether different. */
  write?: string | Uint8Array;
  append?: string;
  remove?: true;
}

/** A copy of the valid data folder with some edits; the caller removes it. */
export function copyDataFolder(edits: Edit[] = []): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "data-tools-"));
  cpSync(validFolder, folder, { recursive: true });
  for (const edit of edits) applyEdit(folder, edit);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

function applyEdit(folder: string, { file, replace, write, append, remove }: Edit): void {
  const path = join(folder, file);
  if (remove) rmSync(path);
  if (write !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, write);
  }
  if (append !== undefined) writeFileSync(path, readFileSync(path, "utf8") + append);
  if (replace) {
    const text = readFileSync(path, "utf8");
    if (!text.includes(replace[0])) throw new Error(`${file} does not hold ${replace[0]}`);
    writeFileSync(
      path,
      text.replace(replace[0], () => replace[1]),
    );
  }
}
