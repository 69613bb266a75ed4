/** Long because it is one table of event sequences, row by row. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  hoverTimes,
  initialHover,
  reduceHover,
} from "../../../src/core/card/hover.ts";

/** Events in short: `on 1`, `on 1 after 160`, `off`, `card`, `card-off`, `focus`, `key 1`, `tap 1`, `intent`, `show`, `leave`, `ready`, `failed`, `escape`, `press`. */
function eventOf(short: string, tokens: Map<string, number>): HoverEvent {
  const [word = "", number, , rested] = short.split(" ");
  const mention = Number(number);
  // A timer or answer belongs to the wait or question that was last begun, or to the one that is named: "ready #2".
  const token = number?.startsWith("#") ? Number(number.slice(1)) : (tokens.get(word) ?? 0);
  switch (word) {
    case "on":
      return rested
        ? { type: "pointer-on", mention, rested: Number(rested) }
        : { type: "pointer-on", mention };
    case "off":
      return { type: "pointer-off" };
    case "card":
      return { type: "pointer-on-card" };
    case "card-off":
      return { type: "pointer-off-card" };
    case "focus":
      return { type: "card-focused" };
    case "key":
      return { type: "activate", mention, by: "keyboard" };
    case "tap":
      return { type: "activate", mention, by: "touch" };
    case "intent":
    case "show":
    case "leave":
      return { type: "timer", timer: word, token };
    case "ready":
    case "failed":
      return { type: word, token };
    case "escape":
      return { type: "dismiss", returnFocus: true };
    case "press":
      return { type: "dismiss", returnFocus: false };
    default:
      throw new Error(`no such event: ${short}`);
  }
}

/** Plays events and gives back what was done, in short, and the last state. */
function play(story: string, delay = hoverTimes.delay): { done: string[]; state: HoverState } {
  const tokens = new Map<string, number>();
  const done: string[] = [];
  let state = initialHover;
  for (const short of story.split(", ")) {
    const reduced = reduceHover(state, eventOf(short, tokens), delay);
    state = reduced.state;
    for (const effect of reduced.effects) {
      if (effect.type === "wait") tokens.set(effect.timer, effect.token);
      if (effect.type === "ask") for (const word of ["ready", "failed"]) tokens.set(word, effect.token);
      done.push(inShort(effect));
    }
  }
  return { done, state };
}

function inShort(effect: HoverEffect): string {
  switch (effect.type) {
    case "wait":
      return `wait ${effect.milliseconds} ${effect.timer}`;
    case "ask":
      return `ask ${effect.mention}`;
    case "show":
      return `show ${effect.mention} by ${effect.by}`;
    case "hide":
      return effect.returnFocus ? "hide, focus back" : "hide";
  }
}

const opened = "on 1, intent, show, ready";
const openDone = ["wait 150 intent", "ask 1", "wait 250 show", "show 1 by pointer"];

