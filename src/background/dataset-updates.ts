import { readUpdateAddress, type UpdateAddress } from "../core/dataset/update-address.ts";
import { type UpdateOutcome, updateDue } from "../core/dataset/update-outcome.ts";
import { compareVersions, type PackageManifest } from "../core/package/manifest.ts";
import { PackageError } from "../core/package/package-error.ts";
import { checkHead } from "../core/package/read-package.ts";
import { problemWords } from "../core/problem-words.ts";
import type { UpdateCheck } from "../messaging/protocol.ts";
import { report } from "../platform/report.ts";
import type { DatasetsStore } from "../storage/datasets-store.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import { Cancelled, type Job, type Jobs } from "./dataset-job.ts";
import { looked } from "./datasets-record.ts";
import { downloadPackage } from "./download-package.ts";
import type { InstalledPackages } from "./installed-packages.ts";

/** What the address of updates gives. */
export interface DatasetUpdates {
  /** The reader's address, else the dataset's; empty where there is none. */
  address(): Promise<string>;
  /** Reads the first lines of the package there. @throws Error in words. */
  check(): Promise<UpdateCheck>;
  /** Installs the package there. @throws Error in words; the data in use stays then. */
  install(): Promise<void>;
  /** Asks, if that is switched on and due, and installs what is newer. It never rejects: nobody waits for it. */
  automatic(): Promise<void>;
}

export interface UpdateTools {
  store: Pick<DatasetsStore, "record" | "write">;
  settings: Pick<SettingsStore, "load">;
  packages: Pick<InstalledPackages, "expectations" | "install">;
  jobs: Jobs;
  /** The address that the dataset names; empty where it names none. */
  ownAddress(): Promise<string>;
  /** Whether the browser lets the extension ask where the pattern says. */
  mayAsk(access: string): Promise<boolean>;
  /** ISO instant. */
  now(): string;
}

type Asked = { manifest: PackageManifest; bytes: Uint8Array<ArrayBuffer> | null; length: number | null };

export function createDatasetUpdates(tools: UpdateTools): DatasetUpdates {
  const { store, settings, packages, jobs } = tools;

  const address = async () => (await settings.load()).updateAddress || (await tools.ownAddress());

  const target = async (): Promise<UpdateAddress | "no-address" | "no-access"> => {
    const read = readUpdateAddress(await address());
    if ("problem" in read) return "no-address";
    return (await tools.mayAsk(read.access)) ? read : "no-access";
  };

  /** Asks for the package; what is not newer, or not wanted, is not downloaded. */
  const ask = async (
    url: string,
    job: Job,
    wanted: (manifest: PackageManifest) => boolean,
  ): Promise<Asked & { newer: boolean }> => {
    job.report({ phase: "asking", received: 0, total: null });
    const expected = await packages.expectations();
    let newer = true;
    const { head, bytes, announced } = await downloadPackage(url, {
      signal: job.signal,
      wants: (found) => {
        try {
          checkHead(found, { ...expected, kind: "dataset" });
        } catch (cause) {
          if (!(cause instanceof PackageError) || cause.code !== "not-newer") throw cause;
          newer = false;
        }
        return newer && wanted(found.manifest);
      },
      progress: (received, total) => job.report({ phase: "receiving", received, total }),
    });
    return { manifest: head.manifest, bytes, length: announced ?? head.total, newer };
  };

  /** Keeps what came of it; where that cannot be kept, it still came of it. */
  const keep = (outcome: UpdateOutcome) =>
    store
      .write(looked(outcome))
      .catch((cause) => report("what came of a look for updates could not be kept", cause));

  /** Does it as the one job that runs, and keeps what went wrong. */
  const attempt = <T>(work: (job: Job) => Promise<T>): Promise<T> =>
    jobs.run(async (job) => {
      try {
        return await work(job);
      } catch (cause) {
        const at = tools.now();
        await keep(
          cause instanceof Cancelled
            ? { at, state: "cancelled" }
            : { at, state: "failed", text: problemWords(cause) },
        );
        throw cause;
      }
    });

  /** Installs what is newer and wanted; what is not is no failure. */
  const installFrom = async (url: string, job: Job, wanted: (manifest: PackageManifest) => boolean) => {
    const { manifest, bytes, newer } = await ask(url, job, wanted);
    const { version } = manifest;
    if (bytes) await packages.install(bytes, "update", job);
    await keep({ at: tools.now(), version, state: bytes ? "installed" : newer ? "found" : "newest" });
    return bytes !== null;
  };

  return {
    address,
    check: async () => {
      const found = await target();
      if (found === "no-address" || found === "no-access") return { state: found };
      return attempt(async (job) => {
        const { manifest, length, newer } = await ask(found.url, job, () => false);
        const { version, date, title } = manifest;
        await keep({ at: tools.now(), version, state: newer ? "found" : "newest" });
        return newer
          ? { state: "found", version, date, title, bytes: length }
          : { state: "newest", version, date };
      });
    },
    install: async () => {
      const found = await target();
      if (found === "no-address") throw new Error("There is no address to ask for updates. Enter one.");
      if (found === "no-access") throw new Error(notAllowed);
      const installed = await attempt((job) => installFrom(found.url, job, () => true));
      if (installed) return;
      throw new Error("There is no newer version at the address. The data in use stays as it is.");
    },
    automatic: async () => {
      try {
        const [{ automaticUpdate }, { last, declined }] = await Promise.all([
          settings.load(),
          store.record(),
        ]);
        if (!automaticUpdate || updateDue(last) > Date.parse(tools.now())) return;
        const found = await target();
        if (found === "no-address") return;
        await attempt(async (job) => {
          if (found === "no-access") throw new Error(notAllowed);
          // What the reader, or a fault, turned away from comes back only when it is asked for.
          await installFrom(
            found.url,
            job,
            ({ version }) => declined === null || compareVersions(version, declined) > 0,
          );
        });
      } catch (cause) {
        report("the automatic look for updates failed", cause);
      }
    },
  };
}

const notAllowed =
  "The browser does not let the extension ask the address of updates. Allow it on the options page, under Dataset.";
