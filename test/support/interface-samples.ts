import type { PageTable, PairDetails } from "../../src/core/card/page-table.ts";
import type { Note } from "../../src/core/notes/note.ts";
import { defaultSettings, type Settings } from "../../src/core/settings.ts";
import type {
  Answers,
  ChoiceList,
  DatasetState,
  InterfaceCall,
  NoteChanges,
  PageClaims,
  PageSummary,
  Payload,
  SiteLists,
  UpdateCheck,
} from "../../src/messaging/protocol.ts";
import type { InterfaceApi, Shortcut, StorageFacts } from "../../src/ui/api.ts";
import type { FileHandover } from "../../src/ui/options/file-handover.ts";
import type { NotesSource } from "../../src/ui/options/notes-source.ts";
import { fakeChanges } from "./change-samples.ts";
import { fakeChoices, sampleChoiceList, sampleShortcuts } from "./choice-samples.ts";
import { fakeDatasets, sampleDataset } from "./dataset-samples.ts";
import { fakeSource } from "./fake-source.ts";
import {
  articlePage,
  datasetInfo,
  otherPages,
  sampleClaims,
  samplePair,
  sampleTable,
} from "./popup-samples.ts";
import { fakeSafety, type SafetyWorld, sampleBackup } from "./safety-samples.ts";

const notePage = {
  url: "https://news.example/2020/02/01/masts",
  title: "The council opens the door halfway",
  site: "Example News",
  published: "2020-02-01",
};

export const sampleNotes: Note[] = [
  {
    id: "11111111-1111-4111-8111-111111111111",
    body: "Compare with the wording of the July decision.\nThe cap is for the access network only.",
    tags: ["cap", "to check"],
    page: notePage,
    passage: {
      quote: "The council limits the vendor to a third of the access network and keeps it out of the core.",
      prefix: "",
      suffix: "",
    },
    created: "2026-11-23T10:00:00.000Z",
    changed: "2026-11-24T09:30:00.000Z",
    revision: 2,
    datasetVersion: "2026.11.0",
  },
  {
    id: "22222222-2222-4222-8222-222222222222",
    body: "Türkiye is spelled three ways in this article.",
    tags: [],
    page: { ...notePage, url: "https://other.example/a", title: "Masts in the capital", site: "Other Paper" },
    entity: { id: "vendor-a", name: "Vendor A", cardText: "Vendor A: restricted" },
    created: "2026-11-20T10:00:00.000Z",
    changed: "2026-11-20T10:00:00.000Z",
    revision: 1,
    datasetVersion: "2026.11.0",
  },
  {
    id: "33333333-3333-4333-8333-333333333333",
    body: "<img src=x onerror=alert(1)> stays text",
    tags: ["markup"],
    page: { url: "javascript:alert(1)", title: "A title from a hostile page", site: "" },
    passage: { quote: "<b>bold</b>", prefix: "", suffix: "" },
    entity: { id: "northland", name: "Northland", cardText: "Northland: no record" },
    created: "2026-11-19T10:00:00.000Z",
    changed: "2026-11-19T10:00:00.000Z",
    revision: 1,
    datasetVersion: "2026.10.2",
  },
];

export const sampleSites: SiteLists = {
  listed: [
    { domain: "news.example", name: "Example News", country: "GB" },
    { domain: "paper.example", name: "The Paper", country: "US" },
    { domain: "gazeta.example", name: "Gazeta e Shembullit", country: "AL" },
  ],
  granted: ["*://added.example/*", "*://*.added.example/*"],
  off: ["loud.example"],
};

export interface FakeWorld extends SafetyWorld {
  page: PageSummary;
  table: PageTable | null;
  /** What each cell of it says in full. */
  pair: PairDetails;
  claims: PageClaims | null;
  noteChanges: NoteChanges;
  sites: SiteLists;
  settings: Settings;
  dataset: DatasetState;
  /** What the address of updates answers. */
  update: UpdateCheck;
  /** The file that was handed over last. */
  handed: string | null;
  choices: ChoiceList;
  shortcuts: Shortcut[];
  /** Whether the listed sites may be read. */
  listedAllowed: boolean;
  /** Whether the extension may save files by itself. */
  mayDownload: boolean;
  space: StorageFacts;
  /** What was put on the clipboard last. */
  copied: string | null;
  tabId: number | undefined;
  /** Whether the reader says yes when the browser asks. */
  consents: boolean;
  /** Whether the popup hides its page, as on a telephone. */
  coversPage: boolean;
  /** Calls that fail, and methods of the notes' store (`notes.list`), with what they say. */
  failing: Partial<Record<InterfaceCall | `notes.${string}`, string>>;
}

export type FakeApi = InterfaceApi & {
  world: FakeWorld;
  /** What was asked, in order: calls and permissions. */
  log: { name: string; payload: unknown }[];
  files: { name: string; text: string; type?: string }[];
  /** As if something had changed elsewhere: with ids, these notes. */
  changedElsewhere(ids?: string[]): void;
  /** The notes, as the options page has them. */
  source: NotesSource;
  /** Takes files as the database does; they are read as text into `world.handed`. */
  handover: FileHandover;
};

