import { schemaVersion } from "../dataset/schema.ts";
import { type JsonBounds, parseBounded } from "./bounded-json.ts";
import { isSignedBy, isTrusted, packageMessage, type Signature } from "./keys.ts";
import {
  compareVersions,
  manifestSchema,
  maxManifestBytes,
  maxPackageBytes,
  type PackageKind,
  type PackageManifest,
  packageFormat,
  signatureSchema,
} from "./manifest.ts";
import { PackageError } from "./package-error.ts";
import { readLines, totalBytes, valueIn } from "./package-layout.ts";

/** What a package says of itself, in its first lines. */
export interface PackageHead {
  manifest: PackageManifest;
  signature: Signature | null;
  /** The manifest as it stands in the file: what the signature covers. */
  manifestBytes: Uint8Array;
  /** Bytes of the whole package. */
  total: number;
}

export interface PackageExpectations {
  /** Public keys whose signature counts, base64. */
  trusted: readonly string[];
  /** Version of the extension that is to use the package. */
  extension: string;
  kind: PackageKind;
  /** Versions that the package must be newer than: the bundled one, the one in use. */
  newerThan?: readonly string[];
}

/** More than the longest head that is taken. */
const maxHeadBytes = maxManifestBytes + 1024;
const headBounds: JsonBounds = { depth: 4, values: 1000, text: 1024 };

/**
 * Reads the head from the first bytes of a package, as they come in.
 *
 * @returns "incomplete" where more bytes are needed.
 * @throws PackageError when no more bytes would make it a package.
 */
export function readHead(bytes: Uint8Array): PackageHead | "incomplete" {
  const [first, manifestLine, signatureLine] = readLines(bytes.subarray(0, maxHeadBytes), 3);
  if (signatureLine === undefined) {
    if (bytes.length < maxHeadBytes) return "incomplete";
    throw new PackageError(
      first && manifestLine ? "malformed" : "manifest",
      `The package does not begin with a manifest of less than ${maxManifestBytes / 1024} kB and a signature.`,
    );
  }
  const manifestBytes = valueIn(manifestLine, "manifest");
  const manifest = readManifest(manifestBytes);
  const signatureBytes = valueIn(signatureLine, "signature");
  const { facts, index, diff } = manifest.sections;
  const total = totalBytes({
    manifest: manifestBytes.length,
    signature: signatureBytes.length,
    facts: facts.bytes,
    index: index.bytes,
    diff: diff.bytes,
  });
  if (total > maxPackageBytes) throw tooLarge();
  return { manifest, signature: readSignature(signatureBytes), manifestBytes, total };
}

/**
 * Whether a package with this head is one to take: the right kind, signed, readable for this extension, and newer.
 *
 * @throws PackageError when it is not.
 */
export function checkHead(head: PackageHead, expected: PackageExpectations): void {
  const { manifest } = head;
  if (manifest.kind !== expected.kind) {
    throw new PackageError(
      "wrong-kind",
      manifest.kind === "pack"
        ? "The package is a pack of somebody's own records, not the policy dataset."
        : "The package is the policy dataset, not a pack of your own records.",
    );
  }
  checkSignature(head, expected);
  if (manifest.format !== packageFormat) {
    throw new PackageError(
      "future-format",
      `The package has format ${manifest.format}; this version of the extension reads ${packageFormat}.`,
    );
  }
  if (manifest.schema !== schemaVersion) {
    throw new PackageError(
      "schema",
      `The package has records of schema ${manifest.schema}; this version of the extension reads ${schemaVersion}.`,
    );
  }
  if (compareVersions(manifest.minExtension, expected.extension) > 0) {
    throw new PackageError(
      "needs-newer-extension",
      `The package needs version ${manifest.minExtension} of the extension; this is ${expected.extension}.`,
    );
  }
  for (const known of expected.newerThan ?? []) {
    const order = compareVersions(manifest.version, known);
    if (order > 0) continue;
    throw new PackageError(
      "not-newer",
      order === 0
        ? `The package has version ${manifest.version}, which is here already.`
        : `The package has version ${manifest.version}, which is older than ${known}, which is here already.`,
    );
  }
}

/**
 * The trusted key that signed a package, or null where none did. For a pack that is allowed: it comes from the reader's
 * own file.
 */
export function signerOf(head: PackageHead, trusted: readonly string[]): string | null {
  const { signature, manifest } = head;
  if (!signature || !isTrusted(signature.key, trusted, manifest.introductions)) return null;
  return signature.key;
}

export function tooLarge(): PackageError {
  return new PackageError("too-large", `The package is larger than ${maxPackageBytes / 1024 / 1024} MB.`);
}

function checkSignature(head: PackageHead, { trusted }: PackageExpectations): void {
  const { manifest, signature, manifestBytes } = head;
  if (!signature) {
    if (manifest.kind === "pack") return;
    throw new PackageError("unsigned", "The package is not signed.");
  }
  // A pack may be signed by anybody: who is not known counts for as much as nobody.
  if (manifest.kind === "dataset" && signerOf(head, trusted) === null) {
    throw new PackageError(
      "unknown-key",
      "The package is signed by a key that this extension does not know.",
    );
  }
  if (isSignedBy(packageMessage(manifestBytes), signature)) return;
  throw new PackageError(
    "bad-signature",
    "The package was changed after it was signed: its signature is wrong.",
  );
}

function readManifest(bytes: Uint8Array): PackageManifest {
  if (bytes.length > maxManifestBytes) {
    throw new PackageError(
      "manifest",
      `The manifest of the package is larger than ${maxManifestBytes / 1024} kB.`,
    );
  }
  const result = manifestSchema.safeParse(
    parseBounded(
      bytes,
      headBounds,
      (why) => new PackageError("manifest", `The manifest of the package ${why}.`),
    ),
  );
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new PackageError(
    "manifest",
    `The manifest of the package is not as it should be: ${issue?.path.join(".") || "manifest"}: ${issue?.message}.`,
    { cause: result.error },
  );
}

function readSignature(bytes: Uint8Array): Signature | null {
  const malformed = () =>
    new PackageError("malformed", "The signature of the package is not in the form that a package has.");
  const value = parseBounded(bytes, headBounds, malformed);
  const result = signatureSchema.nullable().safeParse(value);
  if (!result.success) throw malformed();
  return result.data;
}
