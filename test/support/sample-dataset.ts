/** Long because a small dataset has a record of every kind, and builders for each. */
import type { z } from "zod";
import { type Catalogue, createCatalogue } from "../../src/core/dataset/catalogue.ts";
import {
  type Dataset,
  datasetSchema,
  type Entity,
  type entitySchema,
  type LadderStep,
  type Measure,
  measureSchema,
  schemaVersion,
} from "../../src/core/dataset/schema.ts";

type EntityInput = z.input<typeof entitySchema>;
type MeasureInput = z.input<typeof measureSchema>;
type StepInput = MeasureInput["steps"][number];
type SourceInput = MeasureInput["sources"][string];
type Of<K extends EntityInput["kind"]> = Extract<EntityInput, { kind: K }>;

/** The day on which the sample was checked, and on which its tests ask for "now". */
export const checkedDay = "2026-11-24";

/**
 * An invented world with a story like that of many countries. Northland advises, caps Acme's share, decides to
 * remove it, and orders that with deadlines; a draft was never voted; a court stopped an order on an app before
 * its day. Southland has done nothing by itself, but belongs to the Inland Union, which recommends.
 */
export function sampleDataset(): Dataset {
  return datasetOf(sampleEntities, sampleMeasures);
}

export function sampleCatalogue(): Catalogue {
  return createCatalogue(sampleDataset());
}

/** @throws ZodError when the records are not what the schema asks for. */
export function datasetOf(entities: EntityInput[], measures: MeasureInput[]): Dataset {
  return datasetSchema.parse({
    info: {
      version: "2026.11.0",
      date: checkedDay,
      schema: schemaVersion,
      title: "Sample",
      licence: "CC-BY-4.0",
    },
    entities,
    measures,
    newsSites: [{ domain: "northland-times.example", name: "Northland Times", country: "XN", lang: ["en"] }],
    containers: [],
    givenNames: [],
    titles: [{ lang: "en", titles: ["Minister"] }],
    redirects: { "acme-telecom": ["acme-radio"], "old-union": ["northland", "southland"] },
  });
}

export function catalogueOf(entities: EntityInput[], measures: MeasureInput[]): Catalogue {
  return createCatalogue(datasetOf(entities, measures));
}

export function sourceOf(key: string, more: Partial<SourceInput> = {}): SourceInput {
  return {
    url: `https://source.example/${key}`,
    publisher: "Northland Gazette",
    title: `About ${key}`,
    kind: "primary",
    seen: true,
    checked: checkedDay,
    ...more,
  };
}

/** A step whose source is called like it: `step("decided", "2020-01-28")` cites `decided-2020-01-28`. */
export function step(name: LadderStep, on: string, more: Partial<StepInput> = {}): StepInput {
  return { step: name, on, sources: [`${name}-${on.replace("~", "")}`], ...more };
}

/** A measure of Northland that names Acme; sources that its claims and steps cite are added to it. */
export function measureInput(id: string, more: Partial<MeasureInput> = {}): MeasureInput {
  const measure: MeasureInput = {
    id,
    title: `Title of ${id}`,
    kind: "ban",
    issuer: "northland",
    body: "Council of Northland",
    appliesIn: ["northland"],
    targets: [{ entity: "acme-radio", basis: "named" }],
    areas: ["networks"],
    scope: `Scope of ${id}`,
    stance: "prohibits",
    force: "binding",
    summary: `Summary of ${id}.`,
    cites: [id],
    steps: [step("decided", "2020-01-01")],
    checked: checkedDay,
    sources: {},
    ...more,
  };
  const keys = [
    ...measure.cites,
    ...measure.steps.flatMap(({ sources }) => sources),
    ...(measure.claims ?? []).flatMap(({ sources, answers = [] }) => [
      ...sources,
      ...answers.flatMap((answer) => answer.sources),
    ]),
  ];
  return { ...measure, sources: { ...sourcesFor(id, keys), ...measure.sources } };
}

/** The measure as the program sees it, defaults filled in. */
export function measureOf(id: string, more: Partial<MeasureInput> = {}): Measure {
  return measureSchema.parse(measureInput(id, more));
}

function sourcesFor(record: string, keys: string[]): Record<string, SourceInput> {
  return Object.fromEntries(keys.map((key) => [key, sourceOf(`${record}/${key}`)]));
}

const nameOf = (id: string) =>
  id.replace(/(^|-)(\w)/g, (_, gap, letter) => (gap && " ") + letter.toUpperCase());

function base(id: string) {
  return {
    id,
    name: nameOf(id),
    sentence: `What ${nameOf(id)} is.`,
    cites: ["record"],
    spellings: [{ text: nameOf(id) }],
    sources: { record: sourceOf(`record/${id}`) },
    checked: checkedDay,
  };
}

export function countryInput(id: string, code: string, more: Partial<Of<"country">> = {}): EntityInput {
  return { ...base(id), kind: "country", code, ...more };
}

export function vendorInput(id: string, country: string, more: Partial<Of<"vendor">> = {}): EntityInput {
  return { ...base(id), kind: "vendor", country, does: "Network equipment vendor", ...more };
}

export function officialInput(id: string, more: Partial<Of<"official">> = {}): EntityInput {
  return {
    ...base(id),
    kind: "official",
    country: "northland",
    reason: "Signed the decisions.",
    surname: { text: [nameOf(id).split(" ").at(-1) ?? id], alone: "after-full-name" },
    roles: [{ title: "Minister", organisation: "Ministry", end: "held", sources: ["record"] }],
    ...more,
  };
}

/** An official as the program sees it. */
export function officialOf(roles: Of<"official">["roles"], checked = checkedDay) {
  const [entity] = datasetOf([officialInput("jane-doe", { roles, checked })], []).entities;
  if (entity?.kind !== "official") throw new Error("the sample is not an official");
  return entity;
}

