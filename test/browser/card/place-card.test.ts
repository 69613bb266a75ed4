import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { least } from "../../../src/page/card/choose-place.ts";
import { noRecordCard, shownMention, vendorCard } from "../../support/card-samples.ts";
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

describe("the card over a page's modal dialog", () => {
  const dialog =
    '<dialog id=dialog style="width:600px;height:500px"><p><input id=field> <span id=line>Acme</span></p></dialog>';
  const open = (point?: { x: number; y: number }) => {
    const opened = openCard(noRecordCard, { focus: false, page: dialog });
    const own = document.getElementById("dialog") as HTMLDialogElement;
    opened.card.hide();
    own.showModal();
    document.getElementById("field")?.focus();
    const range = new Range();
    range.selectNodeContents(document.getElementById("line") as HTMLElement);
    opened.card.show(shownMention(noRecordCard), { range, point }, { focus: !point });
    return { ...opened, own };
  };
  const middle = (element: Element) => {
    const box = element.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  const under = (element: Element) => {
    const { x, y } = middle(element);
    return document.elementFromPoint(x, y)?.localName;
  };

  test("can be used by keyboard, and gives page and focus back", async () => {
    const { button, card, own, root, frame } = open();
    await twoFrames();
    expect(root.activeElement).toBe(frame);
    expect(under(button("Close"))).toBe("telecom-lens-card");
    await userEvent.keyboard("{Tab}");
    expect(root.activeElement).toBe(button("Previous mention"));
    card.hide();
    expect(own.open).toBe(true);
    expect(document.activeElement?.id).toBe("field");
    expect(under(document.getElementById("field") as HTMLElement)).toBe("input");
  });

  test("takes nothing from the dialog while the pointer only rests on a name, and can be reached by it", async () => {
    const { button, card, events, own } = open({ x: 1, y: 1 });
    await twoFrames();
    expect(document.activeElement?.id).toBe("field");
    const { x, y } = middle(button("Close"));
    dispatchEvent(new PointerEvent("pointermove", { clientX: x, clientY: y }));
    await twoFrames();
    expect(under(button("Close"))).toBe("telecom-lens-card");
    await expect.poll(() => events.calls.map(([name]) => name)).toContain("pointerEntered");
    expect(events.calls.map(([name]) => name)).not.toContain("focusEntered");
    card.hide();
    expect(own.open).toBe(true);
    expect(document.activeElement?.id).toBe("field");
  });

  test("is reached when the keyboard's focus is asked into it", async () => {
    const { card, root, frame, button } = open({ x: 1, y: 1 });
    card.focus();
    await twoFrames();
    expect(root.activeElement).toBe(frame);
    expect(under(button("Close"))).toBe("telecom-lens-card");
  });

  test("lies where it lay before it was reached for", async () => {
    const { frame } = open({ x: 1, y: 1 });
    await twoFrames();
    const before = frame.getBoundingClientRect();
    dispatchEvent(new PointerEvent("pointermove", { clientX: before.left + 20, clientY: before.top + 20 }));
    await twoFrames();
    const after = frame.getBoundingClientRect();
    expect([after.left, after.top, after.width]).toEqual([before.left, before.top, before.width]);
  });
});
