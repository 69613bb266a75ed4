import { resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { type Asker, openAsker } from "../../src/cli/browsers/ask-extension.ts";
import {
  type OpenedExtension,
  openExtension,
  requireBrowser,
  welcomePages,
} from "../../src/cli/browsers/open-extension.ts";
import { permitLocalPages } from "../../src/cli/browsers/permit-local-pages.ts";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { buildExtension, builtFolder, isBuildStale } from "../../src/cli/build-extension.ts";
import { servePages } from "../../src/cli/serve-pages.ts";
import type { NoteDraft, Passage } from "../../src/core/notes/note.ts";
import { askAsPage } from "../e2e/support/ask-as-page.ts";

const articles = resolve(import.meta.dirname, "../fixtures/articles");

/** What the sample newspaper calls itself; the browser is told that this machine is its site. */
const newspaper = { name: "The Harbour Courier", host: "harbour-courier.example" };

/** Made-up notes of one article. */
export type SceneNote = Pick<NoteDraft, "body" | "tags" | "passage" | "entity">;

export interface View {
  width: number;
  height: number;
  deviceScaleFactor: number;
}

/** The built extension in Chromium, on the sample articles. */
export interface Scene {
  extension: OpenedExtension;
  asker: Asker;
  /** The page that the installation opened. */
  welcome: Page;
  /** Opens a sample article, in front, and waits for its marks. */
  openArticle(path: string, view: View): Promise<Page>;
  /** Rests the pointer on a mention, and waits for its card. It is scrolled to `above` pixels below the window's upper end. */
  pointAt(page: Page, text: string, occurrence: number, above?: number): Promise<void>;
  /** Writes notes on a sample article, as its reader would. */
  saveNotes(path: string, notes: readonly SceneNote[]): Promise<void>;
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  if (isBuildStale("chromium")) buildExtension("chromium");
  const permitted = permitLocalPages(builtFolder("chromium"), [`http://${newspaper.host}/*`]);
  const site = await servePages(articles);
  const extension = await openExtension({
    browser: requireBrowser("chromium"),
    extension: permitted.folder,
    headless: true,
    keepWelcome: true,
    chromiumSwitches: ["--hide-scrollbars", `--host-resolver-rules=MAP ${newspaper.host} 127.0.0.1`],
  });
  const close = async () => {
    await extension.close();
    await site.close();
    permitted.remove();
  };
  try {
    const welcome = await untilThere(() => welcomePages(extension));
    const asker = await openAsker(extension);
    const openArticle: Scene["openArticle"] = async (path, view) => {
      const page = await extension.browser.newPage();
      await page.setViewport(view);
      const address = new URL(site.url(path));
      address.hostname = newspaper.host;
      await page.goto(address.href, { waitUntil: "load" });
      await page.bringToFront();
      await asker.settled(page.url());
      return page;
    };
    return {
      extension,
      asker,
      welcome,
      openArticle,
      pointAt,
      saveNotes: async (path, notes) => {
        const article = await openArticle(path, { width: 1_080, height: 800, deviceScaleFactor: 1 });
        const url = article.url();
        const tabId = await asker.tabIdOf(url);
        const { published } = (await asker.ask("ui.mentions", { tabId })) ?? {};
        const page = {
          url,
          title: (await article.title()).trim(),
          site: newspaper.name,
          published: published?.day,
        };
        for (const note of notes) await askAsPage({ asker }, tabId, "page.saveNote", { ...note, page });
        await article.close();
      },
      close,
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** A passage that is found by its words alone. */
export function passage(quote: string): Passage {
  return { quote, prefix: "", suffix: "" };
}

// Near the window's upper end there is room for the whole card below.
const pointAt: Scene["pointAt"] = async (page, text, occurrence, above = 190) => {
  const place = await placeOfText(page, text, occurrence, "article");
  if (!place) throw new Error(`${page.url()} does not show ${text}`);
  const moved = await page.evaluate((by) => {
    const before = scrollY;
    scrollBy({ top: by, behavior: "instant" });
    return scrollY - before;
  }, place.y - above);
  await page.mouse.move(place.x, place.y - moved, { steps: 3 });
  if (!(await waitForCard(page, true))) throw new Error(`${text} has no card`);
  await new Promise((done) => setTimeout(done, 300));
};

/** The welcome page opens a moment after the browser. */
async function untilThere(find: () => Promise<Page[]>): Promise<Page> {
  for (let look = 0; look < 100; look += 1) {
    const [found] = await find();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("The welcome page did not open.");
}
