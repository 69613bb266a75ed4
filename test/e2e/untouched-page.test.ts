import { describe, expect, test } from "vitest";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers } from "./support/browser-session.ts";
import { allMarked, markupWithoutHost } from "./support/read-page.ts";

interface ScriptingApi {
  scripting: { executeScript(injection: object): Promise<{ result?: unknown }[]> };
}

const pages = [
  "london-decision.html",
  "broken-names.html",
  "unmarkable.html",
  "dark-page.html",
  "albanian.html",
  "not-an-article.html",
];

inBrowsers("a page", (session) => {
  describe("is left byte for byte as it was", () => {
    test.each(pages)("%s", async (path) => {
      const { extension, site, asker } = session();
      const page = await extension.browser.newPage();
      await page.evaluateOnNewDocument(() => {
        addEventListener("DOMContentLoaded", () => {
          (window as unknown as { before: string }).before = document.documentElement.outerHTML;
        });
      });
      await page.goto(site.url(path));
      await page.bringToFront();
      const { entities } = await asker.settled(page.url());
      const name = (await allMarked(page))[0];
      if (entities.length > 0 && name) {
        const place = await placeOfText(page, name);
        if (place) await page.mouse.move(place.x, place.y, { steps: 3 });
        expect(await waitForCard(page, true)).toBe(true);
      }
      const before = await page.evaluate(() => (window as unknown as { before: string }).before);
      expect(before.length).toBeGreaterThan(500);
      expect(await markupWithoutHost(page)).toBe(before);
    });
  });

  test("has our host element outside of its body, and only when it names something", async () => {
    const { page } = await session().open("not-an-article.html");
    expect(await page.$("telecom-lens-card")).toBeNull();
    const article = await session().open("london-decision.html");
    const place = await placeOfText(article.page, "Raab", 0, "article");
    if (place) await article.page.mouse.move(place.x, place.y, { steps: 3 });
    expect(await waitForCard(article.page, true)).toBe(true);
    expect(await article.page.$("body telecom-lens-card")).toBeNull();
    expect(await article.page.$("html > telecom-lens-card")).not.toBeNull();
  });

  test("loads what marks it and opens cards only when it names something, and the card only when one is wanted", async () => {
    const { asker } = session();
    /** Which of our parts are there, in the world of our scripts. */
    const parts = (tabId: number) =>
      asker.page.evaluate(async (tab) => {
        const scope = globalThis as unknown as { browser?: ScriptingApi; chrome: ScriptingApi };
        const [frame] = await (scope.browser ?? scope.chrome).scripting.executeScript({
          target: { tabId: tab },
          func: () => Object.keys(globalThis).filter((key) => key.startsWith("telecomLens")),
        });
        return frame?.result;
      }, tabId);
    const plain = await session().extension.browser.newPage();
    await plain.goto(session().site.url("names-nothing.html"), { waitUntil: "load" });
    await plain.bringToFront();
    // Not asked by the popup, for which the page would be read.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await parts(await asker.tabIdOf(plain.url()))).toEqual(["telecomLensPage"]);
    const article = await session().open("london-decision.html");
    expect(await parts(article.tabId)).toEqual(["telecomLensPage", "telecomLensMarker"]);
    const place = await placeOfText(article.page, "Raab", 0, "article");
    if (place) await article.page.mouse.move(place.x, place.y, { steps: 3 });
    expect(await waitForCard(article.page, true)).toBe(true);
    expect(await parts(article.tabId)).toEqual(["telecomLensPage", "telecomLensMarker", "telecomLensCard"]);
  });

  test("cannot look into the card", async () => {
    const { page } = await session().open("london-decision.html");
    const place = await placeOfText(page, "Raab", 0, "article");
    if (place) await page.mouse.move(place.x, place.y, { steps: 3 });
    expect(await waitForCard(page, true)).toBe(true);
    const seen = await page.evaluate(() => {
      const host = document.querySelector("telecom-lens-card");
      return { root: host?.shadowRoot ?? null, text: host?.textContent };
    });
    expect(seen).toEqual({ root: null, text: "" });
  });
});
