import { describe, expect, test } from "vitest";
import { articleClaims, type ClaimRow, type MeasureRow } from "../../../src/core/card/article-claims.ts";
import { createCatalogue } from "../../../src/core/dataset/catalogue.ts";
import { checkedDay, sampleCatalogue, sampleDataset } from "../../support/sample-dataset.ts";

const sample = sampleCatalogue();
const claims = (named: string, articleDay: string | null = "2020-02-01") =>
  articleClaims(sample, { articleDay, today: checkedDay, named: named.split(" ") });
const measures = (rows: ClaimRow[]) => rows.filter((row): row is MeasureRow => row.kind === "measure");

describe("all claims of an article", () => {
  test("hold each measure of its pairs once, with whom it concerns, as it stood then and stands now", () => {
    const { rows } = claims("southland acme-radio northland");
    const list = measures(rows);
    expect(list.length).toBeGreaterThan(1);
    expect(new Set(list.map(({ record }) => record)).size).toBe(list.length);
    const one = list.find(({ concerns }) => concerns.some(({ id }) => id === "southland"));
    expect(one?.concerns.map(({ id }) => id)).toEqual(["southland", "acme-radio"]);
    expect(one?.now).toMatchObject({ measure: one?.record });
    for (const { atArticle } of list) expect(atArticle).not.toBeNull();
    const cap = list.find(({ record }) => record === "xn-2020-01-28-cap");
    expect(cap?.atArticle).toMatchObject({ status: "decided", stance: "restricts" });
    expect(cap?.now).toMatchObject({ status: "ended", endedBy: "superseded" });
  });

  test("are only today's where the article has no date", () => {
    const { rows, articleDay } = claims("southland acme-radio jane-doe", null);
    expect(articleDay).toBeNull();
    for (const row of rows) if ("atArticle" in row) expect(row.atArticle).toBeNull();
  });

  test("hold a person's offices as they were held then and now", () => {
    const { rows } = claims("jane-doe", "2019-06-01");
    const offices = rows.filter(({ kind }) => kind === "office");
    for (const row of offices)
      expect(row).toMatchObject({ concerns: [{ name: "Jane Doe" }], record: "jane-doe" });
    expect(offices).toMatchObject([
      { title: "Deputy Minister", atArticle: "held", now: "not-held" },
      { title: "Minister", atArticle: "not-held", now: "held" },
    ]);
  });

  test("say of each entity what it is, and cite a source for every row", () => {
    const { rows, sources } = claims("southland acme-radio jane-doe safe-networks-act");
    expect(rows.filter(({ kind }) => kind === "about").map(({ record }) => record)).toEqual([
      "southland",
      "acme-radio",
      "jane-doe",
      "safe-networks-act",
    ]);
    const numbers = new Set(sources.map(({ number }) => number));
    for (const row of rows) {
      expect(row.sources.length, row.record).toBeGreaterThan(0);
      for (const number of row.sources) expect(numbers).toContain(number);
    }
  });

  test("bring the measures of a policy, and of a vendor that is named alone", () => {
    expect(measures(claims("safe-networks-act").rows)).not.toHaveLength(0);
    const alone = measures(claims("acme-radio").rows);
    expect(alone).not.toHaveLength(0);
    for (const { concerns } of alone) expect(concerns.map(({ id }) => id)).toEqual(["acme-radio"]);
  });

  test("tell apart the vendor that a measure names from the one that its criteria reach", () => {
    const dataset = sampleDataset();
    const [acme] = dataset.entities.filter(({ id }) => id === "acme-radio");
    const cap = dataset.measures.find(({ id }) => id === "xn-2020-01-28-cap");
    if (acme?.kind !== "vendor" || !cap) throw new Error("the sample has no vendor that is capped");
    dataset.entities.push({ ...acme, id: "other-radio", name: "Other Radio" });
    cap.targets = [
      { ...cap.targets[0], entity: "acme-radio", basis: "named" },
      { class: "High-risk vendors", basis: "criteria" },
    ];
    cap.claims = [{ by: "Acme", says: "It is unfair.", sources: [...cap.cites], answers: [] }];
    const { rows } = articleClaims(createCatalogue(dataset), {
      articleDay: "2020-02-01",
      today: checkedDay,
      named: ["northland", "acme-radio", "other-radio"],
    });
    const caps = measures(rows).filter(({ record }) => record === cap.id);
    expect(caps.map(({ concerns, atArticle }) => [concerns.map(({ id }) => id), atArticle?.stance])).toEqual([
      [["northland", "acme-radio"], "restricts"],
      [["northland", "other-radio"], "case-by-case"],
    ]);
    const disputed = rows.filter(({ kind, record }) => kind === "statement" && record === cap.id);
    expect(disputed.map(({ concerns }) => concerns.map(({ id }) => id))).toEqual([
      ["northland", "acme-radio", "other-radio"],
    ]);
  });

  test("ask nothing of a vendor's own country, and nothing of what has no record", () => {
    const dataset = sampleDataset();
    for (const entity of dataset.entities) if (entity.kind === "vendor") entity.country = "northland";
    const { rows } = articleClaims(createCatalogue(dataset), {
      articleDay: "2020-02-01",
      today: checkedDay,
      named: ["northland", "southland", "acme-radio"],
    });
    const concerned = measures(rows).map(({ concerns }) => concerns.map(({ id }) => id).join(" and "));
    expect(new Set(concerned)).toEqual(new Set(["southland and acme-radio", "northland"]));
    expect(claims("nobody").rows).toEqual([]);
  });
});
