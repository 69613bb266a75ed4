import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { cardIsOpen, placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { measureOurTime } from "../support/our-time.ts";
import { inBrowsers } from "./support/browser-session.ts";
import { insideCard, placeInCard } from "./support/inside-card.ts";
import { allMarked, eventually, markupWithoutHost } from "./support/read-page.ts";

const names = ["Huawei", "Vodafone", "Ericsson", "Nokia", "United States"];
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const errors = (page: Page) =>
  page.evaluate(() => (window as unknown as { pageErrors: string[] }).pageErrors);

/** What is marked, asked with nothing but what the page has left as it was. */
function markedByWhatIsLeft(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    CSS.highlights.forEach((highlight, name) => {
      if (name.indexOf("telecom-lens-") !== 0 || name.indexOf("current") > 0) return;
      highlight.forEach(({ startContainer, startOffset, endOffset }) => {
        texts.push((startContainer as Text).data.substring(startOffset, endOffset));
      });
    });
    return texts;
  });
}

async function openCard(page: Page): Promise<void> {
  const place = await placeOfText(page, "Huawei", 0, "#first");
  if (!place) throw new Error("Huawei is not to be seen");
  await page.mouse.move(place.x, place.y, { steps: 3 });
}

inBrowsers("a hostile page", (session) => {
  describe("a page that puts its own in place of what the browser has", () => {
    test("is marked and explained all the same, and none of its traps is called", async () => {
      const { page, tabId } = await session().open("hostile/prototypes.html");
      expect(await markedByWhatIsLeft(page)).toEqual(expect.arrayContaining(names));
      expect(await session().asker.ask("ui.jump", { tabId, id: "huawei" })).toBe(true);
      const inside = await eventually(
        () => insideCard(session(), tabId),
        (card) => (card?.text ?? "").includes("Huawei"),
      );
      expect(inside?.controls.map(({ name }) => name)).toContain("Close");
      const seen = await page.evaluate(() => {
        const { meddled, pageErrors } = window as unknown as { meddled: string[]; pageErrors: string[] };
        return { meddled, pageErrors };
      });
      expect(seen).toEqual({ meddled: [], pageErrors: [] });
      // The traps do work: whoever calls one in the page's own world is noted.
      const caught = await page.evaluate(() => {
        try {
          document.querySelector("p");
        } catch {
          // As the page wants it.
        }
        return (window as unknown as { meddled: string[] }).meddled;
      });
      expect(caught).toEqual(["querySelector"]);
    });
  });

  describe("a page whose rules are all important", () => {
    test("shows the same card as a page without rules", async () => {
      const measure = async (path: string) => {
        const { page, tabId } = await session().open(path);
        expect(await allMarked(page)).toEqual(expect.arrayContaining(names));
        await openCard(page);
        expect(await waitForCard(page, true)).toBe(true);
        await pause(300);
        const close = await placeInCard(session(), tabId, "Close");
        const seen = await page.evaluate(
          ({ x, y }) => {
            const host = document.querySelector("telecom-lens-card") as HTMLElement;
            const { width, height } = host.getBoundingClientRect();
            const style = getComputedStyle(host);
            return {
              size: [Math.round(width), Math.round(height)],
              style: [
                style.display,
                style.position,
                style.visibility,
                style.opacity,
                style.transform,
                style.filter,
                style.pointerEvents,
                style.clipPath,
                style.zoom,
              ],
              onTop: document.elementFromPoint(x, y) === host,
            };
          },
          { x: close.x, y: close.y },
        );
        await page.mouse.click(close.x, close.y);
        expect(await waitForCard(page, false)).toBe(true);
        expect(await errors(page)).toEqual([]);
        return seen;
      };
      const neutral = await measure("hostile/neutral.html");
      expect(neutral.onTop).toBe(true);
      expect(neutral.size[0]).toBeGreaterThan(200);
      expect(await measure("hostile/important.html")).toEqual(neutral);
    });
  });

  describe("a page that changes whatever is changed", () => {
    test("goes on at its own pace, with little of our work", async () => {
      const { page, tabId } = await session().open("hostile/fights.html");
      expect(await errors(page)).toEqual([]);
      const rounds = () => page.evaluate(() => (window as unknown as { rounds: number }).rounds);
      const before = await rounds();
      const time = await measureOurTime(page, session().extension, () => pause(4_000));
      // The page draws 60 times a second; on a busy machine it may lose some of them, but not most.
      expect((await rounds()) - before).toBeGreaterThan(60);
      // Only Chromium tells whose time it was.
      if (time) expect(time.total / time.window).toBeLessThan(0.1);
      expect((await session().asker.ask("ui.page", { tabId })).state).toBe("article");
      expect(await errors(page)).toEqual([]);
    });

    test("keeps its markup", async () => {
      const shape = (markup: string) => markup.replace(/(id="first">[^<]*\.) ?</, "$1<");
      const plain = await session().openWithout("hostile/fights.html");
      const expected = shape(await markupWithoutHost(plain));
      await plain.close();
      const { page } = await session().open("hostile/fights.html");
      expect(shape(await markupWithoutHost(page))).toBe(expected);
    });
  });

  describe("a page that removes what it does not know", () => {
    test("gets its way, without a fight and without an error", async () => {
      const { page, tabId } = await session().open("hostile/removes-host.html");
      const marked = await allMarked(page);
      expect(marked).toEqual(expect.arrayContaining(names));
      const thrownOut = () => page.evaluate(() => (window as unknown as { thrownOut: number }).thrownOut);
      await openCard(page);
      await eventually(thrownOut, (count) => count > 0);
      await pause(2_500);
      // Whoever throws us out is not asked again and again.
      expect(await thrownOut()).toBeLessThan(4);
      expect(await cardIsOpen(page)).toBe(false);
      expect(await errors(page)).toEqual([]);
      await page.mouse.move(5, 5);
      await page.keyboard.press("Escape");
      expect(await allMarked(page)).toEqual(marked);
      expect((await session().asker.ask("ui.page", { tabId })).state).toBe("article");
      const plain = await session().openWithout("hostile/removes-host.html");
      expect(await markupWithoutHost(page)).toBe(await markupWithoutHost(plain));
    });
  });
});
