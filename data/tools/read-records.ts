import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { withLibraryCountries } from "./library-countries.ts";
import { nearest } from "./nearest.ts";
import { parseFile } from "./parse-file.ts";
import { printRecord } from "./print-record.ts";
import type { Path, Position, Problem } from "./problem.ts";
import {
  folderKinds,
  folders,
  optionalKinds,
  type RecordKind,
  singleFiles,
  singleKinds,
} from "./record-kinds.ts";

export interface DataRecord {
  kind: RecordKind;
  /** The file name without `.yml`. */
  id: string;
  /** Path below the data folder. */
  file: string;
  /** As written, not yet checked; undefined when the file could not be understood. */
  value: unknown;
  locate(path: Path): Position;
  /** The file's text as it is and as `fix` writes it; none where it cannot be read, or where there is no file. */
  form?: { text: string; print(): string };
  /** Made from the library of country names; there is no file. */
  generated?: true;
}

export interface ReadResult {
  records: DataRecord[];
  problems: Problem[];
}

/** What may stand in the data folder beside records. */
const otherFolders = ["dist", "schemas", "tools", "vocabulary"];

/**
 * Reads every record below a data folder, in a fixed order.
 *
 * Never throws: what cannot be read is a problem (rules `folder` and `parse`), and a file with a
 * mistake stays in the list without a value, so that references to it do not seem to dangle.
 *
 * @param isWhole false for a folder whose records stand beside those of another one: it may lack any file.
 */
export function readRecords(dataFolder: string, isWhole = true): ReadResult {
  const records: DataRecord[] = [];
  const problems: Problem[] = [];
  const report = (file: string, rule: string, what: string, todo: string, at = { line: 1, column: 1 }) =>
    problems.push({ file, ...at, rule, what, todo });

  if (!existsSync(dataFolder) || !statSync(dataFolder).isDirectory()) {
    report(".", "folder", `there is no folder ${dataFolder}`, "give the data folder with --data");
    return { records, problems };
  }
  const read = (kind: RecordKind, id: string, file: string) => {
    const content = readText(join(dataFolder, file));
    if ("failure" in content) {
      report(file, "parse", content.failure, "save the file as plain text in UTF-8");
      records.push({ kind, id, file, value: undefined, locate: () => ({ line: 1, column: 1 }) });
      return;
    }
    const { text } = content;
    const { value, locate, mistakes, document } = parseFile(text);
    for (const { at, what, todo } of mistakes) report(file, "parse", what, todo, at);
    const form = value === undefined ? undefined : { text, print: () => printRecord(kind, document, text) };
    records.push({ kind, id, file, value, locate, form });
  };

  for (const kind of singleKinds) {
    const file = singleFiles[kind];
    const id = file.replace(/^.*\//, "").replace(/\.yml$/, "");
    if (existsSync(join(dataFolder, file))) read(kind, id, file);
    else if (isWhole && !optionalKinds.has(kind))
      report(file, "folder", "this file is missing", "restore it; without entries it holds [] or {}");
  }
  for (const kind of folderKinds) {
    for (const name of namesIn(join(dataFolder, folders[kind]))) {
      const file = `${folders[kind]}/${name}`;
      if (name.endsWith(".yml")) read(kind, name.slice(0, -".yml".length), file);
      else report(file, "folder", "only record files belong here", "name it ID.yml, or move it elsewhere");
    }
  }
  for (const file of strayFiles(dataFolder)) {
    const [folder = ""] = file.split("/");
    const near = nearest(folder, Object.values(folders));
    const place = near ? `move it to ${near}/` : `move it to one of ${Object.values(folders).join(", ")}`;
    report(file, "folder", "no record is read from here", place);
  }
  return { records: isWhole ? withLibraryCountries(records) : records, problems };
}

function readText(path: string): { text: string } | { failure: string } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    if (error instanceof TypeError) return { failure: "the file is not UTF-8 text" };
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    return { failure: `the file cannot be read (${code})` };
  }
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .sort();
}

/** YAML files in places that nothing is read from: they would be lost in silence. */
function strayFiles(dataFolder: string): string[] {
  const known = new Set<string>(Object.values(singleFiles));
  const stray: string[] = [];
  const collect = (below: string) => {
    for (const name of namesIn(join(dataFolder, below))) {
      const file = below ? `${below}/${name}` : name;
      if (/\.ya?ml$/.test(name) && !known.has(file)) stray.push(file);
    }
  };
  collect("");
  for (const name of namesIn(dataFolder)) {
    const isRecordFolder = Object.values(folders).includes(name);
    if (isRecordFolder || (otherFolders.includes(name) && name !== "vocabulary")) continue;
    if (statSync(join(dataFolder, name)).isDirectory()) collect(name);
  }
  return stray;
}
