/**
 * What Firefox's own profiler tells of our scripts. A driver cannot start it, but Firefox profiles itself from its start
 * where its environment says so, and writes what it saw when it ends.
 */
import { readFileSync } from "node:fs";
import { pause } from "./both-sides.ts";

/** Begin and end, in milliseconds since 1970. */
export type Piece = readonly [begin: number, end: number];

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
  samples: Table<"stack" | "time">;
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
    MOZ_PROFILER_STARTUP_FEATURES: "js",
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
  const { meta, threads, processes = [] } = profile;
  const pages = threads.filter(({ name, processType }) => name === "GeckoMain" && processType !== "default");
  return [
    ...pages.flatMap((thread) => piecesOf(thread, origin, meta.startTime)),
    ...processes.flatMap((process) => ourPiecesIn(process, origin)),
  ];
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
  const found: [number, number][] = [];
  let isOpen = false;
  for (const [at, sample] of samples.data.entries()) {
    const time = startTime + (sample[samples.schema.time] ?? 0);
    const stack = sample[samples.schema.stack];
    const isOurs = stack != null && stacks[stack] === true;
    const next = samples.data[at + 1]?.[samples.schema.time];
    // A sample stands for the time until the next one; a machine that was busy otherwise may have missed some.
    const end = next == null ? time + interval : Math.min(startTime + next, time + 20);
    const last = found.at(-1);
    if (isOurs && isOpen && last) last[1] = end;
    else if (isOurs) found.push([time, end]);
    isOpen = isOurs;
  }
  return found;
}
