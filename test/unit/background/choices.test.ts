import { describe, expect, test } from "vitest";
import { choiceCalls } from "../../../src/background/choice-calls.ts";
import { createDatasetService } from "../../../src/background/dataset-service.ts";
import { datasetFiles } from "../../../src/background/dataset-source.ts";
import { interfaceCalls } from "../../../src/background/interface-calls.ts";
import { pageCalls } from "../../../src/background/page-calls.ts";
import { createPrivateWindows, sitesOffInPrivate } from "../../../src/background/private-windows.ts";
import type { Services } from "../../../src/background/services.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { defaultSettings } from "../../../src/core/settings.ts";
import { choicesKey, createChoicesStore, mostChoices } from "../../../src/storage/choices-store.ts";
import { sampleChoices } from "../../support/choice-samples.ts";
import { type MemoryArea, memoryArea } from "../../support/memory-area.ts";
import { catalogueOf, countryInput, datasetOf, vendorInput } from "../../support/sample-dataset.ts";

const entities = [countryInput("northland", "XN"), vendorInput("acme-radio", "northland")];
const dataset = datasetOf(entities, []);
const { name = "", id = "" } = catalogueOf(entities, []).entity("acme-radio") ?? {};
const country = catalogueOf(entities, []).entity("northland")?.name ?? "";

const canonicalUrl = "https://news.example/a";
const sender = { id: "us", tab: { id: 7, url: "https://www.news.example/a?utm_source=x" }, frameId: 0 };
const privately = { ...sender, tab: { ...sender.tab, incognito: true } };
const article = { url: sender.tab.url, blocks: [{ text: `${name} spoke in ${country}.` }] };

function world(disk: MemoryArea = memoryArea()) {
  const memory = memoryArea();
  const told: string[] = [];
  let made = 0;
  const choices = createChoicesStore(disk);
  const privateWindows = createPrivateWindows(memory);
  const settingsIn = async (inPrivate: boolean) => ({
    ...defaultSettings,
    sitesOff: inPrivate ? sitesOffInPrivate([], await privateWindows.sites()) : [],
  });
  const services = {
    dataset: createDatasetService(async (path) =>
      path === datasetFiles.facts
        ? new TextEncoder().encode(JSON.stringify(dataset)).buffer
        : new Uint8Array(buildIndex(dataset)).buffer,
    ),
    drafts: { drop: async () => {} },
    notes: {
      onPage: async () => [],
      save: async (draft: unknown) => {
        told.push("note saved");
        return draft;
      },
    },
    choices,
    chosenDates: { of: async () => undefined },
    privateWindows,
    settingsIn,
    switchSite: async (url: string, on: boolean, inPrivate: boolean) => {
      told.push(`${url} ${on} ${inPrivate}`);
    },
    askAgain: async () => {
      told.push("again");
    },
    tabs: {
      call: async () => ({ title: "An article", canonicalUrl }),
      about: async () => ({ inPrivate: true }),
    },
    now: () => new Date(Date.UTC(2026, 10, 24) + made * 1000).toISOString(),
    newId: () => {
      made += 1;
      return `00000000-0000-4000-8000-${String(made).padStart(12, "0")}`;
    },
  } as unknown as Services;
  const calls = { ...pageCalls(services), ...choiceCalls(services) };
  const marked = async (from: typeof sender, of = article) =>
    (await calls["page.find"](of, from)).mentions.map((mention) => mention.id);
  return { calls, services, disk, memory, told, marked };
}

