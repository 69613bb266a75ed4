import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers } from "./support/browser-session.ts";
import { currentText } from "./support/read-page.ts";

/** Milliseconds from the pointer's last move to the card, as the page itself sees them. */
async function restUntilCard(page: Page, text: string): Promise<number> {
  const place = await placeOfText(page, text, 0, "article");
  if (!place) throw new Error(`${text} is not in the article`);
  await page.evaluate(() => {
    const times = { moved: 0, opened: 0 };
    (window as unknown as { times: typeof times }).times = times;
    addEventListener("pointermove", () => {
      times.moved = performance.now();
      times.opened = 0;
    });
    const look = () => {
      const open = document.querySelector("telecom-lens-card")?.matches(":popover-open");
      if (open && times.opened === 0) times.opened = performance.now();
      requestAnimationFrame(look);
    };
    look();
  });
  await page.mouse.move(place.x, place.y, { steps: 5 });
  expect(await waitForCard(page, true)).toBe(true);
  return page.evaluate(() => {
    const { times } = window as unknown as { times: { moved: number; opened: number } };
    return times.opened - times.moved;
  });
}

async function cardBox(page: Page) {
  return page.evaluate(() => {
    const box = document.querySelector("telecom-lens-card")?.getBoundingClientRect();
    return box && { left: box.left, top: box.top, width: box.width, height: box.height };
  });
}

inBrowsers("a card by pointer", (session) => {
  test("shows within 600 ms of the pointer resting on a name, and not at once", async () => {
    const { page } = await session().open("london-decision.html");
    const first = await restUntilCard(page, "Pompeo");
    expect(first).toBeLessThan(600);
    // A pointer that merely passes must not open anything.
    expect(first).toBeGreaterThan(150);
    expect(await currentText(page)).toContain("Pompeo");
  });

  test("stays while the pointer is in it, and goes when the pointer has left", async () => {
    const { page } = await session().open("london-decision.html");
    await restUntilCard(page, "Pompeo");
    const box = await cardBox(page);
    if (!box) throw new Error("the card has no box");
    expect(box.width).toBeGreaterThan(200);
    await page.mouse.move(box.left + box.width / 2, box.top + box.height / 2, { steps: 8 });
    expect(await waitForCard(page, false, 1_200)).toBe(false);
    await page.mouse.move(2, 2, { steps: 4 });
    expect(await waitForCard(page, false, 1_500)).toBe(true);
  });

  test("keeps off the line that it explains and inside the window", async () => {
    const { page } = await session().open("london-decision.html");
    const place = await placeOfText(page, "Raab", 0, "article");
    if (!place) throw new Error("Raab is not in the article");
    await page.mouse.move(place.x, place.y, { steps: 3 });
    expect(await waitForCard(page, true)).toBe(true);
    const box = await cardBox(page);
    if (!box) throw new Error("the card has no box");
    const covers =
      place.x > box.left &&
      place.x < box.left + box.width &&
      place.y > box.top &&
      place.y < box.top + box.height;
    expect(covers).toBe(false);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.left + box.width).toBeLessThanOrEqual(1_200);
    expect(box.top + box.height).toBeLessThanOrEqual(900);
  });

  test("closes on Escape", async () => {
    const { page } = await session().open("london-decision.html");
    await restUntilCard(page, "Pompeo");
    await page.keyboard.press("Escape");
    expect(await waitForCard(page, false, 1_000)).toBe(true);
  });

  test("does not open for a pointer that passes over a name", async () => {
    const { page } = await session().open("london-decision.html");
    const place = await placeOfText(page, "Pompeo", 0, "article");
    if (!place) throw new Error("Pompeo is not in the article");
    await page.mouse.move(place.x, place.y);
    await page.mouse.move(2, 2);
    expect(await waitForCard(page, true, 1_000)).toBe(false);
  });

  test("does not open over text that is not marked", async () => {
    const { page } = await session().open("london-decision.html");
    const place = await placeOfText(page, "military bases", 0, "article");
    if (!place) throw new Error("the text is not in the article");
    await page.mouse.move(place.x, place.y, { steps: 3 });
    expect(await waitForCard(page, true, 1_000)).toBe(false);
  });
});
