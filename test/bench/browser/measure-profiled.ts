/** What our scripts cost in Firefox, by its own profiler: it runs from the browser's start to its end, so a browser is opened for it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BothSides, openBothSides, pause } from "./both-sides.ts";
import { ourPiecesIn, type Piece, profiled, readFirefoxProfile } from "./firefox-profile.ts";
import { type Cost, costFigures, type Figures, rest } from "./measure-reading.ts";
import { movePointer, openPage, pointerFrames, runAppending } from "./measure-use.ts";

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
    const visits: { path: string; entities: number; during: Piece }[] = [];
    let moving: Piece | undefined;
    let appending: Piece | undefined;
    try {
      for (const path of paths) {
        const visit = await visitPage(both, path).catch((cause) => {
          console.error(`${path} was left out: ${cause instanceof Error ? cause.message : cause}`);
        });
        if (visit) visits.push(visit);
      }
      const marked = await openPage(both, "bench/5000-marks.html", "with");
      await marked.mouse.move(200, 200);
      moving = await timed(() => movePointer(marked));
      await marked.close();
      const live = await openPage(both, "bench/appending.html", "with");
      appending = await timed(() => runAppending(live, seconds));
      await live.close();
    } finally {
      await both.close();
    }
    const pieces = ourPiecesIn(await readFirefoxProfile(file), origin);
    const costs = visits.map(
      ({ path, entities, during }): Cost => ({ path, entities, ...costOf(pieces, during) }),
    );
    const pointer = costOf(pieces, moving).ours / pointerFrames;
    const remark = `${seconds} s, by Firefox's profiler`;
    const [begun, ended] = appending;
    return {
      ...costFigures(costs),
      pointer: { value: pointer, remark: "our code, by Firefox's profiler" },
      appendingOurs: { value: (100 * costOf(pieces, appending).ours) / (ended - begun), remark },
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
): Promise<{ path: string; entities: number; during: Piece }> {
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

async function timed(action: () => Promise<unknown>): Promise<Piece> {
  const begun = Date.now();
  await action();
  return [begun, Date.now()];
}

/** What of our time fell into a stretch of time, and the longest piece of it. */
export function costOf(pieces: readonly Piece[], [begun, ended]: Piece): { ours: number; longest: number } {
  const lengths = pieces
    .filter(([begin]) => begin >= begun && begin < ended)
    .map(([begin, end]) => end - begin);
  return { ours: lengths.reduce((sum, length) => sum + length, 0), longest: Math.max(0, ...lengths) };
}
