import { expect, test } from "vitest";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers } from "./support/browser-session.ts";

// Only Chromium emulates a touch screen for its driver; Firefox runs the same machine under the unit tests.
inBrowsers(
  "a card by touch",
  (session) => {
    test("opens on a tap on a name and closes on a tap beside it", async () => {
      const { page } = await session().open("london-decision.html");
      await page.setViewport({ width: 420, height: 800, hasTouch: true, isMobile: true });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const place = await placeOfText(page, "Raab", 0, "article");
      if (!place) throw new Error("Raab is not in the article");
      await page.touchscreen.tap(place.x, place.y);
      expect(await waitForCard(page, true)).toBe(true);
      await page.touchscreen.tap(5, 5);
      expect(await waitForCard(page, false)).toBe(true);
    });

    test("does not open on a tap on ordinary text", async () => {
      const { page } = await session().open("london-decision.html");
      await page.setViewport({ width: 420, height: 800, hasTouch: true, isMobile: true });
      const place = await placeOfText(page, "military bases", 0, "article");
      if (!place) throw new Error("the text is not in the article");
      await page.touchscreen.tap(place.x, place.y);
      expect(await waitForCard(page, true, 1_000)).toBe(false);
    });
  },
  ["chromium"],
);
