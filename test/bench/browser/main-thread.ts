/** What a page's main thread does, by Chromium's own instruments: its profiler and its trace. For Firefox see `firefox-profile.ts`. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Protocol } from "puppeteer-core";
import type { OpenedExtension } from "../../../src/cli/browsers/open-extension.ts";
import { ourPieces } from "../../support/our-time.ts";
import { markerFile } from "./loaded-files.ts";

export interface MainThread {
  /** Milliseconds of work in our scripts, their compilation included. Waiting for a processor is no work. */
  ours: number;
  /** The most of that in one task. */
  longest: number;
  /** Milliseconds of work of anybody. */
  busy: number;
  /** Tasks over 50 ms that would not have been without us. */
  longTasks: number;
  /** How long was measured, ms. */
  window: number;
  /** The marker ran: the page names something, and it was asked whether that is an article. */
  isJudged: boolean;
}

export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** The part of `dur` in which the thread had a processor: on a busy machine it waits for one, and that is nobody's work. */
  tdur?: number;
  args?: {
    name?: string;
    fileName?: string;
    data?: { url?: string; scriptName?: string };
  };
}

const categories = [
  "-*",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "v8",
  "disabled-by-default-v8.compile",
  "__metadata",
];

/** In Chromium. @param action what is done meanwhile; the page may go to another one of the same site. */
export async function watchMainThread(
  page: Page,
  extension: OpenedExtension,
  action: () => Promise<unknown>,
): Promise<MainThread> {
  const session = await page.createCDPSession();
  const scratch = mkdtempSync(join(tmpdir(), "telecom-lens-trace-"));
  try {
    await session.send("Profiler.enable");
    await session.send("Profiler.setSamplingInterval", { interval: 100 });
    await page.tracing.start({ path: join(scratch, "trace.json"), categories });
    await session.send("Profiler.start");
    await action();
    const { profile } = await session.send("Profiler.stop");
    await page.tracing.stop();
    const { traceEvents } = JSON.parse(readFileSync(join(scratch, "trace.json"), "utf8")) as {
      traceEvents: TraceEvent[];
    };
    return readTrace(traceEvents, profile, extension.extensionUrl(""));
  } finally {
    await session.detach().catch(() => undefined);
    rmSync(scratch, { recursive: true, force: true });
  }
}

type Piece = [number, number];

/** Reads our share out of a trace and a profile of the same minutes, both by the browser's clock. */
export function readTrace(
  events: TraceEvent[],
  profile: Protocol.Profiler.Profile,
  origin: string,
): MainThread {
  const { startTime, endTime } = profile;
  const sampled = ourPieces(profile, origin);
  const thread = pageThread(events, startTime, endTime);
  const own = events.filter((event) => `${event.pid}:${event.tid}` === thread && event.ph === "X");
  const inside = own.filter(({ ts, dur = 0 }) => ts < endTime && ts + dur > startTime);
  const named = outermost(
    inside.filter(({ args }) => addressesOf(args).some((url) => url?.startsWith(origin))),
  );
  const tasks = outermost(inside.filter(({ name }) => name === "RunTask")).map((task) => ({
    piece: [task.ts, task.ts + (task.dur ?? 0)] satisfies Piece,
    worked: workOf(task),
  }));
  // Both tell of the same work: the trace to the microsecond, but not what goes on after a promise; the profiler all of
  // it, but not compilation, nor when the thread waited for a processor. In each task the one that saw more is right.
  const byProfile = overlaps(
    tasks.map(({ piece }) => piece),
    sampled,
  );
  let next = 0;
  const ours = tasks.map(({ piece: [begin, end], worked }, at) => {
    let byTrace = 0;
    for (; next < named.length && (named[next]?.ts ?? end) < end; next += 1)
      byTrace += workOf(named[next] as TraceEvent);
    return Math.max(byTrace, ((byProfile[at] ?? 0) * worked) / Math.max(1, end - begin));
  });
  const long = 50_000;
  const longTasks = tasks.filter(({ worked }, at) => worked > long && worked - (ours[at] ?? 0) <= long);
  const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
  return {
    ours: sum(ours) / 1_000,
    // By task: work that is done in slices gives the thread back between them, if only for a moment.
    longest: Math.max(0, ...ours) / 1_000,
    busy: sum(tasks.map(({ worked }) => worked)) / 1_000,
    longTasks: longTasks.length,
    window: (endTime - startTime) / 1_000,
    isJudged: inside.some(({ args }) => addressesOf(args).includes(origin + markerFile)),
  };
}

const addressesOf = (args: TraceEvent["args"]) => [args?.fileName, args?.data?.url, args?.data?.scriptName];

const workOf = ({ dur = 0, tdur = dur }: TraceEvent) => Math.min(dur, tdur);

/** In order, without what lies within another. */
function outermost(events: TraceEvent[]): TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY;
  return events
    .toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}

/** The main thread of a page's process that worked most while we measured: other tabs rest. */
function pageThread(events: TraceEvent[], begin: number, end: number): string {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  const worked = new Map<string, number>();
  for (const { name, pid, tid, ts, dur = 0 } of events) {
    const thread = `${pid}:${tid}`;
    // The extension's own pages and its worker have no page that is drawn.
    if (!mains.has(thread) || ts < begin || ts > end || !/^(RunTask|Layout|Paint|PrePaint)$/.test(name))
      continue;
    worked.set(thread, (worked.get(thread) ?? 0) + (name === "RunTask" ? dur / 100 : dur + 1_000));
  }
  return [...worked].sort((one, other) => other[1] - one[1])[0]?.[0] ?? "";
}

/** How much of each task the pieces cover; both in order, and neither with overlaps of its own. */
function overlaps(tasks: Piece[], pieces: Piece[]): number[] {
  let next = 0;
  return tasks.map(([begin, end]) => {
    while (next < pieces.length && (pieces[next]?.[1] ?? 0) <= begin) next += 1;
    let covered = 0;
    for (let at = next; at < pieces.length; at += 1) {
      const [from, to] = pieces[at] as Piece;
      if (from >= end) break;
      covered += Math.min(end, to) - Math.max(begin, from);
    }
    return covered;
  });
}
