import type { Page, Protocol } from "puppeteer-core";
import type { OpenedExtension } from "../../src/cli/browsers/open-extension.ts";

/** Main-thread time of our own scripts in a page, in milliseconds. */
export interface OurTime {
  total: number;
  /** How long was measured. */
  window: number;
}

/** Microseconds between two looks at what the main thread does. */
const interval = 100;

/**
 * How long a page's main thread was in our scripts, or in what they called, while something was done. Chromium's
 * profiler looks ten times a millisecond; Firefox does not tell a driver, so there it is null.
 */
export async function measureOurTime(
  page: Page,
  extension: OpenedExtension,
  action: () => Promise<unknown>,
): Promise<OurTime | null> {
  if (extension.kind !== "chromium") {
    await action();
    return null;
  }
  const session = await page.createCDPSession();
  try {
    await session.send("Profiler.enable");
    await session.send("Profiler.setSamplingInterval", { interval });
    await session.send("Profiler.start");
    await action();
    const { profile } = await session.send("Profiler.stop");
    return timeOf(profile, extension.extensionUrl(""));
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/** Pieces of our time: begin and end in microseconds, by the browser's clock. */
export function ourPieces(profile: Protocol.Profiler.Profile, origin: string): [number, number][] {
  const ours = new Set<number>();
  const children = new Map(profile.nodes.map((node) => [node.id, node.children ?? []]));
  const take = (id: number) => {
    ours.add(id);
    for (const child of children.get(id) ?? []) take(child);
  };
  for (const { id, callFrame } of profile.nodes) if (callFrame.url.startsWith(origin)) take(id);
  const pieces: [number, number][] = [];
  const { samples = [], timeDeltas = [] } = profile;
  let now = profile.startTime;
  for (const [place, id] of samples.entries()) {
    now += timeDeltas[place] ?? 0;
    if (!ours.has(id)) continue;
    // A sample stands for the time until the next one.
    const end = now + Math.min(timeDeltas[place + 1] ?? interval, 20_000);
    const last = pieces.at(-1);
    if (last && now - last[1] <= interval) last[1] = end;
    else pieces.push([now, end]);
  }
  return pieces;
}

function timeOf(profile: Protocol.Profiler.Profile, origin: string): OurTime {
  const pieces = ourPieces(profile, origin);
  return {
    total: pieces.reduce((sum, [begin, end]) => sum + end - begin, 0) / 1_000,
    window: (profile.endTime - profile.startTime) / 1_000,
  };
}
