import { describe, expect, it } from "vitest";
import { extensionVersion } from "../../../data/tools/release/make-package.ts";
import { schemaVersion } from "../../../src/core/dataset/schema.ts";
import { indexFormat } from "../../../src/core/matching/spelling-index.ts";
import { createKeyPair, introduce, publicKeyOf, signWith } from "../../../src/core/package/keys.ts";
import {
  compareVersions,
  manifestSchema,
  packageFormat,
  readableSince,
} from "../../../src/core/package/manifest.ts";
import { checkHead, readHead, readPackage } from "../../../src/core/package/read-package.ts";
import {
  asPack,
  contents,
  expected,
  goodPack,
  goodPackage,
  key,
  measure,
  packageOf,
  packContents,
  secret,
  secretOf,
} from "./sample-package.ts";

describe("a dataset package", () => {
  it("gives back what was written, and who signed it", () => {
    const read = readPackage(goodPackage, expected);
    expect(read.dataset).toEqual(contents.facts);
    expect(JSON.parse(read.facts)).toEqual(contents.facts);
    expect(read.index).toEqual(contents.index);
    expect(read.diff).toEqual(contents.diff);
    expect(read.key).toBe(key);
    expect(read.manifest).toMatchObject({ kind: "dataset", version: "2026.11.2", previous: "2026.11.1" });
  });

  it("is the same bytes each time, and other bytes with another key", () => {
    expect(packageOf()).toEqual(goodPackage);
    expect(packageOf({}, signWith(secretOf(2)))).not.toEqual(goodPackage);
  });

  it("can be read with nothing but a JSON parser", () => {
    const parsed = JSON.parse(new TextDecoder().decode(goodPackage));
    expect(Object.keys(parsed)).toEqual(["telecomLens", "manifest", "signature", "facts", "index", "diff"]);
    expect(parsed.facts).toEqual(contents.facts);
  });

  it("may have no version before it, and no list of changes", () => {
    const read = readPackage(packageOf({ diff: null }), expected);
    expect(read.diff).toBeNull();
    expect(read.manifest.previous).toBeNull();
  });

  it("is taken by an extension that is newer than it needs to be", () => {
    expect(readPackage(goodPackage, { ...expected, extension: "1.10.0" }).key).toBe(key);
  });

  it("does not share its bytes with the file", () => {
    const bytes = goodPackage.slice();
    const { index } = readPackage(bytes, expected);
    bytes.fill(0);
    expect(index).toEqual(contents.index);
  });
});

describe("what packages are made for", () => {
  it("is an extension that reads them", () => {
    // One of these is another: then raise readableSince to the version of the extension that comes with it.
    expect({ packageFormat, schemaVersion, indexFormat, readableSince }).toEqual({
      packageFormat: 1,
      schemaVersion: 1,
      indexFormat: 10,
      readableSince: "0.1.0",
    });
    expect(compareVersions(readableSince, extensionVersion)).toBeLessThanOrEqual(0);
  });
});

describe("the head of a package", () => {
  it("is read from the first bytes, however few come at a time", () => {
    const end = goodPackage.indexOf(10, goodPackage.indexOf(10, goodPackage.indexOf(10) + 1) + 1) + 1;
    for (let length = 0; length < end; length++) {
      expect(readHead(goodPackage.subarray(0, length))).toBe("incomplete");
    }
    const head = readHead(goodPackage.subarray(0, end));
    if (head === "incomplete") throw new Error("the head is complete");
    expect(head.manifest).toEqual(manifestSchema.parse(head.manifest));
    expect(head.total).toBe(goodPackage.length);
    checkHead(head, expected);
  });
});

describe("a pack", () => {
  it("is read without a signature", () => {
    const read = readPackage(goodPack, asPack);
    expect(read.key).toBeNull();
    expect(read.dataset).toEqual(packContents.facts);
    expect(read.index).toHaveLength(0);
  });

  it("names its signer where that is trusted, and nobody where it is not", () => {
    const signed = packageOf(packContents);
    expect(readPackage(signed, asPack).key).toBe(key);
    expect(readPackage(signed, { ...asPack, trusted: [] }).key).toBeNull();
  });

  it("may hold measures alone", () => {
    const facts = { ...packContents.facts, entities: [], measures: [measure] };
    expect(readPackage(packageOf({ ...packContents, facts }), asPack).dataset.measures).toEqual([measure]);
  });
});

describe("keys", () => {
  it("follow each other: who trusts the oldest takes what the newest signs", () => {
    const [one, two, three] = [secretOf(1), secretOf(2), secretOf(3)];
    const introductions = [introduce(publicKeyOf(three), two), introduce(publicKeyOf(two), one)];
    const manifest = { ...contents.manifest, introductions };
    for (const signer of [one, two, three]) {
      const read = readPackage(packageOf({ manifest }, signWith(signer)), expected);
      expect(read.key).toBe(publicKeyOf(signer));
    }
    // Introductions lead forwards only.
    const trusted = [publicKeyOf(three)];
    expect(() => readPackage(packageOf({ manifest }, signWith(one)), { ...expected, trusted })).toThrow(
      "a key that this extension does not know",
    );
  });

  it("are made at random, and sign", () => {
    const pair = createKeyPair();
    expect(pair.key).toBe(publicKeyOf(pair.secret));
    expect(pair.key).not.toBe(createKeyPair().key);
    const bytes = packageOf({}, signWith(pair.secret));
    expect(readPackage(bytes, { ...expected, trusted: [pair.key] }).key).toBe(pair.key);
  });

  it("sign as RFC 8032 says", () => {
    const seed = Uint8Array.from(
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60".match(/../g) ?? [],
      (pair) => Number.parseInt(pair, 16),
    );
    const { key, value } = signWith(seed)(new Uint8Array(0));
    const hex = (text: string) => Buffer.from(text, "base64").toString("hex");
    expect(hex(key)).toBe("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    expect(hex(value)).toBe(
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    );
    expect(publicKeyOf(secret)).not.toBe(key);
  });
});

describe("versions", () => {
  it("compare by their numbers", () => {
    const sorted = ["2025.12.9", "2026.2.0", "2026.11.0", "2026.11.2", "2026.11.10", "2026.12.0"];
    expect(sorted.toReversed().sort(compareVersions)).toEqual(sorted);
    expect(compareVersions("0.10.0", "0.9.9")).toBeGreaterThan(0);
    expect(compareVersions("2026.11.3", "2026.11.3")).toBe(0);
  });
});
