/** Long because it is one table: how a package can be wrong, and what must be said of it, row by row. */
import { sha256 } from "@noble/hashes/sha2.js";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { fromUtf8, toUtf8 } from "../../../src/core/matching/utf8.ts";
import { introduce, packageMessage, publicKeyOf, signWith } from "../../../src/core/package/keys.ts";
import type { PackageFault } from "../../../src/core/package/package-error.ts";
import type { PackageExpectations } from "../../../src/core/package/read-package.ts";
import { type PackageContents, writePackage } from "../../../src/core/package/write-package.ts";
import {
  asPack,
  contents,
  datasetOf,
  expected,
  fileOf,
  goodPack,
  goodPackage,
  key,
  measure,
  packageOf,
  packContents,
  secret,
  secretOf,
  sectionsOf,
  withFields,
  withManifest,
} from "./sample-package.ts";

export interface BadPackage {
  name: string;
  bytes: () => Uint8Array;
  code: PackageFault;
  /** What is wrong, as the message says it. */
  says: RegExp;
  /** Where it is not read as the dataset. */
  as?: PackageExpectations;
}

const text = fromUtf8(goodPackage);
const sections = sectionsOf(goodPackage);
const other = secretOf(2);
const otherKey = publicKeyOf(other);

const changed = (from: string | RegExp, to: string) => () => {
  const result = text.replace(from, to);
  if (result === text) throw new Error(`the package does not hold ${from}`);
  return toUtf8(result);
};
/** One bit in the middle of a section. */
const bitFlipped = (section: keyof typeof sections, bit = 1) => {
  return () => {
    const bytes = goodPackage.slice();
    const at = toUtf8(text.slice(0, text.indexOf(sections[section]))).length;
    const middle = at + (sections[section].length >> 1);
    bytes[middle] = (bytes[middle] ?? 0) ^ bit;
    return bytes;
  };
};
const lines = (order: number[]) => () => {
  const all = text.split("\n");
  return toUtf8(`${order.map((at) => all[at]).join("\n")}\n`);
};
/** With facts that are none, signed, and with the right checksums. */
const facts = (value: unknown, more: Partial<PackageContents> = {}) => {
  return () => packageOf({ facts: value as PackageContents["facts"], ...more });
};
const factsText = (value: string) => () => resealed({ facts: value });
const packText = (value: string) => () => resealed({ facts: value }, goodPack, null);
/** With other sections, whose checksums are right and which are signed. */
function resealed(values: Partial<typeof sections>, from = goodPackage, signer: Uint8Array | null = secret) {
  const all = { ...sectionsOf(from), ...values };
  const sums = JSON.parse(sectionsOf(writePackage(contents)).manifest) as {
    sections: Record<string, { bytes: number; sha256: string }>;
  };
  for (const name of ["facts", "index", "diff"] as const) sums.sections[name] = sumOf(toUtf8(all[name]));
  const manifest = JSON.stringify({ ...JSON.parse(all.manifest), sections: sums.sections });
  const signature = signer ? signWith(signer)(packageMessage(toUtf8(manifest))) : null;
  return fileOf({ ...all, manifest, signature: JSON.stringify(signature) });
}
function sumOf(bytes: Uint8Array) {
  const sum = sha256(bytes);
  return { bytes: bytes.length, sha256: Buffer.from(sum).toString("hex") };
}
const vendor = contents.facts.entities[0];
const withVendor = (fields: object) =>
  facts({ ...contents.facts, entities: [{ ...vendor, ...fields }, ...contents.facts.entities.slice(1)] });
const introduced =
  (introductions: unknown[], signer = other) =>
  () =>
    withFields({ introductions }, signWith(signer));

