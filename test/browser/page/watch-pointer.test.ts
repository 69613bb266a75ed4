import { afterEach, beforeEach, expect, test } from "vitest";
import { watchPointer } from "../../../src/page/watch-pointer.ts";

interface Look {
  x: number;
  /** Milliseconds for which the pointer was there, as we were told. */
  rested: number;
  at: number;
}

let looks: Look[];
let isOnName: boolean;
let isOurs: boolean;
let stop: () => void;

beforeEach(() => {
  looks = [];
  isOnName = false;
  isOurs = false;
  stop = watchPointer(
    {
      moved(x, _, rested) {
        looks.push({ x, rested, at: performance.now() });
        return isOnName;
      },
      gone: () => {},
      tapped: () => {},
      pressedOutside: () => {},
      escaped: () => false,
    },
    () => isOurs,
  );
});
afterEach(() => stop());

const move = (x: number, pointerType = "mouse") =>
  dispatchEvent(new PointerEvent("pointermove", { clientX: x, pointerType }));
/** A time between two frames, when the pointer's events come. */
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
/** Moves a little further in each frame. */
async function cross(frames: number): Promise<void> {
  for (let x = 1; x <= frames; x++) {
    await frame();
    move(x);
  }
}
const rest = () => new Promise((resolve) => setTimeout(resolve, 200));

test("a pointer that crosses plain text is looked at now and then, and where it comes to rest", async () => {
  await cross(30);
  await rest();
  expect(looks.length).toBeLessThan(10);
  expect(looks.at(-1)?.x).toBe(30);
  const pauses = looks.slice(1).map(({ at }, number) => at - (looks[number]?.at ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(99);
});

test("a pointer on a name is looked at in every frame, so that its leaving is seen at once", async () => {
  isOnName = true;
  await cross(12);
  await rest();
  expect(looks.length).toBeGreaterThan(9);
});

test("is asked about once for many moves, at the last of them, when the frame is laid out", async () => {
  await frame();
  const order: string[] = [];
  for (const x of [1, 2, 3]) move(x);
  requestAnimationFrame(() => order.push(`frame ${looks.length}`));
  await rest();
  expect(order).toEqual(["frame 0"]);
  expect(looks.map(({ x }) => x)).toEqual([3]);
});

test("is told how long the pointer has been where it is, be it looked at ever so late", async () => {
  move(1);
  await rest();
  move(2);
  await frame();
  await new Promise((resolve) => setTimeout(resolve, 10));
  move(3);
  const came = performance.now();
  await rest();
  const last = looks.at(-1) as Look;
  expect(last.x).toBe(3);
  expect(last.at - came - last.rested).toBeLessThan(2);
  expect(last.rested).toBeGreaterThan(15);
});

test.each([
  ["left the page", () => document.documentElement.dispatchEvent(new PointerEvent("pointerleave"))],
  [
    "gone into the card",
    () => {
      isOurs = true;
      move(3);
    },
  ],
])("a pointer that has %s since is not looked for where it was", async (_, leave) => {
  move(1);
  await frame();
  await frame();
  move(2);
  leave();
  await rest();
  expect(looks.map(({ x }) => x)).toEqual([1]);
});

test("a finger that moves is no pointer that rests", async () => {
  move(1, "touch");
  await rest();
  expect(looks).toEqual([]);
});

test.each([
  ["before the frame", async () => {}],
  ["between frame and look", () => new Promise(requestAnimationFrame)],
])("nothing is looked at any more when the watch has ended %s", async (_, wait) => {
  move(1);
  await wait();
  stop();
  await rest();
  expect(looks).toEqual([]);
});
