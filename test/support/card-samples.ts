/** Long because it has a card of every kind and state, each written out as data. */
import type { CardModel } from "../../src/core/card/card-model.ts";
import type { CardEvents } from "../../src/page/card/card-face.ts";
import type { ShownMention } from "../../src/page/card/shown-mentions.ts";

const source = {
  number: 1,
  url: "https://example.org/decision",
  publisher: "Example Gazette",
  title: "The decision in full",
  date: "2020-01-28",
  lang: "en",
  kind: "primary",
  seen: true,
  checked: "2026-11-24",
} as const;

const lead = {
  measure: "xa-2020-01-28-cap",
  title: "Cap on high-risk vendors",
  status: "decided",
  since: "2020-01-28",
  appealed: false,
  imprecise: false,
  stance: "restricts",
  targeting: "named",
  force: "policy",
  body: "Council",
  areas: ["networks"],
  scope: "Not in the core; at most a third of the access network",
  summary: { text: "The council limited the vendor's share.", sources: [1] },
  ladder: [{ step: "decided", on: "2020-01-28", place: "standing", text: "Cap decided", sources: [1] }],
  unconfirmed: [],
  ownChoice: false,
  confirmed: true,
} as const satisfies NonNullable<CardModel["pairs"][number]["now"]["lead"]>;

/** A vendor's card with one pair, both sides, a hint and three steps. */
export const vendorCard: CardModel = {
  entity: { id: "vendor-a", name: "Vendor A", kind: "vendor" },
  does: "Network equipment vendor",
  home: { id: "homeland", name: "Homeland", kind: "country", code: "HL" },
  sentence: { text: "Maker of radio equipment.", sources: [1] },
  candidates: [],
  articleDate: { day: "2020-02-01", origin: "json-ld" },
  today: "2026-11-24",
  pairs: [
    {
      country: { id: "country-a", name: "Country A", kind: "country" },
      inCountry: "Country A",
      subject: { id: "vendor-a", name: "Vendor A", kind: "vendor" },
      atArticle: { on: "2020-02-01", lead, others: [], searched: [] },
      now: {
        on: "2026-11-24",
        lead: {
          ...lead,
          measure: "xa-2022-direction",
          title: "Direction",
          status: "in-force",
          since: "2022-10-13",
          stance: "prohibits",
          force: "binding",
          scope: "No new equipment; all of it out by the end of 2027",
          nextDeadline: { on: "2027-12-31" },
          ladder: [
            { step: "proposed", on: "2022-02-18", place: "passed", sources: [1] },
            { step: "in-force", on: "2022-10-13", place: "standing", text: "Direction issued", sources: [1] },
            { step: "deadline", on: "2027-12-31", place: "ahead", text: "Everything removed", sources: [1] },
          ],
        },
        others: [
          {
            measure: "xa-act",
            title: "Security Act",
            status: "in-force",
            since: "2021-11-17",
            stance: "case-by-case",
          },
        ],
        searched: [],
      },
      sinceThen: [
        {
          on: "2020-07-14",
          to: {
            measure: "xa-2020-07-14-removal",
            title: "Removal",
            status: "decided",
            since: "2020-07-14",
            stance: "prohibits",
          },
        },
        {
          on: "2022-10-13",
          to: {
            measure: "xa-2022-direction",
            title: "Direction",
            status: "in-force",
            since: "2022-10-13",
            stance: "prohibits",
          },
        },
      ],
      timeline: [
        {
          measure: lead.measure,
          on: "2020-01-28",
          step: "decided",
          text: "Cap decided",
          ahead: false,
          main: true,
          sources: [1],
        },
        {
          measure: "xa-2022-direction",
          on: "2022-10-13",
          step: "in-force",
          text: "Direction issued",
          ahead: false,
          main: true,
          sources: [1],
        },
        {
          measure: "xa-2022-direction",
          on: "2027-12-31",
          step: "deadline",
          text: "Everything removed",
          ahead: true,
          main: true,
          sources: [1],
        },
      ],
      claims: [
        {
          record: "xa-2022-direction",
          by: "Government of Country A",
          says: "The vendor is a risk that can be managed.",
          sources: [1],
          answers: [{ by: "Vendor A", says: "It says that its equipment is safe.", sources: [1] }],
        },
      ],
    },
  ],
  life: null,
  acts: null,
  offices: null,
  claims: [],
  hints: [{ text: "Its phone brand was sold in 2019.", sources: [1] }],
  sources: [source],
  dataset: { version: "2026.11.0", date: "2026-11-24" },
  checked: "2026-11-24",
  notes: 2,
};

