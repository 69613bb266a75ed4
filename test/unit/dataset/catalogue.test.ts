import { describe, expect, test } from "vitest";
import { sampleCatalogue } from "../../support/sample-dataset.ts";

const catalogue = sampleCatalogue();

describe("an entity is found", () => {
  test.each([
    ["acme-radio", "acme-radio"],
    ["acme-telecom", "acme-radio"],
    ["old-union", undefined],
    ["nobody", undefined],
    ["", undefined],
    ["constructor", undefined],
    ["__proto__", undefined],
  ])("by the id %j as %s", (id, found) => {
    expect(catalogue.entity(id)?.id).toBe(found);
  });

  test("only as the kind asked for", () => {
    expect(catalogue.entityOf("vendor", "acme-telecom")?.id).toBe("acme-radio");
    expect(catalogue.entityOf("country", "acme-radio")).toBeUndefined();
  });

  test("by name, in any case", () => {
    expect(catalogue.find(" ACME radio ")?.id).toBe("acme-radio");
    expect(catalogue.find("Acme")).toBeUndefined();
  });
});

test("a country is found by code, id and name, and nothing else is one", () => {
  const found = ["xn", "northland", "Northland", "NORTHLAND "].map((text) => catalogue.country(text)?.id);
  expect(found).toEqual(["northland", "northland", "northland", "northland"]);
  expect(catalogue.country("acme-radio")).toBeUndefined();
});

test("a measure stands with its issuer, its places, its targets and its policies", () => {
  const direction = "xn-2022-10-13-direction";
  for (const id of ["northland", "acme-radio", "acme-telecom", "safe-networks-act"]) {
    expect(catalogue.measuresAbout(id).map((measure) => measure.id)).toContain(direction);
  }
  expect(catalogue.measuresAbout("jane-doe")).toEqual([]);
  expect(catalogue.measure(direction)?.id).toBe(direction);
});
