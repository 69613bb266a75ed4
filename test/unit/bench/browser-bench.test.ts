import { describe, expect, test } from "vitest";
import { budgetLine } from "../../bench/browser/budgets.ts";
import { compareMemory, compareVisits } from "../../bench/browser/compare-visits.ts";
import { type FirefoxProfile, ourPiecesIn, ranIn, workOfPages } from "../../bench/browser/firefox-profile.ts";
import { readTrace, type TraceEvent } from "../../bench/browser/main-thread.ts";
import { costOf } from "../../bench/browser/measure-profiled.ts";
import { costFigures } from "../../bench/browser/measure-reading.ts";
import type { Visit } from "../../bench/browser/visit-page.ts";

const visit: Visit = {
  markup: "<html><body><p>Text</p></body></html>",
  geometry: "100x100;0,0,10,10",
  errors: ["x is not defined"],
  requests: ["http://HOST/a.css"],
  shift: 0.1,
};
const kinds = (seen: Partial<Visit>, ...without: Partial<Visit>[]) =>
  compareVisits(
    { ...visit, ...seen },
    without.map((one) => ({ ...visit, ...one })),
  ).map((difference) => difference.split(":")[0]);

describe("two visits to a page", () => {
  test("that are alike differ in nothing", () => {
    expect(kinds({}, {})).toEqual([]);
  });

  test("differ in what one has and the other has not", () => {
    expect(kinds({ markup: "<html></html>" }, {})).toEqual(["markup"]);
    expect(kinds({ geometry: "100x120" }, {})).toEqual(["geometry"]);
    expect(kinds({ errors: [...visit.errors, "y is null"] }, {})).toEqual(["errors"]);
    expect(kinds({ requests: [...visit.requests, "http://other/"] }, {})).toEqual(["requests"]);
    expect(kinds({ shift: 0.2 }, {})).toEqual(["shift"]);
  });

  test("do not differ in what the page changes by itself", () => {
    const at = (second: number) => `<p>${second} seconds</p>`;
    expect(kinds({ markup: at(3) }, { markup: at(1) }, { markup: at(2) })).toEqual([]);
    expect(kinds({ markup: `${at(3)}<b></b>` }, { markup: at(1) }, { markup: at(2) })).toEqual(["markup"]);
    const blob = (id: string) => [`blob:http://HOST/${id}-5bfc-4fbc-acca-b13643613f9a`];
    expect(kinds({ requests: blob("e707f642") }, { requests: blob("00000000") })).toEqual([]);
  });

  test("differ where a document stays after leaving", () => {
    const before = { documents: 2, nodes: 20, heap: 1_000_000 };
    const stay = { before, after: before };
    expect(compareMemory(stay, stay)).toBeNull();
    expect(compareMemory({ before, after: { ...before, documents: 3 } }, stay)).toMatch(
      /^memory: 1 documents/,
    );
    expect(compareMemory({ before, after: { ...before, heap: 2_000_000 } }, stay)).toMatch(/1000 kB/);
  });
});

describe("a budget's line", () => {
  test("says whether the figure is within it, or why there is none", () => {
    expect(budgetLine("pageScript", { value: 7.94 })).toMatch(/^ {2}ok +7\.9 kB of 8 kB/);
    expect(budgetLine("pageScript", { value: 8.2 })).toMatch(/^ {2}over +8\.2 kB of 8 kB/);
    expect(budgetLine("memory", { value: null, remark: "not told" })).toMatch(/^ {2}– .*\(not told\)$/);
  });
});

describe("a trace", () => {
  const origin = "chrome-extension://abc/";
  const thread = { pid: 1, tid: 1 };
  const task = (ts: number, dur: number): TraceEvent => ({ name: "RunTask", ph: "X", ...thread, ts, dur });
  const events: TraceEvent[] = [
    { name: "thread_name", ph: "M", ...thread, ts: 0, args: { name: "CrRendererMain" } },
    task(1_000, 4_000),
    // Ours by name: a millisecond of compilation that the profiler does not see.
    { name: "v8.compile", ph: "X", ...thread, ts: 1_000, dur: 1_000, args: { fileName: `${origin}page.js` } },
    task(6_000, 60_000),
    task(70_000, 55_000),
    // Another process, that of the extension's own page.
    { name: "RunTask", ph: "X", pid: 2, tid: 2, ts: 2_000, dur: 90_000 },
  ];
  const frame = (url: string) => ({ functionName: "", scriptId: "", url, lineNumber: 0, columnNumber: 0 });
  const profile = {
    startTime: 0,
    endTime: 200_000,
    nodes: [
      { id: 1, callFrame: frame(""), children: [2, 3] },
      { id: 2, callFrame: frame(`${origin}page.js`), children: [] },
      { id: 3, callFrame: frame("http://127.0.0.1/own.js"), children: [] },
    ],
    // Ours from 2,000 to 4,000 in the first task, and from 20,000 to 35,000 in the second; the rest is the page's.
    samples: [3, 2, 3, 2, 3],
    timeDeltas: [0, 2_000, 2_000, 16_000, 15_000],
  };

  test("gives us the time in our scripts and what they call, once, and by task", () => {
    const seen = readTrace(events, profile, origin);
    expect(seen.ours).toBeCloseTo(2 + 15, 5);
    expect(seen.longest).toBeCloseTo(15, 5);
    expect(seen.busy).toBeCloseTo(4 + 60 + 55, 5);
    // Sixty milliseconds of which fifteen are ours would not have been long; the page's own long task is the page's.
    expect(seen.longTasks).toBe(1);
  });

  test("tells whether the marker ran in the page", () => {
    expect(readTrace(events, profile, origin).isJudged).toBe(false);
    const run: TraceEvent = {
      ...task(7_000, 1_000),
      name: "EvaluateScript",
      args: { data: { url: `${origin}marker.js` } },
    };
    expect(readTrace([...events, run], profile, origin).isJudged).toBe(true);
  });

  test("counts no time in which the thread waited for a processor", () => {
    const halved = events.map((event) => ({ ...event, tdur: (event.dur ?? 0) / 2 }));
    const seen = readTrace(halved, profile, origin);
    expect(seen.ours).toBeCloseTo(1 + 7.5, 5);
    expect(seen.longest).toBeCloseTo(7.5, 5);
    expect(seen.busy).toBeCloseTo(2 + 30 + 27.5, 5);
    expect(seen.longTasks).toBe(0);
  });
});