describe("the pointer", () => {
  test.each<[sentence: string, story: string, done: string[]]>([
    ["that passes over a mention causes no work", "on 1, off, intent", ["wait 150 intent"]],
    [
      "that rested before the machine was there waits for the rest of its intent",
      "on 1 after 40",
      ["wait 110 intent"],
    ],
    [
      "that rested long enough before the machine was there is asked for at once, and shown at its time",
      "on 1 after 190, ready, show",
      ["ask 1", "wait 210 show", "show 1 by pointer"],
    ],
    [
      "that rested longer than the delay before the machine was there has its card when the answer comes",
      "on 1 after 900, show, ready",
      ["ask 1", "wait 0 show", "show 1 by pointer"],
    ],
    [
      "that passes over two mentions causes no work",
      "on 1, on 2, off, intent",
      ["wait 150 intent", "wait 150 intent"],
    ],
    ["that wobbles on one mention waits once", "on 1, on 1, on 1", ["wait 150 intent"]],
    ["that rests opens the card when it is time and the answer is there", opened, openDone],
    ["that rests waits for a slow answer", "on 1, intent, show", openDone.slice(0, 3)],
    ["that rests opens as soon as a slow answer comes", "on 1, intent, show, ready", openDone],
    ["that rests is not answered before its time", "on 1, intent, ready", openDone.slice(0, 3)],
    ["that rests opens at its time with an early answer", "on 1, intent, ready, show", openDone],
    ["that left before the answer came gets no card", "on 1, intent, show, off, ready", openDone.slice(0, 3)],
    ["that left before it was time gets no card", "on 1, intent, ready, off, show", openDone.slice(0, 3)],
    [
      "that moved on gets no answer about the first mention",
      "on 1, intent, on 2, show #1, ready #1",
      [...openDone.slice(0, 3), "wait 150 intent"],
    ],
    ["gets nothing when the answer fails", "on 1, intent, show, failed, ready", openDone.slice(0, 3)],
    [
      "may try again after a failure",
      `on 1, intent, failed, ${opened}`,
      [...openDone.slice(0, 3), ...openDone],
    ],
    ["that leaves the mention has its time of grace", `${opened}, off`, [...openDone, "wait 300 leave"]],
    ["that stays away closes the card", `${opened}, off, leave`, [...openDone, "wait 300 leave", "hide"]],
    [
      "that leaves and wobbles starts one grace, not several",
      `${opened}, off, off, off`,
      [...openDone, "wait 300 leave"],
    ],
    [
      "that comes back within the grace keeps the card",
      `${opened}, off, on 1, leave`,
      [...openDone, "wait 300 leave"],
    ],
    ["that moves into the card keeps it", `${opened}, off, card, leave`, [...openDone, "wait 300 leave"]],
    [
      "that leaves the card closes it after the grace",
      `${opened}, off, card, card-off, leave`,
      [...openDone, "wait 300 leave", "wait 300 leave", "hide"],
    ],
    [
      "that crosses another mention on its way into the card keeps the card",
      `${opened}, on 2, card, intent, leave`,
      [...openDone, "wait 150 intent", "wait 300 leave"],
    ],
    [
      "that stays on the other mention gets its card after the first is gone",
      `${opened}, on 2, intent, leave, ready, show`,
      [
        ...openDone,
        "wait 150 intent",
        "wait 300 leave",
        "ask 2",
        "wait 250 show",
        "hide",
        "show 2 by pointer",
      ],
    ],
    [
      "that is fast to the other card has one card replaced by the other",
      `${opened}, on 2, intent, ready, show, leave`,
      [...openDone, "wait 150 intent", "wait 300 leave", "ask 2", "wait 250 show", "show 2 by pointer"],
    ],
    [
      "that returns from the other mention keeps the card",
      `${opened}, on 2, on 1, intent, leave`,
      [...openDone, "wait 150 intent", "wait 300 leave"],
    ],
  ])("%s", (_, story, done) => {
    expect(play(story).done).toEqual(done);
  });

  test.each([
    [150, "wait 0 show"],
    [0, "wait 0 show"],
    [1_000, "wait 850 show"],
  ])("waits %i ms altogether where the reader chose that", (delay, wait) => {
    expect(play("on 1, intent", delay).done).toContain(wait);
  });
});

describe("Escape", () => {
  test.each<[sentence: string, story: string, done: string[]]>([
    ["closes the card and gives the focus back", `${opened}, escape`, [...openDone, "hide, focus back"]],
    [
      "closes a card that is already leaving, once",
      `${opened}, off, escape, leave`,
      [...openDone, "wait 300 leave", "hide, focus back"],
    ],
    ["stops a card that was about to open", "on 1, intent, escape, show, ready", openDone.slice(0, 3)],
    ["does nothing where nothing is open", "escape", []],
    [
      "keeps the card closed while the pointer stays where it is",
      `${opened}, escape, on 1, on 1`,
      [...openDone, "hide, focus back"],
    ],
    [
      "lets the card open again once the pointer had left",
      `${opened}, escape, on 1, off, on 1`,
      [...openDone, "hide, focus back", "wait 150 intent"],
    ],
    [
      "leaves other mentions alone",
      `${opened}, escape, on 2`,
      [...openDone, "hide, focus back", "wait 150 intent"],
    ],
    [
      "is no obstacle to the keyboard",
      `${opened}, escape, key 1`,
      [...openDone, "hide, focus back", "ask 1"],
    ],
  ])("%s", (_, story, done) => {
    expect(play(story).done).toEqual(done);
  });
});

test("a press on the page closes the card, without moving the focus, and it does not open again by itself", () => {
  expect(play(`${opened}, press, on 1`).done).toEqual([...openDone, "hide"]);
});

test("a press before the card has opened keeps it away while the pointer stays", () => {
  expect(play("on 1, press, on 1, intent").done).toEqual(["wait 150 intent"]);
});

