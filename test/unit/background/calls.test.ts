import { describe, expect, test } from "vitest";
import { createDatasetService } from "../../../src/background/dataset-service.ts";
import { bundledFiles, datasetFiles } from "../../../src/background/dataset-source.ts";
import { packageCalls } from "../../../src/background/package-calls.ts";
import { pageCalls } from "../../../src/background/page-calls.ts";
import type { Services } from "../../../src/background/services.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { defaultSettings } from "../../../src/core/settings.ts";
import type { PageState } from "../../../src/messaging/protocol.ts";
import { nothingInstalled } from "../../../src/storage/datasets-store.ts";
import { nowhere } from "../../support/mention-samples.ts";
import { catalogueOf, countryInput, datasetOf, vendorInput } from "../../support/sample-dataset.ts";

const entities = [countryInput("northland", "XN"), vendorInput("acme-radio", "northland")];
const facts = JSON.stringify(datasetOf(entities, []));
const files: Record<string, string | Uint8Array<ArrayBuffer>> = {
  [datasetFiles.facts]: facts,
  [datasetFiles.index]: buildIndex(datasetOf(entities, [])),
};
const vendorName = catalogueOf(entities, []).entity("acme-radio")?.name ?? "";

const state: PageState = {
  url: "https://news.example/a",
  title: "An article",
  canonicalUrl: null,
  isArticle: true,
  why: "meta",
  off: false,
  articleDate: { day: "2020-02-01", origin: "meta" },
  foundDate: { day: "2020-02-01", origin: "meta", raw: "2020-02-01" },
  dateChosen: false,
  lang: "en",
  mentions: [
    { id: "acme-radio", block: 0, sentence: 0, certainty: "uncertain" as const },
    { id: "acme-radio", block: 1, sentence: 0, certainty: "certain" as const },
    { id: "northland", block: 1, sentence: 0, certainty: "uncertain" as const },
    { id: "gone", block: 1, sentence: 0, certainty: "certain" as const },
  ].map((mention) => ({ ...nowhere, ...mention })),
  blocks: null,
};

function services(
  change: Partial<{
    files: Record<string, string | Uint8Array<ArrayBuffer>>;
    off: string[];
    page: PageState | null;
    url: string;
    granted: string[];
    mayRun: boolean;
    notes: () => Promise<number>;
    chosenDay: string | null;
  }> = {},
) {
  const { off = [], page = state, url = state.url, granted = [], mayRun = true } = change;
  const kept = change.files ?? files;
  const saved: unknown[] = [];
  const told: string[] = [];
  const read = async (path: string) => {
    const content = kept[path];
    if (content === undefined) throw new Error("404");
    return (typeof content === "string" ? new TextEncoder().encode(content) : content).buffer;
  };
  const made = {
    dataset: createDatasetService(read),
    datasets: {
      store: { record: async () => nothingInstalled },
      files: bundledFiles(read),
      updates: { address: async () => "" },
      hasAlarms: () => false,
      progress: () => null,
    },
    settings: { load: async () => defaultSettings },
    drafts: { drop: async () => {} },
    notes: {
      onPage: async () => [],
      countFor: change.notes ?? (async () => 2),
      save: async (draft: unknown, stamp: unknown) => {
        saved.push({ draft, stamp });
        return draft;
      },
    },
    settingsIn: async () => ({ ...defaultSettings, sitesOff: off }),
    choices: { list: async () => ({ choices: [], unreadable: 0 }) },
    chosenDates: { of: async () => change.chosenDay },
    tabs: {
      call: async (tabId: number, name: string) => {
        told.push(`${tabId} ${name}`);
        if (!page) throw new Error("nobody there");
        return page;
      },
      runScript: async (tabId: number, frameId: number, file: string) => {
        told.push(`${tabId}/${frameId} ${file}`);
        return mayRun;
      },
      about: async () => ({ url, title: "Tab" }),
      show: async () => {},
    },
    access: { granted: async () => granted, mayRunOn: async () => mayRun },
    switchSite: async (site: string, on: boolean) => saved.push([site, on]),
    today: () => "2026-11-24",
    now: () => "2026-11-24T10:00:00.000Z",
    newId: () => "00000000-0000-4000-8000-000000000000",
  } as unknown as Services;
  return { made, saved, told };
}

const sender = { tab: { id: 7, url: "https://www.news.example/a" }, frameId: 0 };
const article = { url: state.url, blocks: [{ text: `First. Then ${vendorName} spoke.` }] };

