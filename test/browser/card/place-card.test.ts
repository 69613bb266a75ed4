import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { least } from "../../../src/page/card/choose-place.ts";
import { noRecordCard, vendorCard } from "../../support/card-samples.ts";
import { closeCard, openCard } from "./open-card.ts";

afterEach(async () => {
  closeCard();
  document.documentElement.removeAttribute("style");
  document.documentElement.removeAttribute("dir");
  await page.viewport(1000, 700);
});

const twoFrames = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** A page with a name somewhere in it. */
function pageWith(style: string, dir: string, text: string): string {
  return `<main dir="${dir}" style="position:absolute;${style}"><span id=line>${text}</span></main>`;
}

describe("the card in a page", () => {
  test("lies in the window and beside the line, whatever window, writing and place", async () => {
    const layout = fc.record({
      width: fc.integer({ min: 200, max: 1_200 }),
      height: fc.integer({ min: 150, max: 900 }),
      x: fc.integer({ min: 0, max: 100 }),
      y: fc.integer({ min: 0, max: 100 }),
      writing: fc.constantFrom("horizontal-tb", "vertical-rl", "vertical-lr"),
      dir: fc.constantFrom("ltr", "rtl"),
      text: fc.constantFrom("Acme", "Acme Radio Telephone Company of Northland"),
      room: fc.integer({ min: 30, max: 300 }),
      size: fc.constantFrom(12, 16, 40),
      model: fc.constantFrom(vendorCard, noRecordCard),
    });
    await fc.assert(
      fc.asyncProperty(layout, async ({ width, height, x, y, writing, dir, text, room, size, model }) => {
        await page.viewport(width, height);
        const place = `left:${x}%;top:${y}%;font-size:${size}px;writing-mode:${writing};inline-size:${room}px`;
        const { frame, anchor } = openCard(model, { focus: false, page: pageWith(place, dir, text) });
        await twoFrames();
        const box = frame.getBoundingClientRect();
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(innerWidth);
        expect(box.bottom).toBeLessThanOrEqual(innerHeight);
        const [line] = anchor.range.getClientRects();
        if (!line) return;
        const roomy =
          Math.max(line.top, innerHeight - line.bottom) > least.height + 20 ||
          Math.max(line.left, innerWidth - line.right) > least.width + 20;
        const over =
          box.left < line.right && line.left < box.right && box.top < line.bottom && line.top < box.bottom;
        expect(over && roomy).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test("ends with the name on a page that runs from right to left, and reads in its own direction", async () => {
    document.documentElement.dir = "rtl";
    const { frame, anchor } = openCard(vendorCard, { page: pageWith("right:40px;top:40px", "rtl", "هواوي") });
    await twoFrames();
    const line = anchor.range.getBoundingClientRect();
    expect(Math.abs(frame.getBoundingClientRect().right - line.right)).toBeLessThan(2);
    expect(getComputedStyle(frame).direction).toBe("ltr");
  });

  test("lies where it should on a page that zooms itself", async () => {
    document.documentElement.style.setProperty("zoom", "1.5");
    const { frame, anchor } = openCard(noRecordCard, {
      page: pageWith("left:100px;top:40px", "ltr", "Acme"),
    });
    await twoFrames();
    const line = anchor.range.getBoundingClientRect();
    const box = frame.getBoundingClientRect();
    expect(box.top).toBeGreaterThanOrEqual(line.bottom);
    expect(box.top - line.bottom).toBeLessThan(30);
    expect(Math.abs(box.left - line.left)).toBeLessThan(4);
  });

  test("follows the line when the page scrolls", async () => {
    document.body.innerHTML = "";
    const { frame, anchor } = openCard(noRecordCard, {
      page: `<main style="height:3000px;padding-top:300px"><span id=line>Acme</span></main>`,
    });
    await twoFrames();
    scrollTo(0, 100);
    await expect
      .poll(() => Math.round(frame.getBoundingClientRect().top - anchor.range.getBoundingClientRect().bottom))
      .toBe(8);
    scrollTo(0, 0);
  });
});
