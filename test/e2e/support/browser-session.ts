import type { Page } from "puppeteer-core";
import { afterEach, beforeAll, describe, expect, inject } from "vitest";
import { type Asker, openAsker } from "../../../src/cli/browsers/ask-extension.ts";
import { type BrowserKind, browserKinds } from "../../../src/cli/browsers/find-browser.ts";
import {
  closeWelcome,
  type OpenedExtension,
  type OpenOptions,
  openExtension,
  requireBrowser,
} from "../../../src/cli/browsers/open-extension.ts";
import { permitLocalPages } from "../../../src/cli/browsers/permit-local-pages.ts";
import { builtFolder } from "../../../src/cli/build-extension.ts";
import { type PageServer, servePages } from "../../../src/cli/serve-pages.ts";
import type { PageSummary } from "../../../src/messaging/protocol.ts";
import { everythingKept } from "./private-window.ts";

export interface Session {
  kind: BrowserKind;
  extension: OpenedExtension;
  /** Folder of the extension. */
  folder: string;
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
  const folder = options.extensionFolder ?? permitted?.folder ?? "";
  const site = await servePages(inject("siteFolder"));
  const start = () =>
    openExtension({
      browser: requireBrowser(kind),
      extension: folder,
      headless: true,
      viewport,
      ...options,
    });
  const extension = await start();
  const session: Session = {
    kind,
    extension,
    folder,
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

/** What a worker keeps of each browser from one test file to the next: to start one takes longer than most tests. */
interface SharedSession {
  session: Session;
  close(): Promise<void>;
  /** All that the extension keeps right after its installation. */
  atFirst: string;
  /** The test file that it is for. */
  file: string | undefined;
}
const shared = new Map<BrowserKind, Promise<SharedSession>>();
/** Those that run: the driver itself ends but one of two at an exit, and Vitest gives a worker no time for more. */
const running = new Set<Session>();
process.once("SIGTERM", () => {
  for (const { extension } of running) extension.browser.process()?.kill("SIGKILL");
  process.exit();
});

/** A browser as new, for one test file. It is closed with the worker. */
async function sessionFor(kind: BrowserKind, file: string | undefined): Promise<Session> {
  const before = await shared.get(kind)?.catch(() => undefined);
  if (before && (before.file === file || (await isRenewed(before)))) {
    before.file = file;
    return before.session;
  }
  if (before) {
    running.delete(before.session);
    await before.close().catch(() => undefined);
  }
  const starting = startShared(kind, file);
  shared.set(kind, starting);
  return (await starting).session;
}

async function startShared(kind: BrowserKind, file: string | undefined): Promise<SharedSession> {
  // Pages of one site share a process, which spares the start of one for every tab.
  const { session, close } = await startSession(kind, {
    chromiumSwitches: ["--disable-site-isolation-trials", "--process-per-site", "--renderer-process-limit=2"],
    firefoxPreferences: {
      "fission.autostart": false,
      "dom.ipc.processCount": 1,
      "dom.ipc.processPrelaunch.enabled": false,
      "extensions.webextensions.keepStorageOnUninstall": false,
    },
  });
  running.add(session);
  return { session, close, atFirst: await keptBy(session), file };
}

/** Installs the extension once more, and says whether nothing is left of what it kept before. */
async function isRenewed({ session, atFirst }: SharedSession): Promise<boolean> {
  try {
    const { browser, extensionId } = session.extension;
    await browser.uninstallExtension(extensionId);
    const [first, ...others] = await browser.pages();
    await Promise.all(others.map((page) => page.close()));
    await first?.goto("about:blank");
    await browser.installExtension(session.folder);
    await closeWelcome(session.extension);
    session.asker = await openAsker(session.extension);
    return (await keptBy(session)) === atFirst;
  } catch {
    return false;
  }
}

/** All records and settings that the extension keeps, as text. */
async function keptBy(session: Session): Promise<string> {
  // What the background writes down by itself when it begins is there then.
  await session.asker.ask("ui.backupState", {});
  const { settings, databases } = await everythingKept(session);
  const records = Object.entries(databases).filter(([, { length }]) => length > 0);
  return JSON.stringify([settings, records]);
}

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
      current = await sessionFor(kind, expect.getState().testPath);
    });
    afterEach(async () => {
      const pages = (await current?.extension.browser.pages()) ?? [];
      const opened = pages.filter((page) => page.url().startsWith("http"));
      await Promise.all(opened.map((page) => page.close()));
    });
    body(session);
  });
}
