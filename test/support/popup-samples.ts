import type { PolicyBrief } from "../../src/core/card/card-model.ts";
import type {
  CellAnswer,
  PageTable,
  PairDetails,
  TableCell,
  TableRow,
} from "../../src/core/card/page-table.ts";
import type { PageClaims, PageSummary } from "../../src/messaging/protocol.ts";
import { packCard, vendorCard } from "./card-samples.ts";

export const datasetInfo = {
  version: "2026.11.0",
  date: "2026-11-24",
  schema: 1,
  title: "Telecom Lens policy dataset",
  licence: "CC-BY-4.0",
} as const;

export const articlePage: PageSummary = {
  state: "article",
  url: "https://news.example/2020/02/01/masts",
  host: "news.example",
  title: "The council opens the door halfway",
  why: "json-ld",
  articleDate: { day: "2020-02-01", origin: "json-ld" },
  foundDate: { day: "2020-02-01", origin: "json-ld", raw: "2020-02-01T07:30:00Z" },
  dateChosen: false,
  entities: [
    { id: "vendor-a", name: "Vendor A", kind: "vendor", count: 7, uncertain: false },
    { id: "vendor-b", name: "Vendor B", kind: "vendor", count: 1, uncertain: false },
    { id: "carrier", name: "Carrier", kind: "operator", count: 2, uncertain: true },
    { id: "app-house", name: "App House", kind: "company", count: 1, uncertain: false },
    { id: "northland", name: "Northland", kind: "country", count: 4, uncertain: false },
    { id: "southland", name: "Southland", kind: "country", count: 3, uncertain: false },
    {
      id: "inland",
      name: "The Inland Republic and its Islands",
      kind: "country",
      count: 1,
      uncertain: false,
    },
    { id: "jane-doe", name: "Jane Doe", kind: "official", count: 2, uncertain: false },
    { id: "inland-union", name: "Inland Union", kind: "organisation", count: 1, uncertain: false },
    { id: "safe-networks-act", name: "Safe Networks Act", kind: "policy", count: 2, uncertain: false },
  ],
  access: "listed",
  onList: true,
  granted: [],
  dataset: datasetInfo,
  today: "2026-11-24",
  notes: [
    {
      id: "11111111-1111-4111-8111-111111111111",
      firstLine: "Compare with the **wording** of the July decision.",
      markdown: true,
      place: { state: "found" },
    },
    {
      id: "22222222-2222-4222-8222-222222222222",
      firstLine: "A very long first line that no popup of 380 pixels can show as a whole, so that it is cut",
      markdown: false,
      about: "Vendor A",
      place: { state: "edited", before: "at most a third", after: "no more than 35 per cent" },
    },
    {
      id: "33333333-3333-4333-8333-333333333333",
      firstLine: "",
      markdown: false,
      place: { state: "orphan", before: "a passage that the page has twice now", candidates: 2 },
    },
  ],
};

const nothing: Partial<PageSummary> = { articleDate: null, foundDate: null, entities: [], notes: [] };
const closed: Partial<PageSummary> = { ...nothing, access: "none", onList: false, why: "" };

export const otherPages = {
  notArticle: { ...articlePage, ...nothing, state: "not-article", why: "front-page" },
  off: { ...articlePage, ...nothing, state: "off" },
  noAccess: { ...articlePage, ...closed, state: "no-access" },
  /** On the list, but the reader took the access in the browser. */
  accessTaken: { ...articlePage, ...closed, state: "no-access", onList: true },
  /** The tab is older than the extension. */
  leftOut: { ...articlePage, ...nothing, state: "no-access", why: "" },
  notWeb: { ...articlePage, ...closed, state: "not-web", url: "about:addons", host: null },
  savedFile: {
    ...articlePage,
    ...closed,
    state: "not-web",
    url: "file:///home/jane/article.html",
    host: null,
  },
  pdf: {
    ...articlePage,
    ...nothing,
    state: "no-access",
    why: "",
    url: "https://news.example/Report.PDF?a=1",
  },
} satisfies Record<string, PageSummary>;