export const badPackages: BadPackage[] = [
  // What is no package at all
  { name: "an empty file", bytes: () => new Uint8Array(0), code: "malformed", says: /end is missing/ },
  {
    name: "a page of HTML",
    bytes: () => toUtf8("<!doctype html>"),
    code: "not-a-package",
    says: /not a Telecom Lens/,
  },
  {
    name: "a dataset.json",
    bytes: () => toUtf8('{"info":{}}\n'),
    code: "not-a-package",
    says: /not a Telecom Lens/,
  },
  {
    name: "a zip file",
    bytes: () => Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
    code: "not-a-package",
    says: /not a Telecom Lens/,
  },
  {
    name: "UTF-16",
    bytes: () => new Uint8Array(Buffer.from(text, "utf16le")),
    code: "not-a-package",
    says: /not a/,
  },
  {
    name: "a byte order mark in front",
    bytes: () => toUtf8(`\ufeff${text}`),
    code: "not-a-package",
    says: /not a/,
  },
  { name: "a space in front", bytes: () => toUtf8(` ${text}`), code: "not-a-package", says: /not a/ },
  {
    name: "a backup of notes",
    bytes: () => toUtf8('{"telecomLens":"backup 1",\n'),
    code: "not-a-package",
    says: /not a/,
  },
  {
    name: "more than 64 MB",
    bytes: () => new Uint8Array(64 * 1024 * 1024 + 1),
    code: "too-large",
    says: /larger than 64 MB/,
  },

  // Lines
  {
    name: "Windows line ends",
    bytes: () => toUtf8(text.replaceAll("\n", "\r\n")),
    code: "not-a-package",
    says: /not a/,
  },
  {
    name: "a Windows line end after the manifest",
    bytes: changed('},\n"signature"', '},\r\n"signature"'),
    code: "malformed",
    says: /line for manifest/,
  },
  {
    name: "spaces between the lines",
    bytes: changed('\n"facts":', '\n "facts":'),
    code: "malformed",
    says: /holds more|line for facts/,
  },
  {
    name: "the last line feed is missing",
    bytes: () => goodPackage.subarray(0, -1),
    code: "malformed",
    says: /end is missing/,
  },
  { name: "a byte after the end", bytes: () => toUtf8(`${text} `), code: "malformed", says: /holds more/ },
  {
    name: "a line feed after the end",
    bytes: () => toUtf8(`${text}\n`),
    code: "malformed",
    says: /holds more/,
  },
  {
    name: "a second package after the first",
    bytes: () => toUtf8(text + text),
    code: "malformed",
    says: /holds more/,
  },
  {
    name: "the last line is another one",
    bytes: changed(/\}\n$/, "]\n"),
    code: "malformed",
    says: /other lines/,
  },
  {
    name: "only the first half",
    bytes: () => goodPackage.subarray(0, goodPackage.length >> 1),
    code: "malformed",
    says: /end is missing/,
  },
  { name: "only the head", bytes: lines([0, 1, 2]), code: "malformed", says: /end is missing/ },
  { name: "no manifest", bytes: lines([0, 2, 3, 4, 5, 6]), code: "malformed", says: /line for manifest/ },
  { name: "no signature", bytes: lines([0, 1, 3, 4, 5, 6]), code: "malformed", says: /line for signature/ },
  { name: "no facts", bytes: lines([0, 1, 2, 4, 5, 6]), code: "malformed", says: /end is missing/ },
  { name: "the index twice", bytes: lines([0, 1, 2, 3, 4, 4, 5, 6]), code: "malformed", says: /holds more/ },
  {
    name: "the index twice, instead of the facts",
    bytes: lines([0, 1, 2, 4, 4, 5, 6]),
    code: "malformed",
    says: /./,
  },
  {
    name: "facts and index swapped",
    bytes: lines([0, 1, 2, 4, 3, 5, 6]),
    code: "malformed",
    says: /line for facts/,
  },
  {
    name: "manifest and signature swapped",
    bytes: lines([0, 2, 1, 3, 4, 5, 6]),
    code: "malformed",
    says: /line for manifest/,
  },

  // One bit
  {
    name: "a bit of the first line",
    bytes: changed("package 1", "package 0"),
    code: "not-a-package",
    says: /not a/,
  },
  {
    name: "a bit of the manifest",
    bytes: changed('"title":"Sample"', '"title":"Rample"'),
    code: "bad-signature",
    says: /./,
  },
  {
    name: "a bit of the signature",
    bytes: bitFlipped("signature"),
    code: "bad-signature",
    says: /changed after it was signed/,
  },
  { name: "a bit of the facts", bytes: bitFlipped("facts"), code: "checksum", says: /checksum of its facts/ },
  { name: "a bit of the index", bytes: bitFlipped("index"), code: "checksum", says: /checksum of its index/ },
  {
    name: "a bit of the list of changes",
    bytes: bitFlipped("diff"),
    code: "checksum",
    says: /checksum of its diff/,
  },

  // Signatures
  { name: "not signed", bytes: () => writePackage(contents), code: "unsigned", says: /not signed/ },
  {
    name: "signed by a stranger",
    bytes: () => packageOf({}, signWith(other)),
    code: "unknown-key",
    says: /key that this extension does not know/,
  },
  {
    name: "signed by a stranger who gives our key",
    bytes: () => packageOf({}, (message) => ({ ...signWith(other)(message), key })),
    code: "bad-signature",
    says: /signature is wrong/,
  },
  {
    name: "the signature of another version",
    bytes: () => fileOf({ ...sections, signature: sectionsOf(packageOf({ diff: null })).signature }),
    code: "bad-signature",
    says: /signature is wrong/,
  },
  {
    name: "a signature over the manifest alone, made for something else",
    bytes: () =>
      withManifest(
        (all) => all,
        (message) => signWith(secret)(message.subarray("telecom-lens dataset package\n".length)),
      ),
    code: "bad-signature",
    says: /signature is wrong/,
  },
  {
    name: "signed again after a change by nobody",
    bytes: () => fileOf({ ...sections, manifest: sections.manifest.replace("2026.11.2", "2026.11.3") }),
    code: "bad-signature",
    says: /signature is wrong/,
  },
  {
    name: "the signature of all zeros",
    bytes: () => fileOf({ ...sections, signature: JSON.stringify({ key, value: `${"A".repeat(86)}==` }) }),
    code: "bad-signature",
    says: /signature is wrong/,
  },
  {
    name: "a key of small order",
    bytes: () =>
      fileOf({
        ...sections,
        signature: JSON.stringify({ key: `AQ${"A".repeat(41)}=`, value: `AQ${"A".repeat(84)}==` }),
      }),
    code: "bad-signature",
    says: /signature is wrong/,
    as: { ...expected, trusted: [`AQ${"A".repeat(41)}=`] },
  },
  {
    name: "a signature that is too short",
    bytes: () => fileOf({ ...sections, signature: JSON.stringify({ key, value: "AAAA" }) }),
    code: "malformed",
    says: /signature of the package/,
  },
  {
    name: "a signature with a field more",
    bytes: changed('"signature":{', '"signature":{"alg":"none",'),
    code: "malformed",
    says: /signature of the package/,
  },
  {
    name: "a key in base64 with loose bits",
    bytes: () =>
      withManifest(
        (all) => all,
        (message) => ({
          ...signWith(secret)(message),
          key: `${key.slice(0, -2)}${loose(key.at(-2) ?? "")}=`,
        }),
      ),
    code: "unknown-key",
    says: /does not know/,
  },
  {
    name: "a signature in base64 with loose bits",
    bytes: () =>
      withManifest(
        (all) => all,
        (message) => {
          const { value } = signWith(secret)(message);
          return { key, value: `${value.slice(0, -3)}${loose(value.at(-3) ?? "")}==` };
        },
      ),
    code: "bad-signature",
    says: /signature is wrong/,
  },

  // Introductions
  {
    name: "an introduction that a stranger signed",
    bytes: introduced([{ ...introduce(otherKey, secretOf(3)), by: key }]),
    code: "unknown-key",
    says: /does not know/,
  },
  {
    name: "a key that introduces itself",
    bytes: introduced([introduce(otherKey, other)]),
    code: "unknown-key",
    says: /does not know/,
  },
  {
    name: "strangers who introduce each other",
    bytes: introduced([introduce(otherKey, secretOf(3)), introduce(publicKeyOf(secretOf(3)), other)]),
    code: "unknown-key",
    says: /does not know/,
  },
  {
    name: "a chain whose first link is missing",
    bytes: introduced([introduce(otherKey, secretOf(3)), introduce(publicKeyOf(secretOf(4)), secret)]),
    code: "unknown-key",
    says: /does not know/,
  },
  {
    name: "an introduction of another key",
    bytes: introduced([{ ...introduce(publicKeyOf(secretOf(3)), secret), key: otherKey }]),
    code: "unknown-key",
    says: /does not know/,
  },
  {
    name: "a signature of a package that is used as an introduction",
    bytes: introduced([{ key: otherKey, by: key, signature: JSON.parse(sections.signature).value }]),
    code: "unknown-key",
    says: /does not know/,
  },
  {
    name: "more introductions than there can be",
    bytes: introduced(Array.from({ length: 33 }, () => introduce(otherKey, secret))),
    code: "manifest",
    says: /introductions/,
  },

  // Versions
  {
    name: "an older version, rightly signed",
    bytes: () => packageOf({ facts: datasetOf("2026.10.7"), diff: null }),
    code: "not-newer",
    says: /2026\.10\.7, which is older than 2026\.11\.0/,
  },
  {
    name: "the version that is here already",
    bytes: () => packageOf({ facts: datasetOf("2026.11.1"), diff: null }),
    code: "not-newer",
    says: /2026\.11\.1, which is here already/,
  },
  {
    name: "newer than the bundled one, older than the one in use",
    bytes: () => packageOf({ facts: datasetOf("2026.11.1"), diff: null }),
    code: "not-newer",
    says: /2026\.11\.1/,
    as: { ...expected, newerThan: ["2026.11.0", "2026.11.2"] },
  },
  {
    name: "a format of the future",
    bytes: changed("dataset package 1", "dataset package 2"),
    code: "future-format",
    says: /format 2; this version of the extension reads 1/,
  },
  {
    name: "a format of the future in the manifest",
    bytes: () => withFields({ format: 2 }),
    code: "future-format",
    says: /format 2/,
  },
  {
    name: "a schema of the future",
    bytes: () => withFields({ schema: 2 }),
    code: "schema",
    says: /schema 2; this version of the extension reads 1/,
  },
  {
    name: "made for a newer extension",
    bytes: () => withFields({ minExtension: "0.2.0" }),
    code: "needs-newer-extension",
    says: /needs version 0\.2\.0 of the extension; this is 0\.1\.0/,
  },
  {
    name: "made for a much newer extension",
    bytes: () => withFields({ minExtension: "0.1.10" }),
    code: "needs-newer-extension",
    says: /0\.1\.10/,
    as: { ...expected, extension: "0.1.9" },
  },

  // The manifest
  {
    name: "a manifest with a field more",
    bytes: () => withFields({ note: "" }),
    code: "manifest",
    says: /manifest/,
  },
  {
    name: "a manifest without a field",
    bytes: () => withFields({ licence: undefined }),
    code: "manifest",
    says: /licence/,
  },
  {
    name: "a manifest with a field twice",
    bytes: () => withManifest((all) => all.replace('"version":', '"version":"2031.1.0","version":')),
    code: "manifest",
    says: /field twice/,
  },
  {
    name: "a manifest with spaces",
    bytes: () => withManifest((all) => all.replace('"format":1', '"format": 1')),
    code: "manifest",
    says: /one form/,
  },
  {
    name: "a manifest with a number in disguise",
    bytes: () => withManifest((all) => all.replace('"format":1', '"format":1.0')),
    code: "manifest",
    says: /one form/,
  },
  {
    name: "a manifest with a letter in disguise",
    bytes: () => withManifest((all) => all.replace("dataset", "datas\\u0065t")),
    code: "manifest",
    says: /one form/,
  },
  {
    name: "a manifest behind a byte order mark",
    bytes: () => withManifest((all) => `\ufeff${all}`),
    code: "manifest",
    says: /manifest/,
  },
  {
    name: "a manifest with a prototype",
    bytes: () => withManifest((all) => all.replace("{", '{"__proto__":{"kind":"dataset"},')),
    code: "manifest",
    says: /__proto__/,
  },
  {
    name: "a manifest that is a list",
    bytes: () => withManifest(() => "[]"),
    code: "manifest",
    says: /manifest/,
  },
  {
    name: "a manifest that is nothing",
    bytes: () => withManifest(() => "null"),
    code: "manifest",
    says: /manifest/,
  },
  {
    name: "a manifest nested without end",
    bytes: () => withManifest(() => "[".repeat(30_000)),
    code: "manifest",
    says: /nested/,
  },
  {
    name: "a manifest of 70 kB",
    bytes: () => withFields({ title: "x".repeat(70_000) }),
    code: "manifest",
    says: /64 kB/,
  },
  {
    name: "a manifest with a title of 2 kB",
    bytes: () => withFields({ title: "x".repeat(2_000) }),
    code: "manifest",
    says: /text of more than/,
  },
  {
    name: "a version that is none",
    bytes: () => withFields({ version: "2026.13.0" }),
    code: "manifest",
    says: /version/,
  },
  {
    name: "a version with more digits than a number holds",
    bytes: () => withFields({ version: "2026.11.99999999999999999999" }),
    code: "manifest",
    says: /version/,
  },
  {
    name: "a day that does not exist",
    bytes: () => withFields({ date: "2026-02-30" }),
    code: "manifest",
    says: /date/,
  },
  {
    name: "sections of more than 64 MB together",
    bytes: () =>
      withFields({
        sections: Object.fromEntries(
          ["facts", "index", "diff"].map((name) => [
            name,
            { bytes: 60 * 1024 * 1024, sha256: "0".repeat(64) },
          ]),
        ),
      }),
    code: "too-large",
    says: /larger than 64 MB/,
  },
  {
    name: "a section of a negative length",
    bytes: () => withManifest((all) => all.replace('"bytes":', '"bytes":-')),
    code: "manifest",
    says: /bytes/,
  },
  {
    name: "checksums of another version",
    bytes: () =>
      withFields({ sections: JSON.parse(sectionsOf(packageOf({ diff: null })).manifest).sections }),
    code: "malformed",
    says: /holds more/,
  },
  {
    name: "checksums swapped",
    bytes: () =>
      withManifest((all) => {
        const [one = "", two = ""] = all.match(/[0-9a-f]{64}/g) ?? [];
        return all.replace(one, "#").replace(two, one).replace("#", two);
      }),
    code: "checksum",
    says: /checksum of its facts/,
  },

  // Kinds
  {
    name: "a pack in the place of the dataset",
    bytes: () => goodPack,
    code: "wrong-kind",
    says: /pack of somebody's own records/,
  },
  {
    name: "a pack that our key signed, in the place of the dataset",
    bytes: () => packageOf(packContents),
    code: "wrong-kind",
    says: /pack of somebody's own/,
  },
  {
    name: "the dataset in the place of a pack",
    bytes: () => goodPackage,
    code: "wrong-kind",
    says: /is the policy dataset/,
    as: asPack,
  },
  {
    name: "the dataset that calls itself a pack",
    bytes: changed('"kind":"dataset"', '"kind":"pack"'),
    code: "bad-signature",
    says: /signature is wrong/,
    as: asPack,
  },
  {
    name: "a pack that calls itself the dataset",
    bytes: () => toUtf8(fromUtf8(goodPack).replace('"kind":"pack"', '"kind":"dataset"')),
    code: "unsigned",
    says: /not signed/,
  },
  {
    name: "a pack whose signature is wrong",
    bytes: () => fileOf({ ...sectionsOf(packageOf(packContents)), signature: sections.signature }),
    code: "bad-signature",
    says: /signature is wrong/,
    as: asPack,
  },
  {
    name: "a pack with an index",
    bytes: () => writePackage({ ...packContents, index: contents.index }),
    code: "index",
    says: /only the dataset has/,
    as: asPack,
  },

  // Facts, with the right checksums and a good signature
  { name: "facts that are a list", bytes: factsText("[]"), code: "facts", says: /facts in the package/ },
  { name: "facts that are nothing", bytes: factsText("null"), code: "facts", says: /facts in the package/ },
  {
    name: "facts that are cut",
    bytes: factsText(sections.facts.slice(0, -3)),
    code: "facts",
    says: /complete JSON/,
  },
  {
    name: "facts that are no UTF-8",
    bytes: () => {
      const bytes = resealed({ facts: sections.facts.replace("Acme", "Acm\u00e9") });
      const at = bytes.indexOf(0xc3);
      bytes[at] = 0xff;
      return bytes;
    },
    code: "checksum",
    says: /facts/,
  },
  {
    name: "facts with a field twice",
    bytes: factsText(sections.facts.replace('"measures":[]', '"measures":[],"measures":[]')),
    code: "facts",
    says: /field twice/,
  },
  {
    name: "facts with a record that is no record",
    bytes: withVendor({ name: 7 }),
    code: "facts",
    says: /entities\.0\.name/,
  },
  {
    name: "facts with an unknown kind of record",
    bytes: withVendor({ kind: "spy" }),
    code: "facts",
    says: /entities\.0/,
  },
  {
    name: "facts with a field that nobody knows",
    bytes: withVendor({ script: "x" }),
    code: "facts",
    says: /entities\.0/,
  },
  {
    name: "facts with an id that is none",
    bytes: withVendor({ id: "../x" }),
    code: "facts",
    says: /entities\.0\.id/,
  },
  {
    name: "facts with an address that runs code",
    bytes: withVendor({ sources: { source: { ...vendor?.sources.source, url: "javascript:alert(1)" } } }),
    code: "facts",
    says: /url/,
  },
  {
    name: "facts with a record without spellings",
    bytes: withVendor({ spellings: [] }),
    code: "facts",
    says: /spellings/,
  },
  {
    name: "facts with a measure on no known day",
    bytes: facts({
      ...contents.facts,
      measures: [{ ...measure, steps: [{ ...measure.steps[0], on: "2026-13" }] }],
    }),
    code: "facts",
    says: /measures\.0\.steps\.0\.on/,
  },
  {
    name: "facts with a prototype",
    bytes: factsText(sections.facts.replace('"redirects":{}', '"redirects":{"__proto__":["acme"]}')),
    code: "facts",
    says: /__proto__/,
  },
  {
    name: "facts with a prototype in a record",
    bytes: factsText(sections.facts.replace('"kind":"vendor"', '"kind":"vendor","__proto__":{}')),
    code: "facts",
    says: /__proto__/,
  },
  {
    name: "facts nested 1,000 deep",
    bytes: factsText(`${"[".repeat(1000)}${"]".repeat(1000)}`),
    code: "facts",
    says: /nested more than 24 deep/,
  },
  {
    name: "facts nested 200,000 deep",
    bytes: factsText('{"a":'.repeat(200_000)),
    code: "facts",
    says: /nested/,
  },
  {
    name: "facts of six million empty lists",
    bytes: factsText(`[${"[],".repeat(3_000_000)}[]]`),
    code: "facts",
    says: /more than 5000000 values/,
  },
  {
    name: "facts with a text of 100 kB",
    bytes: withVendor({ name: "x".repeat(100_000) }),
    code: "facts",
    says: /text of more than 65536 bytes/,
  },
  {
    name: "facts without records",
    bytes: facts({ ...contents.facts, entities: [] }),
    code: "facts",
    says: /no records/,
  },
  {
    name: "facts of another version than the manifest",
    bytes: () => resealed({ facts: JSON.stringify(datasetOf("2026.11.3")) }),
    code: "facts",
    says: /their version is not the one/,
  },
  {
    name: "facts of another licence than the manifest",
    bytes: () => withFields({ licence: "MIT" }),
    code: "facts",
    says: /their licence/,
  },
  {
    name: "an id twice",
    bytes: facts({ ...contents.facts, entities: [...contents.facts.entities, vendor] }),
    code: "collision",
    says: /the id acme stands twice/,
  },
  {
    name: "an id of a vendor and of a measure",
    bytes: facts({ ...contents.facts, measures: [{ ...measure, id: "acme" }] }),
    code: "collision",
    says: /the id acme/,
  },
  {
    name: "a pack of half a million lists",
    bytes: packText(`[${"[],".repeat(300_000)}[]]`),
    code: "facts",
    says: /more than 500000 values/,
    as: asPack,
  },
  {
    name: "a pack of more than 16 MB",
    bytes: packText(`"${"x".repeat(17 * 1024 * 1024)}"`),
    code: "too-large",
    says: /pack is larger than 16 MB/,
    as: asPack,
  },
  {
    name: "a pack nested without end",
    bytes: packText("[".repeat(100_000)),
    code: "facts",
    says: /nested/,
    as: asPack,
  },
  {
    name: "a pack with white space",
    bytes: packText(JSON.stringify(packContents.facts, null, 1).replaceAll("\n", " ")),
    code: "facts",
    says: /one form/,
    as: asPack,
  },

  // The index
  {
    name: "no index",
    bytes: () => packageOf({ index: new Uint8Array(0) }),
    code: "index",
    says: /not base64, or empty/,
  },
  {
    name: "an index that is not base64",
    bytes: () => resealed({ index: '"!!!!"' }),
    code: "index",
    says: /not base64/,
  },
  {
    name: "an index in base64 with loose bits",
    bytes: () => resealed({ index: '"AAB="' }),
    code: "index",
    says: /not base64/,
  },
  {
    name: "an index in base64 without padding",
    bytes: () => resealed({ index: '"AAA"' }),
    code: "index",
    says: /not base64/,
  },
  {
    name: "an index in the other alphabet",
    bytes: () => resealed({ index: '"_-8="' }),
    code: "index",
    says: /not base64/,
  },
  { name: "an index that is a number", bytes: () => resealed({ index: "12" }), code: "index", says: /index/ },
  {
    name: "an index that is cut",
    bytes: () => packageOf({ index: contents.index.subarray(0, contents.index.length >> 1) }),
    code: "index",
    says: /cannot be read/,
  },
  {
    name: "an index of something else",
    bytes: () => packageOf({ index: new Uint8Array(4096).fill(7) }),
    code: "index",
    says: /cannot be read/,
  },
  {
    name: "an index with a bit flipped before signing",
    bytes: () =>
      packageOf({
        index: contents.index.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
      }),
    code: "index",
    says: /cannot be read/,
  },
  {
    name: "the index of another version",
    bytes: () => packageOf({ index: buildIndex(datasetOf("2026.11.1", ["Acme", "Zeta", "Omega"])) }),
    code: "index",
    says: /belongs to another dataset/,
  },
  {
    name: "the index of fewer records",
    bytes: () => packageOf({ index: buildIndex(datasetOf("2026.11.2", ["Acme"])) }),
    code: "index",
    says: /belongs to another dataset/,
  },
  {
    name: "the index of other records of the same version",
    bytes: () => packageOf({ index: buildIndex(datasetOf("2026.11.2", ["Alpha", "Beta", "Gamma"])) }),
    code: "trial",
    says: /does not work/,
  },
  {
    name: "the index of records with the same names and other ids",
    bytes: () => {
      const entities = contents.facts.entities.map((one) => ({ ...one, id: `${one.id}-ltd` }));
      return packageOf({ index: buildIndex({ ...contents.facts, entities }) });
    },
    code: "trial",
    says: /does not work/,
  },

  // The list of changes
  {
    name: "changes that are a text",
    bytes: () => resealed({ diff: '"none"' }),
    code: "facts",
    says: /list of changes.*another form/,
  },
  {
    name: "changes of other versions",
    bytes: () => withFields({ previous: "2026.10.0" }),
    code: "facts",
    says: /compares other versions/,
  },
  {
    name: "no changes, and a version before",
    bytes: () => resealed({ diff: "null" }),
    code: "facts",
    says: /compares other versions/,
  },
  {
    name: "changes nested without end",
    bytes: () => resealed({ diff: "[".repeat(100_000) }),
    code: "facts",
    says: /nested/,
  },
];

/** The same six bits of a last digit, but for those that say nothing. */
function loose(digit: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return alphabet[alphabet.indexOf(digit) | 1] ?? "";
}
