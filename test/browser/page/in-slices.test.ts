import { expect, test } from "vitest";
import { createWork } from "../../../src/page/in-slices.ts";

const busy = (milliseconds: number) => {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
};

function* steps(count: number, each: number): Generator<void, string> {
  for (let step = 0; step < count; step++) {
    busy(each);
    yield;
  }
  return "done";
}

test("work is done in slices between which the page has its turn", async () => {
  const work = createWork();
  const turns: number[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    turns.push(performance.now());
    port2.postMessage(0);
  };
  port2.postMessage(0);
  const from = performance.now();
  expect(await work.run(steps(60, 0.5))).toBe("done");
  const during = turns.filter((time) => time > from);
  port1.close();
  // 30 ms of work: the page must have come in between at least five times.
  expect(during.length).toBeGreaterThanOrEqual(5);
  expect(work.spent()).toBeGreaterThanOrEqual(30);
});

test("what follows without a turn of the page belongs to the same slice", async () => {
  const work = createWork();
  // Lets the first slice, which began with the work itself, be over.
  await work.run(steps(1, 5));
  let turns = 0;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    turns++;
    port2.postMessage(0);
  };
  await new Promise((resolve) => setTimeout(resolve, 20));
  port2.postMessage(0);
  // On a busy machine a moment may pass between two pieces, and then they do not follow each other: that is tried again.
  let [followed, before, after] = [false, 0, 0];
  for (let attempt = 0; attempt < 50 && !followed; attempt++) {
    before = turns;
    await work.run(steps(5, 0.5));
    const done = performance.now();
    const began = work.count(() => {
      const start = performance.now();
      busy(2);
      return start;
    });
    const asked = performance.now();
    after = await work.start(() => turns);
    followed = began - done < 0.1 && asked - began < 2.1;
  }
  expect(followed).toBe(true);
  expect(after).toBeGreaterThan(before);
  port1.close();
});

test("work that nobody wants any more is given up", async () => {
  const work = createWork();
  let wanted = true;
  const result = work.run(steps(1_000, 0.5), () => wanted);
  wanted = false;
  expect(await result).toBeNull();
  expect(work.spent()).toBeLessThan(100);
});

test("before the first step the page has a turn: our script has only just been compiled", async () => {
  const work = createWork();
  let isTurn = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    isTurn = true;
  };
  port2.postMessage(0);
  function* look(): Generator<void, boolean> {
    yield;
    return isTurn;
  }
  expect(await work.run(look())).toBe(true);
  port1.close();
});
