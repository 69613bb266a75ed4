import { expect, describe as group, test } from "vitest";
import { describe } from "../../../src/core/card/describe.ts";
import { recordsOf, recordText } from "../../../src/core/card/record-text.ts";
import { createCatalogue } from "../../../src/core/dataset/catalogue.ts";
import { checkedDay, sampleCatalogue, sampleDataset } from "../../support/sample-dataset.ts";

const sample = sampleCatalogue();

group("the text of a record", () => {
  test("of a measure holds its terms, its steps and what is contested", () => {
    const measure = sample.measure("xn-2022-10-13-direction");
    const text = recordText(sample, "xn-2022-10-13-direction") ?? "";
    for (const part of [measure?.title, measure?.scope, measure?.summary, measure?.body]) {
      expect(text).toContain(part);
    }
    for (const { on, step } of measure?.steps ?? []) expect(text).toContain(`${on} ${step}`);
    expect(text).toContain("Applies in Northland");
  });

  test("of an official holds all offices with their dates", () => {
    const official = sample.dataset.entities.find((entity) => entity.kind === "official");
    const text = recordText(sample, official?.id ?? "") ?? "";
    for (const { title, from } of official?.roles ?? []) {
      expect(text).toContain(title);
      if (from) expect(text).toContain(from);
    }
  });

  test("of an entity says which country it belongs to, and of a policy whose it is", () => {
    expect(recordText(sample, "acme-radio")).toContain("\nOf Eastland\n");
    expect(recordText(sample, "safe-networks-act")).toContain("\nOf Northland\n");
    expect(recordText(sample, "northland")).not.toContain("\nOf ");
  });

  test("changes with a word of a statement, and not with a source that was checked again", () => {
    const changed = (alter: (dataset: ReturnType<typeof sampleDataset>) => void) => {
      const dataset = sampleDataset();
      alter(dataset);
      return createCatalogue(dataset);
    };
    const measureOf = (dataset: ReturnType<typeof sampleDataset>) =>
      dataset.measures.find(({ claims }) => claims.length > 0) as (typeof dataset.measures)[number];
    const id = measureOf(sampleDataset()).id;
    const checked = changed((dataset) => {
      for (const source of Object.values(measureOf(dataset).sources)) source.checked = "2026-12-01";
      measureOf(dataset).checked = "2026-12-01";
    });
    expect(recordText(checked, id)).toBe(recordText(sample, id));
    const reworded = changed((dataset) => {
      const [claim] = measureOf(dataset).claims;
      if (claim) claim.says = "Something else.";
    });
    expect(recordText(reworded, id)).toContain("Something else.");
    expect(recordText(reworded, id)).not.toBe(recordText(sample, id));
  });

  test("follows a rename, and is none where there is no record", () => {
    expect(recordText(sample, "acme-telecom")).toBe(recordText(sample, "acme-radio"));
    expect(recordText(sample, "gone")).toBeUndefined();
    expect(recordText(sample, "__proto__")).toBeUndefined();
  });
});

test("a card rests on its entity and on every measure that it names, each once", () => {
  const card = describe(sample, {
    id: "acme-radio",
    articleDate: { day: "2020-02-01", origin: "meta" },
    today: checkedDay,
    mentions: ["acme-radio", "northland"].map((id) => ({ id, block: 0, sentence: 0 })),
    at: 0,
    notes: 0,
  });
  const ids = card ? recordsOf(card) : [];
  expect(ids[0]).toBe("acme-radio");
  expect(ids).toContain(card?.pairs[0]?.now.lead?.measure);
  expect(ids).toContain(card?.pairs[0]?.atArticle?.lead?.measure);
  for (const { measure } of card?.pairs[0]?.timeline ?? []) expect(ids).toContain(measure);
  expect(card?.pairs[0]?.timeline.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(recordText(sample, id), id).toBeTruthy();
});
