import { expect, describe as group, test } from "vitest";
import { describe } from "../../../src/core/card/describe.ts";
import { createCatalogue } from "../../../src/core/dataset/catalogue.ts";
import { checkedDay, sampleDataset } from "../../support/sample-dataset.ts";

const told = { title: "Desk notes", version: "2026.11.1", signed: false };

/** What a card tells of the pack whose records these are. */
function packOn(ids: string[], about: string, beside: string[] = [], day = "2020-02-01") {
  const catalogue = createCatalogue(sampleDataset(), { ...told, ids: new Set(ids) });
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
    expect(packOn(["jane-doe"], "jane-doe")).toEqual(told);
    expect(packOn(["acme-radio"], "northland", ["acme-radio"])).toEqual(told);
    expect(packOn(["northland"], "acme-radio", ["northland"])).toEqual(told);
    expect(packOn(["eastland"], "acme-radio")).toEqual(told);
  });

  test.each([
    ["leads the answer then", "xn-2020-01-28-cap", "2020-02-01"],
    ["leads the answer now", "xn-2022-10-13-direction", "2020-02-01"],
    ["only came in between", "xn-2020-07-14-removal", "2019-01-01"],
  ])("whose measure %s", (_, measure, day) => {
    expect(packOn([measure], "acme-radio", ["northland"], day)).toEqual(told);
  });

  test("whose measure is an entity's act, or belongs to a policy's life", () => {
    expect(packOn(["xn-2022-10-13-direction"], "northland")).toEqual(told);
    expect(packOn(["xn-2021-11-17-act"], "safe-networks-act")).toEqual(told);
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
