/** Long because every part of a card is asked about, each in its own few lines. */
import fc from "fast-check";
import { expect, describe as group, test } from "vitest";
import type { CardModel } from "../../../src/core/card/card-model.ts";
import { cardText } from "../../../src/core/card/card-text.ts";
import { type DescribeQuestion, describe } from "../../../src/core/card/describe.ts";
import {
  catalogueOf,
  checkedDay,
  countryInput,
  measureInput,
  sampleCatalogue,
  sourceOf,
  step,
  vendorInput,
} from "../../support/sample-dataset.ts";

const sample = sampleCatalogue();
const article = { day: "2020-02-01", origin: "json-ld" } as const;

function cardOf(id: string, more: Partial<DescribeQuestion> = {}, catalogue = sample): CardModel {
  const card = describe(catalogue, {
    id,
    articleDate: article,
    today: checkedDay,
    mentions: [{ id, block: 0, sentence: 0 }],
    at: 0,
    notes: 0,
    ...more,
  });
  if (!card) throw new Error(`there is no card for ${id}`);
  return card;
}

/** A card whose article names these in one sentence, the first of them pointed at. */
const cardBeside = (ids: string[], more: Partial<DescribeQuestion> = {}) =>
  cardOf(ids[0] ?? "", { mentions: ids.map((id) => ({ id, block: 0, sentence: 0 })), ...more });

const pairOf = (card: CardModel) => {
  const [pair] = card.pairs;
  if (!pair) throw new Error("the card has no pair");
  return pair;
};

group("a vendor beside a country", () => {
  const card = cardBeside(["acme-radio", "northland"]);
  const pair = pairOf(card);

  test("is told what held on the article's day, and what holds now", () => {
    expect(pair.atArticle).toMatchObject({
      on: "2020-02-01",
      lead: { measure: "xn-2020-01-28-cap", stance: "restricts", status: "decided", since: "2020-01-28" },
    });
    expect(pair.now).toMatchObject({
      on: checkedDay,
      lead: {
        measure: "xn-2022-10-13-direction",
        stance: "prohibits",
        status: "in-force",
        nextDeadline: { on: "2027-12-31", text: "Out of the networks" },
        unconfirmed: ["Whether every operator met the first deadline."],
      },
    });
    expect(pair.now.others.map(({ title }) => title)).toEqual(["Safe Networks Act"]);
  });

  test("has a timeline from the one to the other, without saying a replacement twice", () => {
    const steps = pair.timeline.map(({ on, text, ahead }) => `${on} ${text}${ahead ? " (ahead)" : ""}`);
    expect(steps).toEqual([
      "2020-01-28 Cap decided",
      "2020-07-14 Removal decided",
      "2020-12-31 Last day for buying",
      "2022-10-13 Direction issued",
      "2023-12-31 Out of the core",
      "2027-12-31 Out of the networks (ahead)",
    ]);
    expect(pair.timeline.filter(({ main }) => !main).map(({ text }) => text)).toEqual([
      "Removal decided",
      "Last day for buying",
    ]);
  });

  test("hears both sides, the answered claim first", () => {
    expect(pair.claims.map(({ says, answers }) => [says, answers.map((answer) => answer.says)])).toEqual([
      ["Says that the risk can be limited.", ["Welcomes the decision."]],
      ["Says that sanctions raised the risk.", []],
    ]);
    expect(card.claims).toMatchObject([
      {
        record: "acme-radio",
        by: "Northland government",
        on: "2019-03",
        answers: [{ by: "Acme", says: "Denies it." }],
      },
    ]);
    expect(pair.claims.map(({ record }) => record)).toEqual(["xn-2020-01-28-cap", "xn-2022-10-13-direction"]);
  });

  test("is named with its home, its owner and the mix-ups to avoid", () => {
    expect(card).toMatchObject({
      entity: { id: "acme-radio", name: "Acme Radio", kind: "vendor" },
      does: "Network equipment vendor",
      home: { id: "eastland" },
      sentence: { text: "What Acme Radio is." },
      hints: [{ text: "Owned by its staff." }, { text: "Acme Phones was sold in 2020." }],
      dataset: { version: "2026.11.0", date: checkedDay },
      checked: checkedDay,
    });
  });

  test("is told the same from the country's side", () => {
    const other = pairOf(cardBeside(["northland", "acme-radio"]));
    expect([other.atArticle?.lead?.measure, other.now.lead?.measure]).toEqual([
      "xn-2020-01-28-cap",
      "xn-2022-10-13-direction",
    ]);
  });
});

group("where the article's date is not known", () => {
  test("only today's policy is given, and the text says so", () => {
    const card = cardBeside(["acme-radio", "northland"], { articleDate: null });
    expect(card.articleDate).toBeNull();
    expect(pairOf(card).atArticle).toBeNull();
    expect(pairOf(card).now.lead?.measure).toBe("xn-2022-10-13-direction");
    expect(cardOf("safe-networks-act", { articleDate: null }).life?.atArticle).toBeNull();
    expect(cardOf("jane-doe", { articleDate: null }).offices?.atArticle).toBeNull();
    expect(cardText(card)).toContain("Article's date: none found");
    expect(cardText(card)).not.toContain("Then");
  });
});

