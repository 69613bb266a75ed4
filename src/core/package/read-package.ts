import { type DatasetDiff, datasetDiffSchema } from "../dataset/diff-datasets.ts";
import { type Dataset, datasetSchema } from "../dataset/schema.ts";
import { buildIndex } from "../matching/build-index.ts";
import { fromBase64Bytes } from "./base64.ts";
import { type JsonBounds, parseBounded } from "./bounded-json.ts";
import { checksum } from "./checksum.ts";
import { maxPackageBytes, type PackageManifest, type PackageSection } from "./manifest.ts";
import { PackageError } from "./package-error.ts";
import { checkHead, type PackageExpectations, readHead, signerOf, tooLarge } from "./package-head.ts";
import { lastLine, readLines, sectionNames, valueIn } from "./package-layout.ts";
import { tryDataset } from "./try-dataset.ts";

export { checkHead, type PackageExpectations, type PackageHead, readHead } from "./package-head.ts";

export interface ReadPackage {
  manifest: PackageManifest;
  /** The trusted key that signed it; null for a pack that nobody signed, or nobody known. */
  key: string | null;
  /** The whole dataset as JSON, spellings included, in the form that the schema gives it. */
  facts: string;
  /** What `loadIndex` takes; empty in a pack. */
  index: Uint8Array<ArrayBuffer>;
  diff: DatasetDiff | null;
  dataset: Dataset;
}

/** Several times what the dataset has today: 8 levels, 0.6 million values, texts of 350 bytes. */
const factBounds: JsonBounds = { depth: 24, values: 5_000_000, text: 65_536 };
const packBounds: JsonBounds = { depth: 24, values: 500_000, text: 65_536 };
const maxPackBytes = 16 * 1024 * 1024;

/**
 * Reads a whole package, and refuses it unless everything about it is right: first what costs little and protects most,
 * the signature before anything that it covers is parsed, and at last a trial.
 *
 * @throws PackageError, whose message says why for people.
 */
export function readPackage(bytes: Uint8Array, expected: PackageExpectations): ReadPackage {
  if (bytes.length > maxPackageBytes) throw tooLarge();
  // One more than there should be, to see what is too much.
  const lines = readLines(bytes, sectionNames.length + 3);
  const head = readHead(bytes);
  if (head === "incomplete") throw cut();
  checkHead(head, expected);
  const { manifest } = head;
  if (bytes.length < head.total) throw cut();
  const last = lines[sectionNames.length + 1];
  if (bytes.length !== head.total || lines.length !== sectionNames.length + 2 || !isLastLine(last)) {
    throw new PackageError("malformed", "The package holds more, or other lines, than its manifest says.");
  }
  const section = (name: PackageSection) => {
    const value = valueIn(lines[1 + sectionNames.indexOf(name)], name);
    checkSum(value, manifest, name);
    return value;
  };
  const [factBytes, indexBytes, diffBytes] = [section("facts"), section("index"), section("diff")];
  const isPack = manifest.kind === "pack";
  if (isPack && bytes.length > maxPackBytes) {
    throw new PackageError("too-large", `The pack is larger than ${maxPackBytes / 1024 / 1024} MB.`);
  }
  const dataset = readFacts(factBytes, manifest);
  const index = readIndex(indexBytes, manifest);
  const diff = readDiff(diffBytes, manifest);
  tryDataset(dataset, isPack ? buildIndex(dataset) : index);
  return {
    manifest,
    key: signerOf(head, expected.trusted),
    facts: JSON.stringify(dataset),
    index,
    diff,
    dataset,
  };
}

function cut(): PackageError {
  return new PackageError("malformed", "The package is not whole: its end is missing.");
}

function isLastLine(line: Uint8Array | undefined): boolean {
  return line?.length === lastLine.length && line.every((byte, at) => byte === lastLine[at]);
}

function checkSum(value: Uint8Array, { sections }: PackageManifest, name: PackageSection): void {
  const wanted = sections[name];
  if (value.length === wanted.bytes && checksum(value) === wanted.sha256) return;
  throw new PackageError(
    "checksum",
    `The package is damaged: the length or the checksum of its ${name} is not the one in its manifest.`,
  );
}

function readFacts(bytes: Uint8Array, manifest: PackageManifest): Dataset {
  const refuse = (why: string, cause?: unknown) =>
    new PackageError("facts", `The facts in the package cannot be used: ${why}.`, { cause });
  const bounds = manifest.kind === "pack" ? packBounds : factBounds;
  const result = datasetSchema.safeParse(parseBounded(bytes, bounds, (why) => refuse(`their text ${why}`)));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw refuse(`${issue?.path.join(".") || "facts"}: ${issue?.message}`, result.error);
  }
  const dataset = result.data;
  for (const field of ["title", "version", "date", "schema", "licence"] as const) {
    if (dataset.info[field] !== manifest[field])
      throw refuse(`their ${field} is not the one in the manifest`);
  }
  const ids = new Set<string>();
  for (const { id } of [...dataset.entities, ...dataset.measures]) {
    if (ids.has(id)) {
      throw new PackageError(
        "collision",
        `The facts in the package cannot be used: the id ${id} stands twice.`,
      );
    }
    ids.add(id);
  }
  if (ids.size === 0) throw refuse("there are no records in them");
  return dataset;
}

function readIndex(bytes: Uint8Array, { kind }: PackageManifest): Uint8Array<ArrayBuffer> {
  const index = bytes.length >= 2 ? fromBase64Bytes(bytes.subarray(1, -1)) : undefined;
  const quoted = bytes[0] === 0x22 && bytes.at(-1) === 0x22;
  if (!quoted || !index || (index.length === 0) !== (kind === "pack")) {
    throw new PackageError(
      "index",
      kind === "pack"
        ? "The pack brings an index of spellings, which only the dataset has."
        : "The index of spellings in the package cannot be read: it is not base64, or empty.",
    );
  }
  return index;
}

function readDiff(bytes: Uint8Array, { version, previous }: PackageManifest): DatasetDiff | null {
  const refuse = (why: string) =>
    new PackageError("facts", `The list of changes in the package cannot be used: ${why}.`);
  const value = parseBounded(bytes, factBounds, (why) => refuse(`its text ${why}`));
  const result = datasetDiffSchema.nullable().safeParse(value);
  if (!result.success) throw refuse("it has another form");
  const diff = result.data;
  if ((diff?.before.version ?? null) !== previous || (diff && diff.after.version !== version)) {
    throw refuse("it compares other versions than the manifest says");
  }
  return diff;
}