export const officialCard: CardModel = {
  ...vendorCard,
  entity: { id: "person-a", name: "Person A", kind: "official" },
  does: "",
  sentence: { text: "Politician of Homeland, who left office in 2021.", sources: [1] },
  pairs: [],
  hints: [],
  offices: {
    atArticle: [
      {
        title: "Foreign Minister",
        organisation: "Government of Country A",
        acting: false,
        from: "2019-07-24",
        until: "2021-09-15",
        uncertain: false,
        sources: [1],
      },
    ],
    now: [],
    all: [
      {
        title: "Foreign Minister",
        organisation: "Government of Country A",
        acting: false,
        from: "2019-07-24",
        until: "2021-09-15",
        uncertain: false,
        sources: [1],
      },
    ],
  },
};

/** A policy that a court stopped, on a page without a date. */
export const policyCard: CardModel = {
  ...vendorCard,
  entity: { id: "order-a", name: "Order A", kind: "policy" },
  does: "Executive order",
  sentence: { text: "Order of the president against app shops.", sources: [1] },
  articleDate: null,
  pairs: [],
  hints: [],
  life: {
    atArticle: null,
    now: {
      on: "2026-11-24",
      lead: { ...lead, status: "suspended", stance: "none" },
      others: [],
      searched: [],
    },
    sinceThen: null,
    timeline: [],
  },
};

export const noRecordCard: CardModel = {
  ...vendorCard,
  articleDate: null,
  pairs: vendorCard.pairs.map((pair) => ({
    ...pair,
    atArticle: null,
    now: {
      on: "2026-11-24",
      lead: null,
      others: [],
      searched: [{ on: "2026-11-22", text: "press and gazette" }],
    },
    sinceThen: null,
    timeline: [],
    claims: [],
  })),
};

/** An operator alone: who owns it is the answer. */
export const operatorCard: CardModel = {
  ...vendorCard,
  entity: { id: "operator-a", name: "Operator A", kind: "operator" },
  does: "Mobile operator",
  sentence: { text: "Runs a mobile network in Country A.", sources: [1] },
  pairs: [],
  hints: [
    { text: "Half of it belongs to Holding B.", sources: [1] },
    { text: "It was called Operator Z until 2018.", sources: [1] },
    { text: "Its towers were sold in 2021.", sources: [1] },
  ],
};

/** A company that measures of several countries name. */
export const companyCard: CardModel = {
  ...vendorCard,
  entity: { id: "company-a", name: "Company A", kind: "company" },
  does: "App for short videos",
  sentence: { text: "Maker of an app.", sources: [1] },
  pairs: [],
  hints: [],
  acts: {
    by: "target",
    list: [
      {
        measure: "xa-ban",
        title: "Ban on government devices",
        status: "in-force",
        since: "2019-05",
        stance: "prohibits",
        issuer: "Country A",
        later: false,
        sources: [1],
      },
      {
        measure: "xb-review",
        title: "Review of the app",
        status: "decided",
        since: "2024-02-01",
        stance: "under-review",
        issuer: "Country B",
        later: true,
        sources: [2],
      },
    ],
    more: 3,
  },
  claims: [
    {
      record: "company-a",
      by: "Country B",
      says: "The app may pass on data.",
      on: "2024-02",
      sources: [2],
      answers: [],
    },
  ],
  sources: [
    source,
    ...[2, 3, 4, 5].map((number) => ({
      ...source,
      number,
      url: `https://example.org/${number}`,
      publisher: `Paper ${number}`,
      interest: number === 2 ? "A broadcaster of Country B" : undefined,
    })),
  ],
};

/** A country without a vendor on the page. */
export const countryCard: CardModel = {
  ...companyCard,
  entity: { id: "country-a", name: "Country A", kind: "country", code: "XA" },
  does: "",
  home: undefined,
  sentence: { text: "Country in the west.", sources: [1] },
  acts: {
    by: "issuer",
    list: (companyCard.acts?.list ?? []).map((act) => ({ ...act, issuer: undefined })),
    more: 0,
  },
  claims: [],
};

export const organisationCard: CardModel = {
  ...countryCard,
  entity: { id: "union-a", name: "Union A", kind: "organisation" },
  does: "Union of 12 countries",
  sentence: { text: "Countries of the west that share a market.", sources: [1] },
  acts: { by: "issuer", list: [], more: 0 },
};