group("no record", () => {
  test("is no lead, with the search that found nothing", () => {
    const { atArticle, now, timeline, claims } = pairOf(cardBeside(["acme-radio", "westland"]));
    const searched = [{ on: "2026-10-02", text: "Regulator's site: no measure found." }];
    expect(now).toEqual({ on: checkedDay, lead: null, others: [], searched });
    expect(atArticle).toMatchObject({ lead: null, searched });
    expect([timeline, claims]).toEqual([[], []]);
  });

  test("never reads as no restriction", () => {
    expect(cardText(cardBeside(["acme-radio", "westland"]))).toContain(
      "no record. That is not the same as no restriction.",
    );
  });

  test("before the first measure does not hide the measure of today", () => {
    const early = { day: "2019-01-01", origin: "url" } as const;
    const pair = pairOf(cardBeside(["acme-radio", "northland"], { articleDate: early }));
    expect(pair.atArticle?.lead).toBeNull();
    expect(pair.now.lead?.measure).toBe("xn-2022-10-13-direction");
  });

  test("gives no search where there is something to say", () => {
    expect(pairOf(cardBeside(["acme-radio", "southland"])).now).toMatchObject({
      lead: { measure: "iu-2020-01-29-toolbox" },
      searched: [],
    });
  });
});

group("an official", () => {
  test("has the office of the article's day beside that of today", () => {
    const early = { day: "2019-05-03", origin: "meta" } as const;
    const { offices } = cardOf("jane-doe", { articleDate: early });
    const office = { organisation: "Ministry", country: "Northland", uncertain: false };
    expect(offices?.atArticle).toMatchObject([{ ...office, title: "Deputy Minister" }]);
    expect(offices?.now).toMatchObject([{ ...office, title: "Minister", end: "held" }]);
    expect(offices?.all.map(({ title }) => title)).toEqual(["Minister", "Deputy Minister"]);
  });

  test("without an office on that day has none, and the text says so", () => {
    const early = { day: "2010-01-01", origin: "meta" } as const;
    const card = cardOf("jane-doe", { articleDate: early });
    expect(card.offices?.atArticle).toEqual([]);
    expect(cardText(card)).toContain("Then: no office on record");
  });
});

group("a policy", () => {
  test("has its life then and now, its issuer, and what is contested about it", () => {
    const card = cardOf("safe-networks-act", { articleDate: { day: "2022-01-01", origin: "time" } });
    expect(card.home?.id).toBe("northland");
    expect(card.life?.atArticle?.lead).toMatchObject({
      measure: "xn-2021-11-17-act",
      stance: "case-by-case",
    });
    expect(card.life?.now.lead).toMatchObject({ measure: "xn-2022-10-13-direction", stance: "prohibits" });
    expect(card.life?.timeline.map(({ text }) => text)).toEqual([
      "Powers given",
      "Direction issued",
      "Out of the core",
      "Out of the networks",
    ]);
    expect(card.claims.map(({ says }) => says)).toEqual(["Says that sanctions raised the risk."]);
    expect(card.pairs).toEqual([]);
  });

  test("without measures has no life", () => {
    expect(cardOf("quiet-programme").life).toBeNull();
  });
});

group("a question about", () => {
  test("an unknown id is answered with nothing", () => {
    for (const id of ["nobody", "", "old-union", "__proto__", "constructor"]) {
      const question = { id, articleDate: null, today: checkedDay, mentions: [], notes: 0 };
      expect(describe(sample, question)).toBeNull();
    }
  });

  test("a renamed id is answered with the record that took its place", () => {
    expect(cardOf("acme-telecom").entity.id).toBe("acme-radio");
  });

  test("an uncertain mention names the candidates in their order, the unknown left out", () => {
    const card = cardOf("acme-radio", { candidates: ["acme-radio", "bolt-networks", "nobody"] });
    expect(card.candidates.map(({ id }) => id)).toEqual(["acme-radio", "bolt-networks"]);
    expect(cardText(card)).toContain("Uncertain: may be Acme Radio or Bolt Networks");
  });

  test("an entity with notes says how many", () => {
    expect(cardOf("acme-radio", { notes: 3 }).notes).toBe(3);
  });

  test("a mention that is not in the list is answered all the same", () => {
    expect(cardOf("acme-radio", { at: 99 }).entity.id).toBe("acme-radio");
  });
});

/** Everything on a card that a reader may want proof of, with the numbers that it gives. */
function citedParts(card: CardModel): number[][] {
  const answers = [...card.pairs, ...(card.life ? [card.life] : [])].flatMap(
    ({ atArticle, now, timeline }) => [
      ...[atArticle, now].flatMap((answer) => (answer?.lead ? [answer.lead.summary.sources] : [])),
      ...timeline.map(({ sources }) => sources),
    ],
  );
  const claims = [...card.claims, ...card.pairs.flatMap((pair) => pair.claims)].flatMap((claim) => [
    claim.sources,
    ...claim.answers.map(({ sources }) => sources),
  ]);
  const { offices } = card;
  const held = offices ? [...(offices.atArticle ?? []), ...offices.now, ...offices.all] : [];
  return [
    card.sentence.sources,
    ...card.hints.map(({ sources }) => sources),
    ...held.map(({ sources }) => sources),
    ...answers,
    ...claims,
  ];
}

