import { z } from "zod";
import { datasetDiffSchema } from "../dataset/diff-datasets.ts";
import { datasetSchema } from "../dataset/schema.ts";
import { manifestSchema, packageFormat, signatureSchema } from "./manifest.ts";

/** A whole package as a JSON parser gives it, for those who read it elsewhere. `readPackage` checks more, and its bytes first. */
export const packageSchema = z
  .strictObject({
    telecomLens: z.literal(`dataset package ${packageFormat}`),
    manifest: manifestSchema,
    signature: signatureSchema.nullable().describe("null only in a pack of somebody's own records."),
    facts: datasetSchema,
    index: z
      .base64()
      .describe("Made for finding names in text by one version of the extension; '' in a pack."),
    diff: datasetDiffSchema.nullable(),
  })
  .describe("A dataset package of Telecom Lens.");
