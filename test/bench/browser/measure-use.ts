/** What using a marked page costs: the pointer, the card, a page that grows, memory, interactions; and what is loaded. */
import type { Page } from "puppeteer-core";
import { placeOfText, waitForCard } from "../../../src/cli/browsers/point-at-text.ts";
import { hoverTimes } from "../../../src/core/card/hover.ts";
import { measureOurTime } from "../../support/our-time.ts";
import { quartiles } from "../suite.ts";
import { type BothSides, pause, type Side, sides } from "./both-sides.ts";
import type { Figure } from "./budgets.ts";
import { gzipped, manifestStyles, noteLoadedFiles, quiet } from "./loaded-files.ts";
import { watchMainThread } from "./main-thread.ts";
import type { Figures } from "./measure-reading.ts";

const median = (list: number[]) => quartiles(list)[1];

/** A page that has come to rest. */
export async function openPage(both: BothSides, path: string, side: Side): Promise<Page> {
  const page = await both.newPage();
  await page.goto(both.url(path, side), { waitUntil: "load" });
  await page.bringToFront();
  if (side === "with") await both.asker.settled(page.url());
  else await pause(1_500);
  return page;
}

export interface Loaded {
  pageScript: string[];
  beforeHover: string[];
  card: string[];
}

/** Which files a page loads: without a mention, with one, and when a card has opened. Chromium tells. */
export async function noteLoading(both: BothSides, alone: string, marked: string): Promise<Loaded> {
  const load = async (path: string, hover: boolean) => {
    const page = await both.newPage();
    const noted = await noteLoadedFiles(page, both.extension);
    await page.goto(both.url(path, "with"), { waitUntil: "load" });
    await page.bringToFront();
    // The popup's question would load what the page itself does not need: nobody asks, the page has its time.
    await pause(quiet);
    const before = [...noted.files];
    if (hover) await showCard(page);
    const after = [...noted.files];
    await page.close();
    return { before, after };
  };
  const unmarked = await load(alone, false);
  const { before, after } = await load(marked, true);
  const later = after.filter((file) => !before.includes(file));
  return {
    pageScript: unmarked.before,
    beforeHover: before,
    card: later.length > 0 ? later : before.filter((file) => !unmarked.before.includes(file)),
  };
}

export function measureSizes(folder: string, { pageScript, beforeHover, card }: Loaded): Figures {
  const figure = (files: string[]): Figure => ({
    value: gzipped(folder, files),
    remark: [...new Set(files)].join(", "),
  });
  return {
    pageScript: figure(pageScript),
    beforeHover: figure([...beforeHover, ...manifestStyles(folder)]),
    card: figure(card),
    notes: figure(["notes.js"]),
    markdown: figure(["markdown.js"]),
  };
}

async function showCard(page: Page): Promise<void> {
  const place = await placeOfText(page, "Huawei", 0, "article");
  if (!place) throw new Error(`Huawei is not to be seen on ${page.url()}`);
  await page.mouse.move(place.x, place.y, { steps: 3 });
  if (!(await waitForCard(page, true, 5_000))) throw new Error(`No card opened on ${page.url()}`);
}

/** How often `movePointer` moves. */
export const pointerFrames = 300;

/** Over every name within two frames: a pointer that rests would be another measurement. */
export async function movePointer(page: Page): Promise<void> {
  for (let step = 0; step < pointerFrames; step += 1) {
    await page.mouse.move(200 + ((step * 61) % 600), 120 + Math.floor(step / 12) * 20);
    await pause(14);
  }
}

/**
 * The pointer over a page with 5,000 marks, a little further in each frame, in Chromium. Ours is what the profiler alone
 * tells: a trace writes down each of these short calls, and each timer and frame they ask for, which takes longer than what
 * they do.
 */
export async function measurePointer(both: BothSides, path: string): Promise<Figures> {
  const perFrame: Record<Side, number> = { with: 0, without: 0 };
  let ours = Number.POSITIVE_INFINITY;
  for (const side of sides) {
    const page = await openPage(both, path, side);
    await page.mouse.move(200, 200);
    const move = () => movePointer(page);
    // The best of three turns: the profiler cannot tell when the thread waited for a processor.
    for (let turn = 0; side === "with" && turn < 3; turn += 1)
      ours = Math.min(ours, ((await measureOurTime(page, both.extension, move))?.total ?? 0) / pointerFrames);
    const { busy } = await watchMainThread(page, both.extension, move);
    perFrame[side] = busy / pointerFrames;
    await page.close();
  }
  const added = (perFrame.with - perFrame.without).toFixed(3);
  return { pointer: { value: ours, remark: `our code; with less without, both traced, ${added} ms` } };
}

interface CardWindow {
  telecomLensCard?: { moved: number; shown: number };
}

/** Runs before a page: notes when the pointer moved last, and in which frame a card was shown. */
function noteCard(): void {
  const scope = globalThis as CardWindow;
  const noted = { moved: 0, shown: 0 };
  scope.telecomLensCard = noted;
  addEventListener(
    "pointermove",
    () => {
      noted.moved = performance.now();
    },
    true,
  );
  addEventListener(
    "beforetoggle",
    (event) => {
      if ((event as ToggleEvent).newState !== "open") return;
      requestAnimationFrame(() => {
        noted.shown = performance.now();
      });
    },
    true,
  );
}

