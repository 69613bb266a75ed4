import { describe, expect, it } from "vitest";
import { createCatalogue } from "../../../src/core/dataset/catalogue.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { loadIndex } from "../../../src/core/matching/load-index.ts";
import { mergePack } from "../../../src/core/package/private-pack.ts";
import { brief, find } from "../matching/sample-dataset.ts";
import { datasetOf, measure, packContents } from "./sample-package.ts";

const base = { ...datasetOf("2026.11.2"), redirects: { "old-acme": ["acme"] } };
const pack = {
  ...packContents.facts,
  measures: [{ ...measure, targets: [{ entity: "acme", basis: "named" as const }] }],
};

describe("a pack beside the dataset", () => {
  it("is found in texts and asked for like the dataset's own records", () => {
    const { dataset, leftOut } = mergePack(base, pack);
    expect(leftOut).toEqual([]);
    expect(dataset.info).toEqual(base.info);
    const catalogue = createCatalogue(dataset);
    expect(catalogue.entity("our-firm")?.name).toBe("Our Firm");
    expect(catalogue.measuresAbout("acme").map(({ id }) => id)).toEqual([measure.id]);
    const matcher = loadIndex(buildIndex(dataset));
    expect(brief(find(matcher, "Our Firm met Acme."))).toEqual(["Our Firm=our-firm", "Acme=acme"]);
  });

  it("never replaces a record, or what an old id leads to", () => {
    const [firm] = pack.entities;
    if (!firm) throw new Error("the pack has a record");
    const greedy = {
      ...pack,
      entities: [firm, { ...firm, id: "acme", name: "Not Acme" }, { ...firm, id: "old-acme" }],
      measures: [{ ...measure, id: "zeta" }],
      redirects: { "old-acme": ["our-firm"], "our-old-firm": ["our-firm"] },
    };
    const { dataset, ids, leftOut } = mergePack(base, greedy);
    expect(ids).toEqual(["our-firm"]);
    expect(leftOut).toEqual(["acme", "old-acme", "zeta"]);
    const catalogue = createCatalogue(dataset);
    expect(catalogue.entity("acme")?.name).toBe("Acme");
    expect(catalogue.entity("old-acme")?.name).toBe("Acme");
    expect(catalogue.entity("our-old-firm")?.name).toBe("Our Firm");
  });

  it("leaves both as they were", () => {
    const before = JSON.stringify([base, pack]);
    mergePack(base, pack);
    expect(JSON.stringify([base, pack])).toBe(before);
  });
});
