import { describe, expect, test } from "vitest";
import { interfaceCalls } from "../../../src/background/interface-calls.ts";
import type { Services } from "../../../src/background/services.ts";
import { isSamePage, type PageIdentity } from "../../../src/core/page-address.ts";
import { defaultSettings } from "../../../src/core/settings.ts";
import type { NotePlace, PageState } from "../../../src/messaging/protocol.ts";
import { createChosenDates } from "../../../src/storage/chosen-dates.ts";
import { sampleNotes } from "../../support/interface-samples.ts";
import { nowhere } from "../../support/mention-samples.ts";
import { sampleCatalogue } from "../../support/sample-dataset.ts";

const url = "https://news.example/a";
const state: PageState = {
  url,
  title: "An article",
  canonicalUrl: null,
  isArticle: true,
  why: "meta",
  off: false,
  articleDate: { day: "2020-02-01", origin: "meta" },
  foundDate: { day: "2020-02-01", origin: "meta", raw: "2020-02-01T08:00Z" },
  dateChosen: false,
  lang: "en",
  mentions: [
    { id: "acme-radio", block: 0, sentence: 0, certainty: "uncertain" as const },
    { id: "acme-radio", block: 1, sentence: 0, certainty: "certain" as const },
    { id: "northland", block: 1, sentence: 0, certainty: "certain" as const },
    { id: "southland", block: 1, sentence: 0, certainty: "uncertain" as const },
    { id: "acme-radio", block: 2, sentence: 0, certainty: "uncertain" as const },
    { id: "gone", block: 1, sentence: 0, certainty: "certain" as const },
  ].map((mention) => ({ ...nowhere, ...mention })),
  blocks: null,
};

interface Change {
  off?: string[];
  page?: PageState | null;
  url?: string;
  inPrivate?: boolean;
  granted?: string[];
  mayRun?: boolean;
  notes?: () => Promise<typeof sampleNotes>;
  places?: Record<string, NotePlace>;
}

function background(change: Change = {}) {
  const { off = [], page = state, granted = [], mayRun = true } = change;
  const asked: [name: string, payload: unknown][] = [];
  const session = new Map<string, unknown>();
  const services = {
    dataset: { load: async () => ({ catalogue: sampleCatalogue() }) },
    notes: {
      onPage: async (page: PageIdentity) =>
        (await (change.notes ?? (async () => sampleNotes))()).filter((note) => isSamePage(note.page, page)),
    },
    settingsIn: async () => ({ ...defaultSettings, sitesOff: off }),
    chosenDates: createChosenDates({
      get: async (key) => (session.has(key) ? { [key]: session.get(key) } : {}),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) session.set(key, value);
      },
      remove: async (key) => {
        session.delete(key);
      },
    }),
    tabs: {
      call: async (_: number, name: string, payload: unknown) => {
        if (!page) throw new Error("nobody there");
        asked.push([name, payload]);
        if (name === "tab.notes") return change.places ?? Promise.reject(new Error("nobody there"));
        return name === "tab.state" ? page : true;
      },
      about: async () => ({ url: change.url ?? url, title: "Tab", inPrivate: change.inPrivate ?? false }),
    },
    access: { granted: async () => granted, mayRunOn: async () => mayRun },
    today: () => "2026-11-24",
  } as unknown as Services;
  return { calls: interfaceCalls(services), chosenDates: services.chosenDates, session, asked };
}

const summary = (change?: Change) => background(change).calls["ui.page"]({ tabId: 7 }, {});

describe("the popup's page", () => {
  test("counts what is named, and calls uncertain only what is never certain", async () => {
    expect((await summary()).entities).toMatchObject([
      { id: "acme-radio", count: 3, uncertain: false },
      { id: "northland", count: 1, uncertain: false },
      { id: "southland", count: 1, uncertain: true },
    ]);
  });

  test.each([
    ["article", {}],
    ["not-article", { page: { ...state, isArticle: false } }],
    ["off", { off: ["news.example"] }],
    ["no-access", { page: null, mayRun: false }],
    ["not-web", { page: null, url: "about:debugging" }],
  ] as [string, Change][])("is %s", async (expected, change) => {
    expect((await summary(change)).state).toBe(expected);
  });

  test.each([
    ["listed", {}],
    ["granted", { granted: ["*://*.news.example/*"] }],
    ["granted", { granted: ["*://*/*"] }],
    ["listed", { granted: ["*://ws.example/*"] }],
    ["once", { mayRun: false }],
    ["none", { mayRun: false, page: null }],
  ] as [string, Change][])("has access: %s", async (expected, change) => {
    expect((await summary(change)).access).toBe(expected);
  });

  test("tells which grants cover the host, so that they can be taken back", async () => {
    const granted = ["*://news.example/*", "*://*.news.example/*", "*://*/*", "*://other.example/*"];
    expect((await summary({ granted })).granted).toEqual(granted.slice(0, 3));
  });

  test.each([
    ["https://northland-times.example/a", true],
    ["https://www.northland-times.example/a", true],
    ["https://live.northland-times.example/a", true],
    ["https://not-northland-times.example/a", false],
  ])(
    "knows whether %s is on the list: %s, even where the browser lets nobody in",
    async (address, expected) => {
      expect((await summary({ page: null, url: address, mayRun: false })).onList).toBe(expected);
    },
  );

  test("hands on how the date was found and why the page is an article", async () => {
    const { why, foundDate, dateChosen, today } = await summary();
    expect({ why, foundDate, dateChosen, today }).toEqual({
      why: "meta",
      foundDate: state.foundDate,
      dateChosen: false,
      today: "2026-11-24",
    });
  });
});

