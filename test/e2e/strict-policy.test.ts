import { expect, test } from "vitest";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers } from "./support/browser-session.ts";

/** Width of the card in CSS pixels, as `card.css` sets it; without its styles it is as wide as its text. */
const cardWidth = 380;

inBrowsers("on a page whose policy forbids inline styles and scripts", (session) => {
  test("the card comes with its styles", async () => {
    const { page } = await session().open("strict-policy.html");
    const place = await placeOfText(page, "Huawei", 0, "article");
    if (!place) throw new Error("Huawei is not in the article");
    await page.mouse.move(place.x, place.y, { steps: 5 });
    expect(await waitForCard(page, true)).toBe(true);
    const width = await page.evaluate(
      () => document.querySelector("telecom-lens-card")?.getBoundingClientRect().width,
    );
    expect(width).toBe(cardWidth);
  });
});
