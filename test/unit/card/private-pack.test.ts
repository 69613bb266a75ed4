import { expect, describe as group, test } from "vitest";
import { articleClaims } from "../../../src/core/card/article-claims.ts";
import { describe } from "../../../src/core/card/describe.ts";
import { pairDetails } from "../../../src/core/card/page-table.ts";
import { createCatalogue } from "../../../src/core/dataset/catalogue.ts";
import { checkedDay, datasetOf, measureInput, sampleDataset, step } from "../../support/sample-dataset.ts";

const told = { title: "Desk notes", version: "2026.11.1", signed: false };

/** What a card tells of the pack whose records these are. */
function packOn(
  ids: string[],
  about: string,
  beside: string[] = [],
  day = "2020-02-01",
  dataset = sampleDataset(),
) {
  const catalogue = createCatalogue(dataset, { ...told, ids: new Set(ids) });
  const card = describe(catalogue, {
    id: about,
    articleDate: { day, origin: "meta" },
    today: checkedDay,
    mentions: [about, ...beside].map((id) => ({ id, block: 0, sentence: 0 })),
    at: 0,
    notes: 0,
  });
  return card?.pack;
}

group("a card tells of the private pack", () => {
  test("whose entity it is about, or beside, or which is its home", () => {
    expect(packOn(["jane-doe"], "jane-doe")).toEqual({ ...told, records: ["jane-doe"] });
    expect(packOn(["acme-radio"], "northland", ["acme-radio"])).toEqual({ ...told, records: ["acme-radio"] });
    expect(packOn(["northland"], "acme-radio", ["northland"])).toEqual({ ...told, records: ["northland"] });
    expect(packOn(["eastland"], "acme-radio")).toEqual({ ...told, records: ["eastland"] });
  });

  test.each([
    ["leads the answer then", "xn-2020-01-28-cap", "2020-02-01"],
    ["leads the answer now", "xn-2022-10-13-direction", "2020-02-01"],
    ["only came in between", "xn-2020-07-14-removal", "2019-01-01"],
  ])("whose measure %s", (_, measure, day) => {
    expect(packOn([measure], "acme-radio", ["northland"], day)).toEqual({ ...told, records: [measure] });
  });

  test.each([
    ["leads", "lead"],
    ["holds beside the one that leads", "beside"],
    ["led for a while", "between"],
    ["only belongs to the story", "draft"],
  ])("whose measure %s, in no other part of the card", (_, id) => {
    const measures = [
      measureInput("lead", { supersedes: ["draft"], steps: [step("in-force", "2023-01-01")] }),
      measureInput("beside", {
        kind: "guideline",
        stance: "restricts",
        force: "advisory",
        steps: [step("recommended", "2023-02-01")],
      }),
      measureInput("between", { steps: [step("in-force", "2020-01-01"), step("withdrawn", "2023-01-01")] }),
      measureInput("draft", {
        force: "proposal",
        steps: [step("proposed", "2022-06-01"), step("superseded", "2023-01-01")],
      }),
    ];
    const { entities } = sampleDataset();
    const dataset = { ...datasetOf([], measures), entities };
    expect(packOn([id], "acme-radio", ["northland"], "2019-01-01", dataset)).toEqual(told);
    expect(packOn(["nothing"], "acme-radio", ["northland"], "2019-01-01", dataset)).toBeUndefined();
  });

  test("whose measure is an entity's act, or belongs to a policy's life", () => {
    expect(packOn(["xn-2022-10-13-direction"], "northland")).toEqual({
      ...told,
      records: ["xn-2022-10-13-direction"],
    });
    expect(packOn(["xn-2021-11-17-act"], "safe-networks-act")).toEqual({
      ...told,
      records: ["xn-2021-11-17-act"],
    });
  });

  test("and of none where nothing is the pack's, or there is no pack", () => {
    expect(packOn(["xn-2020-08-06-app-order", "jane-doe"], "acme-radio", ["northland"])).toBeUndefined();
    const plain = describe(createCatalogue(sampleDataset()), {
      id: "acme-radio",
      articleDate: null,
      today: checkedDay,
      mentions: [],
      notes: 0,
    });
    expect(plain).not.toHaveProperty("pack");
  });
});

group("a pair in full", () => {
  test("tells of the pack whose measure it shows", () => {
    const pairOf = (ids: string[]) =>
      pairDetails(createCatalogue(sampleDataset(), { ...told, ids: new Set(ids) }), {
        place: "northland",
        subject: "acme-radio",
        articleDay: "2020-02-01",
        today: checkedDay,
      })?.pack;
    expect(pairOf(["xn-2022-10-13-direction", "jane-doe"])).toEqual({
      ...told,
      records: ["xn-2022-10-13-direction"],
    });
    expect(pairOf(["jane-doe"])).toBeUndefined();
  });
});

group("the claims about an article", () => {
  test("tell of the pack whose rows are among them", () => {
    const packOf = (ids: string[]) =>
      articleClaims(createCatalogue(sampleDataset(), { ...told, ids: new Set(ids) }), {
        articleDay: "2020-02-01",
        today: checkedDay,
        named: ["northland", "acme-radio"],
      }).pack;
    expect(packOf(["acme-radio", "jane-doe"])).toEqual({ ...told, records: ["acme-radio"] });
    expect(packOf(["jane-doe"])).toBeUndefined();
  });
});
