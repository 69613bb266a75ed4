import { statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { openAsker } from "../../src/cli/browsers/ask-extension.ts";
import { openExtension, requireBrowser, welcomePages } from "../../src/cli/browsers/open-extension.ts";
import { permitLocalPages } from "../../src/cli/browsers/permit-local-pages.ts";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { buildExtension, builtFolder, isBuildStale } from "../../src/cli/build-extension.ts";
import { servePages } from "../../src/cli/serve-pages.ts";
import type { NoteDraft, Passage } from "../../src/core/notes/note.ts";
import { askAsPage } from "../e2e/support/ask-as-page.ts";

const folder = resolve(import.meta.dirname, "../../.github");
const articles = resolve(import.meta.dirname, "../fixtures/articles");
/** Sharp on the screens that most have, and small enough for a README. */
const scale = 1.5;

const view = { width: 1_080, height: 800, deviceScaleFactor: scale };

/** Made-up notes, by the sample article that they are on. */
const notes: Record<string, Pick<NoteDraft, "body" | "tags" | "passage" | "entity">[]> = {
  "tirana-clean-network.html": [
    {
      body: "Named here by the newspaper. Check what the State Department’s own list says.",
      tags: ["clean network", "to check"],
      passage: passage("Huawei and ZTE are the two companies that it names as untrusted"),
    },
  ],
  "london-decision.html": [
    {
      body: "Compare with July 2020: what changed in six months, and who said so first?",
      tags: ["huawei"],
      entity: { id: "huawei", name: "Huawei", cardText: "" },
    },
    {
      body: "The cap in numbers.",
      tags: ["cap", "uk"],
      passage: passage("their share may not exceed 35 per cent"),
    },
  ],
};

/** The README's pictures: the built extension on the sample articles, its popup, its welcome page and its notes. */
export async function takeReadmePictures(): Promise<void> {
  if (isBuildStale("chromium")) buildExtension("chromium");
  const permitted = permitLocalPages(builtFolder("chromium"));
  const site = await servePages(articles);
  const extension = await openExtension({
    browser: requireBrowser("chromium"),
    extension: permitted.folder,
    headless: true,
    keepWelcome: true,
    chromiumSwitches: ["--hide-scrollbars"],
  });
  try {
    const [welcome] = await untilThere(() => welcomePages(extension));
    const asker = await openAsker(extension);
    const openArticle = async (path: string) => {
      const page = await extension.browser.newPage();
      await page.setViewport(view);
      await page.goto(site.url(path), { waitUntil: "load" });
      await page.bringToFront();
      await asker.settled(page.url());
      return page;
    };
    const pointAt = async (page: Page, text: string, occurrence: number) => {
      const place = await placeOfText(page, text, occurrence, "article");
      if (!place) throw new Error(`${page.url()} does not show ${text}`);
      // Near the window's upper end there is room for the whole card below.
      const above = 190;
      const moved = await page.evaluate((by) => {
        const before = scrollY;
        scrollBy({ top: by, behavior: "instant" });
        return scrollY - before;
      }, place.y - above);
      await page.mouse.move(place.x, place.y - moved, { steps: 3 });
      if (!(await waitForCard(page, true))) throw new Error(`${text} has no card`);
      await new Promise((done) => setTimeout(done, 300));
    };

    const light = await openArticle("london-decision.html");
    await pointAt(light, "Huawei", 2);
    await save(light, "card-light");
    const dark = await openArticle("dark-page.html");
    await pointAt(dark, "TikTok", 1);
    await save(dark, "card-dark");

    const tabId = await asker.tabIdOf(light.url());
    const popup = await extension.openExtensionPage(`popup.html?tab=${tabId}`);
    await popup.setViewport({ ...view, width: 380 });
    await popup.waitForSelector("table");
    await save(popup, "popup");

    await welcome?.bringToFront();
    await welcome?.setViewport({ ...view, width: 1_180, height: 812 });
    await welcome?.waitForFunction(() => CSS.highlights.size > 0);
    if (welcome) await save(welcome, "welcome");

    for (const [path, drafts] of Object.entries(notes)) {
      const article = await openArticle(path);
      const url = article.url();
      const onTab = await asker.tabIdOf(url);
      const { published } = (await asker.ask("ui.mentions", { tabId: onTab })) ?? {};
      const page = {
        url,
        title: (await article.title()).trim(),
        site: "The Sample Gazette",
        published: published?.day,
      };
      for (const draft of drafts) await askAsPage({ asker }, onTab, "page.saveNote", { ...draft, page });
      await article.close();
    }
    const options = await extension.openExtensionPage("options.html#notes");
    await options.setViewport({ ...view, height: 680 });
    await options.waitForSelector("main article");
    await save(options, "notes");
  } finally {
    await extension.close();
    await site.close();
    permitted.remove();
  }
}

function passage(quote: string): Passage {
  return { quote, prefix: "", suffix: "" };
}

async function save(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.webp`);
  await page.screenshot({ path: path as `${string}.webp`, type: "webp", quality: 80 });
  console.log(`${relative(process.cwd(), path)} (${Math.round(statSync(path).size / 1_000)} kB)`);
}

/** The welcome page opens a moment after the browser. */
async function untilThere(find: () => Promise<Page[]>): Promise<Page[]> {
  for (let look = 0; look < 100; look += 1) {
    const found = await find();
    if (found.length > 0) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("The welcome page did not open.");
}
