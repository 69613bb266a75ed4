import type { DatasetEvent } from "../messaging/dataset-channel.ts";
import type { DatasetProgress } from "../messaging/protocol.ts";
import { report } from "../platform/report.ts";
import type { DatasetsStore } from "../storage/datasets-store.ts";
import type { HandedFiles } from "../storage/handed-files.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import { createJobs } from "./dataset-job.ts";
import { createDatasetService, type DatasetService } from "./dataset-service.ts";
import { type BundledFiles, bundledFiles, type ReadFile } from "./dataset-source.ts";
import { createDatasetUpdates, type DatasetUpdates } from "./dataset-updates.ts";
import { createInstalledPackages } from "./installed-packages.ts";
import { type Alarms, keepUpdateAlarm } from "./update-alarm.ts";

/** All that is done to datasets. What is done takes its turn: one thing runs at a time. */
export interface Datasets {
  service: DatasetService;
  store: Pick<DatasetsStore, "record" | "slot">;
  files: BundledFiles;
  updates: DatasetUpdates;
  /** Installs the file that a page of ours has handed over with this id. @throws Error in words. */
  installFile(id: string): Promise<void>;
  installPack(id: string): Promise<void>;
  removePack(): Promise<void>;
  /** One step back, or forward again. @throws Error in words. */
  back(): Promise<void>;
  cancel(): boolean;
  progress(): DatasetProgress | null;
  /** Whether there is anything that would wake the extension for the automatic check. */
  hasAlarms(): boolean;
  /** Sets the alarm of the automatic check as the settings want it. It never rejects. */
  keepAlarm(): Promise<void>;
  onAlarm(): Promise<void>;
  /** Down to the bundled dataset. */
  deleteEverything(): Promise<void>;
}

export interface DatasetsTools {
  /** Fetches a file that came with the extension. */
  read: ReadFile;
  store: DatasetsStore;
  handed: HandedFiles;
  settings: Pick<SettingsStore, "load">;
  /** Whether the browser lets the extension ask where the pattern says. */
  mayAsk(access: string): Promise<boolean>;
  /** The browser's alarms, as soon as they are allowed. */
  alarms(): Alarms | undefined;
  /** Version of the extension. */
  extension: string;
  /** Keeps the background from being stopped until what it gives back is called. */
  stayAwake(): () => void;
  tell(event: DatasetEvent): void;
  /** Called after another dataset was put in use. */
  switched(): Promise<void>;
  /** ISO instant. */
  now(): string;
}

export function createDatasets(tools: DatasetsTools): Datasets {
  const { settings, store, handed, extension, now } = tools;
  const files = bundledFiles(tools.read);
  const jobs = createJobs(tools.tell, tools.stayAwake);
  const service = createDatasetService(tools.read, {
    store,
    extension,
    now,
    switched: () =>
      void tools.switched().catch((cause) => report("a new dataset could not be told of", cause)),
    packOutdated: () =>
      void jobs
        .later((job) => packages.mergeAnew(job))
        .catch((cause) => report("the private pack could not be merged anew", cause)),
  });
  const packages = createInstalledPackages({ store, files, dataset: service, extension, now });
  const updates = createDatasetUpdates({
    store,
    settings,
    packages,
    jobs,
    ownAddress: async () => {
      const { catalogue } = await service.load();
      return catalogue.info.updates ?? "";
    },
    mayAsk: tools.mayAsk,
    now,
  });

  const taken = async (id: string) => {
    const bytes = await handed.take(id);
    if (bytes) return bytes;
    throw new Error("The file did not reach the extension. Choose it again, in one tab only.");
  };

  const keepAlarm = async () => {
    const alarms = tools.alarms();
    if (!alarms) return;
    try {
      const [{ automaticUpdate }, { last }] = await Promise.all([settings.load(), store.record()]);
      await keepUpdateAlarm(alarms, automaticUpdate, last, Date.parse(now()));
    } catch (cause) {
      report("the alarm of the automatic look for updates could not be set", cause);
    }
  };

  return {
    service,
    store,
    files,
    updates,
    installFile: (id) =>
      jobs.run(async (job) => {
        await packages.install(await taken(id), "file", job);
      }),
    installPack: (id) => jobs.run(async (job) => packages.installPack(await taken(id), job)),
    removePack: () => jobs.run(() => packages.removePack()),
    back: () => jobs.run((job) => packages.back(job)),
    cancel: jobs.cancel,
    progress: jobs.progress,
    hasAlarms: () => tools.alarms() !== undefined,
    keepAlarm,
    onAlarm: () => updates.automatic(),
    deleteEverything: async () => {
      jobs.cancel();
      // What is stopped keeps that it was stopped.
      await jobs.later(async () => {
        await store.deleteEverything();
        await service.reload();
      });
    },
  };
}
