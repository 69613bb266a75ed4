import { describe, expect, test } from "vitest";
import { DatasetError, loadDataset } from "../../../src/core/dataset/load-dataset.ts";
import { sampleDataset } from "../../support/sample-dataset.ts";

const good = sampleDataset();
const without = (...fields: string[]) =>
  JSON.stringify(Object.fromEntries(Object.entries(good).filter(([field]) => !fields.includes(field))));

test("a built dataset is read as it was written", () => {
  expect(loadDataset(JSON.stringify(good))).toEqual(good);
});

test("parts that a build may leave out are empty", () => {
  const read = loadDataset(without("newsSites", "containers", "titles", "redirects"));
  expect([read.newsSites, read.containers, read.titles, read.redirects]).toEqual([[], [], [], {}]);
});

describe("a dataset that cannot be used says why and what to do", () => {
  test.each([
    ["an empty file", "", /not complete JSON.*Reinstall/],
    ["a file cut short", JSON.stringify(good).slice(0, 500), /not complete JSON.*Reinstall/],
    ["a web page", "<!doctype html>", /not complete JSON/],
    ["null", "null", /not a Telecom Lens dataset/],
    ["a number", "7", /not a Telecom Lens dataset/],
    ["a list", "[]", /not a Telecom Lens dataset/],
    ["another file", '{"name":"package"}', /not a Telecom Lens dataset/],
    ["one without facts about itself", without("info"), /not a Telecom Lens dataset/],
    [
      "a newer one",
      JSON.stringify({ ...good, info: { ...good.info, schema: 2 } }),
      /schema 2.*reads 1.*Update/,
    ],
    ["one without a schema number", JSON.stringify({ ...good, info: {} }), /schema undefined/],
    ["one without records", JSON.stringify({ ...good, entities: [] }), /holds no records/],
    ["one without entities", without("entities"), /holds no records/],
    ["one without measures", without("measures"), /holds no records/],
  ])("%s", (_, text, message) => {
    expect(() => loadDataset(text)).toThrow(DatasetError);
    expect(() => loadDataset(text)).toThrow(message);
  });
});