describe("what pages cost", () => {
  const page = (entities: number, isJudged: boolean, ours: number) => ({
    path: `${entities} ${isJudged}.html`,
    entities,
    isJudged,
    ours,
    longest: ours / 2,
  });
  const alone = [page(0, false, 2), page(0, false, 3), page(0, false, 4)];

  test("is told of those that name nothing, and beside it of those that name something and are no article", () => {
    const refused = [page(0, true, 9), page(0, true, 10), page(0, true, 11)];
    const figures = costFigures([...alone, ...refused, page(3, true, 7)]);
    expect(figures.aloneMedian?.value).toBe(3);
    expect(figures.aloneMedian?.remark).toMatch(/^3 pages; 10\.0 ms .* no article, 3 pages$/);
    expect(figures.aloneHeaviest?.value).toBe(4);
    expect(figures.aloneHeaviest?.remark).toMatch(/; 11\.0 ms .* 3 pages$/);
    expect(figures.drawnMedian?.value).toBe(7);
    expect(figures.drawnSlice?.value).toBe(5.5);
  });

  test("says nothing of what there was none of", () => {
    expect(costFigures(alone).aloneMedian?.remark).toBe("3 pages");
    expect(costFigures(alone).drawnMedian).toEqual({ value: null, remark: "no such page" });
  });
});

describe("a profile of Firefox", () => {
  const origin = "moz-extension://abc/";
  /**
   * Of the samples, one each fifth of a millisecond: 0 the page, 1 our script, 2 what it called, 3 a script of the browser
   * that it called, 4 the same called by the page, null nothing.
   */
  const thread = (samples: (number | null)[], processType = "tab") => ({
    name: "GeckoMain",
    processType,
    samples: {
      schema: { stack: 0, time: 1, threadCPUDelta: 2 },
      // The thread had a processor in all of the time but for half of what came before the fourth sample.
      data: samples.map((stack, at) => [stack, 10 + at / 5, at === 3 ? 100_000 : 200_000]),
    },
    stackTable: {
      schema: { prefix: 0, frame: 1 },
      data: [
        [null, 0],
        [0, 1],
        [1, 2],
        [1, 3],
        [0, 3],
      ],
    },
    frameTable: { schema: { location: 0 }, data: [[0], [1], [2], [3]] },
    stringTable: [
      "(root)",
      `run (${origin}page.js:1:2)`,
      "Element.matches",
      "inject (resource://gre/modules/Schemas.sys.mjs:1:2)",
    ],
  });
  const profile: FirefoxProfile = {
    meta: { startTime: 5_000 },
    threads: [thread([1, 1, 1], "default")],
    processes: [
      { meta: { startTime: 6_000 }, threads: [thread([0, 1, 2, 3, 0, null, 1, 4, 0])] },
      { meta: { startTime: 6_000 }, threads: [{ ...thread([1, 1]), name: "DOM Worker" }] },
      { meta: { startTime: 6_000 }, threads: [{ ...thread([1, 1]), processName: "WebExtensions" }] },
    ],
  };
  const pieces = ourPiecesIn(profile, origin);

  test("tells when pages were in our scripts or in what they called, by each process's own clock", () => {
    const rounded = pieces.map(({ begin, end, worked, inBrowser }) =>
      [begin, end, worked, inBrowser].map((time) => time.toFixed(1)),
    );
    expect(rounded).toEqual([
      ["6010.2", "6010.8", "0.5", "0.2"],
      ["6011.2", "6011.4", "0.2", "0.0"],
    ]);
  });

  test("tells which of our scripts were at work in pages", () => {
    expect(ranIn(profile, `${origin}page.js`)).toBe(true);
    expect(ranIn(profile, `${origin}marker.js`)).toBe(false);
  });

  test("is summed up", () => {
    const { ours, longest, inBrowser } = costOf(pieces);
    expect(ours).toBeCloseTo(0.7);
    expect(longest).toBeCloseTo(0.5);
    expect(inBrowser).toBeCloseTo(0.2);
    expect(workOfPages(profile)).toBeCloseTo(1.7);
    expect(costOf([])).toEqual({ ours: 0, longest: 0, inBrowser: 0 });
  });
});
