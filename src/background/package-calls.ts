import type { EntityKind } from "../core/dataset/schema.ts";
import type { Handlers } from "../messaging/listen.ts";
import type { DatasetState } from "../messaging/protocol.ts";
import type { Services } from "./services.ts";

export type PackageCall =
  | "ui.dataset"
  | "ui.checkUpdate"
  | "ui.installUpdate"
  | "ui.cancelUpdate"
  | "ui.installPackage"
  | "ui.installPack"
  | "ui.datasetBack"
  | "ui.removePack";

/** What the options page may ask about the dataset in use, its updates and a private pack. */
export function packageCalls(services: Services): Pick<Handlers, PackageCall> {
  const later = () => Promise.reject(new Error("This is not there yet."));
  return {
    "ui.dataset": () => datasetState(services),
    "ui.checkUpdate": later,
    "ui.installUpdate": later,
    "ui.cancelUpdate": later,
    "ui.installPackage": later,
    "ui.installPack": later,
    "ui.datasetBack": later,
    "ui.removePack": later,
  };
}

async function datasetState(services: Services): Promise<DatasetState> {
  const nothing: Omit<DatasetState, "info" | "problem" | "counts"> = {
    bundled: null,
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
  try {
    const { catalogue } = await services.dataset.load();
    const counts: Partial<Record<EntityKind | "measure", number>> = {
      measure: catalogue.dataset.measures.length,
    };
    for (const { kind } of catalogue.dataset.entities) counts[kind] = (counts[kind] ?? 0) + 1;
    return { ...nothing, info: catalogue.info, problem: null, counts };
  } catch (cause) {
    return {
      ...nothing,
      info: null,
      problem: cause instanceof Error ? cause.message : String(cause),
      counts: {},
    };
  }
}
