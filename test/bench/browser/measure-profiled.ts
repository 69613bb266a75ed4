/** What our scripts cost in Firefox, by its own profiler. */
import { quartiles } from "../suite.ts";
import { type BothSides, pause, type Side, sides } from "./both-sides.ts";
import { interval, ourPiecesIn, type Piece, profileOf, ranIn, workOfPages } from "./firefox-profile.ts";
import { markerFile } from "./loaded-files.ts";
import { type Cost, costFigures, type Figures, isAlone, isMarked, middle, rest } from "./measure-reading.ts";
import { movePointer, openPage, pointerFrames, runAppending } from "./measure-use.ts";

/** Milliseconds of `ours` in the browser's own scripts: any extension that sends a message has them. */
type ProfiledCost = Cost & { inBrowser: number };

/** How often each page is opened: what is heavy once may be heavy by chance. */
const visits = 3;

/** Opens pages, moves the pointer over many marks, and has a page append for some seconds. */
export async function measureProfiled(
  both: BothSides,
  paths: readonly string[],
  seconds: number,
): Promise<Figures> {
  const costs = new Map<string, ProfiledCost[]>(paths.map((path) => [path, []]));
  // Round after round, so that a busy minute of the machine falls upon all of them.
  for (let turn = 0; turn < visits; turn += 1) {
    for (const [path, seen] of costs) {
      const cost = await visitPage(both, path).catch((cause) => {
        console.error(`${path} was left out: ${cause instanceof Error ? cause.message : cause}`);
      });
      if (cost) seen.push(cost);
    }
  }
  const middles = [...costs.values()].flatMap(([first, ...more]) => (first ? middle([first, ...more]) : []));
  const byProfiler = `${seconds} s, twice, by Firefox's profiler, which looks every ${interval} ms`;
  const appending = await measureAppending(both, seconds);
  return {
    ...withBrowsersShare(costFigures(middles), middles),
    pointer: { value: await measurePointer(both), remark: "our code, by Firefox's profiler" },
    appendingOurs: { value: appending.ours, remark: byProfiler },
    appendingAll: {
      value: appending.with - appending.without,
      remark: `${byProfiler}; ${appending.with.toFixed(1)} % with, ${appending.without.toFixed(1)} % without`,
    },
    layoutShift: {
      value: null,
      remark: "Firefox does not report it; npm run walk compares places and sizes there",
    },
    longTasks: { value: null, remark: "Firefox does not report it" },
  };
}

/** The medians with a word on what of them an extension cannot do without. */
function withBrowsersShare(figures: Figures, pages: readonly ProfiledCost[]): Figures {
  const share = (isOfRow: (page: ProfiledCost) => boolean) =>
    quartiles(pages.filter(isOfRow).map(({ inBrowser }) => inBrowser))[1].toFixed(1);
  const told: Figures = { ...figures };
  for (const [name, isOfRow] of [
    ["aloneMedian", isAlone],
    ["drawnMedian", isMarked],
  ] as const) {
    const figure = figures[name];
    if (figure && figure.value !== null) {
      const remark = `${figure.remark}; ${share(isOfRow)} ms of it is Firefox making the extension's interface`;
      told[name] = { ...figure, remark };
    }
  }
  return told;
}

async function visitPage(both: BothSides, path: string): Promise<ProfiledCost> {
  const page = await both.newPage();
  try {
    page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
    await page.goto(both.url("telecom-lens-left.txt", "with"));
    await page.bringToFront();
    const profile = await profileOf(both.extension.browser, async () => {
      await page.goto(both.url(path, "with"), { waitUntil: "load", timeout: 10_000 }).catch(() => undefined);
      await pause(rest);
    });
    const ourAddress = both.extension.extensionUrl("");
    // Asked afterwards: the popup's question has the marker loaded in any page.
    const tabId = await both.asker.tabIdOf(page.url());
    const { entities } = await both.asker.ask("ui.page", { tabId });
    return {
      path,
      entities: entities.length,
      isJudged: ranIn(profile, ourAddress + markerFile),
      ...costOf(ourPiecesIn(profile, ourAddress)),
    };
  } finally {
    await page.close();
  }
}

async function measurePointer(both: BothSides): Promise<number> {
  const page = await openPage(both, "bench/5000-marks.html", "with");
  await page.mouse.move(200, 200);
  const pieces = await piecesOf(both, () => movePointer(page));
  await page.close();
  return costOf(pieces).ours / pointerFrames;
}

/** Shares of the time in per cent: our code's, and all that pages did on either side. */
async function measureAppending(both: BothSides, seconds: number): Promise<Record<Side | "ours", number>> {
  const worked = { ours: 0, with: 0, without: 0 };
  const turns = 2;
  for (let turn = 0; turn < turns; turn += 1) {
    for (const side of sides) {
      const page = await openPage(both, "bench/appending.html", side);
      const profile = await profileOf(both.extension.browser, () => runAppending(page, seconds));
      worked[side] += workOfPages(profile);
      worked.ours += costOf(ourPiecesIn(profile, both.extension.extensionUrl(""))).ours;
      await page.close();
    }
  }
  const share = (milliseconds: number) => milliseconds / (10 * seconds * turns);
  return { ours: share(worked.ours), with: share(worked.with), without: share(worked.without) };
}

async function piecesOf(both: BothSides, action: () => Promise<unknown>): Promise<Piece[]> {
  return ourPiecesIn(await profileOf(both.extension.browser, action), both.extension.extensionUrl(""));
}

/** What pieces come to, and the longest of them. */
export function costOf(pieces: readonly Piece[]): { ours: number; longest: number; inBrowser: number } {
  const worked = pieces.map((piece) => piece.worked);
  return {
    ours: sum(worked),
    longest: Math.max(0, ...worked),
    inBrowser: sum(pieces.map((piece) => piece.inBrowser)),
  };
}

const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
