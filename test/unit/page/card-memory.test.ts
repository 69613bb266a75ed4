import { expect, test } from "vitest";
import { createCardMemory } from "../../../src/page/card/card-memory.ts";

/** Asks for an answer and tells how often it had to be asked for. */
function counting<T>(memory: ReturnType<typeof createCardMemory<T>>) {
  let asked = 0;
  return {
    asked: () => asked,
    get: (key: string, answer: T | null | Error) =>
      memory.get(key, async () => {
        asked += 1;
        if (answer instanceof Error) throw answer;
        return answer;
      }),
  };
}

test("keeps a card as long as the page says the same, and forgets all when it does not", async () => {
  let mentions = ["a"];
  const { get, asked } = counting(createCardMemory<string>(() => [mentions, "2020-02-01"]));
  expect(await get("1", "card")).toBe("card");
  expect(await get("1", "another")).toBe("card");
  mentions = ["a"];
  expect(await get("1", "another")).toBe("another");
  expect(asked()).toBe(2);
});

test("asks once for what is wanted twice before the answer comes", async () => {
  const { get, asked } = counting(createCardMemory<string>(() => []));
  expect(await Promise.all([get("1", "card"), get("1", "card")])).toEqual(["card", "card"]);
  expect(asked()).toBe(1);
});

test("asks again for what was not answered, or failed", async () => {
  const { get } = counting(createCardMemory<string>(() => []));
  await expect(get("1", new Error("asleep"))).rejects.toThrow("asleep");
  expect(await get("1", null)).toBeNull();
  expect(await get("1", "card")).toBe("card");
});

test("keeps the newest hundred", async () => {
  const { get } = counting(createCardMemory<number>(() => []));
  for (let index = 0; index <= 100; index += 1) await get(`${index}`, index);
  expect(await get("1", -1)).toBe(1);
  expect(await get("100", -1)).toBe(100);
  expect(await get("0", -1)).toBe(-1);
});
