import { expect, test } from "vitest";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { budgets } from "../bench/browser/budgets.ts";
import { gzipped, manifestStyles, noteLoadedFiles, quiet } from "../bench/browser/loaded-files.ts";
import { inBrowsers, type Session } from "./support/browser-session.ts";

/** Which of our files a page has loaded before and after its first card. */
async function loading({ extension, site, asker }: Session, path: string, hover?: string) {
  const page = await extension.browser.newPage();
  const noted = await noteLoadedFiles(page, extension);
  await page.goto(site.url(path), { waitUntil: "load" });
  await page.bringToFront();
  // The popup's question would load what the page itself does not need.
  await new Promise((resolve) => setTimeout(resolve, quiet));
  const before = [...new Set(noted.files)];
  const { entities } = await asker.settled(page.url());
  if (hover) {
    const place = await placeOfText(page, hover, 0, "article");
    if (place) await page.mouse.move(place.x, place.y, { steps: 3 });
    expect(await waitForCard(page, true)).toBe(true);
  }
  return { before, after: [...new Set(noted.files)], named: entities.length };
}

// Both packages hold the same files, and only Chromium tells which of them a page has loaded.
inBrowsers(
  "what a page has to load",
  (session) => {
    const size = (files: string[]) => gzipped(builtFolder("chromium"), files);

    test(`without a mention is one script of at most ${budgets.pageScript.limit} kB`, async () => {
      const { before, named } = await loading(session(), "names-nothing.html");
      expect(named).toBe(0);
      expect(before).toEqual(["page.js"]);
      expect(size(before)).toBeLessThanOrEqual(budgets.pageScript.limit);
    });

    test(`with mentions is at most ${budgets.beforeHover.limit} kB before the first hover`, async () => {
      const { before } = await loading(session(), "london-decision.html");
      const styles = manifestStyles(builtFolder("chromium"));
      expect(size([...before, ...styles]), before.join(", ")).toBeLessThanOrEqual(budgets.beforeHover.limit);
    });

    test(`of the card is at most ${budgets.card.limit} kB`, async () => {
      const { before, after } = await loading(session(), "london-decision.html", "Huawei");
      const card = after.filter((file) => !before.includes(file));
      expect(card).toEqual(["card.js"]);
      expect(size(card)).toBeLessThanOrEqual(budgets.card.limit);
    });

    test(`for the marks of its notes is at most ${budgets.notes.limit} kB`, () => {
      expect(size(["notes.js"])).toBeLessThanOrEqual(budgets.notes.limit);
    });

    test(`for the first note with Markdown is at most ${budgets.markdown.limit} kB`, () => {
      expect(size(["markdown.js"])).toBeLessThanOrEqual(budgets.markdown.limit);
    });
  },
  ["chromium"],
);
