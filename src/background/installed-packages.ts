import { DatasetError, loadDataset } from "../core/dataset/load-dataset.ts";
import type { Dataset } from "../core/dataset/schema.ts";
import { spellingsOf, withoutSpellings, withSpellings } from "../core/dataset/split-spellings.ts";
import { readPackage } from "../core/package/read-package.ts";
import { report } from "../platform/report.ts";
import type { DatasetsRecord, Pack, Slot } from "../storage/datasets-database.ts";
import { type Additions, bundled, type DatasetsStore } from "../storage/datasets-store.ts";
import type { Job } from "./dataset-job.ts";
import type { DatasetService } from "./dataset-service.ts";
import { type BundledFiles, storedPart } from "./dataset-source.ts";
import { installs, mergedAnew, packProblem, putsPack, swaps } from "./datasets-record.ts";
import { type MergedParts, mergedPack } from "./merged-pack.ts";
import { whatWentWrong } from "./what-went-wrong.ts";

/** What can be done with packages once their bytes are here. Each rejects with an error in words, and changes nothing then. */
export interface InstalledPackages {
  /** What a package has to be, for the reader of its head. */
  expectations(): Promise<{ trusted: string[]; extension: string; newerThan: string[] }>;
  install(bytes: Uint8Array<ArrayBuffer>, origin: Slot["origin"], job: Job): Promise<string>;
  /** One step back, or forward again. */
  back(job: Job): Promise<void>;
  installPack(bytes: Uint8Array<ArrayBuffer>, job: Job): Promise<void>;
  removePack(): Promise<void>;
  /** Merges the pack with what is in use. What fails is kept for the options page. */
  mergeAnew(job: Job): Promise<void>;
}

export interface PackageTools {
  store: DatasetsStore;
  files: BundledFiles;
  dataset: Pick<DatasetService, "reload">;
  /** Version of the extension. */
  extension: string;
  /** ISO instant. */
  now(): string;
}

export function createInstalledPackages(tools: PackageTools): InstalledPackages {
  const { store, files, dataset, extension, now } = tools;

  const expectations = async () => {
    const [record, keys, info] = await Promise.all([
      store.record(),
      files.file("keys"),
      // Where even that is damaged, a sound package is the better for it.
      files.info().catch(() => null),
    ]);
    const versions = [info?.version, record.active === bundled ? undefined : record.active];
    return {
      trusted: JSON.parse(text(keys)) as string[],
      extension,
      newerThan: versions.flatMap((version) => version ?? []),
    };
  };

  /** A dataset with all its spellings, as merging needs it. */
  const whole = async (version: string): Promise<Dataset> => {
    const read = (part: "facts" | "spellings") =>
      version === bundled ? files.file(part) : storedPart(store, version, part);
    const [facts, spellings] = await Promise.all([read("facts"), read("spellings")]);
    return withSpellings(loadDataset(text(facts)), JSON.parse(text(spellings)));
  };

  const stored = async () => loadDataset(text(await storedPart(store, "pack", "facts")));

  /** The pack merged with a dataset; null where there is no pack, or where the two do not go together. */
  const packWith = async (record: DatasetsRecord, base: () => Promise<Dataset>) => {
    if (!record.pack) return null;
    try {
      return mergedPack(await base(), await stored(), record.pack.installed);
    } catch (cause) {
      // The dataset is worth more: it is put in use without the pack, and the pack says why.
      report("the private pack could not be merged", cause);
      return null;
    }
  };

  const partsOfMerged = (made: MergedParts | null): NonNullable<Additions["parts"]> =>
    made ? [{ of: "merged", parts: made.parts }] : [];

  const putInUse = async () => {
    try {
      await dataset.reload();
    } catch (cause) {
      if (!(cause instanceof DatasetError)) throw cause;
      throw new DatasetError(cause.what, "What was in use before is in use again.", { cause });
    }
  };

  return {
    expectations,
    install: async (bytes, origin, job) => {
      await announce(job, "checking");
      const read = readPackage(bytes, { ...(await expectations()), kind: "dataset" });
      await announce(job, "preparing");
      const { version, date } = read.manifest;
      const slot: Slot = { version, date, origin, installed: now(), changes: read.diff };
      const merged = await packWith(await store.record(), async () => read.dataset);
      job.signal.throwIfAborted();
      await store.write(installs(slot, merged?.merged ?? null), {
        slot,
        parts: [{ of: version, parts: partsOf(read.dataset, read.index) }, ...partsOfMerged(merged)],
      });
      await putInUse();
      return version;
    },
    back: async (job) => {
      const record = await store.record();
      const { previous } = record;
      if (previous === null) throw new Error("There is no version to go back to. Nothing was changed.");
      await announce(job, "preparing");
      const merged = await packWith(record, () => whole(previous));
      job.signal.throwIfAborted();
      await store.write(swaps(merged?.merged ?? null), { parts: partsOfMerged(merged) });
      await putInUse();
    },
    installPack: async (bytes, job) => {
      await announce(job, "checking");
      const read = readPackage(bytes, { ...(await expectations()), newerThan: [], kind: "pack" });
      await announce(job, "preparing");
      const { title, version } = read.manifest;
      const pack: Pack = { title, version, signed: read.key !== null, installed: now(), problem: null };
      const { active } = await store.record();
      const merged = mergedPack(await whole(active), read.dataset, pack.installed);
      job.signal.throwIfAborted();
      await store.write(putsPack(pack, merged.merged), {
        parts: [{ of: "pack", parts: { facts: utf8(read.facts) } }, ...partsOfMerged(merged)],
      });
      await putInUse();
    },
    removePack: async () => {
      await store.write(putsPack(null, null));
      await putInUse();
    },
    mergeAnew: async (job) => {
      const { pack, active } = await store.record();
      if (!pack) return;
      await announce(job, "preparing");
      // Kept before it is tried: where trying stops the extension, the next start does not try it again.
      await store.write(packProblem(pack, "The extension was stopped while it was merged with the dataset."));
      try {
        const merged = mergedPack(await whole(active), await stored(), pack.installed);
        await store.write(mergedAnew(merged.merged, active), { parts: partsOfMerged(merged) });
        await putInUse();
      } catch (cause) {
        report("the private pack could not be merged", cause);
        await store.write(packProblem(pack, whatWentWrong(cause)));
      }
    },
  };
}

/** Says what comes next, and lets it be heard: the checks leave nobody the time. */
async function announce(job: Job, phase: "checking" | "preparing"): Promise<void> {
  job.signal.throwIfAborted();
  job.report({ phase, received: 0, total: null });
  await new Promise((resolve) => setTimeout(resolve));
}

function partsOf(dataset: Dataset, index: Uint8Array<ArrayBuffer>) {
  return {
    facts: utf8(JSON.stringify(withoutSpellings(dataset))),
    spellings: utf8(JSON.stringify(spellingsOf(dataset))),
    index,
  };
}

function utf8(content: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(content);
}

function text(bytes: ArrayBuffer | Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
