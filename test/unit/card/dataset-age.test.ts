import { expect, test } from "vitest";
import { datasetAge, isDatasetOld } from "../../../src/core/card/dataset-age.ts";

test("days are counted over months and leap years", () => {
  expect(datasetAge("2020-02-28", "2020-03-01")).toBe(2);
  expect(datasetAge("2026-03-28", "2026-03-30")).toBe(2);
  expect(datasetAge("2026-11-24", "2026-11-20")).toBe(0);
});

test("a dataset is old from the 121st day on", () => {
  expect(isDatasetOld("2026-01-01", "2026-05-01")).toBe(false);
  expect(isDatasetOld("2026-01-01", "2026-05-02")).toBe(true);
});
