/** What our scripts cost in Firefox, by its own profiler: it runs from the browser's start to its end, so a browser is opened for it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BothSides, openBothSides, pause, type Side, sides } from "./both-sides.ts";
import { ourPiecesIn, type Piece, profiled, readFirefoxProfile, workOfPages } from "./firefox-profile.ts";
import { type Cost, costFigures, type Figures, middle, rest } from "./measure-reading.ts";
import { movePointer, openPage, pointerFrames, runAppending } from "./measure-use.ts";

/** Begin and end, in milliseconds since 1970. */
type Stretch = [begun: number, ended: number];

/** Opens pages, moves the pointer over many marks, and has a page append for some seconds, all with us. */
export async function measureProfiled(
  folder: string,
  paths: readonly string[],
  seconds: number,
): Promise<Figures> {
  const scratch = mkdtempSync(join(tmpdir(), "telecom-lens-profile-"));
  try {
    const file = join(scratch, "profile.json");
    const both = await profiled(file, () => openBothSides("firefox", folder));
    const origin = both.extension.extensionUrl("");
    const visits: { path: string; entities: number; during: Stretch }[] = [];
    let moving: Stretch | undefined;
    const appending: Record<Side, Stretch[]> = { with: [], without: [] };
    try {
      // What is heavy once may be heavy by chance.
      for (const path of [...paths, ...paths, ...paths]) {
        const visit = await visitPage(both, path).catch((cause) => {
          console.error(`${path} was left out: ${cause instanceof Error ? cause.message : cause}`);
        });
        if (visit) visits.push(visit);
      }
      const marked = await openPage(both, "bench/5000-marks.html", "with");
      await marked.mouse.move(200, 200);
      moving = await timed(() => movePointer(marked));
      await marked.close();
      for (let turn = 0; turn < 2; turn += 1) {
        for (const side of sides) {
          const live = await openPage(both, "bench/appending.html", side);
          appending[side].push(await timed(() => runAppending(live, seconds)));
          await live.close();
        }
      }
    } finally {
      await both.close();
    }
    const profile = await readFirefoxProfile(file);
    const pieces = ourPiecesIn(profile, origin);
    const costs = Map.groupBy(
      visits.map(({ path, entities, during }): Cost => ({ path, entities, ...costOf(pieces, during) })),
      ({ path }) => path,
    );
    const middles = [...costs.values()].map((of) => middle(of as [Cost, ...Cost[]]));
    const share = (stretches: Stretch[], of: (stretch: Stretch) => number) =>
      (100 * sum(stretches.map(of))) / sum(stretches.map(([begun, ended]) => ended - begun));
    const all = (side: Side) =>
      share(appending[side], ([begun, ended]) => workOfPages(profile, begun, ended));
    const [withUs, withoutUs] = [all("with"), all("without")];
    const byProfiler = `${seconds} s, twice, by Firefox's profiler`;
    return {
      ...costFigures(middles),
      pointer: {
        value: costOf(pieces, moving).ours / pointerFrames,
        remark: "our code, by Firefox's profiler",
      },
      appendingOurs: {
        value: share(appending.with, (stretch) => costOf(pieces, stretch).ours),
        remark: byProfiler,
      },
      appendingAll: {
        value: withUs - withoutUs,
        remark: `${byProfiler}; ${withUs.toFixed(1)} % with, ${withoutUs.toFixed(1)} % without`,
      },
      layoutShift: {
        value: null,
        remark: "Firefox does not report it; npm run walk compares places and sizes there",
      },
      longTasks: { value: null, remark: "Firefox does not report it" },
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function visitPage(
  both: BothSides,
  path: string,
): Promise<{ path: string; entities: number; during: Stretch }> {
  const page = await both.newPage();
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
  await page.goto(both.url("telecom-lens-left.txt", "with"));
  await page.bringToFront();
  const during = await timed(async () => {
    await page.goto(both.url(path, "with"), { waitUntil: "load", timeout: 10_000 }).catch(() => undefined);
    await pause(rest);
  });
  const tabId = await both.asker.tabIdOf(page.url());
  const { entities } = await both.asker.ask("ui.page", { tabId });
  await page.close();
  return { path, entities: entities.length, during };
}

async function timed(action: () => Promise<unknown>): Promise<Stretch> {
  const begun = Date.now();
  await action();
  return [begun, Date.now()];
}

/** What of our time fell into a stretch of time, and the longest piece of it. */
export function costOf(pieces: readonly Piece[], [begun, ended]: Stretch): { ours: number; longest: number } {
  const worked = pieces.filter(({ begin }) => begin >= begun && begin < ended).map((piece) => piece.worked);
  return { ours: sum(worked), longest: Math.max(0, ...worked) };
}

const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