export function entityIn(catalogue: Catalogue, id: string): Entity {
  const entity = catalogue.entity(id);
  if (!entity) throw new Error(`the sample has no ${id}`);
  return entity;
}

const sampleEntities: EntityInput[] = [
  countryInput("northland", "XN"),
  countryInput("southland", "XS", {
    memberOf: ["inland-union"],
    searched: [{ on: "2026-10-01", text: "Official gazette, 2018 to 2026: nothing on Bolt." }],
  }),
  countryInput("eastland", "XE"),
  countryInput("westland", "XW", {
    searched: [{ on: "2026-10-02", text: "Regulator's site: no measure found." }],
  }),
  vendorInput("acme-radio", "eastland", {
    owner: { text: "Owned by its staff.", sources: ["record"] },
    hints: [{ text: "Acme Phones was sold in 2020.", sources: ["record"] }],
    claims: [
      {
        by: "Northland government",
        says: "Says that Acme answers to Eastland's army.",
        on: "2019-03",
        sources: ["record"],
        answers: [{ by: "Acme", says: "Denies it.", sources: ["denial"] }],
      },
    ],
    sources: { record: sourceOf("record/acme-radio"), denial: sourceOf("record/denial") },
  }),
  vendorInput("bolt-networks", "westland"),
  {
    ...base("northtel"),
    kind: "operator",
    country: "northland",
    does: "Operator",
  },
  { ...base("chatterbox"), kind: "company", country: "eastland", does: "App" },
  {
    ...base("inland-union"),
    kind: "organisation",
    does: "Union of states",
    members: ["southland"],
  },
  { ...base("mast-office"), kind: "organisation", does: "Regulator", country: "northland" },
  { ...base("safe-networks-act"), kind: "policy", does: "Law", issuer: "northland" },
  { ...base("quiet-programme"), kind: "policy", does: "Programme", issuer: "northland" },
  officialInput("jane-doe", {
    roles: [
      {
        title: "Deputy Minister",
        organisation: "Ministry",
        country: "northland",
        from: "2018-01-09",
        until: "2019-07-24",
        sources: ["record"],
      },
      {
        title: "Minister",
        organisation: "Ministry",
        country: "northland",
        from: "2019-07-24",
        end: "held",
        sources: ["record"],
      },
    ],
  }),
];

const sampleMeasures: MeasureInput[] = [
  measureInput("xn-2020-01-28-cap", {
    title: "Cap on Acme",
    kind: "guideline",
    stance: "restricts",
    force: "policy",
    scope: "Not in the core; at most a third of the access network",
    steps: [
      step("decided", "2020-01-28", { text: "Cap decided" }),
      step("superseded", "2020-07-14", { text: "Replaced by the removal" }),
    ],
    claims: [
      {
        by: "Northland government",
        says: "Says that the risk can be limited.",
        sources: ["claim"],
        answers: [{ by: "Acme", says: "Welcomes the decision.", sources: ["answer"] }],
      },
    ],
  }),
  measureInput("xn-2020-07-14-removal", {
    title: "Decision to remove Acme",
    force: "policy",
    supersedes: ["xn-2020-01-28-cap"],
    steps: [
      step("decided", "2020-07-14", { text: "Removal decided" }),
      step("deadline", "2020-12-31", { text: "Last day for buying" }),
      step("superseded", "2022-10-13", { text: "Put on a legal footing" }),
      step("deadline", "2027-12-31", { text: "Out of the networks" }),
    ],
  }),
  measureInput("xn-2022-10-13-direction", {
    title: "Direction on Acme",
    kind: "order",
    supersedes: ["xn-2020-07-14-removal"],
    policies: ["safe-networks-act"],
    steps: [
      step("in-force", "2022-10-13", { text: "Direction issued" }),
      step("deadline", "2023-12-31", { text: "Out of the core" }),
      step("deadline", "2027-12-31", { text: "Out of the networks" }),
    ],
    claims: [
      { by: "Northland government", says: "Says that sanctions raised the risk.", sources: ["claim"] },
    ],
    unconfirmed: ["Whether every operator met the first deadline."],
  }),
  measureInput("xn-2021-11-17-act", {
    title: "Safe Networks Act",
    kind: "law",
    targets: [{ class: "high-risk vendors", basis: "criteria" }],
    policies: ["safe-networks-act"],
    steps: [step("empowered", "2021-11-17", { text: "Powers given" })],
  }),
  measureInput("xn-2019-04-draft", {
    title: "Draft ban on chat apps",
    force: "proposal",
    areas: ["apps"],
    targets: [{ entity: "chatterbox", basis: "named" }],
    steps: [step("proposed", "2019-04"), step("lapsed", "2019-11-05")],
  }),
  measureInput("xn-2020-08-06-app-order", {
    title: "Order on Chatterbox",
    kind: "order",
    areas: ["apps"],
    targets: [{ entity: "chatterbox", basis: "named" }],
    steps: [
      step("decided", "2020-08-06", { text: "Order signed" }),
      step("deadline", "2020-09-20", { text: "Planned first day" }),
      step("suspended", "2020-09-19", { text: "Stopped by a court" }),
      step("suspended", "2020-10-30", { text: "Stopped by a second court" }),
      step("withdrawn", "2021-06-09", { text: "Revoked" }),
    ],
  }),
  measureInput("iu-2020-01-29-toolbox", {
    title: "Toolbox",
    kind: "guideline",
    issuer: "inland-union",
    appliesIn: ["inland-union"],
    targets: [{ entity: "acme-radio", basis: "understood" }],
    stance: "restricts",
    force: "advisory",
    steps: [step("recommended", "2020-01-29")],
  }),
];
