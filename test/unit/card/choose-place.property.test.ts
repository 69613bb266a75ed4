import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Box,
  choosePlace,
  edge,
  gap,
  least,
  most,
  type PlaceQuestion,
} from "../../../src/page/card/choose-place.ts";

/** A viewport from 200 × 150 on, seen whole or zoomed to a part of it. */
const view = fc
  .record({
    width: fc.integer({ min: 200, max: 2_600 }),
    height: fc.integer({ min: 150, max: 1_600 }),
    left: fc.integer({ min: 0, max: 300 }),
    top: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ width, height, left, top }): Box => ({ left, top, right: left + width, bottom: top + height }));

/** A line of text anywhere in the page, also scrolled out of sight. Upright lines are narrow and high. */
function lineIn(vertical: boolean) {
  return fc
    .record({
      x: fc.integer({ min: -400, max: 2_800 }),
      y: fc.integer({ min: -400, max: 1_900 }),
      along: fc.integer({ min: 4, max: 900 }),
      across: fc.integer({ min: 8, max: 120 }),
    })
    .map(({ x, y, along, across }): Box => {
      const [width, height] = vertical ? [across, along] : [along, across];
      return { left: x, top: y, right: x + width, bottom: y + height };
    });
}

/** As CSS zoom or browser zoom makes of it: all lengths by one factor. */
function zoomed({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left * by, top: top * by, right: right * by, bottom: bottom * by };
}

const question: fc.Arbitrary<PlaceQuestion> = fc
  .constantFrom(undefined, "left" as const, "right" as const)
  .chain((vertical) =>
    fc.record({
      view,
      lines: fc.array(lineIn(vertical !== undefined), { minLength: 1, maxLength: 2 }),
      zoom: fc.constantFrom(0.5, 1, 1.25, 2, 4),
      area: fc.integer({ min: 5_000, max: 600_000 }),
      rtl: fc.boolean(),
      vertical: fc.constant(vertical),
      keep: fc.constantFrom(undefined, "below" as const, "above" as const, "left" as const, "right" as const),
    }),
  )
  .map(({ lines: [line, ...parts], zoom, area, ...rest }) => ({
    ...rest,
    line: zoomed(line as Box, zoom),
    parts: parts.map((part) => zoomed(part, zoom)),
    heightAt: (width: number) => Math.ceil(area / width),
  }));

/** Where the card then lies. */
function boxOf(asked: PlaceQuestion): Box {
  const { left, top, width, maxHeight } = choosePlace(asked);
  const height = Math.min(asked.heightAt(width), maxHeight);
  return { left, top, right: left + width, bottom: top + height };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The free parts of the view around a line, by a way of reckoning of its own. */
function hasRoomBeside({ view: seen, line }: PlaceQuestion): boolean {
  const width = seen.right - seen.left - 2 * edge;
  const height = seen.bottom - seen.top - 2 * edge;
  const [minWidth, minHeight] = [Math.min(least.width, width), Math.min(least.height, height)];
  const below = seen.bottom - edge - Math.max(seen.top + edge, line.bottom + gap);
  const above = Math.min(seen.bottom - edge, line.top - gap) - seen.top - edge;
  const right = seen.right - edge - Math.max(seen.left + edge, line.right + gap);
  const left = Math.min(seen.right - edge, line.left - gap) - seen.left - edge;
  return Math.max(below, above) >= minHeight || Math.max(right, left) >= minWidth;
}

describe("a card's place", () => {
  test("lies inside what is seen of the page", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const box = boxOf(asked);
        expect(box.left).toBeGreaterThanOrEqual(asked.view.left);
        expect(box.top).toBeGreaterThanOrEqual(asked.view.top);
        expect(box.right).toBeLessThanOrEqual(asked.view.right);
        expect(box.bottom).toBeLessThanOrEqual(asked.view.bottom);
      }),
      { numRuns: 2_000 },
    );
  });

  test("is never over the marked line where a side of it has room", () => {
    fc.assert(
      fc.property(question, (asked) => {
        fc.pre(hasRoomBeside(asked));
        expect(overlaps(boxOf(asked), asked.line)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test("has a size of a card", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { width, maxHeight } = choosePlace(asked);
        expect(width).toBeGreaterThanOrEqual(
          Math.min(least.width, asked.view.right - asked.view.left - 2 * edge),
        );
        expect(width).toBeLessThanOrEqual(most.width);
        expect(maxHeight).toBeLessThanOrEqual(most.height);
        expect(maxHeight).toBeGreaterThanOrEqual(
          Math.min(least.height, asked.view.bottom - asked.view.top - 2 * edge),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a card's side", () => {
  const window = { left: 0, top: 0, right: 1_000, bottom: 800 };
  const asked = (line: Box, more: Partial<PlaceQuestion> = {}): PlaceQuestion => ({
    view: window,
    line,
    parts: [],
    heightAt: () => 400,
    rtl: false,
    ...more,
  });
  const at = (left: number, top: number, width = 80, height = 20): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  });

  test("is below the line, beginning with the name", () => {
    expect(choosePlace(asked(at(100, 100)))).toMatchObject({ side: "below", left: 100, top: 128 });
  });

  test("is above the line at the bottom of the window", () => {
    expect(choosePlace(asked(at(100, 700)))).toMatchObject({ side: "above", top: 292 });
  });

  test("ends with the name where text runs from right to left", () => {
    expect(choosePlace(asked(at(800, 100), { rtl: true }))).toMatchObject({ side: "below", left: 500 });
  });

  test("is beside the column of upright text, never over it", () => {
    const line = at(600, 40, 24, 700);
    expect(choosePlace(asked(line, { vertical: "left" }))).toMatchObject({ side: "left", left: 212 });
    expect(choosePlace(asked(line, { vertical: "right" })).side).toBe("right");
  });

  test("is beside the name in a window too low for anything else", () => {
    const low = { left: 0, top: 0, right: 700, bottom: 200 };
    expect(choosePlace(asked(at(20, 90), { view: low }))).toMatchObject({ side: "right", left: 108 });
  });

  test.each([60, 150, 200, 260, 340])("is no narrow strip beside a name in a small window (%i)", (top) => {
    const small = { left: 0, top: 0, right: 320, bottom: 420 };
    for (const left of [8, 20, 60, 230]) {
      const { side, width } = choosePlace(asked(at(left, top, 60), { view: small }));
      expect(["below", "above"]).toContain(side);
      expect(width).toBe(304);
    }
  });

  test("keeps off both lines of a broken name", () => {
    const line = at(800, 100, 180);
    const second = at(20, 120, 60);
    expect(choosePlace(asked(line, { parts: [second] }))).toMatchObject({ side: "below", top: 148 });
  });

  test("is at the part that is pointed at where the other is far away, in the next column", () => {
    const line = at(20, 700, 180);
    const next = at(520, 20, 60);
    expect(choosePlace(asked(line, { parts: [next] }))).toMatchObject({ side: "above", left: 20 });
  });

  test("stays the same while the card grows", () => {
    const line = at(100, 420);
    const short = choosePlace(asked(line, { heightAt: () => 200 }));
    expect(short.side).toBe("below");
    const grown = asked(line, { heightAt: () => 700, keep: "below" });
    expect(choosePlace(grown).side).toBe("below");
    expect(choosePlace({ ...grown, keep: undefined }).side).toBe("above");
  });
});
