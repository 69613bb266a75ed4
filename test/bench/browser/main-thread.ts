/**
 * What a page's main thread does, by the browser's own instruments. Chromium: its profiler and its trace. Firefox gives a
 * driver neither; there a page-side clock that asks for a turn again and again tells how long the thread was kept from it,
 * and the same page without us how much of that was the page's own.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Protocol } from "puppeteer-core";
import type { OpenedExtension } from "../../../src/cli/browsers/open-extension.ts";
import { ourPieces } from "../../support/our-time.ts";

export interface MainThread {
  /** Milliseconds in our scripts, their compilation included; null where only the sum is known. */
  ours: number | null;
  /** The most of that in one task; where only the sum is known, the longest turn of anybody. */
  longest: number;
  /** Milliseconds in which the thread did anything. */
  busy: number;
  /** Tasks over 50 ms that would not have been without us. */
  longTasks: number | null;
  /** How long was measured, ms. */
  window: number;
}

export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
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

/** @param action what is done meanwhile; the page may go to another one of the same site. */
export async function watchMainThread(
  page: Page,
  extension: OpenedExtension,
  action: () => Promise<unknown>,
): Promise<MainThread> {
  return extension.kind === "chromium" ? traced(page, extension, action) : clocked(page, action);
}

async function traced(
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
  const named = inside
    .filter(({ args }) =>
      [args?.fileName, args?.data?.url, args?.data?.scriptName].some((url) => url?.startsWith(origin)),
    )
    .map(({ ts, dur = 0 }): Piece => [ts, ts + dur]);
  const tasks = union(
    inside.filter(({ name }) => name === "RunTask").map(({ ts, dur = 0 }): Piece => [ts, ts + dur]),
  );
  // Both tell of the same work: the trace to the microsecond, but not what goes on after a promise; the profiler all of
  // it, but not compilation. In each task the one that saw more is right.
  const byTrace = overlaps(tasks, union(named));
  const byProfile = overlaps(tasks, union(sampled));
  const ours = tasks.map((_, at) => Math.max(byTrace[at] ?? 0, byProfile[at] ?? 0));
  const long = 50_000;
  const longTasks = tasks.filter(
    ([begin, end], at) => end - begin > long && end - begin - (ours[at] ?? 0) <= long,
  );
  return {
    ours: ours.reduce((total, one) => total + one, 0) / 1_000,
    // By task: work that is done in slices gives the thread back between them, if only for a moment.
    longest: Math.max(0, ...ours) / 1_000,
    busy: sum(tasks) / 1_000,
    longTasks: longTasks.length,
    window: (endTime - startTime) / 1_000,
  };
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

function union(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const [begin, end] of pieces.sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && begin < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([begin, end]);
  }
  return joined;
}

const sum = (pieces: Piece[]) => pieces.reduce((total, [begin, end]) => total + end - begin, 0);

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

interface ClockWindow {
  telecomLensClock?: { busy: number; longest: number };
}

/** Runs before a page: asks for a turn without end, and sums up the time in which it got none. */
export function startClock(): void {
  const scope = globalThis as ClockWindow;
  const clock = { busy: 0, longest: 0 };
  scope.telecomLensClock = clock;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    const gap = now - last;
    // What is shorter is the clock's own turn.
    if (gap > 0.25) {
      clock.busy += gap;
      clock.longest = Math.max(clock.longest, gap);
    }
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
}

async function clocked(page: Page, action: () => Promise<unknown>): Promise<MainThread> {
  const read = () =>
    page.evaluate(
      () => ({ ...(globalThis as ClockWindow).telecomLensClock }) as { busy?: number; longest?: number },
    );
  const address = page.url();
  const before = await read();
  const begun = performance.now();
  await action();
  const after = await read();
  const window = performance.now() - begun;
  const fresh = page.url() !== address;
  return {
    ours: null,
    longest: after.longest ?? 0,
    busy: (after.busy ?? 0) - (fresh ? 0 : (before.busy ?? 0)),
    longTasks: null,
    window,
  };
}
