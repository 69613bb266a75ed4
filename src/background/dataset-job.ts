import type { DatasetEvent } from "../messaging/dataset-channel.ts";
import type { DatasetProgress } from "../messaging/protocol.ts";

/** What is done to datasets, as far as those that look on can follow and stop it. */
export interface Job {
  signal: AbortSignal;
  report(progress: DatasetProgress): void;
}

/** Lets one thing be done to the datasets at a time. */
export interface Jobs {
  /** @throws Error when another one runs. */
  run<T>(work: (job: Job) => Promise<T>): Promise<T>;
  /** Does it as soon as nothing else runs; settles as the work does. */
  later(work: (job: Job) => Promise<void>): Promise<void>;
  /** Stops what runs; false when nothing does. */
  cancel(): boolean;
  progress(): DatasetProgress | null;
}

/** The reader stopped it. */
export class Cancelled extends Error {
  override name = "Cancelled";

  constructor() {
    super("It was cancelled. The data in use stays as it is.");
  }
}

/** Milliseconds between two reports of the same phase. */
const reportEvery = 100;

/** @param stayAwake called when work begins; keeps the browser from stopping the background until its answer is called. */
export function createJobs(tell: (event: DatasetEvent) => void, stayAwake: () => () => void): Jobs {
  let controller: AbortController | undefined;
  let progress: DatasetProgress | null = null;
  const waiting: (() => void)[] = [];

  const next = () => {
    if (!controller) waiting.shift()?.();
  };

  const jobs: Jobs = {
    run: async (work) => {
      if (controller)
        throw new Error("Another check or installation is still running. Wait for it, or stop it.");
      controller = new AbortController();
      const { signal } = controller;
      const sleep = stayAwake();
      let told = 0;
      const tellOf = (reached: DatasetProgress) => {
        const now = Date.now();
        const soon = progress?.phase === reached.phase && now - told < reportEvery;
        progress = reached;
        if (soon && reached.received !== reached.total) return;
        told = now;
        tell({ progress: reached });
      };
      try {
        return await work({ signal, report: tellOf });
      } finally {
        controller = undefined;
        progress = null;
        sleep();
        tell({ progress: null });
        next();
      }
    },
    later: (work) =>
      new Promise((resolve) => {
        waiting.push(() => resolve(jobs.run(work)));
        next();
      }),
    cancel: () => {
      controller?.abort(new Cancelled());
      return controller !== undefined;
    },
    progress: () => progress,
  };
  return jobs;
}