group("the sources of a card", () => {
  const ids = sample.dataset.entities.map(({ id }) => id);
  const anyCard = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
      fc.option(fc.constantFrom("2018-01-01", "2019-05-01", "2020-02-01", "2020-10-01", "2023-01-01")),
    )
    .map(([named, day]) => cardBeside(named, { articleDate: day ? { day, origin: "meta" } : null }));

  test("are numbered from 1 without a gap; every claim has one, and every number leads to one", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(card.sources.map(({ number }) => number)).toEqual(card.sources.map((_, index) => index + 1));
        for (const numbers of citedParts(card)) {
          expect(numbers.length).toBeGreaterThan(0);
          for (const number of numbers) expect(card.sources[number - 1]?.number).toBe(number);
        }
      }),
    );
  });

  test("stand in the card's text with address and publisher, and so does every claim", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const text = cardText(card);
        for (const { url, publisher } of card.sources)
          for (const part of [url, publisher]) expect(text).toContain(part);
        for (const { says } of card.claims) expect(text).toContain(says);
        for (const { says, answers } of card.pairs.flatMap((pair) => pair.claims)) {
          for (const said of [says, ...answers.map((answer) => answer.says)]) expect(text).toContain(said);
        }
      }),
    );
  });

  test("are one where two records cite one address, and keep whose interest it may carry", () => {
    const shared = { url: "https://source.example/shared" };
    const catalogue = catalogueOf(
      [
        countryInput("northland", "XN"),
        vendorInput("acme-radio", "eastland", { sources: { record: sourceOf("a", shared) } }),
      ],
      [
        measureInput("order", {
          cites: ["same"],
          steps: [step("decided", "2020-01-01", { sources: ["same"] })],
          sources: { same: sourceOf("b", { ...shared, interest: "State broadcaster" }) },
        }),
      ],
    );
    const mentions = ["acme-radio", "northland"].map((id) => ({ id, block: 0, sentence: 0 }));
    const card = cardOf("acme-radio", { mentions }, catalogue);
    expect(card.sources).toMatchObject([{ number: 1, ...shared, interest: "State broadcaster" }]);
    expect(pairOf(card).now.lead?.summary.sources).toEqual([1]);
    expect(catalogue.entity("acme-radio")?.sources.record?.interest).toBeUndefined();
  });

  test("of two steps of one kind on one day are told apart", () => {
    const catalogue = catalogueOf(
      [countryInput("northland", "XN"), vendorInput("acme-radio", "eastland")],
      [
        measureInput("order", {
          steps: [
            step("decided", "2020-01-01"),
            step("deadline", "2027-12-31", { text: "Core", sources: ["core"] }),
            step("deadline", "2027-12-31", { text: "Rest", sources: ["rest"] }),
          ],
        }),
      ],
    );
    const mentions = ["acme-radio", "northland"].map((id) => ({ id, block: 0, sentence: 0 }));
    const card = cardOf("acme-radio", { mentions }, catalogue);
    const urls = pairOf(card)
      .timeline.filter(({ step }) => step === "deadline")
      .map(({ text, sources }) => [text, ...sources.map((number) => card.sources[number - 1]?.url)]);
    expect(urls).toEqual([
      ["Core", "https://source.example/order/core"],
      ["Rest", "https://source.example/order/rest"],
    ]);
  });
});

test("the text of a card never says of a stopped or ended order that it takes no side", () => {
  for (const day of ["2020-10-01", "2021-07-01"]) {
    const card = cardBeside(["chatterbox", "northland"], { articleDate: { day, origin: "meta" } });
    expect(cardText(card)).not.toContain("takes no side");
  }
});

test("the text of a card says which data it was made from", () => {
  const text = cardText(cardOf("acme-radio"));
  expect(text).toContain(`Dataset 2026.11.0 of ${checkedDay}; record checked ${checkedDay}`);
});

test("the text of a card says what weakens a claim", () => {
  const catalogue = catalogueOf(
    [countryInput("northland", "XN"), vendorInput("acme-radio", "eastland")],
    [
      measureInput("order", {
        steps: [step("in-force", "2026"), step("appealed", "2026-02-01")],
        sources: { order: sourceOf("order", { seen: false, interest: "A party to the dispute" }) },
        unconfirmed: ["The share in figures."],
      }),
    ],
  );
  const mentions = ["acme-radio", "northland"].map((id) => ({ id, block: 0, sentence: 0 }));
  const text = cardText(cardOf("acme-radio", { mentions }, catalogue));
  for (const part of [
    "since about 2026",
    "under appeal",
    "Unconfirmed: The share in figures.",
    "(A party to the dispute; known, not read)",
  ]) {
    expect(text).toContain(part);
  }
});
