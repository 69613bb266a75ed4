import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createWork } from "../../../src/page/in-slices.ts";
import { type Extent, type Outcome, type PageWatch, watchPage } from "../../../src/page/watch-page.ts";

const home = location.href;
let watch: PageWatch | undefined;
let told: (Extent | "navigated")[];
let unrest: boolean[];
let times: number[];
let outcome: Outcome;
let root: HTMLElement | null;

beforeEach(() => {
  document.body.innerHTML = "<main><p>One paragraph.</p></main><div id='rail'></div>";
  root = document.querySelector("main");
  told = [];
  unrest = [];
  times = [];
  outcome = { next: "busy", fought: false, again: null };
});
afterEach(() => {
  watch?.stop();
  history.replaceState(null, "", home);
  document.querySelector("telecom-lens-card")?.remove();
});

function start(cost = 0, work = createWork()): void {
  watch = watchPage(
    {
      navigated: () => told.push("navigated"),
      changed: async (extent) => {
        told.push(extent);
        times.push(Date.now());
        work.count(() => {
          for (const end = performance.now() + cost; performance.now() < end; );
        });
        await meanwhile();
        return outcome;
      },
      retyped: (node) => retyped.push(String(node.nodeValue)),
      unsettled: (isUnsettled) => unrest.push(isUnsettled),
      root: () => root,
    },
    work,
  );
}
let retyped: string[] = [];
/** What goes on while the page is read. */
let meanwhile = async () => {};
const later = (milliseconds = 700) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("changes", () => {
  test("that come in a burst are reported once", async () => {
    start();
    for (let count = 0; count < 20; count++) root?.append(`text ${count} `);
    await later();
    expect(told).toEqual(["text"]);
  });

  test("that come all the time are told of, and when they have ceased", async () => {
    start();
    for (let count = 0; count < 70; count++) {
      document.querySelector("#rail")?.append("text ");
      await later(30);
    }
    expect(unrest).toContain(true);
    expect(unrest).not.toContain(false);
    await later(4_200);
    expect(unrest.at(-1)).toBe(false);
  });

  test("outside of the article are none, unless they bring much text", async () => {
    start();
    const rail = document.querySelector("#rail") as HTMLElement;
    for (let count = 0; count < 5; count++) rail.append(document.createElement("img"), "an advertisement");
    await later();
    expect(told).toEqual([]);
    rail.append(Object.assign(document.createElement("p"), { textContent: "Next article. ".repeat(60) }));
    await later();
    expect(told).toEqual(["page"]);
  });

  test("anywhere count while the page is no article", async () => {
    root = null;
    start();
    document.querySelector("#rail")?.append("text");
    await later();
    expect(told).toEqual(["page"]);
  });

  test("of what the head tells about the article are reported, its other changes are not", async () => {
    start();
    document.head.append(document.createElement("script"));
    document.title = "(1) Title";
    await later();
    expect(told).toEqual([]);
    const meta = document.createElement("meta");
    meta.setAttribute("property", "article:published_time");
    document.head.append(meta);
    await later();
    expect(told).toEqual(["page"]);
    meta.setAttribute("content", "2020-07-14");
    await later();
    expect(told).toEqual(["page", "page"]);
    meta.remove();
  });

  test("in our own host element are none", async () => {
    start();
    document.documentElement.append(document.createElement("telecom-lens-card"));
    await later();
    expect(told).toEqual([]);
  });

  test("in a shadow tree are heard when it is watched", async () => {
    start();
    const tree = (document.querySelector("#rail") as HTMLElement).attachShadow({ mode: "open" });
    tree.innerHTML = "<p>Text</p>";
    watch?.alsoIn([tree]);
    tree.querySelector("p")?.append(" and more");
    await later();
    expect(told).toEqual(["text"]);
  });

  test("of a text node are told before they are painted", async () => {
    retyped = [];
    start();
    (root?.firstChild?.firstChild as Text).data = "Something else.";
    await Promise.resolve();
    expect(retyped).toEqual(["Something else."]);
  });
});

