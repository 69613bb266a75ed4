import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { buildDataset } from "../../data/tools/build-dataset.ts";
import { readKeys } from "../../data/tools/keys/keys-file.ts";
import { printDataset } from "../../data/tools/write-dist.ts";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { spellingsOf, withoutSpellings } from "../../src/core/dataset/split-spellings.ts";

const dataFolder = resolve(import.meta.dirname, "../../data");
const { dataset, index } = buildDataset(dataFolder);

describe.each(browserKinds)("the package for %s", (kind) => {
  const bytes = (name: string) => readFileSync(join(builtFolder(kind), "dataset", name));

  test("holds the dataset that data/ makes, to the last byte", () => {
    expect(bytes("facts.json").equals(Buffer.from(printDataset(withoutSpellings(dataset))))).toBe(true);
    expect(bytes("index.bin").equals(index)).toBe(true);
    expect(JSON.parse(bytes("info.json").toString())).toEqual(dataset.info);
    expect(JSON.parse(bytes("spellings.txt").toString())).toEqual(spellingsOf(dataset));
  });

  test("trusts the keys of data/keys.yml", () => {
    const trusted = JSON.parse(bytes("keys.json").toString());
    expect(trusted).toEqual(expect.arrayContaining(readKeys(dataFolder).keys.map(({ key }) => key)));
  });
});
