import { describe, expect, it } from "vitest";
import { spellingsOf, withoutSpellings, withSpellings } from "../../../src/core/dataset/split-spellings.ts";
import { entity, person, sampleDataset } from "../matching/sample-dataset.ts";

const dataset = sampleDataset(
  [entity("vendor", "acme", ["Acme", "Acme Radio"]), person("jane-doe", ["Jane Doe"])],
  ["Acme Post"],
);

describe("a dataset in two halves", () => {
  it("has no spellings in the one, and them alone in the other", () => {
    const facts = withoutSpellings(dataset);
    expect(JSON.stringify(facts)).not.toContain("Acme Radio");
    expect(facts.entities.map(({ id }) => id)).toEqual(["acme", "jane-doe"]);
    const { spellings, containers } = spellingsOf(dataset);
    expect(Object.keys(spellings)).toEqual(["acme", "jane-doe"]);
    expect(containers).toEqual(dataset.containers);
  });

  it("is the same when they are put together, after a way through JSON", () => {
    const [facts, spellings] = JSON.parse(JSON.stringify([withoutSpellings(dataset), spellingsOf(dataset)]));
    expect(withSpellings(facts, spellings)).toEqual(dataset);
  });
});
