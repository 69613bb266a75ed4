import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, inject } from "vitest";
import { type Asker, openAsker } from "../../../src/cli/browsers/ask-extension.ts";
import { type BrowserKind, browserKinds } from "../../../src/cli/browsers/find-browser.ts";
import {
  type OpenedExtension,
  type OpenOptions,
  openExtension,
  requireBrowser,
} from "../../../src/cli/browsers/open-extension.ts";
import { permitLocalPages } from "../../../src/cli/browsers/permit-local-pages.ts";
import { builtFolder } from "../../../src/cli/build-extension.ts";
import { type PageServer, servePages } from "../../../src/cli/serve-pages.ts";
import type { PageSummary } from "../../../src/messaging/protocol.ts";

export interface Session {
  kind: BrowserKind;
  extension: OpenedExtension;
  site: PageServer;
  asker: Asker;
  /** Opens a sample page in a tab of its own, in front, and waits until our script has finished with it. */
  open(path: string): Promise<{ page: Page; summary: PageSummary; tabId: number }>;
  /** Opens the same page where the extension may not run: under another name of this machine. */
  openWithout(path: string): Promise<Page>;
  /** Closes the browser and opens it again on the same profile. */
  restart(): Promise<void>;
}

export interface SessionOptions extends Partial<OpenOptions> {
  /** Folder of the extension instead of the build that may run on this machine's pages. */
  extensionFolder?: string;
}

export const viewport = { width: 1200, height: 900 };

/** Where the extension may run. `localhost` is left out: there a page is as it is without us. */
const permittedHosts = ["http://127.0.0.1/*"];

/** Starts a browser with the extension, and the site of sample pages. The caller closes both with `close`. */
export async function startSession(
  kind: BrowserKind,
  options: SessionOptions = {},
): Promise<{ session: Session; close(): Promise<void> }> {
  const permitted = options.extensionFolder ? null : permitLocalPages(builtFolder(kind), [], permittedHosts);
  const site = await servePages(inject("siteFolder"));
  const start = () =>
    openExtension({
      browser: requireBrowser(kind),
      extension: options.extensionFolder ?? permitted?.folder ?? "",
      headless: true,
      viewport,
      ...options,
    });
  const extension = await start();
  const session: Session = {
    kind,
    extension,
    site,
    asker: await openAsker(extension),
    open: async (path) => {
      const page = await session.extension.browser.newPage();
      await page.setViewport(viewport);
      await page.goto(session.site.url(path), { waitUntil: "load" });
      await page.bringToFront();
      const summary = await session.asker.settled(page.url());
      return { page, summary, tabId: await session.asker.tabIdOf(page.url()) };
    },
    openWithout: async (path) => {
      const page = await session.extension.browser.newPage();
      await page.setViewport(viewport);
      await page.goto(session.site.url(path).replace("127.0.0.1", "localhost"), { waitUntil: "load" });
      await page.bringToFront();
      return page;
    },
    restart: async () => {
      await session.extension.close();
      session.extension = await start();
      session.asker = await openAsker(session.extension);
    },
  };
  return {
    session,
    close: async () => {
      await session.extension.close();
      await site.close();
      permitted?.remove();
    },
  };
}

/** The browsers of the file that runs. */
const started = new Map<BrowserKind, ReturnType<typeof startSession>>();
afterAll(async () => {
  // One that did not start has failed the tests that wanted it.
  for (const starting of started.values()) await (await starting.catch(() => undefined))?.close();
});

/** Describes tests that run in each browser, with one browser for all of them in a file and a fresh tab for each. */
export function inBrowsers(
  name: string,
  body: (session: () => Session) => void,
  kinds: readonly BrowserKind[] = browserKinds,
): void {
  describe.each(kinds)(`${name} (%s)`, (kind) => {
    let current: Session | undefined;
    const session = () => {
      if (!current) throw new Error(`${kind} did not start`);
      return current;
    };
    beforeAll(async () => {
      const starting = started.get(kind) ?? startSession(kind);
      started.set(kind, starting);
      current = (await starting).session;
    });
    afterEach(async () => {
      const pages = (await current?.extension.browser.pages()) ?? [];
      const opened = pages.filter((page) => page.url().startsWith("http"));
      await Promise.all(opened.map((page) => page.close()));
    });
    body(session);
  });
}
