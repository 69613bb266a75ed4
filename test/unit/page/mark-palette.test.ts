import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Grounds, paletteFor } from "../../../src/page/mark-palette.ts";

interface Box {
  parentElement: Box | null;
  backgroundColor: string;
  backgroundImage: string;
  color: string;
}

/** No browser builds boxes for a tree as deep as this; a page can make one all the same, and it has styles. */
function nested(depth: number, ground: (level: number) => string): Element {
  let box: Box | null = null;
  for (let level = 0; level < depth; level++) {
    const backgroundColor = ground(level);
    box = { parentElement: box, backgroundColor, backgroundImage: "none", color: "rgb(0, 0, 0)" };
  }
  return box as unknown as Element;
}

const asked = vi.fn((box: Element) => box as unknown as CSSStyleDeclaration);
beforeEach(() => {
  vi.stubGlobal("getComputedStyle", asked);
});
afterEach(() => {
  vi.unstubAllGlobals();
  asked.mockClear();
});

const clear = "rgba(0, 0, 0, 0)";

test("the ground behind 50,000 nested elements is found, and each is asked once", () => {
  const known: Grounds = new Map();
  const inner = nested(50_000, (level) => (level === 0 ? "rgb(20, 20, 20)" : clear));
  expect(paletteFor(inner, known)).toBe("-dark");
  expect(asked).toHaveBeenCalledTimes(50_000);
  expect(paletteFor(inner.parentElement as Element, known)).toBe("-dark");
  expect(asked).toHaveBeenCalledTimes(50_000);
});

test("paragraphs without attributes that stand side by side are asked once, others each", () => {
  const known: Grounds = new Map();
  const around = nested(3, (level) => (level === 0 ? "rgb(20, 20, 20)" : clear));
  const paragraph = (backgroundColor: string, hasAttributes: boolean) =>
    ({
      ...(nested(1, () => backgroundColor) as unknown as Box),
      localName: "p",
      parentElement: around,
      hasAttributes: () => hasAttributes,
    }) as unknown as Element;
  for (let number = 0; number < 10; number++)
    expect(paletteFor(paragraph(clear, false), known)).toBe("-dark");
  expect(asked).toHaveBeenCalledTimes(4);
  expect(paletteFor(paragraph("rgb(255, 255, 255)", true), known)).toBe("");
  expect(asked).toHaveBeenCalledTimes(5);
});

test("grounds that are seen through lie over each other in their order", () => {
  const black = "rgba(0, 0, 0, 0.8)";
  const white = "rgba(255, 255, 255, 0.8)";
  const paletteOf = (...grounds: string[]) =>
    paletteFor(
      nested(grounds.length, (level) => grounds[level] ?? ""),
      new Map(),
    );
  expect(paletteOf("rgb(255, 255, 255)", white, black)).toBe("-dark");
  expect(paletteOf("rgb(255, 255, 255)", black, white)).toBe("");
});
