import { dirname, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { packageFolder } from "./bundled-packages.ts";

/** What a package weighs in the files that ship. */
export interface PackageWeight {
  /** Bytes that the files would be smaller without it, compressed by gzip. */
  gzipped: number;
  /** The files that hold some of it. */
  files: Set<string>;
}

/** The builder's map from a file to its sources. */
interface SourceMap {
  sources: (string | null)[];
  mappings: string;
}

/**
 * Weighs packages in the files themselves: each file is compressed with and without the code that comes from the package.
 *
 * @param root the repository.
 * @returns the builder's plugin, and the weights by the packages' folders, filled while it builds.
 */
export function weighPackages(root: string): { plugin(): Plugin; weights: Map<string, PackageWeight> } {
  const weights = new Map<string, PackageWeight>();
  const add = (folder: string | null, { fileName }: { fileName: string }, gzipped: number) => {
    if (folder === null) return;
    const weight = weights.get(folder) ?? { gzipped: 0, files: new Set() };
    weight.gzipped += gzipped;
    weight.files.add(fileName);
    weights.set(folder, weight);
  };
  return {
    weights,
    plugin: () => ({
      name: "weigh-packages",
      enforce: "post",
      generateBundle({ dir = root }, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "chunk") continue;
          if (!file.map) {
            // Only what a builder adds by itself comes from no file.
            for (const id of Object.keys(file.modules))
              add(packageFolder(id, root), file, gzipSync(file.code).length);
            continue;
          }
          const from = dirname(resolve(dir, file.fileName));
          const whole = gzipSync(file.code).length;
          const parts = partsBySource(file.code, file.map);
          const folderOf = (source: string | null) =>
            source === null ? null : packageFolder(isVirtual(source) ? source : resolve(from, source), root);
          for (const folder of new Set(parts.map(({ source }) => folderOf(source)))) {
            const rest = parts.filter(({ source }) => folderOf(source) !== folder).map(({ code }) => code);
            add(folder, file, whole - gzipSync(rest.join("")).length);
          }
        }
      },
    }),
  };
}

/** A file in pieces, each with the source that it comes from; null for what the builder wrote itself. */
export function partsBySource(code: string, map: SourceMap): { code: string; source: string | null }[] {
  const parts: { code: string; source: string | null }[] = [];
  const lines = code.split("\n");
  let source = 0;
  for (const [at, text] of map.mappings.split(";").entries()) {
    const line = `${lines[at] ?? ""}\n`;
    let column = 0;
    let before: { column: number; source: string | null } = { column: 0, source: null };
    for (const segment of text.split(",").filter((one) => one !== "")) {
      const [columns = 0, sources] = decodeNumbers(segment);
      column += columns;
      if (sources !== undefined) source += sources;
      parts.push({ code: line.slice(before.column, column), source: before.source });
      before = { column, source: sources === undefined ? null : (map.sources[source] ?? null) };
    }
    parts.push({ code: line.slice(before.column), source: before.source });
  }
  return parts.filter((part) => part.code !== "");
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The numbers of one segment: base 64, five bits a digit with the lowest first, the sign in the lowest bit of each number. */
function decodeNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of segment) {
    const digit = digits.indexOf(letter);
    value += (digit & 31) << shift;
    if (digit & 32) {
      shift += 5;
      continue;
    }
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

function isVirtual(source: string): boolean {
  return source.startsWith("\0") || /^(virtual:|vite\/|rolldown\/)/.test(source);
}