describe("a mention that the reader refuses", () => {
  test("here is left out of this article at once, and the pages are told", async () => {
    const { calls, marked, told, services } = world();
    expect(await marked(sender)).toEqual([id, "northland"]);
    expect(await calls["page.notThisOne"]({ id, surface: name, scope: "here" }, sender)).toBe(true);
    expect(told).toEqual(["again"]);
    expect(await marked(sender)).toEqual(["northland"]);
    expect(await marked({ ...sender, tab: { id: 8, url: "https://news.example/b" } })).toEqual([
      id,
      "northland",
    ]);
    expect((await services.choices.list()).choices).toEqual([
      {
        id: "00000000-0000-4000-8000-000000000001",
        entity: { id, name },
        surface: name,
        scope: "here",
        host: "news.example",
        page: { url: sender.tab.url, canonicalUrl, title: "An article" },
        made: expect.any(String),
        datasetVersion: dataset.info.version,
      },
    ]);
  });

  test("on the site or everywhere is left out there, and no page is kept", async () => {
    for (const scope of ["site", "everywhere"] as const) {
      const { calls, marked, services } = world();
      await calls["page.notThisOne"]({ id, surface: name.toUpperCase(), scope }, sender);
      const away = { ...sender, tab: { id: 9, url: "https://other.example/" } };
      expect(await marked({ ...sender, tab: { id: 8, url: "https://news.example/b" } })).toEqual([
        "northland",
      ]);
      expect(await marked(away)).toEqual(scope === "site" ? [id, "northland"] : ["northland"]);
      expect(JSON.stringify(await services.choices.list())).not.toContain("https:");
    }
  });

  test("comes back with undo", async () => {
    const { calls, marked, told } = world();
    await calls["page.notThisOne"]({ id, surface: name, scope: "site" }, sender);
    expect(await calls["page.undoChoice"]({ id, surface: name }, sender)).toBe(true);
    expect(told).toEqual(["again", "again"]);
    expect(await marked(sender)).toEqual([id, "northland"]);
    expect(await calls["page.undoChoice"]({ id, surface: name }, sender)).toBe(false);
  });

  test("is not refused where it cannot be: of no known entity, or here on a page without a host", async () => {
    const { calls, services } = world();
    expect(await calls["page.notThisOne"]({ id: "nobody", surface: "x", scope: "here" }, sender)).toBe(false);
    const file = { ...sender, tab: { id: 7, url: "file:///a.html" } };
    expect(await calls["page.notThisOne"]({ id, surface: name, scope: "here" }, file)).toBe(false);
    expect((await services.choices.list()).choices).toEqual([]);
  });

  test("is marked all the same while the choices cannot be read, which the options page is told", async () => {
    const { calls, marked } = world({
      ...memoryArea(),
      get: () => Promise.reject(new Error("gone")),
    });
    expect(await marked(sender)).toEqual([id, "northland"]);
    await expect(calls["ui.choices"]({}, {})).rejects.toThrow(/Restart the browser/);
  });
});

describe("in a private window", () => {
  test("a choice lies in memory only, and holds in private windows only", async () => {
    const { calls, marked, disk, memory, services } = world();
    for (const scope of ["here", "everywhere"] as const) {
      expect(await calls["page.notThisOne"]({ id, surface: name, scope }, privately)).toBe(true);
      expect(disk.items).toEqual({});
      expect(await marked(privately)).toEqual(["northland"]);
      expect(await marked(sender)).toEqual([id, "northland"]);
    }
    expect(await calls["ui.choices"]({}, {})).toEqual({ choices: [], unreadable: 0, inPrivate: 2 });
    await services.privateWindows.forget();
    expect(memory.items).toEqual({});
    expect(await marked(privately)).toEqual([id, "northland"]);
  });

  test("a choice of ordinary windows holds too", async () => {
    const { calls, marked } = world();
    await calls["page.notThisOne"]({ id, surface: name, scope: "site" }, sender);
    expect(await marked(privately)).toEqual(["northland"]);
  });

  test("a note is stored only after the reader was told that it stays", async () => {
    const { calls, told } = world();
    const draft = { body: "b", tags: [], page: { url: "u", title: "t", site: "s" } };
    expect(await calls["page.saveNote"](draft, privately)).toBe("private-window");
    expect(told).toEqual([]);
    expect(await calls["page.saveNote"]({ ...draft, evenInPrivate: true }, privately)).toMatchObject({
      body: "b",
    });
    expect(told).toEqual(["note saved"]);
    expect(await calls["page.saveNote"](draft, sender)).not.toHaveProperty("evenInPrivate");
  });

  test("a site is switched off in memory only, from the card and from the popup", async () => {
    const { calls, services, told } = world();
    await calls["page.siteOff"]({}, privately);
    await calls["page.siteOff"]({}, sender);
    const popup = interfaceCalls(services)["ui.siteSwitch"];
    await popup({ host: "a.example", on: true, tabId: 7 }, {});
    await popup({ host: "a.example", on: true }, {});
    expect(told).toEqual([
      `${sender.tab.url} false true`,
      `${sender.tab.url} false false`,
      "a.example true true",
      "a.example true false",
    ]);
  });

  test("a site that is off can be switched on, and one that is on off, without a change of the settings", async () => {
    const { marked, services, disk } = world();
    await services.privateWindows.switchSite("news.example", false);
    expect(await marked(privately)).toEqual([]);
    expect(await marked(sender)).toEqual([id, "northland"]);
    expect(disk.items).toEqual({});
    expect(sitesOffInPrivate(["a.example", "b.example"], { "b.example": true, "c.example": false })).toEqual([
      "a.example",
      "c.example",
    ]);
  });
});

