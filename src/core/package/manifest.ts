import { z } from "zod";
import { isRealDay } from "../dataset/dates.ts";

/** Raised when old readers cannot read new packages at all. */
export const packageFormat = 1;

/**
 * First version of the extension that can use what this code writes. Raise it together with `packageFormat`,
 * `schemaVersion` or `indexFormat`.
 */
export const readableSince = "0.1.0";

/** The largest package that is taken; one of today's dataset has 11 MB. */
export const maxPackageBytes = 64 * 1024 * 1024;
export const maxManifestBytes = 64 * 1024;

/** Calendar versions: year, month, and a number that begins with 0 in each month. */
export const versionPattern = /^\d{4}\.(1[0-2]|[1-9])\.(0|[1-9]\d{0,4})$/;

const version = z.string().regex(versionPattern).describe("YEAR.MONTH.NUMBER, as 2026.11.0.");
const base64 = (bytes: number, about: string) =>
  z
    .string()
    .regex(
      new RegExp(`^[A-Za-z0-9+/]{${Math.ceil((bytes * 4) / 3)}}={${(3 - (bytes % 3)) % 3}}$`),
      `this is not base64 of ${bytes} bytes`,
    )
    .describe(about);
export const publicKeySchema = base64(32, "Ed25519 public key: base64 of 32 bytes.");
const signatureValue = base64(64, "Ed25519 signature: base64 of 64 bytes.");

const sectionSchema = z.strictObject({
  bytes: z
    .int()
    .min(2)
    .max(maxPackageBytes)
    .describe("Bytes of the section's value, as it stands in the file."),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("SHA-256 of these bytes, in hexadecimal digits."),
});

export const introductionSchema = z
  .strictObject({
    key: publicKeySchema,
    by: publicKeySchema,
    signature: signatureValue,
  })
  .describe(
    "The key 'by' introduces 'key': its signature over 'telecom-lens key', a line end, and the key as it stands here.",
  );

export const signatureSchema = z
  .strictObject({ key: publicKeySchema, value: signatureValue })
  .describe("Over 'telecom-lens dataset package', a line end, and the bytes of the manifest.");

export const manifestSchema = z
  .strictObject({
    format: z.int().min(1).describe("Form of the package."),
    kind: z
      .enum(["dataset", "pack"])
      .describe("dataset: the whole policy dataset, always signed. pack: somebody's own records beside it."),
    title: z.string().trim().min(1).max(200),
    version,
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .refine(isRealDay)
      .describe("Day of this version."),
    schema: z.int().min(1).describe("Version of the record schema that the facts follow."),
    minExtension: z
      .string()
      .regex(/^(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}$/)
      .describe("The first version of the extension that can use it."),
    previous: version.nullable().describe("Version that 'diff' compares with."),
    licence: z.string().trim().min(1).max(100).describe("SPDX identifier of the licence."),
    sections: z.strictObject({ facts: sectionSchema, index: sectionSchema, diff: sectionSchema }),
    introductions: z
      .array(introductionSchema)
      .max(32)
      .describe("How keys that are in use today were introduced by older ones."),
  })
  .describe("What the package is, and the checksums of the rest of it. This is what the signature covers.");

export type PackageManifest = z.output<typeof manifestSchema>;
export type PackageKind = PackageManifest["kind"];
export type PackageSection = keyof PackageManifest["sections"];

/** Below zero where `a` is older than `b`; for versions of datasets and of the extension. */
export function compareVersions(a: string, b: string): number {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