describe("the notes of a page", () => {
  const [first, second] = sampleNotes;
  const on = first?.page.url ?? "";

  test("are found under the address with counting parameters, and named by their first line", async () => {
    const { notes } = await summary({ page: { ...state, url: `${on}?utm_source=mail#top` } });
    expect(notes).toEqual([
      {
        id: first?.id,
        firstLine: "Compare with the wording of the July decision.",
        markdown: false,
        about: undefined,
      },
    ]);
  });

  test("are found under the address that the page calls its own", async () => {
    const { notes } = await summary({
      page: { ...state, url: "https://amp.news.example/x", canonicalUrl: second?.page.url ?? "" },
    });
    expect(notes?.map(({ id, about }) => [id, about])).toEqual([[second?.id, "Vendor A"]]);
  });

  test("are told with what became of their passages, where the page shows them", async () => {
    const id = first?.id ?? "";
    const place: NotePlace = { state: "edited", before: "then", after: "now" };
    const page = { ...state, url: on };
    expect((await summary({ page, places: { [id]: place } })).notes?.[0]?.place).toEqual(place);
    expect((await summary({ page })).notes?.[0]?.place).toBeUndefined();
  });

  test("that cannot be opened are not called none", async () => {
    expect((await summary({ notes: () => Promise.reject(new Error("blocked")) })).notes).toBeNull();
  });

  test("without text are named by what they quote", async () => {
    const passage = { quote: "The council limits *it*", prefix: "", suffix: "" };
    const notes = async () => sampleNotes.map((note) => ({ ...note, body: " ", passage }));
    const page = { ...state, url: on };
    const [named] = (await summary({ page, notes })).notes ?? [];
    // A quote is the page's own, and no Markdown.
    expect(named).toMatchObject({ firstLine: "The council limits *it*", markdown: false });
  });

  test("say whether they hold signs of Markdown", async () => {
    const notes = async () => sampleNotes.map((note) => ({ ...note, body: "**Who** decides?" }));
    const [named] = (await summary({ page: { ...state, url: on }, notes })).notes ?? [];
    expect(named).toMatchObject({ firstLine: "**Who** decides?", markdown: true });
  });
});

describe("the table of a page", () => {
  test("has the article's day, and only what is named for certain", async () => {
    const table = await background().calls["ui.table"]({ tabId: 7 }, {});
    expect(table?.articleDay).toBe("2020-02-01");
    expect(table?.rows.map(({ place }) => place.id)).toEqual(["northland"]);
    expect(table?.subjects.map(({ id }) => id)).toEqual(["acme-radio"]);
  });

  test("is none where our script does not run", async () => {
    expect(await background({ page: null }).calls["ui.table"]({ tabId: 7 }, {})).toBeNull();
  });

  test("says of a cell what the card says, as of the article's day", async () => {
    const question = { tabId: 7, place: "northland", subject: "acme-radio" };
    const details = await background().calls["ui.pair"](question, {});
    expect(details?.pair.atArticle?.on).toBe("2020-02-01");
    expect(details?.sources.length).toBeGreaterThan(0);
  });
});

describe("the claims about a page", () => {
  const claims = (change?: Change) => background(change).calls["ui.claims"]({ tabId: 7 }, {});

  test("are those about what is named for certain, as of the article's day, with the page", async () => {
    const told = await claims();
    expect(told).toMatchObject({ title: state.title, url, articleDay: "2020-02-01", today: "2026-11-24" });
    expect(told?.rows.flatMap((row) => (row.kind === "about" ? row.record : []))).toEqual([
      "acme-radio",
      "northland",
    ]);
  });

  test("are none where our script does not run, or finds no article", async () => {
    expect(await claims({ page: null })).toBeNull();
    expect(await claims({ page: { ...state, isArticle: false } })).toBeNull();
  });
});

describe("a date that the reader sets", () => {
  test("is kept for the article's address before the page is told, which asks anew", async () => {
    const { calls, chosenDates, session, asked } = background();
    expect(await calls["ui.setDate"]({ tabId: 7, day: "2019-05-03" }, {})).toBe(true);
    expect(asked).toEqual([["tab.setDate", { day: "2019-05-03" }]]);
    expect(await chosenDates.of(`${url}?fbclid=1#x`)).toBe("2019-05-03");
    await calls["ui.setDate"]({ tabId: 7, day: null }, {});
    expect(await chosenDates.of(url)).toBeNull();
    await calls["ui.setDate"]({ tabId: 7, day: "found" }, {});
    expect(await chosenDates.of(url)).toBeUndefined();
    expect(session.size).toBe(0);
  });

  test("is left to the page's memory in a private window", async () => {
    const { calls, chosenDates, asked } = background({ inPrivate: true });
    await calls["ui.setDate"]({ tabId: 7, day: "2019-05-03" }, {});
    expect(asked).toEqual([["tab.setDate", { day: "2019-05-03" }]]);
    expect(await chosenDates.of(url)).toBeUndefined();
  });

  test("that was damaged counts as none", async () => {
    const dates = createChosenDates({
      get: async (key) => ({ [key]: "2019-02-30" }),
      set: async () => {},
      remove: async () => {},
    });
    expect(await dates.of(url)).toBeUndefined();
  });
});
