import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { readRecords } from "../../../data/tools/read-records.ts";
import { createRecordSet } from "../../../data/tools/record-set.ts";
import { completeIds } from "../../../data/tools/rules/ids.ts";

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
  /** The edit stays as it is written: it is about the form of the file, or about ids. */
  raw?: true;
}

/**
 * A copy of the valid data folder with some edits; the caller removes it. Form and ids are put in order as `fix`
 * does, so that an edit makes one mistake and not three.
 */
export function copyDataFolder(edits: Edit[] = []): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "data-tools-"));
  cpSync(validFolder, folder, { recursive: true });
  for (const edit of edits) applyEdit(folder, edit);
  if (edits.length > 0 && !edits.some(({ raw }) => raw)) putInOrder(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

function putInOrder(folder: string): void {
  const { records } = readRecords(folder);
  for (const { file, form } of records) {
    if (form) writeFileSync(join(folder, file), form.print());
  }
  writeFileSync(join(folder, "ids.txt"), completeIds(createRecordSet(folder, records)));
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
