/**
 * A dataset package is one JSON file, a section a line, so that its bytes can be checked before anything in them is
 * parsed, and anybody can read it with nothing but a JSON parser:
 *
 *   {"telecomLens":"dataset package 1",
 *   "manifest":{…},
 *   "signature":{"key":"…","value":"…"},     or null
 *   "facts":{…},
 *   "index":"…",                             base64; "" in a pack
 *   "diff":{…}                               or null
 *   }
 *
 * Exactly these lines, each with one line feed at its end, in UTF-8 without a mark in front. Manifest and signature come
 * first, so that who looks for updates needs the beginning only.
 */
import { toUtf8 } from "../matching/utf8.ts";
import { packageFormat } from "./manifest.ts";
import { PackageError } from "./package-error.ts";

const opening = '{"telecomLens":"dataset package ';

/** Lines between the first and the last, in their order. */
export const sectionNames = ["manifest", "signature", "facts", "index", "diff"] as const;
export type SectionName = (typeof sectionNames)[number];

export const firstLine = toUtf8(`${opening}${packageFormat}",`);
export const lastLine = toUtf8("}");
export const lineFeed = 10;
const comma = toUtf8(",");

/** What stands before and after a section's value in its line. */
export function sectionFrame(name: SectionName): { before: Uint8Array; after: Uint8Array } {
  return { before: toUtf8(`${JSON.stringify(name)}:`), after: name === "diff" ? new Uint8Array(0) : comma };
}

/** Bytes of a package whose sections have these lengths, line ends included. */
export function totalBytes(lengths: Record<SectionName, number>): number {
  const around = sectionNames.reduce((sum, name) => {
    const { before, after } = sectionFrame(name);
    return sum + before.length + lengths[name] + after.length + 1;
  }, 0);
  return firstLine.length + 1 + around + lastLine.length + 1;
}

/**
 * The lines of a package from its first bytes: as many as are complete, at most `count`, without their line feeds.
 *
 * @throws PackageError when the file begins like no package, or like one of a later format.
 */
export function readLines(bytes: Uint8Array, count: number): Uint8Array[] {
  checkOpening(bytes);
  const lines: Uint8Array[] = [];
  for (let from = 0; lines.length < count; ) {
    const end = bytes.indexOf(lineFeed, from);
    if (end < 0) break;
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return lines;
}

function checkOpening(bytes: Uint8Array): void {
  const begun = bytes.subarray(0, firstLine.length + 1);
  const wanted = Uint8Array.of(...firstLine, lineFeed);
  if (begun.every((byte, at) => byte === wanted[at])) return;
  const text = String.fromCharCode(...begun);
  const [, format] = text.startsWith(opening) ? (/^(\d+)"/.exec(text.slice(opening.length)) ?? []) : [];
  if (format !== undefined && Number(format) > packageFormat) {
    throw new PackageError(
      "future-format",
      `The package has format ${format}; this version of the extension reads ${packageFormat}.`,
    );
  }
  throw new PackageError("not-a-package", "The file is not a Telecom Lens dataset package.");
}

/**
 * The value of a section in its line.
 *
 * @throws PackageError when the line is another one.
 */
export function valueIn(line: Uint8Array | undefined, name: SectionName): Uint8Array {
  const { before, after } = sectionFrame(name);
  const end = (line?.length ?? 0) - after.length;
  const fits =
    line !== undefined &&
    end > before.length &&
    before.every((byte, at) => line[at] === byte) &&
    after.every((byte, at) => line[end + at] === byte);
  if (!fits) {
    throw new PackageError(
      "malformed",
      `The package is not whole, or was changed: its line for ${name} is not where it belongs.`,
    );
  }
  return line.subarray(before.length, end);
}
