import { expect, describe as group, test } from "vitest";
import type { CardModel } from "../../../src/core/card/card-model.ts";
import { cardText } from "../../../src/core/card/card-text.ts";
import { citationText } from "../../../src/core/card/citation.ts";
import { datasetAge, isDatasetOld } from "../../../src/core/card/dataset-age.ts";
import { type DescribeQuestion, describe } from "../../../src/core/card/describe.ts";
import {
  catalogueOf,
  checkedDay,
  countryInput,
  measureInput,
  sampleCatalogue,
  step,
  vendorInput,
} from "../../support/sample-dataset.ts";

const sample = sampleCatalogue();

/** The card of the first, whose article names all of them in one sentence. */
function cardBeside(ids: string[], more: Partial<DescribeQuestion> = {}, catalogue = sample): CardModel {
  const card = describe(catalogue, {
    id: ids[0] ?? "",
    articleDate: { day: "2020-02-01", origin: "json-ld" },
    today: checkedDay,
    mentions: ids.map((id) => ({ id, block: 0, sentence: 0 })),
    at: 0,
    notes: 0,
    ...more,
  });
  if (!card) throw new Error(`there is no card for ${ids[0]}`);
  return card;
}

const dated = (day: string) => ({ articleDate: { day, origin: "meta" } as const });

group("the ladder of a measure", () => {
  const ladder = (card: CardModel, side: "atArticle" | "now") =>
    (card.pairs[0] ?? card.life)?.[side]?.lead?.ladder.map(({ step, on, place }) => `${step} ${on} ${place}`);

  test("has the rungs that were passed, the one that it stands on, and those that lie ahead", () => {
    expect(ladder(cardBeside(["acme-radio", "northland"]), "now")).toEqual([
      "in-force 2022-10-13 standing",
      "deadline 2023-12-31 passed",
      "deadline 2027-12-31 ahead",
    ]);
  });

  test("knows on the article's day nothing of what came later, but its deadlines", () => {
    const card = cardBeside(["acme-radio", "northland"], dated("2020-09-01"));
    expect(ladder(card, "atArticle")).toEqual([
      "decided 2020-07-14 standing",
      "deadline 2020-12-31 ahead",
      "deadline 2027-12-31 ahead",
    ]);
  });

  test("of a measure that a court stopped has no deadline ahead", () => {
    const card = cardBeside(["chatterbox", "northland"], dated("2020-09-19"));
    expect(ladder(card, "atArticle")).toEqual(["decided 2020-08-06 passed", "suspended 2020-09-19 standing"]);
  });

  test("names the sources of each rung", () => {
    const card = cardBeside(["acme-radio", "northland"]);
    const numbers = new Set(card.sources.map(({ number }) => number));
    for (const rung of card.pairs[0]?.now.lead?.ladder ?? []) {
      expect(rung.sources.length).toBeGreaterThan(0);
      for (const number of rung.sources) expect(numbers).toContain(number);
    }
  });
});

group("what changed since the article", () => {
  const changes = (card: CardModel) =>
    (card.pairs[0] ?? card.life)?.sinceThen?.map(
      ({ on, to }) => `${on} ${to?.measure} ${to?.stance} ${to?.status}`,
    );

  test("is each day on which the answer became another", () => {
    expect(changes(cardBeside(["acme-radio", "northland"]))).toEqual([
      "2020-07-14 xn-2020-07-14-removal prohibits decided",
      "2022-10-13 xn-2022-10-13-direction prohibits in-force",
    ]);
  });

  test("is told of what a court stopped and what was then revoked", () => {
    const card = cardBeside(["chatterbox", "northland"], dated("2020-09-01"));
    expect(changes(card)).toEqual([
      "2020-09-19 xn-2020-08-06-app-order none suspended",
      "2021-06-09 xn-2020-08-06-app-order none ended",
    ]);
  });

  test("is nothing where the article knew what holds now", () => {
    expect(changes(cardBeside(["acme-radio", "northland"], dated("2025-01-01")))).toEqual([]);
  });

  test("is not known where the article has no date", () => {
    expect(cardBeside(["acme-radio", "northland"], { articleDate: null }).pairs[0]?.sinceThen).toBeNull();
  });

  test("does not reach into the future", () => {
    const card = cardBeside(["acme-radio", "northland"], { today: "2020-03-01" });
    expect(changes(card)).toEqual([]);
  });

  test("is told of a policy too", () => {
    expect(changes(cardBeside(["safe-networks-act"]))?.at(-1)).toContain("2022-10-13");
  });
});

