/**
 * What Firefox's own profiler tells of our scripts. It is started anew for each thing that is measured: over many pages its
 * profile takes compiled code that has gone for the code that came into its place, and calls ours what was the browser's,
 * and the other way round.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";

/**
 * A stretch of work: begin and end, in milliseconds since 1970, for how many of them the thread had a processor, and for how
 * many of these it was in the browser's own scripts, which ours had called: they make the extension's interface.
 */
export interface Piece {
  begin: number;
  end: number;
  worked: number;
  inBrowser: number;
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

/**
 * How often (ms) the profiler looks. To look takes time itself, and that counts as ours: at every 0.2 ms, visits came out dearer by
 * a tenth than at every 1 ms.
 */
export const interval = 0.5;

/** What may be asked of Firefox beside what puppeteer offers: the browser's own window takes scripts, too. */
interface Connection {
  send(
    method: "browsingContext.getTree",
    parameters: { "moz:scope": "chrome" },
  ): Promise<{ result: { contexts: { context: string }[] } }>;
  send(
    method: "script.callFunction",
    parameters: { functionDeclaration: string; target: { context: string }; awaitPromise: true },
  ): Promise<{ result: { type: string; exceptionDetails?: { text: string } } }>;
}

/** Has Firefox profile the main threads of all its processes while something is done. @throws Error where it refuses. */
export async function profileOf(browser: Browser, action: () => Promise<unknown>): Promise<FirefoxProfile> {
  const scratch = mkdtempSync(join(tmpdir(), "telecom-lens-profile-"));
  const file = join(scratch, "profile.json");
  try {
    // Entries of eight bytes each: what is older would be overwritten.
    const start = [2 ** 25, interval, ["js", "cpu", "nomarkerstacks"], ["GeckoMain"]];
    await inBrowser(browser, `Services.profiler.StartProfiler(...${JSON.stringify(start)})`);
    try {
      await action();
      await inBrowser(browser, `Services.profiler.dumpProfileToFileAsync(${JSON.stringify(file)})`);
    } finally {
      await inBrowser(browser, "Services.profiler.StopProfiler()");
    }
    return JSON.parse(readFileSync(file, "utf8")) as FirefoxProfile;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function inBrowser(browser: Browser, expression: string): Promise<void> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const context = tree.result.contexts[0]?.context ?? "";
  const { result } = await connection.send("script.callFunction", {
    functionDeclaration: `async () => void (await ${expression})`,
    target: { context },
    awaitPromise: true,
  });
  if (result.type === "exception")
    throw new Error(`Firefox refused ${expression}: ${result.exceptionDetails?.text ?? ""}`);
}

/**
 * When main threads of pages were in scripts below an address, or in what they called. Two pieces between which the
 * profiler saw nothing else are one.
 */
export function ourPiecesIn(profile: FirefoxProfile, origin: string): Piece[] {
  return pageThreads(profile).flatMap(({ thread, startTime }) => piecesOf(thread, origin, startTime));
}

/** Whether a script at an address was at work in a page. */
export function ranIn(profile: FirefoxProfile, address: string): boolean {
  return pageThreads(profile).some(({ thread }) => thread.stringTable.some((text) => text.includes(address)));
}

/** Milliseconds for which main threads of pages had a processor. */
export function workOfPages(profile: FirefoxProfile): number {
  let nanoseconds = 0;
  for (const { thread } of pageThreads(profile)) {
    const { threadCPUDelta } = thread.samples.schema;
    for (const sample of thread.samples.data) nanoseconds += sample[threadCPUDelta] ?? 0;
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
  const locations = frameTable.data.map(
    (frame) => stringTable[frame[frameTable.schema.location] ?? -1] ?? "",
  );
  /** Whose script a stack is in, at last: `browser` is said only of what ours called. */
  const stacks: ("ours" | "browser" | null)[] = [];
  // A stack comes after the one that it extends.
  for (const row of stackTable.data) {
    const prefix = row[stackTable.schema.prefix];
    const above = prefix == null ? null : (stacks[prefix] ?? null);
    const location = locations[row[stackTable.schema.frame] ?? -1] ?? "";
    const isBrowsers = above !== null && /(resource|chrome):\/\//.test(location);
    stacks.push(location.includes(origin) ? "ours" : isBrowsers ? "browser" : above);
  }
  const found: Piece[] = [];
  let isOpen = false;
  for (const [at, sample] of samples.data.entries()) {
    const begin = startTime + (sample[samples.schema.time] ?? 0);
    const stack = sample[samples.schema.stack];
    const whose = stack == null ? null : (stacks[stack] ?? null);
    // A sample stands for the time until the next one.
    const next = samples.data[at + 1];
    if (whose && next) {
      const end = startTime + (next[samples.schema.time] ?? 0);
      const worked = Math.min((next[samples.schema.threadCPUDelta] ?? 0) / 1e6, end - begin);
      const inBrowser = whose === "browser" ? worked : 0;
      const last = found.at(-1);
      if (isOpen && last) {
        last.end = end;
        last.worked += worked;
        last.inBrowser += inBrowser;
      } else found.push({ begin, end, worked, inBrowser });
    }
    isOpen = whose !== null;
  }
  return found;
}