/** The policy of `policyCard` on a dated page: it was in force then, and a court stopped it. */
export const stoppedPolicyCard: CardModel = {
  ...policyCard,
  articleDate: { day: "2020-09-01", origin: "meta" },
  life: {
    atArticle: {
      on: "2020-09-01",
      lead: { ...lead, stance: "prohibits", areas: ["apps", "data-protection", "investment"] },
      others: [],
      searched: [],
    },
    now: {
      on: "2026-11-24",
      lead: {
        ...lead,
        status: "suspended",
        since: "2020-09-19",
        stance: "none",
        ladder: [
          { step: "decided", on: "2020-08-06", place: "passed", sources: [1] },
          { step: "suspended", on: "2020-09-19", place: "standing", sources: [1] },
        ],
      },
      others: [],
      searched: [],
    },
    sinceThen: [
      {
        on: "2020-09-19",
        to: { measure: "o", title: "Order A", status: "suspended", since: "2020-09-19", stance: "none" },
      },
    ],
    timeline: [
      {
        measure: "o",
        on: "2020-08-06",
        step: "decided",
        text: "Signed",
        ahead: false,
        main: true,
        sources: [1],
      },
      {
        measure: "o",
        on: "2020-09-19",
        step: "suspended",
        text: "Stopped by a court",
        ahead: false,
        main: true,
        sources: [1],
      },
    ],
  },
};

export const uncertainCard: CardModel = {
  ...operatorCard,
  candidates: [
    { id: "operator-a", name: "Operator A", kind: "operator" },
    { id: "country-a", name: "Country A", kind: "country", code: "XA" },
  ],
};

/** Data that is 200 days old, on a page whose text runs the other way, with a name to match. */
export const oldCard: CardModel = {
  ...vendorCard,
  entity: { id: "vendor-a", name: "هواوي", kind: "vendor" },
  today: "2027-06-12",
};

/** A private pack's measure leads the answer now, about an entity of the dataset. */
export const packCard: CardModel = {
  ...vendorCard,
  pack: {
    title: "Example News: our own",
    version: "2026.11.1",
    signed: false,
    records: ["xa-2022-direction", "xa-act"],
  },
  dataset: {
    ...vendorCard.dataset,
    mail: "data@maintainers.example",
    issues: "https://tracker.example/new?title={title}&body={body}",
  },
};

/** An entity that only a signed private pack knows. */
export const packEntityCard: CardModel = {
  ...companyCard,
  pack: {
    title: "Example News: our own",
    version: "2026.11.1",
    signed: true,
    records: ["company-a", "xb-review"],
  },
};

/** A card of every kind and state. */
export const sampleCards: Record<string, CardModel> = {
  vendor: vendorCard,
  operator: operatorCard,
  company: companyCard,
  country: countryCard,
  official: officialCard,
  organisation: organisationCard,
  policy: policyCard,
  stoppedPolicy: stoppedPolicyCard,
  uncertain: uncertainCard,
  noRecord: noRecordCard,
  pack: packCard,
  packEntity: packEntityCard,
  old: oldCard,
};

export function shownMention(model: CardModel, certainty: "certain" | "uncertain" = "certain"): ShownMention {
  const { id, kind, name } = model.entity;
  return {
    model,
    mention: {
      block: 0,
      sentence: 0,
      start: 0,
      end: name.length,
      surface: name,
      kind,
      id,
      name,
      certainty,
      reason: { code: "spelling", form: "name", spelling: name },
    },
    position: { number: 1, of: 3 },
  };
}

/** Card events that write down what they were called with. */
export function recordingEvents(): CardEvents & { calls: unknown[][] } {
  const calls: unknown[][] = [];
  const record =
    (name: string) =>
    (...details: unknown[]) => {
      calls.push([name, ...details]);
    };
  return {
    calls,
    pointerEntered: record("pointerEntered"),
    pointerLeft: record("pointerLeft"),
    focusEntered: record("focusEntered"),
    dismissed: record("dismissed"),
    stepped: record("stepped"),
    siteSwitchedOff: record("siteSwitchedOff"),
    candidateChosen: record("candidateChosen"),
    allNotes: record("allNotes"),
    notThisOne: async (scope) => {
      calls.push(["notThisOne", scope]);
      return true;
    },
    notesHere: async (id) => {
      calls.push(["notesHere", id]);
      return [
        { id: "1", body: "Compare the cap with the German draft.", created: "2026-11-20T09:30:00.000Z" },
        { id: "2", body: "Second note.\nWith a second line.", created: "2026-11-18T16:00:00.000Z" },
      ];
    },
    noteWritten: async (note) => {
      calls.push(["noteWritten", note]);
    },
    noteEdited: async (...edit) => void calls.push(["noteEdited", ...edit]),
    noteDeleted: async (id) => void calls.push(["noteDeleted", id]),
    noteAttached: async (key) => void calls.push(["noteAttached", key]),
    reportedPage: () => ({
      url: "https://news.example/2020/02/01/masts",
      canonicalUrl: null,
      title: "The council opens the door halfway",
    }),
    placeShown: record("placeShown"),
    draftTyped: record("draftTyped"),
    draftDropped: record("draftDropped"),
    draftTaken: record("draftTaken"),
    drafts: async () => [],
    tags: () => ["cap", "uk"],
  };
}
