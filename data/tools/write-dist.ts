import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Dataset } from "../../src/core/dataset/schema.ts";
import { jsonSchemaFiles } from "./json-schemas.ts";

/** Writes `schemas/`, and removes what no kind needs any more. */
export function writeSchemas(dataFolder: string): void {
  const folder = join(dataFolder, "schemas");
  const files = jsonSchemaFiles();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name.endsWith(".json") && !files.has(name)) rmSync(join(folder, name));
  }
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

/**
 * Writes `dist/dataset.json` (facts), `dist/index.bin` (spellings) and `dist/SHA256SUMS`.
 *
 * @returns the sizes in bytes.
 */
export function writeDist(dataFolder: string, dataset: Dataset, index: Uint8Array) {
  const folder = join(dataFolder, "dist");
  mkdirSync(folder, { recursive: true });
  const facts = printDataset(dataset);
  writeFileSync(join(folder, "dataset.json"), facts);
  writeFileSync(join(folder, "index.bin"), index);
  writeSums(folder);
  return { dataset: Buffer.byteLength(facts), index: index.byteLength };
}

export const sumsFile = "SHA256SUMS";

/** Writes the checksums of all that stands in a folder, in the form that `sha256sum -c` reads. */
export function writeSums(folder: string): void {
  const names = readdirSync(folder).filter((name) => name !== sumsFile && !name.startsWith("."));
  const lines = names.sort().map((name) => {
    const sum = createHash("sha256").update(readFileSync(join(folder, name)));
    return `${sum.digest("hex")}  ${name}\n`;
  });
  writeFileSync(join(folder, sumsFile), lines.join(""));
}

/** The dataset as JSON with one record a line: small, and comparable line by line. */
export function printDataset(dataset: Dataset): string {
  const parts = Object.entries(dataset).map(([key, value]) => {
    const text = Array.isArray(value)
      ? value.length === 0
        ? "[]"
        : `[\n${value.map((record) => JSON.stringify(record)).join(",\n")}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(key)}:${text}`;
  });
  return `{${parts.join(",\n")}}\n`;
}
