/**
 * What Firefox's own profiler tells of our scripts. A driver cannot start it, but Firefox profiles itself from its start
 * where its environment says so, and writes what it saw when it ends.
 */
import { readFileSync } from "node:fs";
import { pause } from "./both-sides.ts";

/** A stretch of work: begin and end, in milliseconds since 1970, and for how many of them the thread had a processor. */
export interface Piece {
  begin: number;
  end: number;
  worked: number;
}

/** The parts that are read of a profile; each table names its columns. */
export interface FirefoxProfile {
  /** `startTime`: what the times in this process count from, ms since 1970. */
  meta: { startTime: number };
  threads: FirefoxThread[];
  processes?: FirefoxProfile[];
}

interface FirefoxThread {
  name: string;
  processType: string;
  /** What the browser uses the process for: `Web Content`, `WebExtensions`. */
  processName?: string;
  /** `threadCPUDelta`: nanoseconds for which the thread had a processor since the sample before. */
  samples: Table<"stack" | "time" | "threadCPUDelta">;
  stackTable: Table<"prefix" | "frame">;
  frameTable: Table<"location">;
  stringTable: string[];
}

interface Table<Column extends string> {
  schema: Record<Column, number>;
  data: (number | null)[][];
}

/** How often (ms) the profiler looks. */
const interval = 0.2;

/** Has the Firefox that is opened by `open` write a profile into a file when it ends. */
export async function profiled<T>(file: string, open: () => Promise<T>): Promise<T> {
  const wanted = {
    MOZ_PROFILER_STARTUP: "1",
    MOZ_PROFILER_SHUTDOWN: file,
    MOZ_PROFILER_STARTUP_INTERVAL: String(interval),
    // Of eight bytes each: what is older would be overwritten.
    MOZ_PROFILER_STARTUP_ENTRIES: String(2 ** 26),
    MOZ_PROFILER_STARTUP_FEATURES: "js,cpu,nomarkerstacks",
    MOZ_PROFILER_STARTUP_FILTERS: "GeckoMain",
  };
  Object.assign(process.env, wanted);
  try {
    return await open();
  } finally {
    for (const name of Object.keys(wanted)) delete process.env[name];
  }
}

/** The browser has ended, or is about to. @throws Error when there is no profile after half a minute. */
export async function readFirefoxProfile(file: string): Promise<FirefoxProfile> {
  for (let tries = 0; ; tries += 1) {
    try {
      return JSON.parse(readFileSync(file, "utf8")) as FirefoxProfile;
    } catch (cause) {
      if (tries > 60) throw new Error("Firefox wrote no profile.", { cause });
      await pause(500);
    }
  }
}

/**
 * When main threads of pages were in scripts below an address, or in what they called. Two pieces between which the
 * profiler saw nothing else are one.
 */
export function ourPiecesIn(profile: FirefoxProfile, origin: string): Piece[] {
  return pageThreads(profile).flatMap(({ thread, startTime }) => piecesOf(thread, origin, startTime));
}

/** Milliseconds for which main threads of pages had a processor in a stretch of time, in ms since 1970. */
export function workOfPages(profile: FirefoxProfile, begun: number, ended: number): number {
  let nanoseconds = 0;
  for (const { thread, startTime } of pageThreads(profile)) {
    const { time, threadCPUDelta } = thread.samples.schema;
    for (const sample of thread.samples.data) {
      const at = startTime + (sample[time] ?? 0);
      if (at >= begun && at < ended) nanoseconds += sample[threadCPUDelta] ?? 0;
    }
  }
  return nanoseconds / 1e6;
}

function pageThreads(profile: FirefoxProfile): { thread: FirefoxThread; startTime: number }[] {
  const { meta, threads, processes = [] } = profile;
  const isOfPage = ({ name, processType, processName }: FirefoxThread) =>
    name === "GeckoMain" && processType !== "default" && processName !== "WebExtensions";
  const own = threads.filter(isOfPage).map((thread) => ({ thread, startTime: meta.startTime }));
  return [...own, ...processes.flatMap(pageThreads)];
}

function piecesOf(thread: FirefoxThread, origin: string, startTime: number): Piece[] {
  const { samples, stackTable, frameTable, stringTable } = thread;
  const ofOurs = frameTable.data.map((frame) =>
    Boolean(stringTable[frame[frameTable.schema.location] ?? -1]?.includes(origin)),
  );
  const stacks: boolean[] = [];
  // A stack comes after the one that it extends.
  for (const row of stackTable.data) {
    const above = row[stackTable.schema.prefix];
    stacks.push(Boolean(ofOurs[row[stackTable.schema.frame] ?? -1] || (above != null && stacks[above])));
  }
  const found: Piece[] = [];
  let isOpen = false;
  for (const [at, sample] of samples.data.entries()) {
    const time = startTime + (sample[samples.schema.time] ?? 0);
    const stack = sample[samples.schema.stack];
    const isOurs = stack != null && stacks[stack] === true;
    // A sample stands for the time until the next one.
    const next = samples.data[at + 1];
    if (isOurs && next) {
      const end = startTime + (next[samples.schema.time] ?? 0);
      const worked = Math.min((next[samples.schema.threadCPUDelta] ?? 0) / 1e6, end - time);
      const last = found.at(-1);
      if (isOpen && last) Object.assign(last, { end, worked: last.worked + worked });
      else found.push({ begin: time, end, worked });
    }
    isOpen = isOurs;
  }
  return found;
}
