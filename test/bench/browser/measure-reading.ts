/** What opening a page costs: main-thread time until it is left alone or marked, shifts, long tasks, time to the marks. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import { quartiles } from "../suite.ts";
import { type BothSides, pause, type Side } from "./both-sides.ts";
import type { BudgetName, Figure } from "./budgets.ts";
import { type MainThread, watchMainThread } from "./main-thread.ts";

export type Figures = Partial<Record<BudgetName, Figure>>;

/** After loading, a page has this long (ms) to come to rest; ours is done long before. */
export const rest = 1_500;

/** What a page cost: milliseconds of ours, and the most of that in one task. */
export interface Cost {
  path: string;
  /** Different things that it names; none where it is no article. */
  entities: number;
  /** The marker ran: the page names something, and it was asked whether that is an article. */
  isJudged: boolean;
  ours: number;
  longest: number;
}

interface Opened extends Cost {
  longTasks: number;
  shift: number | null;
  shiftWithout: number | null;
}

/** Opens pages with and without us, in Chromium. */
export async function measureReading(both: BothSides, paths: readonly string[]): Promise<Figures> {
  const tabs = { with: await openTab(both), without: await openTab(both) };
  const opened: Opened[] = [];
  for (const path of paths) {
    const one = await openTwice(both, tabs, path).catch((cause) => {
      console.error(`${path} was left out: ${cause instanceof Error ? cause.message : cause}`);
    });
    if (one) opened.push(one);
  }
  // What is heaviest once may be heavy by chance: the heaviest are opened twice more, and the middle one counts.
  for (const one of heaviest(opened)) {
    const again: [Opened, ...Opened[]] = [one];
    for (let turn = 0; turn < 2; turn += 1) {
      const more = await openTwice(both, tabs, one.path).catch(() => null);
      if (more) again.push(more);
    }
    Object.assign(one, middle(again));
  }
  await tabs.with.close();
  await tabs.without.close();
  const shifts = opened.map(({ shift, shiftWithout }) => Math.max(0, (shift ?? 0) - (shiftWithout ?? 0)));
  const tasks = opened.reduce((sum, { longTasks }) => sum + longTasks, 0);
  const remark = `${opened.length} pages`;
  return {
    ...costFigures(opened),
    layoutShift: { value: Math.max(0, ...shifts), remark },
    longTasks: { value: tasks, remark },
  };
}

/** Names nothing: neither the marker is loaded, nor is it asked what kind of page it is. */
export const isAlone = ({ entities, isJudged }: Cost) => entities === 0 && !isJudged;
export const isMarked = ({ entities }: Cost) => entities > 0;

export function costFigures(pages: readonly Cost[]): Figures {
  const alone = pages.filter(isAlone);
  const marked = pages.filter(isMarked);
  const refused = pages.filter((page) => !isAlone(page) && !isMarked(page));
  const none: Figure = { value: null, remark: "no such page" };
  const median = (list: Cost[]): Figure =>
    list.length > 0 ? { value: quartiles(list.map(cost))[1], remark: `${list.length} pages` } : none;
  /** The other pages on which nothing is marked, which the budget does not speak of: told beside it. */
  const withRefused = (figure: Figure, of: (costs: number[]) => number): Figure =>
    refused.length > 0
      ? {
          ...figure,
          remark: `${figure.remark}; ${of(refused.map(cost)).toFixed(1)} ms where something is named and it is no article, ${refused.length} pages`,
        }
      : figure;
  const most = (list: readonly Cost[], of: (page: Cost) => number): Figure => {
    const [page] = list.toSorted((one, other) => of(other) - of(one));
    return page ? { value: of(page), remark: page.path } : none;
  };
  return {
    aloneMedian: withRefused(median(alone), (costs) => quartiles(costs)[1]),
    aloneHeaviest: withRefused(most(alone, cost), (costs) => Math.max(...costs)),
    drawnMedian: median(marked),
    drawnHeaviest: most(marked, cost),
    drawnSlice: most(pages, ({ longest }) => longest),
  };
}

const cost = ({ ours }: Cost) => ours;

/** The three dearest of each kind, and the three with the longest slice. */
function heaviest(opened: Opened[]): Set<Opened> {
  const top = (list: Opened[], of: (page: Opened) => number) =>
    list.toSorted((one, other) => of(other) - of(one)).slice(0, 3);
  return new Set([
    ...top(opened.filter(isAlone), cost),
    ...top(
      opened.filter((page) => !isAlone(page) && !isMarked(page)),
      cost,
    ),
    ...top(opened.filter(isMarked), cost),
    ...top(opened, ({ longest }) => longest),
  ]);
}

