/** Long because it is one table of questions and answers about policy on a day. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ladderSteps, type Measure, stances } from "../../../src/core/dataset/schema.ts";
import {
  measuresOfPair,
  type Place,
  type StatusAnswer,
  standingOn,
  statusOn,
} from "../../../src/core/dataset/status.ts";
import {
  catalogueOf,
  countryInput,
  entityIn,
  measureInput,
  measureOf,
  sampleCatalogue,
  step,
  vendorInput,
} from "../../support/sample-dataset.ts";

const sample = sampleCatalogue();
const today = "2026-11-24";

function ask(place: string, subject: string, on: string, catalogue = sample): StatusAnswer {
  const found = entityIn(catalogue, place);
  if (found.kind !== "country" && found.kind !== "organisation") throw new Error(`${place} is no place`);
  return statusOn(catalogue, { place: found, subject: entityIn(catalogue, subject), on, today });
}

/** The answer about Northland and Acme when these are all measures that there are. */
function askWith(measures: Parameters<typeof measureInput>[], on = "2021-01-01", subject = "acme-radio") {
  const entities = [
    countryInput("northland", "XN", { memberOf: ["inland-union"] }),
    countryInput("inland-union", "XU"),
    vendorInput("acme-radio", "eastland"),
    vendorInput("bolt-networks", "eastland"),
  ];
  const catalogue = catalogueOf(
    entities,
    measures.map(([id, more]) => measureInput(id, more)),
  );
  return ask("northland", subject, on, catalogue);
}

describe("a country that capped, then banned, then ordered", () => {
  test.each([
    ["2020-01-27", "no-record", "none", null],
    ["2020-01-28", "decided", "restricts", "xn-2020-01-28-cap"],
    ["2020-02-01", "decided", "restricts", "xn-2020-01-28-cap"],
    ["2020-07-13", "decided", "restricts", "xn-2020-01-28-cap"],
    ["2020-07-14", "decided", "prohibits", "xn-2020-07-14-removal"],
    ["2021-11-18", "decided", "prohibits", "xn-2020-07-14-removal"],
    ["2022-10-13", "in-force", "prohibits", "xn-2022-10-13-direction"],
    ["2026-11-24", "in-force", "prohibits", "xn-2022-10-13-direction"],
  ])("on %s is told as %s, %s", (on, status, stance, lead) => {
    const answer = ask("northland", "acme-radio", on);
    expect([answer.status, answer.stance, answer.lead?.measure.id ?? null]).toEqual([status, stance, lead]);
  });

  test("shows what came after the article's day, oldest first, and what lies ahead", () => {
    const later = ask("northland", "acme-radio", "2020-02-01").later.map(
      ({ on, step, measure, ahead }) => `${on} ${step} ${measure.id}${ahead ? " ahead" : ""}`,
    );
    expect(later).toEqual([
      "2020-07-14 superseded xn-2020-01-28-cap",
      "2020-07-14 decided xn-2020-07-14-removal",
      "2020-12-31 deadline xn-2020-07-14-removal",
      "2021-11-17 empowered xn-2021-11-17-act",
      "2022-10-13 superseded xn-2020-07-14-removal",
      "2022-10-13 in-force xn-2022-10-13-direction",
      "2023-12-31 deadline xn-2022-10-13-direction",
      "2027-12-31 deadline xn-2022-10-13-direction ahead",
    ]);
  });

  test("keeps the law with criteria below the direction that names the vendor", () => {
    const { current } = ask("northland", "acme-radio", "2026-11-24");
    expect(current.map(({ measure, stance }) => [measure.id, stance])).toEqual([
      ["xn-2022-10-13-direction", "prohibits"],
      ["xn-2021-11-17-act", "case-by-case"],
    ]);
  });

  test("gives each later step the sources of that very step", () => {
    const { later } = askWith([
      [
        "order",
        {
          steps: [
            step("decided", "2020-01-01"),
            step("deadline", "2027-12-31", { text: "Core", sources: ["core"] }),
            step("deadline", "2027-12-31", { text: "Rest", sources: ["rest"] }),
          ],
        },
      ],
    ]);
    expect(later.map(({ text, sources }) => [text, sources])).toEqual([
      ["Core", ["core"]],
      ["Rest", ["rest"]],
    ]);
  });

  test("counts a deadline known by its year as ahead until the year is over", () => {
    const at = (on: string) =>
      askWith([["order", { steps: [step("decided", "2020-01-01"), step("deadline", "2026")] }]], on).later;
    expect(at("2021-01-01").map(({ ahead }) => ahead)).toEqual([true]);
    expect(at("2026-06-01").map(({ on }) => on)).toEqual(["2026"]);
    expect(at("2026-12-31")).toEqual([]);
  });
});

