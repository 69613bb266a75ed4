import { diffDatasets } from "../../../src/core/dataset/diff-datasets.ts";
import { type Dataset, type Entity, measureSchema } from "../../../src/core/dataset/schema.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { fromUtf8, toUtf8 } from "../../../src/core/matching/utf8.ts";
import { packageMessage, publicKeyOf, type Sign, signWith } from "../../../src/core/package/keys.ts";
import { PackageError } from "../../../src/core/package/package-error.ts";
import type { SectionName } from "../../../src/core/package/package-layout.ts";
import { type PackageExpectations, readPackage } from "../../../src/core/package/read-package.ts";
import { layOut, type PackageContents, writePackage } from "../../../src/core/package/write-package.ts";
import { entity, sampleDataset } from "../matching/sample-dataset.ts";

/** The same key on every run; nobody trusts it but these tests. */
export function secretOf(number: number): Uint8Array {
  return new Uint8Array(32).fill(number);
}

export const secret = secretOf(1);
export const key = publicKeyOf(secret);

/** What the extension of these tests expects: it trusts one key, and has two versions. */
export const expected: PackageExpectations = {
  trusted: [key],
  extension: "0.1.0",
  kind: "dataset",
  newerThan: ["2026.11.0", "2026.11.1"],
};

export const asPack: PackageExpectations = { ...expected, kind: "pack", newerThan: [] };

export function datasetOf(version: string, names = ["Acme", "Zeta"]): Dataset {
  const entities = names.map((name): Entity => entity("vendor", name.toLowerCase(), [name]));
  const dataset = sampleDataset(entities, ["South Acme Post"]);
  return { ...dataset, info: { ...dataset.info, version } };
}

const facts = datasetOf("2026.11.2", ["Acme", "Zeta", "Omega"]);

export const contents: PackageContents = {
  manifest: { kind: "dataset", minExtension: "0.1.0", introductions: [] },
  facts,
  index: buildIndex(facts),
  diff: diffDatasets(datasetOf("2026.11.1"), facts),
};

const packFacts: Dataset = { ...datasetOf("2026.11.0", ["Our Firm"]), titles: [], containers: [] };

export const packContents: PackageContents = {
  manifest: { ...contents.manifest, kind: "pack" },
  facts: { ...packFacts, entities: packFacts.entities.map((one) => ({ ...one, id: "our-firm" })) },
  index: new Uint8Array(0),
  diff: null,
};

export function packageOf(more: Partial<PackageContents> = {}, sign: Sign | undefined = signWith(secret)) {
  return writePackage({ ...contents, ...more }, sign);
}

export const goodPackage = packageOf();
export const goodPack = writePackage(packContents);

export const measure = measureSchema.parse({
  id: "xa-2026-01-02-rule",
  title: "Rule on masts",
  kind: "restriction",
  issuer: "ruritania",
  body: "Ministry",
  appliesIn: ["ruritania"],
  targets: [{ entity: "acme", basis: "named" }],
  areas: ["networks"],
  scope: "Masts",
  stance: "restricts",
  force: "binding",
  summary: "The ministry limited masts.",
  cites: ["source"],
  steps: [{ step: "in-force", on: "2026-01-02", sources: ["source"] }],
  sources: {
    source: {
      url: "https://example.com/rule",
      publisher: "Ministry",
      title: "Rule",
      kind: "primary",
      seen: true,
      checked: "2026-01-03",
    },
  },
  checked: "2026-01-03",
});

/** The values of a package's sections, as text. */
export function sectionsOf(bytes: Uint8Array): Record<SectionName, string> {
  const lines = fromUtf8(bytes).split("\n").slice(1, 6);
  const values = lines.map((line) => line.replace(/^"\w+":/, "").replace(/,$/, ""));
  const [manifest = "", signature = "", facts = "", index = "", diff = ""] = values;
  return { manifest, signature, facts, index, diff };
}

/** A package file from the texts of its sections. */
export function fileOf(sections: Record<SectionName, string>): Uint8Array<ArrayBuffer> {
  const { manifest, signature, facts, index, diff } = sections;
  return layOut({
    manifest: toUtf8(manifest),
    signature: toUtf8(signature),
    facts: toUtf8(facts),
    index: toUtf8(index),
    diff: toUtf8(diff),
  });
}

/** The good package with another manifest, which is signed as it should be. */
export function withManifest(change: (text: string) => string, sign: Sign | null = signWith(secret)) {
  const sections = sectionsOf(goodPackage);
  const manifest = change(sections.manifest);
  const signature = JSON.stringify(sign ? sign(packageMessage(toUtf8(manifest))) : null);
  return fileOf({ ...sections, manifest, signature });
}

/** The good package with other values in its manifest, signed. */
export function withFields(fields: object, sign: Sign | null = signWith(secret)) {
  return withManifest((text) => JSON.stringify({ ...JSON.parse(text), ...fields }), sign);
}

/**
 * The error with which a package is refused.
 *
 * @throws Error when it is taken.
 */
export function refusal(bytes: Uint8Array, expectations = expected): PackageError {
  try {
    readPackage(bytes, expectations);
  } catch (error) {
    if (error instanceof PackageError) return error;
    throw error;
  }
  throw new Error("the package was taken");
}
