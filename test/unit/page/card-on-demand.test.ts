import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { HoverEvent } from "../../../src/core/card/hover.ts";
import type { ArticleSession } from "../../../src/page/article-session.ts";
import type { Ask } from "../../../src/page/ask-background.ts";
import { type CardOnDemand, createCardOnDemand } from "../../../src/page/card-on-demand.ts";
import { type CardControl, offerCard } from "../../../src/page/card-port.ts";

/** Milliseconds until the card's script runs, and until the background says that it does. */
const times = { runs: 40, told: 60 };
/** What the background was asked, and how it answers. */
const state = { asked: [] as string[], loads: true, alive: true };
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function answer(name: string): Promise<unknown> {
  state.asked.push(name);
  if (!state.alive) throw new Error("gone");
  if (name === "page.describe") return { entity: { id: "acme" } };
  await after(times.runs);
  if (state.loads) offerCard(() => control as unknown as CardControl);
  await after(times.told - times.runs);
  return state.loads;
}
const control = {
  dispatch: (event: HoverEvent) => void done.push(event),
  step: (by: number) => done.push(`step ${by}`) > 0,
  noteOn: (range: unknown) => done.push(range) > 0,
  isOpen: () => true,
  destroy: () => void done.push("destroyed"),
};

let card: CardOnDemand;
let done: unknown[];
const on = (mention: number): HoverEvent => ({ type: "pointer-on", mention });
const press: HoverEvent = { type: "dismiss", returnFocus: false };
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(state, { asked: [], loads: true, alive: true });
  done = [];
  const mentions = [1, 2].map((key) => ({ key, mention: { id: "acme", block: 0, sentence: 0 } }));
  const session = { drawn: () => mentions, mentions: () => mentions, articleDate: () => null };
  card = createCardOnDemand(session as unknown as ArticleSession, answer as Ask, () => {});
});
afterEach(() => {
  card.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, "telecomLensCard");
});

describe("the pointer", () => {
  test("that passes over a name causes no work", async () => {
    card.dispatch(on(1));
    await wait(149);
    card.dispatch({ type: "pointer-off" });
    await wait(500);
    expect(state.asked).toEqual([]);
  });

  test("that rests has the script and the card's content asked for at once, and each once", async () => {
    card.dispatch(on(1));
    await wait(100);
    card.dispatch(on(1));
    await wait(50);
    expect(state.asked).toEqual(["page.loadCard", "page.describe"]);
    await wait(40);
    expect(done).toEqual([{ type: "pointer-on", mention: 1, rested: 190 }]);
    expect(state.asked).toHaveLength(2);
  });

  test.each<[what: string, HoverEvent]>([
    ["leaves", { type: "pointer-off" }],
    ["presses", press],
  ])("that %s while the script is on its way gets no card", async (_, event) => {
    card.dispatch(on(1));
    await wait(160);
    card.dispatch(event);
    await wait(100);
    expect(done).toEqual([]);
  });

  test("that has gone on to another name gets that one's card", async () => {
    card.dispatch(on(1));
    await wait(160);
    card.dispatch(on(2));
    await wait(300);
    expect(done).toMatchObject([{ type: "pointer-on", mention: 2 }]);
  });

  test("that pressed on a name has to leave it before its card opens", async () => {
    card.dispatch(on(1));
    card.dispatch(press);
    card.dispatch(on(1));
    await wait(500);
    expect(state.asked).toEqual([]);
    card.dispatch({ type: "pointer-off" });
    card.dispatch(on(1));
    await wait(500);
    expect(done).toHaveLength(1);
  });
});

describe("a tap", () => {
  const tap: HoverEvent = { type: "activate", mention: 1, by: "touch" };

  test("loads the card without waiting, and the pointer does not undo that", async () => {
    card.dispatch(tap);
    card.dispatch({ type: "pointer-off" });
    card.dispatch(on(2));
    await wait(40);
    expect(done).toEqual([tap]);
  });

  test("is taken back by a press beside it", async () => {
    card.dispatch(tap);
    card.dispatch(press);
    await wait(500);
    expect(done).toEqual([]);
  });
});

describe("the card that is there", () => {
  test("is told everything as it comes, and is loaded once", async () => {
    expect(card.isOpen()).toBe(false);
    const stepped = card.step(1);
    await wait(40);
    expect(await stepped).toBe(true);
    card.dispatch(on(2));
    card.dispatch({ type: "pointer-off" });
    expect(done).toEqual(["step 1", on(2), { type: "pointer-off" }]);
    expect(card.isOpen()).toBe(true);
    expect(state.asked).toEqual(["page.loadCard"]);
  });

  test("hears nothing of a wish from before it came that has been overtaken", async () => {
    void card.step(1);
    await wait(20);
    card.dispatch(on(1));
    await wait(40);
    card.dispatch({ type: "pointer-off" });
    await wait(500);
    expect(done).toEqual(["step 1", { type: "pointer-off" }]);
  });

  test("gets the selection as it was when the note was asked for", async () => {
    const range = { text: "first" };
    vi.stubGlobal("getSelection", () => ({ rangeCount: 1, getRangeAt: () => ({ cloneRange: () => range }) }));
    const written = card.noteOnSelection();
    vi.stubGlobal("getSelection", () => null);
    await wait(40);
    expect(await written).toBe(true);
    expect(done).toEqual([range]);
    expect(await card.noteOnSelection()).toBe(false);
  });

  test("is not started in a page that was cleaned up meanwhile", async () => {
    const stepped = card.step(1);
    card.destroy();
    await wait(40);
    expect(await stepped).toBe(false);
    expect(done).toEqual([]);
  });
});

test("a script that cannot be loaded means no card and no error, and is asked for again", async () => {
  state.alive = false;
  card.dispatch(on(1));
  await wait(200);
  expect(await card.step(1)).toBe(false);
  state.alive = true;
  state.loads = false;
  const refused = card.step(1);
  await wait(60);
  expect(await refused).toBe(false);
  state.loads = true;
  card.dispatch(on(1));
  await wait(200);
  expect(done).toMatchObject([{ type: "pointer-on", mention: 1 }]);
});
