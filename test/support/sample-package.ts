import { diffDatasets } from "../../src/core/dataset/diff-datasets.ts";
import type { Dataset } from "../../src/core/dataset/schema.ts";
import { buildIndex } from "../../src/core/matching/build-index.ts";
import { createKeyPair, signWith } from "../../src/core/package/keys.ts";
import { writePackage } from "../../src/core/package/write-package.ts";
import { sampleDataset } from "./sample-dataset.ts";

/** The publisher of the samples. */
export const sampleKey = createKeyPair();

export interface SamplePackageOptions {
  version: string;
  dataset?: Dataset;
  /** Compared with this one. */
  previous?: Dataset;
  kind?: "dataset" | "pack";
  /** Null: not signed. */
  key?: { secret: Uint8Array } | null;
  minExtension?: string;
}

/** A package of the sample dataset, signed, under another version. */
export function samplePackage({
  version,
  dataset = sampleDataset(),
  previous,
  kind = "dataset",
  key = sampleKey,
  minExtension = "0.1.0",
}: SamplePackageOptions): { bytes: Uint8Array<ArrayBuffer>; dataset: Dataset } {
  const facts = { ...dataset, info: { ...dataset.info, version } };
  const bytes = writePackage(
    {
      manifest: { kind, minExtension, introductions: [] },
      facts,
      index: kind === "dataset" ? buildIndex(facts) : new Uint8Array(),
      diff: previous ? diffDatasets(previous, facts) : null,
    },
    key ? signWith(key.secret) : undefined,
  );
  return { bytes, dataset: facts };
}
