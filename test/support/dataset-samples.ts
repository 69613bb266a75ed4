import type { PackageCall } from "../../src/background/package-calls.ts";
import type { DatasetDiff } from "../../src/core/dataset/diff-datasets.ts";
import type { Answers, DatasetState, PackState, Payload, UpdateCheck } from "../../src/messaging/protocol.ts";
import { datasetInfo } from "./popup-samples.ts";

/** The dataset that came with the extension, and nothing else. */
export const nothingInstalled: Omit<DatasetState, "info" | "problem" | "counts"> = {
  bundled: { version: datasetInfo.version, date: datasetInfo.date },
  active: "bundled",
  origin: null,
  installed: null,
  previous: null,
  changes: null,
  rolledBack: null,
  unreadable: null,
  pack: null,
  updates: { address: "", ownAddress: "", automatic: false, last: null, progress: null },
};

export const sampleDataset: DatasetState = {
  ...nothingInstalled,
  info: datasetInfo,
  problem: null,
  counts: {
    vendor: 5,
    operator: 9,
    company: 8,
    country: 22,
    official: 12,
    organisation: 7,
    policy: 11,
    measure: 48,
  },
};

export const sampleAddress = "https://data.example/telecom-lens/dataset.json";

export const sampleDiff: DatasetDiff = {
  before: { version: "2026.11.0", date: "2026-11-24" },
  after: { version: "2026.12.0", date: "2026-12-03" },
  policies: [
    {
      country: "Northland",
      subject: "Vendor A",
      before: "decided, restricts: at most a third of the access network",
      after: "in force, prohibits: no new equipment from 2027",
    },
    { country: "Southland", subject: "Vendor B", before: "no record", after: "proposed, under review: core" },
  ],
  offices: [{ id: "jane-doe", name: "Jane Doe", before: ["Minister, Ministry of Masts"], after: [] }],
  added: Array.from({ length: 60 }, (_, at) => ({ kind: "measure", id: `xa-${at}`, name: `Order ${at}` })),
  changed: [
    { kind: "vendor", id: "vendor-a", name: "Vendor A", fields: ["sentence", "spellings", "name"] },
    { kind: "measure", id: "xa-cap", name: "Cap on high-risk vendors", fields: ["steps", "memberOf"] },
  ],
  removed: [
    { kind: "company", id: "old-name", name: "Old Name", now: ["vendor-a"] },
    { kind: "operator", id: "both", name: "Both Networks", now: ["north-net", "south-net"] },
    { kind: "policy", id: "draft", name: "A draft that never came", now: [] },
  ],
};

/** One that was installed from the address, with the bundled one to go back to. */
export const updatedDataset: DatasetState = {
  ...sampleDataset,
  info: { ...datasetInfo, version: "2026.12.0", date: "2026-11-20" },
  active: "installed",
  origin: "update",
  installed: "2026-11-23T09:00:00.000Z",
  previous: { version: "2026.11.0", bundled: true, newer: false },
  changes: sampleDiff,
  updates: {
    address: sampleAddress,
    ownAddress: sampleAddress,
    automatic: true,
    last: { at: "2026-11-23T09:00:00.000Z", state: "installed", version: "2026.12.0" },
    progress: null,
  },
};

export const samplePack: PackState = {
  title: "Example News: our own",
  version: "2026.11.1",
  signed: false,
  installed: "2026-11-22T09:00:00.000Z",
  records: 14,
  leftOut: ["vendor-a", "northland"],
  problem: null,
};

/** All that can be wrong at once. */
export const troubledDataset: DatasetState = {
  ...sampleDataset,
  unreadable: "The browser does not let the extension open its database.",
  rolledBack: {
    version: "2026.12.0",
    text: "Its index is damaged. Version 2026.11.0 is in use again.",
    at: "2026-11-23T09:00:00.000Z",
  },
  pack: { ...samplePack, records: 0, problem: "The pack names countries that the dataset does not have." },
  updates: {
    address: "https://data.example/a",
    ownAddress: "",
    automatic: false,
    last: { at: "2026-11-24T09:00:00.000Z", state: "failed", text: "data.example answered 404." },
    progress: null,
  },
};

/** A background whose address answers what the world says, and which installs at once. */
export function fakeDatasets(world: { dataset: DatasetState; update: UpdateCheck }): {
  [N in PackageCall]: (payload: Payload<N>) => Answers[N];
} {
  const change = (part: Partial<DatasetState>) => {
    world.dataset = { ...world.dataset, ...part };
    return world.dataset;
  };
  const use = (version: string, origin: "update" | "file"): DatasetState => {
    const { info, updates } = world.dataset;
    return change({
      info: { ...datasetInfo, version },
      active: "installed",
      origin,
      installed: "2026-11-24T12:00:00.000Z",
      previous: info && { version: info.version, bundled: true, newer: false },
      updates: { ...updates, last: { at: "2026-11-24T12:00:00.000Z", state: "installed", version } },
    });
  };
  return {
    "ui.dataset": () => world.dataset,
    "ui.checkUpdate": () => world.update,
    "ui.installUpdate": () => use("2026.12.0", "update"),
    "ui.cancelUpdate": () => true,
    "ui.installPackage": () => use("2026.12.1", "file"),
    "ui.installPack": () => change({ pack: samplePack }),
    "ui.datasetBack": () => {
      const { info, previous } = world.dataset;
      if (!info || !previous) throw new Error("There is nothing to go back to.");
      return change({
        info: { ...info, version: previous.version },
        previous: { version: info.version, bundled: false, newer: !previous.newer },
      });
    },
    "ui.removePack": () => change({ pack: null }),
  };
}
