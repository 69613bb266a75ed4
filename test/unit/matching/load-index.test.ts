import { describe, expect, it } from "vitest";
import { DatasetError } from "../../../src/core/dataset/load-dataset.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { loadIndex } from "../../../src/core/matching/load-index.ts";
import { indexFormat } from "../../../src/core/matching/spelling-index.ts";
import { entity, sampleDataset } from "./sample-dataset.ts";

const index = buildIndex(
  sampleDataset([
    entity("country", "united-states", [
      "United States",
      { text: "U.S.", form: "abbreviation", from: "2020", until: "2020-02" },
      { text: "SHBA", lang: ["sq"] },
      { text: "SHBA-ja", lang: ["sq"], form: "inflected" },
    ]),
  ]),
);

describe("the built index", () => {
  it("survives JSON unchanged", () => {
    expect(JSON.parse(JSON.stringify(index))).toEqual(index);
  });
  it("leaves defaults out", () => {
    expect(index.entities[0]?.spellings[0]).toEqual(["United States"]);
  });
  it("spans whole months and years with dates", () => {
    expect(index.entities[0]?.spellings[1]?.slice(5, 7)).toEqual(["2020-01-01", "2020-02-29"]);
  });
  it("adds the ways to write an abbreviation with points", () => {
    expect(index.entities[0]?.spellings.map(([text]) => text)).toEqual([
      "United States",
      "U.S.",
      "U.S",
      "U. S.",
      "SHBA",
    ]);
  });
  it("is equal for equal data", () => {
    const again = buildIndex(sampleDataset([entity("vendor", "a", ["A"])]));
    expect(again).toEqual(buildIndex(sampleDataset([entity("vendor", "a", ["A"])])));
  });
});

describe("loading an index", () => {
  it("takes what was built", () => {
    expect(loadIndex(JSON.parse(JSON.stringify(index))).entities).toHaveLength(1);
  });
  it.each<[string, unknown]>([
    ["nothing", null],
    ["a text", "index"],
    ["a list", []],
    ["an object without a format", {}],
    ["a missing part", { format: indexFormat, dataset: "2026.11.0", entities: [] }],
    ["an entity without spellings", { ...index, entities: [{ id: "a", kind: "vendor", name: "A" }] }],
    [
      "a row that is none",
      { ...index, entities: [{ id: "a", kind: "vendor", name: "A", spellings: ["A"] }] },
    ],
    ["containers that are no texts", { ...index, containers: [{}] }],
    ["titles that are no lists", { ...index, titles: { en: 1 } }],
  ])("refuses %s in words", (_, json) => {
    expect(() => loadIndex(json)).toThrow(DatasetError);
    expect(() => loadIndex(json)).toThrow(/index of spellings/);
  });
  it("tells a newer format from a damaged file", () => {
    expect(() => loadIndex({ ...index, format: 99 })).toThrow(/format 99.*update/);
  });
});
