import type { EntityKind } from "../core/dataset/schema.ts";
import { compareVersions } from "../core/package/manifest.ts";
import { problemWords } from "../core/problem-words.ts";
import type { Handlers } from "../messaging/listen.ts";
import type { DatasetState, PackState } from "../messaging/protocol.ts";
import type { DatasetsRecord } from "../storage/datasets-database.ts";
import { bundled, nothingInstalled } from "../storage/datasets-store.ts";
import { StorageError } from "../storage/storage-error.ts";
import { fits } from "./datasets-record.ts";
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
  const { datasets } = services;
  const stateAfter = async (work: Promise<void>) => {
    await work;
    return datasetState(services);
  };
  return {
    "ui.dataset": () => datasetState(services),
    "ui.checkUpdate": () => datasets.updates.check(),
    "ui.installUpdate": () => stateAfter(datasets.updates.install()),
    "ui.cancelUpdate": () => datasets.cancel(),
    "ui.installPackage": ({ file }) => stateAfter(datasets.installFile(file)),
    "ui.installPack": ({ file }) => stateAfter(datasets.installPack(file)),
    "ui.datasetBack": () => stateAfter(datasets.back()),
    "ui.removePack": () => stateAfter(datasets.removePack()),
  };
}

async function datasetState(services: Services): Promise<DatasetState> {
  const { dataset, datasets } = services;
  const contents = await contentsOf(services);
  // What stands in the record is not in use where the database could not be read in time.
  const active = await dataset.active();
  const [stored, own, { automaticUpdate }, address] = await Promise.all([
    datasets.store.record().then(
      (record) => ({ record, unreadable: null }),
      (cause) => ({ record: nothingInstalled, unreadable: problemWords(cause) }),
    ),
    datasets.files.info().catch(() => null),
    services.settings.load(),
    datasets.updates.address().catch(() => ""),
  ]);
  const { record } = stored;
  const late = active === record.active ? null : problemWords(new StorageError("unavailable"));
  const slot = active === bundled ? undefined : await datasets.store.slot(active).catch(() => undefined);
  const versionOf = (name: string) => (name === bundled ? (own?.version ?? "") : name);
  const { previous, rolledBack, last } = record;
  return {
    ...contents,
    bundled: own && { version: own.version, date: own.date },
    active: active === bundled ? "bundled" : "installed",
    origin: slot?.origin ?? null,
    installed: slot?.installed ?? null,
    previous:
      previous === null
        ? null
        : {
            version: versionOf(previous),
            bundled: previous === bundled,
            newer: compareVersions(versionOf(previous), versionOf(record.active)) > 0,
          },
    changes: slot?.changes ?? null,
    rolledBack,
    unreadable: stored.unreadable ?? late,
    pack: packState(record, versionOf(active), datasets.progress() !== null),
    updates: {
      address,
      ownAddress: contents.info?.updates ?? "",
      automatic: automaticUpdate && datasets.hasAlarms(),
      last,
      progress: datasets.progress(),
    },
  };
}

async function contentsOf({ dataset }: Services): Promise<Pick<DatasetState, "info" | "problem" | "counts">> {
  try {
    const { catalogue } = await dataset.load();
    const counts: Partial<Record<EntityKind | "measure", number>> = {
      measure: catalogue.dataset.measures.length,
    };
    for (const { kind } of catalogue.dataset.entities) counts[kind] = (counts[kind] ?? 0) + 1;
    return { info: catalogue.info, problem: null, counts };
  } catch (cause) {
    return { info: null, problem: problemWords(cause), counts: {} };
  }
}

/** @param running whether anything is done to datasets: a pack that is being merged has no problem yet. */
function packState(record: DatasetsRecord, active: string, running: boolean): PackState | null {
  const { pack, merged } = record;
  if (!pack) return null;
  const { title, version, signed, installed, problem } = pack;
  const inUse = fits(record, active) ? merged : null;
  return {
    title,
    version,
    signed,
    installed,
    records: inUse?.ids.length ?? 0,
    leftOut: inUse?.leftOut ?? [],
    problem: running ? null : problem,
  };
}
