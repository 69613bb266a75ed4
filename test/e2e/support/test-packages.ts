import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diffDatasets } from "../../../src/core/dataset/diff-datasets.ts";
import { loadDataset } from "../../../src/core/dataset/load-dataset.ts";
import { type Dataset, datasetSchema, type Entity } from "../../../src/core/dataset/schema.ts";
import { withSpellings } from "../../../src/core/dataset/split-spellings.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { createKeyPair, signWith } from "../../../src/core/package/keys.ts";
import { writePackage } from "../../../src/core/package/write-package.ts";

/** A publisher that only the copies for tests know. */
const publisher = createKeyPair();

/** Lets a copied extension trust the packages that are made here; a build with their key would be the same but for this file. */
export function trustTestPackages(extensionFolder: string): void {
  writeFileSync(join(extensionFolder, "dataset/keys.json"), JSON.stringify([publisher.key]));
}

/** The dataset that a built extension carries. */
export function datasetIn(extensionFolder: string): Dataset {
  const read = (name: string) => readFileSync(join(extensionFolder, "dataset", name), "utf8");
  return withSpellings(loadDataset(read("facts.json")), JSON.parse(read("spellings.txt")));
}

/** It under another version. */
export function datasetAs(base: Dataset, version: string): Dataset {
  return { ...base, info: { ...base.info, version } };
}

/** A signed package of a dataset, with what is new in it since another one. */
export function signedPackage(
  facts: Dataset,
  { since, minExtension = "0.1.0" }: { since?: Dataset; minExtension?: string } = {},
): Uint8Array<ArrayBuffer> {
  return writePackage(
    {
      manifest: { kind: "dataset", minExtension, introductions: [] },
      facts,
      index: buildIndex(facts),
      diff: since ? diffDatasets(since, facts) : null,
    },
    signWith(publisher.secret),
  );
}

/** A dataset under another version, with a vendor more, as a signed package. */
export function nextPackage(base: Dataset, version: string, vendor: Entity): Uint8Array<ArrayBuffer> {
  const facts = { ...datasetAs(base, version), entities: [...base.entities, vendor] };
  return signedPackage(facts, { since: base });
}

/** A pack of one vendor that nobody signed. */
export function packOf(base: Dataset, title: string, vendor: Entity): Uint8Array<ArrayBuffer> {
  const empty = { measures: [], newsSites: [], containers: [], titles: [], givenNames: [], redirects: {} };
  const { schema } = base.info;
  const info = { version: "2026.1.0", date: "2026-01-01", schema, title, licence: "CC0-1.0" };
  return writePackage({
    manifest: { kind: "pack", minExtension: "0.1.0", introductions: [] },
    facts: { info, entities: [vendor], ...empty },
    index: new Uint8Array(),
    diff: null,
  });
}

/** A vendor of this name. */
export function vendorNamed(id: string, name: string, sentence: string): Entity {
  const { entities } = datasetSchema.pick({ entities: true }).parse({
    entities: [
      {
        kind: "vendor",
        id,
        name,
        country: "china",
        does: "Vendor of a test",
        sentence,
        cites: ["record"],
        spellings: [{ text: name }],
        sources: {
          record: {
            url: "https://source.example/record",
            publisher: "The Publisher",
            title: "A record",
            kind: "primary",
            seen: true,
            checked: "2026-01-01",
          },
        },
        checked: "2026-01-01",
      },
    ],
  });
  const [vendor] = entities;
  if (!vendor) throw new Error("no vendor was made");
  return vendor;
}