/** From the fulfilled intent to the frame that has the card, with no further delay set. */
export async function measureCard(both: BothSides, path: string, turns: number): Promise<Figures> {
  const before = await both.asker.ask("ui.settings", {});
  await both.asker.ask("ui.saveSettings", { delay: hoverTimes.intent });
  const first: number[] = [];
  const later: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const page = await both.newPage();
    await page.evaluateOnNewDocument(noteCard);
    await page.goto(both.url(path, "with"), { waitUntil: "load" });
    await page.bringToFront();
    await both.asker.settled(page.url());
    for (const [at, name] of ["Huawei", "Pompeo", "Five Eyes", "Raab"].entries()) {
      const place = await placeOfText(page, name, 0, "article");
      if (!place) continue;
      await page.mouse.move(place.x, place.y);
      if (!(await waitForCard(page, true))) continue;
      await pause(60);
      const { moved, shown } = await page.evaluate(
        () => (globalThis as CardWindow).telecomLensCard ?? { moved: 0, shown: 0 },
      );
      (at === 0 ? first : later).push(shown - moved - hoverTimes.intent);
      await page.keyboard.press("Escape");
      await page.mouse.move(3, 3);
      await waitForCard(page, false);
    }
    await page.close();
  }
  await both.asker.ask("ui.saveSettings", { delay: before.delay });
  const figure = (list: number[]): Figure =>
    list.length > 0
      ? { value: median(list), remark: `median of ${list.length}, up to the frame that shows it` }
      : { value: null, remark: "no card opened" };
  return { cardFirst: figure(first), cardLater: figure(later) };
}

/** Has the appending page append. */
export async function runAppending(page: Page, seconds: number): Promise<void> {
  await page.evaluate(
    (length) => (globalThis as unknown as { begin(seconds: number): Promise<void> }).begin(length),
    seconds,
  );
}

/** A page that appends, for some seconds, with and without us, in Chromium. */
export async function measureAppending(both: BothSides, path: string, seconds: number): Promise<Figures> {
  const share: Record<Side, number[]> = { with: [], without: [] };
  const own: number[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    for (const side of sides) {
      const page = await openPage(both, path, side);
      const begin = () => runAppending(page, seconds);
      const { busy, ours, window } = await watchMainThread(page, both.extension, begin);
      share[side].push((100 * busy) / window);
      if (side === "with") own.push((100 * ours) / window);
      await page.close();
    }
  }
  const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const all = mean(share.with) - mean(share.without);
  const remark = `${seconds} s, twice; ${mean(share.with).toFixed(1)} % with, ${mean(share.without).toFixed(1)} % without`;
  return {
    appendingOurs: { value: mean(own), remark: `${seconds} s, twice` },
    appendingAll: { value: all, remark },
  };
}

/** What a page with 500 marks holds more than the same page without us, garbage collected. */
export async function measureMemory(both: BothSides, path: string): Promise<Figures> {
  if (both.kind !== "chromium") return { memory: { value: null, remark: "Firefox does not tell a driver" } };
  const held: Record<Side, number[]> = { with: [], without: [] };
  for (let turn = 0; turn < 3; turn += 1) {
    for (const side of sides) {
      const page = await openPage(both, path, side);
      const session = await page.createCDPSession();
      for (let round = 0; round < 4; round += 1) {
        await session.send("HeapProfiler.collectGarbage");
        await pause(50);
      }
      const usage = (await session.send("Runtime.getHeapUsage")) as {
        usedSize: number;
        embedderHeapUsedSize?: number;
        backingStorageSize?: number;
      };
      const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage;
      held[side].push((usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6);
      await page.close();
    }
  }
  return {
    memory: {
      value: median(held.with) - median(held.without),
      remark: "script and document heap, median of 3",
    },
  };
}

interface EventsWindow {
  telecomLensEvents?: number[];
}

function noteEvents(): void {
  const scope = globalThis as EventsWindow;
  const durations: number[] = [];
  scope.telecomLensEvents = durations;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
      if (entry.interactionId) durations.push(entry.duration);
    }
  }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

/** Presses and keys on a marked page; what takes less than 16 ms the browsers do not report, and counts as 16. */
export async function measureInteraction(both: BothSides, path: string): Promise<Figures> {
  const delay: Record<Side, number> = { with: Number.POSITIVE_INFINITY, without: Number.POSITIVE_INFINITY };
  // The better of two turns: what else the machine does must not count as ours.
  for (let turn = 0; turn < 2; turn += 1) {
    for (const side of sides) delay[side] = Math.min(delay[side], await slowInteraction(both, path, side));
  }
  const remark = `${delay.with} ms with, ${delay.without} ms without`;
  return { interaction: { value: Math.max(0, delay.with - delay.without), remark } };
}

async function slowInteraction(both: BothSides, path: string, side: Side): Promise<number> {
  const presses = 50;
  const page = await both.newPage();
  await page.evaluateOnNewDocument(noteEvents);
  await page.goto(both.url(path, side), { waitUntil: "load" });
  await page.bringToFront();
  if (side === "with") await both.asker.settled(page.url());
  for (let turn = 0; turn < presses; turn += 1) {
    await page.mouse.click(150 + ((turn * 31) % 600), 150 + ((turn * 17) % 500));
    await page.keyboard.press(turn % 2 === 0 ? "ArrowDown" : "Shift");
    await pause(20);
  }
  await pause(500);
  const reported = await page.evaluate(() => (globalThis as EventsWindow).telecomLensEvents ?? []);
  await page.close();
  const all = [...reported, ...Array<number>(Math.max(0, presses * 2 - reported.length)).fill(16)];
  return all.sort((one, other) => one - other)[Math.floor(all.length * 0.98) - 1] ?? 0;
}
