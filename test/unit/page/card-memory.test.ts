import { expect, test } from "vitest";
import { createCardMemory } from "../../../src/page/card-memory.ts";

test("keeps a card as long as the page says the same, and forgets all when it does not", () => {
  let mentions = ["a"];
  const memory = createCardMemory<string>(() => [mentions, "2020-02-01"]);
  memory.keep("1", "card");
  expect(memory.get("1")).toBe("card");
  mentions = ["a"];
  expect(memory.get("1")).toBeUndefined();
});

test("keeps the newest hundred", () => {
  const memory = createCardMemory<number>(() => []);
  for (let index = 0; index <= 100; index += 1) memory.keep(`${index}`, index);
  expect(memory.get("0")).toBeUndefined();
  expect(memory.get("1")).toBe(1);
  expect(memory.get("100")).toBe(100);
});