group("what is on record without a partner on the page", () => {
  test("is a country's own measures, those that ended left out", () => {
    const { acts } = cardBeside(["northland"]);
    expect(acts?.by).toBe("issuer");
    expect(acts?.list.map(({ measure }) => measure)).toEqual([
      "xn-2022-10-13-direction",
      "xn-2021-11-17-act",
    ]);
    expect(acts?.list.every(({ later }) => later)).toBe(true);
  });

  test("is an organisation's own measures", () => {
    expect(cardBeside(["inland-union"]).acts?.list).toMatchObject([
      { measure: "iu-2020-01-29-toolbox", later: false, issuer: undefined },
    ]);
  });

  test("is the measures that name a company, with whose they are", () => {
    const { acts } = cardBeside(["acme-radio"]);
    expect(acts?.by).toBe("target");
    expect(acts?.list).toMatchObject([{ issuer: "Northland" }, { issuer: "Inland Union" }]);
  });

  test("is left out where a pair answers, and for people and policies", () => {
    expect(cardBeside(["northland", "acme-radio"]).acts).toBeNull();
    expect(cardBeside(["jane-doe"]).acts).toBeNull();
    expect(cardBeside(["safe-networks-act"]).acts).toBeNull();
  });

  test("is not what others did about a place", () => {
    const world = catalogueOf(
      [
        countryInput("northland", "XN"),
        countryInput("eastland", "XE"),
        vendorInput("acme-radio", "eastland"),
      ],
      [measureInput("a-warning", { about: ["eastland"] })],
    );
    expect(cardBeside(["eastland"], {}, world).acts).toMatchObject({ by: "issuer", list: [] });
    expect(cardBeside(["northland"], {}, world).acts?.list).toHaveLength(1);
  });

  test("is an empty list where nothing is on record, and nothing where all has ended", () => {
    expect(cardBeside(["bolt-networks"]).acts).toEqual({ by: "target", list: [], more: 0 });
    const world = catalogueOf(
      [countryInput("northland", "XN"), vendorInput("acme-radio", "northland")],
      [measureInput("a-ban", { steps: [step("in-force", "2019-01-01"), step("lifted", "2020-01-01")] })],
    );
    expect(cardBeside(["northland"], {}, world).acts).toBeNull();
  });

  test("stands in what a note freezes", () => {
    expect(cardText(cardBeside(["northland"]))).toContain(
      "Direction on Acme: prohibits, in force since 2022-10-13",
    );
  });
});

group("a citation", () => {
  test("says what held then and now, with the sources, their dates and the dataset", () => {
    const text = citationText(cardBeside(["acme-radio", "northland"]));
    expect(text).toContain("On 2020-02-01: Cap on Acme: restricts, decided since 2020-01-28");
    expect(text).toContain(`On ${checkedDay}: Direction on Acme: prohibits, in force since 2022-10-13`);
    expect(text).toContain("Northland Gazette: “About xn-2020-01-28-cap/xn-2020-01-28-cap”");
    expect(text).toContain(`checked ${checkedDay}`);
    expect(text).toContain("https://source.example/xn-2022-10-13-direction/xn-2022-10-13-direction");
    expect(text).toContain(`Telecom Lens dataset 2026.11.0 (${checkedDay})`);
  });

  test("names no source that nothing in it rests on", () => {
    const card = cardBeside(["acme-radio", "northland"]);
    const listed = citationText(card).match(/^\[\d+\]/gm) ?? [];
    expect(listed.length).toBeLessThan(card.sources.length);
    expect(citationText(card)).not.toContain("denial");
  });

  test("says no record as exactly that", () => {
    const text = citationText(cardBeside(["bolt-networks", "southland"]));
    expect(text).toContain("no record, which does not mean that there is no restriction");
  });

  test("gives a person's offices, and otherwise what the entity is", () => {
    expect(citationText(cardBeside(["jane-doe"]))).toContain("On 2020-02-01: Minister, Ministry");
    expect(citationText(cardBeside(["mast-office"]))).toMatch(/^Mast Office: .+\[1\]\nSources:\n\[1\]/);
  });
});

group("the age of the data", () => {
  test.each([
    ["2026-07-27", 120, false],
    ["2026-07-26", 121, true],
    ["2026-11-25", 0, false],
  ])("of %s is %i days", (day, age, old) => {
    expect(datasetAge(day, checkedDay)).toBe(age);
    expect(isDatasetOld(day, checkedDay)).toBe(old);
  });
});
