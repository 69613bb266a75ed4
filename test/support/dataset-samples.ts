import type { Answers, DatasetState, InterfaceCall, Payload } from "../../src/messaging/protocol.ts";
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

type DatasetCall = Extract<
  InterfaceCall,
  | "ui.dataset"
  | "ui.checkUpdate"
  | "ui.installUpdate"
  | "ui.cancelUpdate"
  | "ui.installPackage"
  | "ui.installPack"
  | "ui.datasetBack"
  | "ui.removePack"
>;

/** A background without any address to ask. */
export function fakeDatasets(world: { dataset: DatasetState }): {
  [N in DatasetCall]: (payload: Payload<N>) => Answers[N];
} {
  return {
    "ui.dataset": () => world.dataset,
    "ui.checkUpdate": () => ({ state: "no-address" }),
    "ui.installUpdate": () => world.dataset,
    "ui.cancelUpdate": () => false,
    "ui.installPackage": () => world.dataset,
    "ui.installPack": () => world.dataset,
    "ui.datasetBack": () => world.dataset,
    "ui.removePack": () => world.dataset,
  };
}
