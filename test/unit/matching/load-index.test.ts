import { describe, expect, it } from "vitest";
import { DatasetError } from "../../../src/core/dataset/load-dataset.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { loadIndex } from "../../../src/core/matching/load-index.ts";
import { entity, person, sampleDataset } from "./sample-dataset.ts";

const dataset = sampleDataset(
  [
    entity("country", "united-states", [
      "United States",
      { text: "U.S.", form: "abbreviation", from: "2020", until: "2020-02", uncertain: true, case: "exact" },
      { text: "SHBA", lang: ["sq"] },
      { text: "SHBA-ja", lang: ["sq"], form: "inflected" },
    ]),
    entity("country", "china", ["中国", "Kina"]),
    person("rama", ["Edi Rama"], { text: ["Rama"], titles: ["Prime Minister"] }),
  ],
  ["Bank of China"],
);
const index = buildIndex(dataset);
const words = (bytes: Uint8Array<ArrayBuffer>) => new Uint32Array(bytes.buffer);

describe("the built index", () => {
  const matcher = loadIndex(index);
  const named = (text: string) => matcher.entriesOf(0).find((entry) => entry.text === text);

  it("gives back every spelling, with defaults where nothing was said", () => {
    expect(named("United States")).toMatchObject({
      role: "spelling",
      text: "United States",
      key: "united states",
      entity: 0,
      form: "name",
      caseRule: "name",
      lang: null,
      when: null,
      uncertain: false,
    });
  });
  it("spans whole months and years with dates", () => {
    expect(named("U.S.")).toMatchObject({
      form: "abbreviation",
      caseRule: "exact",
      uncertain: true,
      from: "2020-01-01",
      until: "2020-02-29",
    });
  });
  it("adds the ways to write an abbreviation with points", () => {
    expect(matcher.entriesOf(0).map(({ text }) => text)).toEqual([
      "SHBA",
      "U. S.",
      "U.S",
      "U.S.",
      "United States",
    ]);
  });
  it.each([
    ["united states", ["spelling 0"]],
    ["中国", ["spelling 1"]],
    ["rama", ["surname 2"]],
    ["bank of china", ["container -1"]],
    ["bank", []],
    ["united statesx", []],
    ["", []],
    ["xyz", []],
  ])("finds the entries of %j", (key, found) => {
    expect(matcher.entriesFor(key).map(({ role, entity }) => `${role} ${entity}`)).toEqual(found);
  });
  it("knows which sets of languages count in a text", () => {
    const counted = (lang: string) => matcher.forLanguage(lang).speaks.reduce((sum, one) => sum + one, 0);
    expect(counted("en-GB")).toBe(1);
    expect(counted("sq")).toBe(2);
  });
  it("is equal for equal data", () => {
    expect(buildIndex(dataset)).toEqual(index);
  });
  it("can be empty", () => {
    expect(loadIndex(buildIndex(sampleDataset([]))).entriesFor("a")).toEqual([]);
  });
  it("refuses more than it can number", () => {
    const many = Array.from({ length: 300 }, (_, number) => ({ text: "X", lang: [`x${number}`] }));
    expect(() => buildIndex(sampleDataset([entity("country", "x", many)]))).toThrow(/cannot number/);
  });
});

describe("loading an index", () => {
  const changed = (change: (bytes: Uint8Array<ArrayBuffer>) => void) => {
    const bytes = index.slice();
    change(bytes);
    return bytes;
  };
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ["nothing", new Uint8Array(0)],
    ["a text", Uint8Array.from(Buffer.from('{"format": 2, "entities": []}'))],
    ["a file that was cut off", index.slice(0, index.length / 8)],
    ["a file that lost its last byte", index.slice(0, -1)],
    ["a file with its head changed", changed((bytes) => bytes.fill((bytes[20] ?? 0) ^ 4, 20, 21))],
    ["a file with another section table", changed((bytes) => words(bytes).fill(0xffff, 7, 9))],
  ])("refuses %s in words", (_, bytes) => {
    expect(() => loadIndex(bytes)).toThrow(DatasetError);
    expect(() => loadIndex(bytes)).toThrow(/index of spellings/);
  });
  it("tells a newer format from a damaged file", () => {
    expect(() => loadIndex(changed((bytes) => words(bytes).fill(99, 1, 2)))).toThrow(/format 99.*update/);
  });
});