describe("the options page", () => {
  test("undoes and puts back", async () => {
    const { calls, told } = world();
    await calls["ui.restoreChoices"]({ choices: sampleChoices }, {});
    expect((await calls["ui.choices"]({}, {})).choices).toEqual(sampleChoices);
    const ids = sampleChoices.slice(1).map((choice) => choice.id);
    expect(await calls["ui.undoChoices"]({ ids }, {})).toBe(3);
    expect((await calls["ui.choices"]({}, {})).choices).toEqual(sampleChoices.slice(0, 1));
    expect(told).toEqual(["again", "again"]);
  });

  test("is told of damaged entries, which lose none of the others and stay until they are deleted", async () => {
    const damaged = [{ scope: "here" }, "text", null];
    const { calls, disk } = world(memoryArea({ [choicesKey]: [sampleChoices[3], ...damaged] }));
    expect(await calls["ui.choices"]({}, {})).toMatchObject({ choices: [sampleChoices[3]], unreadable: 3 });
    await calls["ui.restoreChoices"]({ choices: [sampleChoices[2] as (typeof sampleChoices)[0]] }, {});
    expect(disk.items[choicesKey]).toEqual([...damaged, sampleChoices[3], sampleChoices[2]]);
    await calls["ui.undoChoices"]({ ids: [], also: ["unreadable"] }, {});
    expect(disk.items[choicesKey]).toEqual([sampleChoices[3], sampleChoices[2]]);
  });

  test("is told of a list that is none at all", async () => {
    const { calls } = world(memoryArea({ [choicesKey]: { of: "another shape" } }));
    expect(await calls["ui.choices"]({}, {})).toMatchObject({ choices: [], unreadable: 1 });
  });
});

describe("the store of choices", () => {
  test("keeps one of those that say the same, the newer", async () => {
    const { calls, services } = world();
    for (const surface of [name, name.toLowerCase(), country]) {
      await calls["page.notThisOne"]({ id, surface, scope: "site" }, sender);
    }
    expect((await services.choices.list()).choices.map((choice) => choice.surface)).toEqual([
      country,
      name.toLowerCase(),
    ]);
  });

  test("loses neither of two made at once", async () => {
    const { calls, services } = world();
    await Promise.all(
      [name, country].map((surface) => calls["page.notThisOne"]({ id, surface, scope: "site" }, sender)),
    );
    expect((await services.choices.list()).choices).toHaveLength(2);
  });

  test("takes no more than a reader can make, and says so", async () => {
    const many = Array.from({ length: mostChoices }, (_, at) => ({
      ...sampleChoices[3],
      id: crypto.randomUUID(),
      surface: `Doe ${at}`,
    }));
    const { calls } = world(memoryArea({ [choicesKey]: many }));
    await expect(calls["page.notThisOne"]({ id, surface: name, scope: "site" }, sender)).rejects.toThrow(
      /options page/,
    );
  });
});
