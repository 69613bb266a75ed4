import type { Browser, Page } from "puppeteer-core";
import { openAsker } from "../../../src/cli/browsers/ask-extension.ts";
import type { Session } from "./browser-session.ts";
import { eventually } from "./read-page.ts";

interface WindowsApi {
  windows: {
    create(what: { incognito: boolean; url: string }): Promise<{ id: number; tabs: { id: number }[] }>;
    remove(id: number): Promise<void>;
  };
}

/** Firefox's own addition to the driver's protocol, which puppeteer has no words for. */
interface BidiBrowser {
  connection: { send(method: string, parameters: object): Promise<unknown> };
}

export interface OpenedWindow {
  page: Page;
  tabId: number;
  close(): Promise<void>;
}

/** Lets the extension into private windows, as the reader does with a switch of the browser. It starts anew with that. */
export async function allowInPrivate(session: Session, folder: string): Promise<void> {
  const { browser } = session.extension;
  if (session.kind === "chromium") await browser.installExtension(folder, { enabledInIncognito: true });
  else await installInFirefox(browser, folder);
  session.asker = await openAsker(session.extension);
}

async function installInFirefox(browser: Browser, path: string): Promise<void> {
  await (browser as unknown as BidiBrowser).connection.send("webExtension.install", {
    extensionData: { type: "path", path },
    "moz:allowPrivateBrowsing": true,
  });
}

/** Opens a page in a window of its own, private or not, and waits until our script has finished with it. */
export async function openWindow(session: Session, path: string, incognito: boolean): Promise<OpenedWindow> {
  const { asker, extension, site } = session;
  const url = site.url(path);
  const { id, tabs } = await asker.page.evaluate(
    (what) => {
      const scope = globalThis as unknown as { browser?: WindowsApi; chrome: WindowsApi };
      return (scope.browser ?? scope.chrome).windows.create(what);
    },
    { url, incognito },
  );
  const [page] = await eventually(
    async () => (await extension.browser.pages()).filter((one) => one.url() === url),
    (found) => found.length > 0,
  );
  if (!page || !tabs[0]) throw new Error(`no window shows ${url}`);
  await page.bringToFront();
  await asker.settled(url);
  return {
    page,
    tabId: tabs[0].id,
    close: () =>
      asker.page.evaluate((windowId) => {
        const scope = globalThis as unknown as { browser?: WindowsApi; chrome: WindowsApi };
        return (scope.browser ?? scope.chrome).windows.remove(windowId);
      }, id),
  };
}

/**
 * All that the extension has written to the disk: its settings' area, and every record of every database, but for the
 * time at which the background looked for old deleted notes, whatever windows are open.
 */
export function everythingKept({
  asker,
}: Session): Promise<{ settings: Record<string, unknown>; databases: Record<string, unknown[]> }> {
  return asker.page.evaluate(async () => {
    type StorageApi = { storage: { local: { get(keys: null): Promise<Record<string, unknown>> } } };
    const scope = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases: Record<string, unknown[]> = {};
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = await done(database.transaction(store).objectStore(store).getAll());
        databases[`${name}/${store}`] = records.map(({ lastPurge: _, ...record }) => record);
      }
      database.close();
    }
    return { settings: await (scope.browser ?? scope.chrome).storage.local.get(null), databases };
  });
}