describe("no record", () => {
  test("is said where the dataset holds nothing", () => {
    expect(ask("westland", "acme-radio", today)).toMatchObject({
      status: "no-record",
      stance: "none",
      lead: null,
      current: [],
      later: [],
    });
  });

  test("is not said of a measure that has ended, however it ended", () => {
    for (const end of ["lifted", "lapsed", "withdrawn", "struck-down", "superseded"] as const) {
      const { status, stance, lead, current } = askWith([
        ["order", { steps: [step("in-force", "2020-01-01"), step(end, "2020-06-01")] }],
      ]);
      expect([status, stance, lead?.state.endedBy, current]).toEqual(["ended", "none", end, []]);
    }
  });

  test("gives way to the ending that was last, one that was replaced standing back", () => {
    const { lead } = askWith([
      ["first", { steps: [step("in-force", "2018-01-01"), step("lifted", "2019-01-01")] }],
      ["second", { steps: [step("in-force", "2018-01-01"), step("lapsed", "2020-01-01")] }],
      ["replaced", { steps: [step("in-force", "2018-01-01"), step("superseded", "2020-06-01")] }],
    ]);
    expect(lead?.measure.id).toBe("second");
  });
});

describe("what is no ban", () => {
  const strict = { stance: "prohibits" } as const;

  test.each<[string, Partial<Parameters<typeof measureInput>[1]>, string, string]>([
    ["a draft", { ...strict, steps: [step("proposed", "2020-01-01")] }, "proposed", "under-review"],
    [
      "a draft that was stopped",
      { ...strict, steps: [step("proposed", "2020-01-01"), step("suspended", "2020-02-01")] },
      "suspended",
      "none",
    ],
    [
      "a draft that lapsed",
      { ...strict, steps: [step("proposed", "2020-01-01"), step("lapsed", "2020-02-01")] },
      "ended",
      "none",
    ],
    [
      "a proposal, whatever step it has reached",
      { ...strict, force: "proposal", steps: [step("decided", "2020-01-01")] },
      "decided",
      "under-review",
    ],
    [
      "an order that a court stopped",
      { ...strict, steps: [step("decided", "2020-01-01"), step("suspended", "2020-02-01")] },
      "suspended",
      "none",
    ],
    [
      "a power that nobody used",
      { ...strict, steps: [step("empowered", "2020-01-01")] },
      "empowered",
      "case-by-case",
    ],
    [
      "a law that names nobody",
      {
        ...strict,
        targets: [{ class: "high-risk vendors", basis: "criteria" }],
        steps: [step("in-force", "2020-01-01")],
      },
      "in-force",
      "case-by-case",
    ],
    [
      "a restriction that names nobody",
      {
        stance: "restricts",
        targets: [{ class: "high-risk vendors", basis: "criteria" }],
        steps: [step("decided", "2020-01-01")],
      },
      "decided",
      "case-by-case",
    ],
    [
      "an act that takes no side, as a draft",
      { stance: "none", steps: [step("proposed", "2020-01-01")] },
      "proposed",
      "none",
    ],
  ])("%s", (_, more, status, stance) => {
    expect(askWith([["measure", more]])).toMatchObject({ status, stance });
  });

  test.each<[string, Partial<Parameters<typeof measureInput>[1]>]>([
    ["an order in force that names the vendor", { steps: [step("in-force", "2020-01-01")] }],
    [
      "an order that officials say means the vendor",
      { targets: [{ entity: "acme-radio", basis: "understood" }] },
    ],
    [
      "an order that a court let stand",
      {
        steps: [
          step("decided", "2020-01-01"),
          step("suspended", "2020-02-01"),
          step("reinstated", "2020-03-01"),
          step("upheld", "2020-04-01"),
        ],
      },
    ],
    [
      "a ban on a class of equipment, whoever makes it",
      { targets: [{ class: "foreign routers", basis: "product-class" }] },
    ],
  ])("but %s is one", (_, more) => {
    expect(askWith([["measure", { ...strict, ...more }]]).stance).toBe("prohibits");
  });

  test("on any day, whatever its stance, is a measure that was never recommended, decided, enabled or in force", () => {
    const effective = ["recommended", "empowered", "decided", "in-force"];
    const idle = ladderSteps.filter((name) => !effective.includes(name));
    const day = fc
      .tuple(
        fc.integer({ min: 2018, max: 2028 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));
    const steps = fc.array(fc.record({ step: fc.constantFrom(...idle), on: day }), {
      minLength: 1,
      maxLength: 8,
    });
    const targeting = fc.constantFrom("named", "understood", "criteria", "product-class");
    const force = fc.constantFrom("binding", "policy", "advisory", "political", "proposal", "practice");
    const idea = fc.record({ steps, stance: fc.constantFrom(...stances), targeting, force });
    const base = measureOf("measure");
    fc.assert(
      fc.property(fc.array(idea, { minLength: 1, maxLength: 4 }), day, (ideas, on) => {
        const reaches = ideas.map(({ targeting, steps, stance, force }, index) => {
          const dated = steps
            .sort((a, b) => (a.on < b.on ? -1 : 1))
            .map((one) => ({ ...one, sources: ["source"] }));
          const measure: Measure = { ...base, id: `measure-${index}`, stance, force, steps: dated };
          return { measure, targeting, own: true, ownChoice: false, partial: false };
        });
        const { lead, current } = standingOn(reaches, on);
        for (const applied of lead ? [lead, ...current] : current) {
          expect(["none", "under-review"]).toContain(applied.stance);
        }
      }),
    );
  });
});

describe("whom a measure reaches", () => {
  const ids = (place: string, subject: string) =>
    measuresOfPair(sample, entityIn(sample, place) as Place, entityIn(sample, subject)).map(
      ({ measure }) => measure.id,
    );

  test("the members of the body that acted, but no other country", () => {
    expect(ask("southland", "acme-radio", "2020-02-01")).toMatchObject({
      status: "recommended",
      stance: "restricts",
      lead: { own: false, targeting: "understood" },
    });
    expect(ask("inland-union", "acme-radio", "2020-02-01").lead).toMatchObject({ own: true });
    expect(ids("northland", "acme-radio")).not.toContain("iu-2020-01-29-toolbox");
    expect(ids("eastland", "acme-radio")).toEqual([]);
  });

  test("any vendor, by criteria and classes of equipment, but an operator or an app only by name", () => {
    expect(ids("northland", "bolt-networks")).toEqual(["xn-2021-11-17-act"]);
    expect(ids("northland", "northtel")).toEqual([]);
    expect(ids("northland", "chatterbox")).toEqual(["xn-2019-04-draft", "xn-2020-08-06-app-order"]);
  });

  test("no vendor by criteria that are about something else than networks", () => {
    const criteria = [{ class: "apps", basis: "criteria" as const }];
    expect(
      askWith([["apps", { areas: ["apps"], targets: criteria }]], "2021-01-01", "bolt-networks").status,
    ).toBe("no-record");
  });

  test("nobody else by a class that names or means its own", () => {
    for (const basis of ["named", "understood"] as const) {
      const targets = [{ class: "subsidiaries of Acme", basis }];
      expect(askWith([["order", { targets }]], "2021-01-01", "bolt-networks").status).toBe("no-record");
    }
  });

  test("by its name where the measure has both the name and criteria", () => {
    const targets = [
      { class: "high-risk vendors", basis: "criteria" as const },
      { entity: "acme-radio", basis: "named" as const },
    ];
    expect(askWith([["order", { targets }]]).lead?.targeting).toBe("named");
    expect(askWith([["order", { targets }]], "2021-01-01", "bolt-networks").lead?.targeting).toBe("criteria");
  });

  test("an app is told of the draft, the order and the court, never of a ban", () => {
    const told = (on: string) => {
      const { status, stance } = ask("northland", "chatterbox", on);
      return `${status} ${stance}`;
    };
    expect(told("2019-05-01")).toBe("proposed under-review");
    expect(told("2020-01-01")).toBe("ended none");
    expect(told("2020-09-19")).toBe("suspended none");
    expect(told("2020-12-01")).toBe("suspended none");
    expect(told("2026-11-24")).toBe("ended none");
  });
});

describe("a company's own choice", () => {
  const choice: Parameters<typeof measureInput> = [
    "choice",
    {
      issuer: "bolt-networks",
      force: "practice",
      stance: "restricts",
      steps: [step("in-force", "2019-05-01")],
    },
  ];

  test("is shown, but is no policy of the state", () => {
    const answer = askWith([choice]);
    expect(answer).toMatchObject({ status: "no-record", stance: "none" });
    expect(answer.lead).toMatchObject({ ownChoice: true, stance: "restricts", measure: { id: "choice" } });
  });

  test("never leads while the state has acted, not even on an act that has ended", () => {
    const draft = { steps: [step("proposed", "2019-01-01"), step("withdrawn", "2019-03-01")] };
    expect(askWith([choice, ["draft", draft]])).toMatchObject({
      status: "ended",
      lead: { measure: { id: "draft" } },
    });
    const law = {
      steps: [step("in-force", "2019-06-01")],
      targets: [{ class: "any", basis: "criteria" as const }],
    };
    const answer = askWith([choice, ["law", law]]);
    expect(answer.lead?.measure.id).toBe("law");
    expect(answer.current.map(({ measure }) => measure.id)).toEqual(["law", "choice"]);
  });
});

describe("an act of a part of the country", () => {
  test("comes after what applies in the whole country", () => {
    const part = { part: "North Province", steps: [step("in-force", "2020-06-01")] };
    const advice = { force: "advisory" as const, steps: [step("recommended", "2019-01-01")] };
    expect(
      askWith([
        ["part", part],
        ["advice", advice],
      ]).lead?.measure.id,
    ).toBe("advice");
    expect(askWith([["part", part]])).toMatchObject({
      status: "no-record",
      stance: "none",
      lead: { measure: { part: "North Province" } },
    });
  });
});

describe("criteria", () => {
  const criteria = (origin?: string[]) => [{ class: "any", basis: "criteria" as const, origin }];

  test("reach only suppliers of the countries that they name, if they name any", () => {
    expect(askWith([["law", { targets: criteria(["eastland"]) }]]).lead?.measure.id).toBe("law");
    expect(askWith([["law", { targets: criteria(["southland"]) }]]).status).toBe("no-record");
  });

  test("about networks do not reach a maker of something else", () => {
    const entities = [
      countryInput("northland", "XN"),
      vendorInput("acme-radio", "eastland"),
      { ...vendorInput("lens-works", "eastland"), outsideNetworks: true },
    ];
    const catalogue = catalogueOf(entities, [measureInput("law", { targets: criteria() })]);
    expect(ask("northland", "acme-radio", "2021-01-01", catalogue).lead?.measure.id).toBe("law");
    expect(ask("northland", "lens-works", "2021-01-01", catalogue).status).toBe("no-record");
  });
});

describe("a body's rule for its own offices", () => {
  test("answers for the body, and does not reach its members", () => {
    const rule: Parameters<typeof measureInput> = [
      "rule",
      { issuer: "inland-union", appliesIn: ["inland-union"], part: "The union's own devices" },
    ];
    expect(askWith([rule]).lead).toBeNull();
  });
});

describe("which measure leads", () => {
  test("an act aimed at the vendor that a court has stopped, before a law that names nobody", () => {
    const stopped = { steps: [step("decided", "2020-10-20"), step("suspended", "2020-11-09")] };
    const law = {
      steps: [step("in-force", "2020-01-01")],
      targets: [{ class: "any", basis: "criteria" as const }],
    };
    expect(
      askWith([
        ["law", law],
        ["order", stopped],
      ]),
    ).toMatchObject({
      status: "suspended",
      stance: "none",
      lead: { measure: { id: "order" } },
    });
  });

  test("a law on networks that names nobody, before cameras bought from the vendor", () => {
    const cameras = {
      areas: ["surveillance" as const],
      stance: "permits" as const,
      force: "practice" as const,
    };
    const law = { targets: [{ class: "any", basis: "criteria" as const }] };
    expect(
      askWith([
        ["cameras", cameras],
        ["law", law],
      ]).lead?.measure.id,
    ).toBe("law");
    expect(askWith([["cameras", cameras]]).lead?.measure.id).toBe("cameras");
  });

  const union = { issuer: "inland-union", appliesIn: ["inland-union"] };
  const criteria = { targets: [{ class: "vendors", basis: "criteria" as const }] };

  test.each<[string, Parameters<typeof measureInput>[1], Parameters<typeof measureInput>[1]]>([
    ["one in force before a draft", {}, { steps: [step("proposed", "2020-12-01")] }],
    [
      "the country's own before that of a body it belongs to",
      {},
      { ...union, steps: [step("decided", "2020-12-01")] },
    ],
    ["a decision before advice", { areas: ["procurement"] }, { force: "advisory" }],
    ["advice before a proposal", { force: "advisory" }, { force: "proposal" }],
    ["networks before procurement", {}, { areas: ["procurement"] }],
    ["procurement before exports", { areas: ["procurement"] }, { areas: ["exports"] }],
    ["exports before diplomacy", { areas: ["exports"] }, { areas: ["diplomacy"] }],
    ["one aimed at the vendor before criteria", {}, { ...criteria, steps: [step("in-force", "2020-12-01")] }],
    [
      "law before a decision",
      { force: "binding" },
      { force: "policy", steps: [step("decided", "2020-12-01")] },
    ],
    ["one that takes a side before one that takes none", {}, { stance: "none" }],
    [
      "the later before the earlier",
      { steps: [step("decided", "2020-12-01")] },
      { steps: [step("decided", "2020-11-01")] },
    ],
    [
      "its own order that a court stopped before a body's advice",
      { steps: [step("decided", "2020-01-01"), step("suspended", "2020-02-01")] },
      { ...union, force: "advisory" },
    ],
  ])("%s", (_, first, second) => {
    // The names would put them the other way round.
    const both: Parameters<typeof measureInput>[] = [
      ["b-first", first],
      ["a-second", second],
    ];
    expect(askWith(both).current.map(({ measure }) => measure.id)).toEqual(["b-first", "a-second"]);
    expect(askWith(both.toReversed()).lead?.measure.id).toBe("b-first");
  });
});
