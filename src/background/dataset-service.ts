import type { Matcher } from "../core/matching/load-index.ts";
import { compareVersions } from "../core/package/manifest.ts";
import { report } from "../platform/report.ts";
import type { DatasetsRecord } from "../storage/datasets-database.ts";
import { bundled, type DatasetsStore } from "../storage/datasets-store.ts";
import { StorageError } from "../storage/storage-error.ts";
import {
  bundledFiles,
  type DatasetSource,
  datasetSource,
  type LoadedDataset,
  type ReadFile,
  storedPart,
} from "./dataset-source.ts";
import { bundledTakesOver, fits, proven, starts, turnedAway, withoutMerged } from "./datasets-record.ts";
import { whatWentWrong } from "./what-went-wrong.ts";

/** The dataset in use: the bundled one, or one that was installed, with the private pack where there is one. */
export interface DatasetService {
  /** @throws DatasetError when the bundled files are missing or damaged. For an installed dataset another steps in. */
  load(): Promise<LoadedDataset>;
  /**
   * What finds mentions, as soon as it is there: the facts, many times larger, are not waited for.
   * @throws DatasetError as `load`, as far as it is known by then.
   */
  matcher(): Promise<Matcher>;
  /** The version in use, or `bundled`: where the database fails, not what it says. */
  active(): Promise<string>;
  /**
   * Puts in use what the record says now; what was in use stays so until that is loaded.
   * @throws DatasetError when it cannot be used: another one is in use then.
   */
  reload(): Promise<LoadedDataset>;
}

/** What installed datasets need; without it there is only the bundled one. */
export interface InstalledTools {
  store: Pick<DatasetsStore, "record" | "part" | "write">;
  /** Version of the extension. */
  extension: string;
  /** ISO instant. */
  now(): string;
  /** Told after another dataset was put in use. */
  switched(): void;
  /** The pack is not part of what is in use: it was merged with another version. */
  packOutdated(): void;
}

interface InUse extends DatasetSource {
  /** A version, or `bundled`. */
  version: string;
  merged: boolean;
  /** This version of the extension never loaded it to the end. */
  unproven: boolean;
}

/** Milliseconds that a start waits for the database: some browsers never open it. */
const patience = 3_000;

/** @param read fetches a bundled file and rejects when there is none. */
export function createDatasetService(read: ReadFile, tools?: InstalledTools): DatasetService {
  const files = bundledFiles(read);
  let current: Promise<InUse> | undefined;
  /** Versions whose first load began in this run: their mark tells of no crash. */
  const begun = new Set<string>();
  /** What failed, so that it is seen to once. */
  const failed = new WeakMap<InUse, Promise<boolean>>();

  const bundledOne = (): InUse => {
    // Asked for at once, whatever the database says: most readers have nothing installed, and must not wait for it.
    const index = files.file("index");
    index.catch(() => {});
    const source = datasetSource((part) => (part === "index" ? index : files.file(part)));
    return { ...source, version: bundled, merged: false, unproven: false };
  };

  const choose = async (): Promise<InUse> => {
    const own = bundledOne();
    if (!tools) return own;
    try {
      const stored = await inTime(tools.store.record());
      if (stored.active === bundled && !stored.pack) return own;
      const version = await files.info().then(
        (info) => info.version,
        () => null,
      );
      const record = await settle(tools, stored, version);
      const base = record.active === bundled ? version : record.active;
      if (fits(record, base)) return installed(tools, record, "merged");
      // Nobody waits for it: it is merged anew beside what is in use.
      if (record.pack && record.pack.problem === null) setTimeout(tools.packOutdated);
      return record.active === bundled ? own : installed(tools, record, record.active);
    } catch (cause) {
      report("installed datasets cannot be read; the bundled one is in use", cause);
      return own;
    }
  };

  /** The record after what comes before anything is loaded: newer bundled data, a crash, the mark of a first load. */
  const settle = async (
    { store, extension, now }: InstalledTools,
    found: DatasetsRecord,
    version: string | null,
  ): Promise<DatasetsRecord> => {
    let record = found;
    // What takes the place of one that crashed is looked at in the same way.
    for (;;) {
      const { active, starting } = record;
      if (active === bundled) return record;
      if (version !== null && compareVersions(active, version) <= 0) return store.write(bundledTakesOver);
      if (starting !== active || begun.has(active)) break;
      const what = "The extension was stopped while it was loading it for the first time.";
      record = await store.write(turnedAway(active, what, now()));
    }
    if (record.proven === extension) return record;
    begun.add(record.active);
    return store.write(starts(record.active)).catch((cause) => {
      report("the first load of a dataset could not be marked", cause);
      return record;
    });
  };

  const installed = ({ store, extension }: InstalledTools, record: DatasetsRecord, owner: string): InUse => {
    const { pack, merged } = record;
    const isMerged = owner === "merged" && pack !== null && merged !== null;
    const source = datasetSource(
      (part) => storedPart(store, owner, part),
      isMerged
        ? { title: pack.title, version: pack.version, signed: pack.signed, ids: new Set(merged.ids) }
        : undefined,
    );
    const unproven = record.active !== bundled && record.proven !== extension;
    return { ...source, version: record.active, merged: isMerged, unproven };
  };

  const inUse = (): Promise<InUse> => {
    if (!current) {
      current = choose();
      // The mark of a first load must not stand longer than it has to.
      void current.then((source) => (source.unproven ? service.load() : undefined)).catch(() => {});
    }
    return current;
  };

  const loadFrom = async (source: InUse): Promise<LoadedDataset> => {
    const loaded = await source.load();
    if (tools && source.unproven) {
      source.unproven = false;
      await tools.store
        .write(proven(source.version, tools.extension))
        .catch((cause) => report("that a dataset works could not be kept", cause));
    }
    return loaded;
  };

  /** Puts another dataset in place of one that failed; false where there is none. */
  const seeTo = (source: InUse, cause: unknown): Promise<boolean> | boolean => {
    if (!tools || (source.version === bundled && !source.merged)) return false;
    const seen = failed.get(source) ?? replace(tools, source, cause);
    failed.set(source, seen);
    return seen;
  };

  const replace = async (
    { store, now, switched }: InstalledTools,
    source: InUse,
    cause: unknown,
  ): Promise<boolean> => {
    report(`the installed dataset ${source.version} cannot be used`, cause);
    const what = whatWentWrong(cause);
    try {
      // The database may be well again tomorrow: the dataset is not to blame.
      if (cause instanceof StorageError) throw cause;
      await store.write(source.merged ? withoutMerged(what) : turnedAway(source.version, what, now()));
      current = choose();
      await current;
    } catch {
      current = Promise.resolve(bundledOne());
    }
    switched();
    return true;
  };

  const service: DatasetService = {
    load: async () => {
      const source = await inUse();
      try {
        return await loadFrom(source);
      } catch (cause) {
        if (await seeTo(source, cause)) return service.load();
        throw cause;
      }
    },
    matcher: async () => {
      const source = await inUse();
      try {
        return await source.matcher();
      } catch (cause) {
        if (await seeTo(source, cause)) return service.matcher();
        throw cause;
      }
    },
    active: async () => (await inUse()).version,
    reload: async () => {
      const source = await choose();
      try {
        const loaded = await loadFrom(source);
        current = Promise.resolve(source);
        tools?.switched();
        return loaded;
      } catch (cause) {
        if (!(await seeTo(source, cause))) current = Promise.resolve(source);
        throw cause;
      }
    },
  };
  return service;
}

function inTime<T>(reading: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new StorageError("unavailable")), patience);
    reading.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
  });
  return Promise.race([reading, late]);
}