/** Of several visits to a page: the middle one, with the middle one of their longest pieces. */
export function middle<T extends Cost>(visits: readonly [T, ...T[]]): T {
  const at = Math.floor(visits.length / 2);
  const [longest] = visits
    .map((visit) => visit.longest)
    .sort((one, other) => one - other)
    .slice(at);
  const visit = visits.toSorted((one, other) => one.ours - other.ours)[at] ?? visits[0];
  return { ...visit, longest: longest ?? visit.longest };
}

async function openTab(both: BothSides): Promise<Page> {
  const page = await both.newPage();
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
  await page.evaluateOnNewDocument(sumShifts);
  return page;
}

let visits = 0;

async function openTwice(both: BothSides, tabs: Record<Side, Page>, path: string): Promise<Opened> {
  const open = async (side: Side) => {
    const page = tabs[side];
    await page.goto(both.url("telecom-lens-left.txt", side));
    await page.bringToFront();
    visits += 1;
    const address = `${both.url(path, side)}?visit=${visits}`;
    const load = async () => {
      await page.goto(address, { waitUntil: "load", timeout: 10_000 }).catch(() => undefined);
      await pause(rest);
    };
    // The profiler knows what is ours: without us nothing needs to be timed.
    const thread = side === "with" ? await watchMainThread(page, both.extension, load) : await load();
    const shift = await page.evaluate(() => (globalThis as unknown as ShiftWindow).telecomLensShift ?? null);
    return { thread, shift, address };
  };
  const without = await open("without");
  const seen = await open("with");
  const tabId = await both.asker.tabIdOf(seen.address);
  const { entities } = await both.asker.ask("ui.page", { tabId });
  const { ours, longest, longTasks, isJudged } = seen.thread as MainThread;
  return {
    path,
    entities: entities.length,
    isJudged,
    ours,
    longest,
    longTasks,
    shift: seen.shift,
    shiftWithout: without.shift,
  };
}

interface ShiftWindow {
  telecomLensShift?: number;
}

function sumShifts(): void {
  if (!PerformanceObserver.supportedEntryTypes?.includes("layout-shift")) return;
  const scope = globalThis as unknown as ShiftWindow;
  scope.telecomLensShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
      scope.telecomLensShift = (scope.telecomLensShift ?? 0) + entry.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

interface MarksWindow {
  telecomLensMarks?: number;
}

/**
 * Runs before a page: notes how long after DOMContentLoaded the first frame came that had marks. Real pages are still
 * waiting for pictures and advertisements by then, so this one is, too.
 *
 * @param latePicture address that does not answer.
 */
function noteMarks(latePicture: string): void {
  const scope = globalThis as MarksWindow;
  let ready = 0;
  addEventListener("DOMContentLoaded", () => {
    ready = performance.now();
    new Image().src = latePicture;
    const look = () => {
      let marked = false;
      CSS.highlights?.forEach((_, name) => {
        marked ||= name.startsWith("telecom-lens-");
      });
      if (marked) scope.telecomLensMarks = performance.now() - ready;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** From DOMContentLoaded to the first frame with marks, with the background asleep and awake. */
export async function measureMarks(both: BothSides, path: string, turns: number): Promise<Figures> {
  const measured: Record<"asleep" | "awake", number[]> = { asleep: [], awake: [] };
  const silent = createServer(() => undefined).unref();
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const latePicture = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
  for (let turn = 0; turn < turns; turn += 1) {
    for (const background of ["awake", "asleep"] as const) {
      const page = await both.newPage();
      await page.evaluateOnNewDocument(noteMarks, latePicture);
      await page.bringToFront();
      if (background === "asleep") await putToSleep(both);
      else await both.asker.ask("ui.dataset", {});
      await page.goto(both.url(path, "with"), { waitUntil: "domcontentloaded" });
      const time = await page
        .waitForFunction(() => (globalThis as MarksWindow).telecomLensMarks, { timeout: 8_000 })
        .then((handle) => handle.jsonValue());
      measured[background].push(time as number);
      await page.close();
    }
  }
  silent.closeAllConnections();
  silent.close();
  const figure = (list: number[]): Figure => ({
    value: quartiles(list)[1],
    remark: `median of ${list.length}`,
  });
  return { marksAsleep: figure(measured.asleep), marksAwake: figure(measured.awake) };
}

/** How soon Firefox sends a background to sleep that has nothing to do (ms), by a preference of the bench. */
export const firefoxIdle = 1_000;

async function putToSleep({ kind, extension }: BothSides): Promise<void> {
  if (kind === "firefox") return pause(firefoxIdle + 2_000).then(() => undefined);
  const target = extension.browser.targets().find((one) => one.type() === "service_worker");
  await (await target?.worker())?.close();
  await pause(300);
}