describe("steady change", () => {
  const everyTick = async (milliseconds: number, change: (tick: number) => void, pause = 20) => {
    const end = Date.now() + milliseconds;
    for (let tick = 0; Date.now() < end; tick++) {
      change(tick);
      await later(pause);
    }
  };
  const append = () =>
    root?.append(Object.assign(document.createElement("p"), { textContent: "A further entry." }));

  test("is reported now and then, not at every change", async () => {
    start();
    await everyTick(4_000, append);
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThan(5);
  });

  test("never takes more than a hundredth of the page's time", async () => {
    start(20);
    await everyTick(4_500, append);
    expect(told.length).toBeLessThanOrEqual(3);
    for (const [number, time] of times.entries()) {
      if (number > 0) expect(time - (times[number - 1] ?? 0)).toBeGreaterThanOrEqual(1_980);
    }
  });

  test("in a flood is one reading of the whole page", async () => {
    start();
    for (let count = 0; count < 2_000; count++) append();
    await later();
    expect(told).toEqual(["page"]);
  });

  test("of one element's words, a clock, is soon put off; other changes are not", async () => {
    start();
    const clock = root?.querySelector("p") as HTMLElement;
    for (let round = 0; round < 5; round++) {
      clock.textContent = `${round} seconds`;
      await later(450);
    }
    const before = told.length;
    expect(before).toBeLessThan(5);
    clock.textContent = "6 seconds";
    await later();
    expect(told.length).toBe(before);
    append();
    await later();
    expect(told.length).toBe(before + 1);
  });

  test("against our marks is answered ever later", async () => {
    outcome = { ...outcome, fought: true };
    start();
    await everyTick(9_000, append, 50);
    const waits = times.slice(1).map((time, number) => time - (times[number] ?? 0));
    expect(waits.at(-1)).toBeGreaterThan(2_000);
  });

  test("on a page that names nothing is not even heard for a while", async () => {
    outcome = { ...outcome, next: "idle" };
    start();
    append();
    await later();
    expect(told).toEqual(["text"]);
    retyped = [];
    (root?.querySelector("p")?.firstChild as Text).data = "Changed.";
    await later(50);
    expect(retyped).toEqual([]);
  });

  test("on a page that is done with is not heard, until its address changes", async () => {
    outcome = { ...outcome, next: "done" };
    start();
    append();
    await later();
    append();
    await later();
    expect(told).toEqual(["text"]);
    history.pushState(null, "", "?article=2");
    await later();
    expect(told).toEqual(["text", "navigated", "page"]);
  });

  test("on a page that is done with is heard all the same, if it came while the page was read", async () => {
    outcome = { ...outcome, next: "done" };
    meanwhile = async () => {
      meanwhile = async () => {};
      append();
      await later(20);
    };
    start();
    append();
    await later(1_800);
    expect(told).toEqual(["text", "text"]);
  });
});

describe("a new address in the same document", () => {
  test("is told at once, before anything is read", async () => {
    start();
    root?.append("the old article's last words");
    history.pushState(null, "", "?article=2");
    expect(told).toEqual(["navigated"]);
    root?.append("another article");
    await later();
    expect(told).toEqual(["navigated", "page"]);
  });

  test("is seen by the change of the page where the browser does not tell of it", async () => {
    const navigation = window.navigation;
    Object.defineProperty(window, "navigation", { value: undefined, configurable: true });
    start();
    Object.defineProperty(window, "navigation", { value: navigation, configurable: true });
    history.pushState(null, "", "?article=3");
    expect(told).toEqual([]);
    root?.append("another article");
    await Promise.resolve();
    expect(told).toEqual(["navigated"]);
  });

  test("is looked at again when the text has not come yet", async () => {
    start();
    outcome = { ...outcome, again: Date.now() + 900 };
    history.pushState(null, "", "?article=4");
    await later(400);
    expect(told).toEqual(["navigated", "page"]);
    outcome = { ...outcome, again: null };
    await later(1_200);
    expect(told).toEqual(["navigated", "page", "page"]);
  });

  test("by an anchor is none, by a route after the hash is one", async () => {
    start();
    location.hash = "section-2";
    await later();
    expect(told).not.toContain("navigated");
    location.hash = "/article/3";
    await later();
    expect(told).toContain("navigated");
  });
});