/** A background and a browser in memory that answer as the real ones do. */
export function fakeApi(change: Partial<FakeWorld> = {}): FakeApi {
  const world: FakeWorld = {
    page: articlePage,
    table: sampleTable,
    pair: samplePair,
    claims: sampleClaims,
    noteChanges: { version: datasetInfo.version, split: [], gone: [], changed: [] },
    notes: structuredClone(sampleNotes),
    edits: [],
    places: [],
    sites: structuredClone(sampleSites),
    settings: structuredClone(defaultSettings),
    dataset: structuredClone(sampleDataset),
    update: { state: "no-address" },
    handed: null,
    choices: structuredClone(sampleChoiceList),
    shortcuts: sampleShortcuts,
    listedAllowed: true,
    backup: structuredClone(sampleBackup),
    mayDownload: false,
    space: { persisted: false, used: 3_400_000, quota: 60_000_000_000 },
    copied: null,
    tabId: 7,
    consents: true,
    coversPage: false,
    failing: {},
    ...change,
  };
  const listeners = new Set<(change?: { ids?: string[] }) => void>();
  const log: FakeApi["log"] = [];
  const files: FakeApi["files"] = [];
  const answers = fakeAnswers(world);
  return {
    world,
    log,
    files,
    changedElsewhere: (ids) => {
      for (const listener of listeners) listener({ ids });
    },
    source: fakeSource(world, listeners),
    version: "0.1.0",
    handover: {
      handOver: async (bytes) => {
        world.handed = new TextDecoder().decode(bytes);
        return "ffffffff-ffff-4fff-8fff-ffffffffffff";
      },
    },
    async call(name, payload) {
      log.push({ name, payload });
      const problem = world.failing[name];
      if (problem) throw new Error(problem);
      return answers[name](payload);
    },
    requestOrigins: async (origins) => {
      log.push({ name: "requestOrigins", payload: origins });
      if (world.consents && origins.length > 2) world.listedAllowed = true;
      else if (world.consents) world.sites.granted.push(...origins);
      return world.consents;
    },
    requestUpdates: async (origins) => {
      log.push({ name: "requestUpdates", payload: origins });
      return world.consents;
    },
    removeOrigins: async (origins) => {
      log.push({ name: "removeOrigins", payload: origins });
      if (world.consents) world.sites.granted = world.sites.granted.filter((one) => !origins.includes(one));
      return world.consents;
    },
    hasOrigins: async () => world.listedAllowed,
    shortcuts: async () => world.shortcuts,
    openShortcutSettings: async () => {
      log.push({ name: "openShortcutSettings", payload: null });
      return world.consents;
    },
    mayDownload: async () => world.mayDownload,
    requestDownload: async () => {
      log.push({ name: "requestDownload", payload: null });
      world.mayDownload ||= world.consents;
      return world.consents;
    },
    storageFacts: async () => world.space,
    persist: async () => {
      world.space = { ...world.space, persisted: world.consents };
      return world.consents;
    },
    copy: async (text) => {
      world.copied = text;
    },
    tabId: async () => world.tabId,
    coversPage: async () => world.coversPage,
    wasPressed: true,
    reloadTab: async (tabId) => {
      log.push({ name: "reloadTab", payload: tabId });
      world.page = articlePage;
    },
    openOptions: async (section) => {
      log.push({ name: "openOptions", payload: section });
    },
    close: () => void log.push({ name: "close", payload: null }),
    download: (name, content) => {
      if (typeof content === "string") files.push({ name, text: content });
      else void content.text().then((text) => files.push({ name, text, type: content.type }));
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => "2026-11-24T12:00:00.000Z",
  };
}

type FakeAnswers = { [N in InterfaceCall]: (payload: Payload<N>) => Answers[N] };

function fakeAnswers(world: FakeWorld): FakeAnswers {
  return {
    "ui.page": () => structuredClone(world.page),
    "ui.mentions": () => null,
    "ui.describe": () => null,
    "ui.jump": () => true,
    "ui.table": () => structuredClone(world.table),
    "ui.claims": () => structuredClone(world.claims),
    "ui.pair": () => structuredClone(world.pair),
    "ui.setDate": ({ day }) => {
      const { foundDate } = world.page;
      const articleDate =
        day === "found"
          ? foundDate && { day: foundDate.day, origin: foundDate.origin }
          : day === null
            ? null
            : ({ day, origin: "chosen" } as const);
      world.page = { ...world.page, articleDate, dateChosen: day !== "found" };
      if (world.table) world.table = { ...world.table, articleDay: articleDate?.day ?? null };
      return true;
    },
    "ui.markAnyway": () => {
      world.page = { ...articlePage, why: "front-page" };
      return true;
    },
    "ui.noteOnSelection": () => true,
    "ui.showNote": () => true,
    "ui.openNote": () => false,
    "ui.annotateOnce": () => {
      world.page = { ...articlePage, access: "once" };
      return true;
    },
    "ui.siteSwitch": ({ host, on }) => {
      world.page = on ? articlePage : otherPages.off;
      world.sites.off = world.sites.off.filter((site) => site !== host).concat(on ? [] : [host]);
      return world.settings;
    },
    "ui.sites": () => structuredClone(world.sites),
    "ui.settings": () => structuredClone(world.settings),
    "ui.saveSettings": (change) => {
      world.settings = { ...world.settings, ...change } as Settings;
      return world.settings;
    },
    "ui.notes": () => structuredClone(world.notes.filter((note) => !note.deleted)),
    ...fakeChoices(world),
    ...fakeChanges(world),
    ...fakeDatasets(world),
    ...fakeSafety(world),
  };
}