describe("a page that asks for mentions", () => {
  test("is given them with their sentence", async () => {
    const answer = await pageCalls(services().made)["page.find"](article, sender);
    expect(answer.state).toBe("found");
    expect(answer.mentions).toMatchObject([{ id: "acme-radio", surface: vendorName, sentence: 1 }]);
  });

  test("has the marker run before the answer where it wants that and something is named", async () => {
    const { made, told } = services();
    const find = pageCalls(made)["page.find"];
    await find(article, sender);
    await find({ ...article, blocks: [{ text: "Nobody spoke." }], withMarker: true }, sender);
    expect(told).toEqual([]);
    expect((await find({ ...article, withMarker: true }, { ...sender, frameId: 3 })).state).toBe("found");
    expect(told).toEqual(["7/3 /marker.js"]);
  });

  test("is told of one alone where the marker will ask for all, also where it cannot run", async () => {
    const blocks = [{ text: `${vendorName} spoke. Then ${vendorName} spoke again.` }];
    for (const mayRun of [true, false]) {
      const find = pageCalls(services({ mayRun }).made)["page.find"];
      expect((await find({ ...article, blocks }, sender)).mentions).toHaveLength(2);
      expect((await find({ ...article, blocks, withMarker: true }, sender)).mentions).toHaveLength(1);
    }
  });

  test("has the facts read with the question what to mark, and not with its first, which they would hold up", async () => {
    const { made } = services();
    let loads = 0;
    const { load } = made.dataset;
    made.dataset.load = () => {
      loads++;
      return load();
    };
    const find = pageCalls(made)["page.find"];
    expect((await find({ ...article, withMarker: true }, sender)).mentions).toHaveLength(1);
    expect(loads).toBe(0);
    await find(article, sender);
    expect(loads).toBe(1);
  });

  test("is given none where the reader has switched the site off, whatever address it claims", async () => {
    const { made } = services({ off: ["news.example"] });
    const answer = await pageCalls(made)["page.find"]({ ...article, url: "https://other.example/" }, sender);
    expect(answer).toMatchObject({ state: "off", mentions: [] });
  });

  test.each([
    ["is missing", {}],
    ["is cut off", { ...files, [datasetFiles.facts]: facts.slice(0, 200) }],
    [
      "is of a later schema",
      { ...files, [datasetFiles.facts]: '{"info":{"schema":99},"entities":[],"measures":[]}' },
    ],
    [
      "has no records",
      { ...files, [datasetFiles.facts]: '{"info":{"schema":1},"entities":[],"measures":[]}' },
    ],
    ["has a damaged index", { ...files, [datasetFiles.index]: "{}" }],
  ])("is given none when the dataset %s, and the options page says why", async (_, broken) => {
    const { made, told: calls } = services({ files: broken });
    const find = () => pageCalls(made)["page.find"](article, sender);
    // The first answer does not wait for the facts; a page that was answered too soon is told to ask again.
    const early = (await find()).state === "found";
    await expect(made.dataset.load()).rejects.toThrow();
    await Promise.resolve();
    expect(await find()).toMatchObject({ state: "no-dataset", mentions: [] });
    await new Promise((resolve) => setTimeout(resolve));
    expect(calls).toEqual(early ? ["7 tab.refresh"] : []);
    const told = await packageCalls(made)["ui.dataset"]({}, {});
    expect(told.info).toBeNull();
    expect(told.problem).toMatch(/\.$/);
  });
});

test("a page whose date the reader set before a reload is given that date again", async () => {
  const ask = (chosenDay?: string | null, incognito = false) =>
    pageCalls(services({ chosenDay }).made)["page.find"](article, {
      ...sender,
      tab: { ...sender.tab, incognito },
    });
  expect((await ask("2019-05-03")).chosenDay).toBe("2019-05-03");
  expect((await ask(null)).chosenDay).toBeNull();
  expect((await ask()).chosenDay).toBeUndefined();
  expect((await ask("2019-05-03", true)).chosenDay).toBeUndefined();
});

describe("a note from a page", () => {
  test("is stored with the dataset's version, a new id, the time and the address that the browser vouches for", async () => {
    const { made, saved } = services();
    const draft = {
      body: "b",
      tags: [],
      page: { url: "u", title: "t", site: "s" },
      passage: { quote: "q", prefix: "", suffix: "" },
    };
    await pageCalls(made)["page.saveNote"](draft, sender);
    expect(saved).toMatchObject([
      {
        draft: { ...draft, page: { ...draft.page, url: sender.tab.url } },
        stamp: { datasetVersion: catalogueOf(entities, []).info.version, now: "2026-11-24T10:00:00.000Z" },
      },
    ]);
  });

  test("in a private window is stored only where the reader was told that it stays", async () => {
    const { made, saved } = services();
    const draft = { body: "b", tags: [], page: { url: "u", title: "t", site: "s" } };
    const inPrivate = { ...sender, tab: { ...sender.tab, incognito: true } };
    expect(await pageCalls(made)["page.saveNote"](draft, inPrivate)).toBe("private-window");
    expect(saved).toEqual([]);
    await pageCalls(made)["page.saveNote"]({ ...draft, evenInPrivate: true }, inPrivate);
    expect(saved).toHaveLength(1);
    expect(saved).not.toMatchObject([{ draft: { evenInPrivate: true } }]);
  });

  test("is stored even when the dataset is broken", async () => {
    const { made, saved } = services({ files: {} });
    await pageCalls(made)["page.saveNote"](
      { body: "b", tags: [], page: { url: "u", title: "t", site: "s" } },
      sender,
    );
    expect(saved).toMatchObject([{ stamp: { datasetVersion: "none" } }]);
  });
});

test("a page switches off its own site only", async () => {
  const { made, saved } = services();
  expect(await pageCalls(made)["page.siteOff"]({}, sender)).toBe(true);
  expect(saved).toEqual([["https://www.news.example/a", false]]);
});
