import type { DatasetDiff } from "../dataset/diff-datasets.ts";
import { type Dataset, schemaVersion } from "../dataset/schema.ts";
import { toUtf8 } from "../matching/utf8.ts";
import { toBase64Bytes } from "./base64.ts";
import { checksum } from "./checksum.ts";
import { packageMessage, type Sign } from "./keys.ts";
import { type PackageManifest, packageFormat } from "./manifest.ts";
import {
  firstLine,
  lastLine,
  lineFeed,
  type SectionName,
  sectionFrame,
  sectionNames,
  totalBytes,
} from "./package-layout.ts";

export interface PackageContents {
  /** What the facts and the code do not say themselves. */
  manifest: Pick<PackageManifest, "kind" | "minExtension" | "introductions">;
  facts: Dataset;
  /** Empty in a pack. */
  index: Uint8Array;
  /** Where there is one, what it compares with is the manifest's `previous`. */
  diff: DatasetDiff | null;
}

/** The bytes of a package; the same contents and key give the same bytes. */
export function writePackage(contents: PackageContents, sign?: Sign): Uint8Array<ArrayBuffer> {
  const { facts, diff } = contents;
  const sections = {
    facts: toUtf8(JSON.stringify(facts)),
    index: quoted(toBase64Bytes(contents.index)),
    diff: toUtf8(JSON.stringify(diff)),
  };
  const { kind, minExtension, introductions } = contents.manifest;
  const { title, version, date, licence } = facts.info;
  const manifest: PackageManifest = {
    format: packageFormat,
    kind,
    title,
    version,
    date,
    schema: schemaVersion,
    minExtension,
    previous: diff?.before.version ?? null,
    licence,
    sections: {
      facts: describeSection(sections.facts),
      index: describeSection(sections.index),
      diff: describeSection(sections.diff),
    },
    introductions,
  };
  const manifestBytes = toUtf8(JSON.stringify(manifest));
  const signature = toUtf8(JSON.stringify(sign ? sign(packageMessage(manifestBytes)) : null));
  return layOut({ manifest: manifestBytes, signature, ...sections });
}

/** A package file with these values in its lines, whatever they are. */
export function layOut(values: Record<SectionName, Uint8Array>): Uint8Array<ArrayBuffer> {
  const lines = sectionNames.map((name) => {
    const { before, after } = sectionFrame(name);
    return [before, values[name], after];
  });
  const lengths = Object.fromEntries(sectionNames.map((name) => [name, values[name].length]));
  const bytes = new Uint8Array(totalBytes(lengths as Record<SectionName, number>));
  let at = 0;
  for (const line of [[firstLine], ...lines, [lastLine]]) {
    for (const part of line) {
      bytes.set(part, at);
      at += part.length;
    }
    bytes[at++] = lineFeed;
  }
  return bytes;
}

function describeSection(bytes: Uint8Array) {
  return { bytes: bytes.length, sha256: checksum(bytes) };
}

/** The JSON text of a base64 text, in which nothing needs a backslash. */
function quoted(text: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(text.length + 2).fill(0x22);
  bytes.set(text, 1);
  return bytes;
}