describe("keyboard and touch", () => {
  test.each<[sentence: string, story: string, done: string[]]>([
    ["open at once when the answer is there", "key 1, ready", ["ask 1", "show 1 by keyboard"]],
    ["open by a tap", "tap 1, ready", ["ask 1", "show 1 by touch"]],
    [
      "hold the card against a pointer that moves elsewhere",
      "key 1, ready, off, leave",
      ["ask 1", "show 1 by keyboard"],
    ],
    ["hold a tapped card", "tap 1, ready, off, card, card-off, leave", ["ask 1", "show 1 by touch"]],
    [
      "are not overtaken by a pointer that lies on another mention",
      "key 1, ready, on 2, intent, show, ready",
      ["ask 1", "show 1 by keyboard"],
    ],
    [
      "are not cancelled by a pointer that moves while the answer is fetched",
      "key 1, on 2, off, card, ready",
      ["ask 1", "show 1 by keyboard"],
    ],
    [
      "go on to the next mention in one card",
      "key 1, ready, key 2, ready",
      ["ask 1", "show 1 by keyboard", "ask 2", "show 2 by keyboard"],
    ],
    [
      "drop the answer about a mention that they have left",
      "key 1, key 2, ready #1, ready #2",
      ["ask 1", "ask 2", "show 2 by keyboard"],
    ],
    [
      "keep the old card when the next one fails",
      "key 1, ready, key 2, failed",
      ["ask 1", "show 1 by keyboard", "ask 2"],
    ],
    [
      "take over from a pointer that was about to open another card",
      "on 2, intent, key 1, show, ready #1, ready",
      ["wait 150 intent", "ask 2", "wait 250 show", "ask 1", "show 1 by keyboard"],
    ],
    [
      "do not keep a card open that the pointer has left, when they fail",
      `${opened}, off, key 2, failed, leave`,
      [...openDone, "wait 300 leave", "ask 2", "hide"],
    ],
    [
      "open in place of a card that is just leaving",
      `${opened}, off, key 2, ready, leave`,
      [...openDone, "wait 300 leave", "ask 2", "show 2 by keyboard"],
    ],
  ])("%s", (_, story, done) => {
    expect(play(story).done).toEqual(done);
  });

  test("make a card their own once the focus is in it", () => {
    expect(play(`${opened}, focus, off, card-off, on 2, intent, leave`).done).toEqual(openDone);
    expect(play(`${opened}, off, focus, leave`).done).toEqual([...openDone, "wait 300 leave"]);
    expect(play(`${opened}, on 2, intent, focus, show, ready`).done.at(-1)).toBe("wait 250 show");
    expect(play(`${opened}, focus, escape`).done.at(-1)).toBe("hide, focus back");
  });

  test("cannot have the focus in a card that is not there", () => {
    expect(play("focus").state).toEqual(initialHover);
  });
});

test("timers and answers with a foreign token change nothing", () => {
  const open = play(`${opened}, off`).state;
  for (const late of ["intent", "show", "leave", "ready", "failed"]) {
    const event = eventOf(`${late} #99`, new Map());
    expect(reduceHover(open, event, hoverTimes.delay)).toEqual({ state: open, effects: [] });
  }
});

test("whatever happens: one card at most, each that goes is hidden or replaced, no token is used twice", () => {
  const mention = fc.integer({ min: 1, max: 3 });
  const free: fc.Arbitrary<HoverEvent> = fc.oneof(
    fc.record({ type: fc.constant("pointer-on" as const), mention }),
    fc.record({
      type: fc.constantFrom("pointer-off", "pointer-on-card", "pointer-off-card", "card-focused"),
    }),
    fc.record({
      type: fc.constant("activate" as const),
      mention,
      by: fc.constantFrom("keyboard" as const, "touch" as const),
    }),
    fc.record({ type: fc.constant("dismiss" as const), returnFocus: fc.boolean() }),
  );
  // A number says which of the waits and questions begun so far is over, so that real tokens come up often.
  const over = fc.record({ over: fc.nat(20), fails: fc.boolean() });
  fc.assert(
    fc.property(fc.array(fc.oneof(free, over), { maxLength: 60 }), (events) => {
      let state = initialHover;
      let open: number | null = null;
      const begun: Extract<HoverEffect, { type: "wait" | "ask" }>[] = [];
      const told = new Set<string>();
      for (const given of events) {
        const event =
          "over" in given ? endOf(begun.at(given.over % Math.max(1, begun.length)), given.fails) : given;
        if (!event) continue;
        const before = state.lastToken;
        const reduced = reduceHover(state, event, hoverTimes.delay);
        state = reduced.state;
        for (const effect of reduced.effects) {
          if (effect.type === "show") open = effect.mention;
          if (effect.type === "hide") {
            expect(open).not.toBeNull();
            open = null;
          }
          if (effect.type === "wait" || effect.type === "ask") begun.push(effect);
          if (effect.type === "wait" && effect.timer !== "show") {
            expect(effect.token).toBeGreaterThan(before);
            expect(told.has(`${effect.token}`)).toBe(false);
            told.add(`${effect.token}`);
          }
        }
        expect(state.lastToken).toBeGreaterThanOrEqual(before);
        expect(state.shown?.mention ?? null).toBe(open);
        if (state.leaving !== null) expect(state.shown?.by).toBe("pointer");
      }
    }),
    { numRuns: 500 },
  );
});

function endOf(begun: Extract<HoverEffect, { type: "wait" | "ask" }> | undefined, fails: boolean) {
  if (!begun) return undefined;
  if (begun.type === "wait") return { type: "timer", timer: begun.timer, token: begun.token } as const;
  return { type: fails ? "failed" : "ready", token: begun.token } as const;
}