const cap: PolicyBrief = {
  measure: "xa-2020-01-28-cap",
  title: "Cap on high-risk vendors",
  status: "decided",
  since: "2020-01-28",
  stance: "restricts",
};
const direction: PolicyBrief = {
  ...cap,
  measure: "xa-2022-direction",
  title: "Direction",
  status: "in-force",
  since: "2022-10-13",
  stance: "prohibits",
};
const answer = (policy: PolicyBrief | null, beside: CellAnswer["beside"] = null): CellAnswer => ({
  policy,
  beside,
});
const noRecord: TableCell = { atArticle: answer(null), now: answer(null) };

/** Eight countries, so that some are folded; every form that a cell can have. */
export const sampleTable: PageTable = {
  articleDay: "2020-02-01",
  today: "2026-11-24",
  subjects: [
    { id: "vendor-a", name: "Vendor A", kind: "vendor" },
    { id: "vendor-b", name: "Vendor B with a long name", kind: "vendor" },
    { id: "app-house", name: "App House", kind: "company" },
    { id: "carrier", name: "Carrier", kind: "operator" },
  ],
  rows: [
    {
      place: { id: "northland", name: "Northland", kind: "country" },
      cells: [
        { atArticle: answer(cap), now: answer(direction) },
        { atArticle: answer(cap), now: answer(cap) },
        { atArticle: answer(null), now: answer({ ...cap, status: "ended", endedBy: "struck-down" }) },
        { atArticle: answer({ ...cap, status: "suspended", stance: "none" }), now: answer(null, "part") },
      ],
    },
    {
      place: { id: "southland", name: "Southland", kind: "country" },
      cells: ["home", noRecord, { atArticle: answer(null, "own-choice"), now: answer(null) }, noRecord],
    },
    ...["The Inland Republic and its Islands", "Eastland", "Westland", "Midland", "Upland", "Lowland"].map(
      (name): TableRow => ({
        place: { id: name.toLowerCase(), name, kind: "country" },
        cells: [noRecord, noRecord, noRecord, noRecord],
      }),
    ),
  ],
};

const [samplePairView] = vendorCard.pairs;
if (!samplePairView) throw new Error("the sample card has no pair");

export const samplePair: PairDetails = { pair: samplePairView, sources: vendorCard.sources };

/** Its measure of today comes from a private pack. */
export const packPair: PairDetails = { ...samplePair, pack: packCard.pack };

const north = { id: "northland", name: "Northland", kind: "country", code: "XN" } as const;
const vendorA = { id: "vendor-a", name: "Vendor A", kind: "vendor" } as const;

export const sampleClaims: PageClaims = {
  articleDay: "2020-02-01",
  today: "2026-11-24",
  dataset: datasetInfo,
  title: '=HYPERLINK("https://evil.example")',
  url: articlePage.url,
  rows: [
    {
      kind: "measure",
      record: "northland-cap",
      concerns: [north, vendorA],
      issuer: "Northland",
      title: "Cap on one supplier",
      scope: "Access network only.",
      summary: "At most a third may come from one supplier.",
      confirmed: false,
      atArticle: { ...cap, status: "not-yet", since: "" },
      now: cap,
      sources: [1],
    },
    {
      kind: "statement",
      record: "northland-cap",
      concerns: [north, vendorA],
      by: "The mast office",
      says: "the equipment is a risk",
      on: "2020-01",
      answers: [{ by: "Vendor A", says: "it is not" }],
      sources: [1],
    },
    {
      kind: "office",
      record: "jane-doe",
      concerns: [{ id: "jane-doe", name: "Jane Doe", kind: "official" }],
      title: "Minister",
      organisation: "Ministry of Masts",
      from: "2019-05-01",
      atArticle: "held",
      now: "perhaps",
      sources: [],
    },
    { kind: "about", record: "vendor-a", concerns: [vendorA], text: "Makes masts.", sources: [1] },
  ],
  sources: samplePair.sources,
};
