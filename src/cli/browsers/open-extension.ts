import { readFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { type FoundBrowser, findBrowser, howToInstall } from "./find-browser.ts";

export interface OpenOptions {
  browser: FoundBrowser;
  /** Folder of the built extension. */
  extension: string;
  headless: boolean;
  /** Folder of a profile to keep; without it the profile is temporary and removed on closing. */
  profile?: string;
  /** CSS pixels; null lets the window decide. */
  viewport?: { width: number; height: number } | null;
  /** Further preferences, Firefox only. */
  firefoxPreferences?: Record<string, unknown>;
  /** Further switches, Chromium only. */
  chromiumSwitches?: string[];
  /** Leaves the welcome page open, which a first installation opens in front of everything. */
  keepWelcome?: boolean;
}

export interface OpenedExtension {
  browser: Browser;
  kind: FoundBrowser["kind"];
  extensionId: string;
  /** Address of a file of the extension: `extensionUrl("options.html")`. */
  extensionUrl(path: string): string;
  /** Opens one of the extension's own pages and waits until it has loaded. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** The browser did not start. The message says what to do. */
export class BrowserFailure extends Error {
  override name = "BrowserFailure";
}

/** Firefox gives every profile its own; a fixed one lets us open the extension's pages by address. */
const firefoxUuid = "5c1e1f6a-0d0e-4f0a-9a51-7e1ec0a1e500";

/** Nothing here may talk to the network by itself: a test counts what leaves. */
const chromiumSwitches = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-domain-reliability",
  // Branded Chrome and Edge refuse unpacked extensions over the debugging pipe without it.
  "--enable-unsafe-extension-debugging",
];

const firefoxPreferences = {
  "app.normandy.enabled": false,
  "app.update.auto": false,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.search.update": false,
  "browser.newtabpage.activity-stream.feeds.topsites": false,
  "captivedetect.canonicalURL": "",
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.enabled": false,
  // A temporary add-on is removed when the browser ends; its notes must outlive that in restart tests.
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true,
};

/**
 * Starts a browser with the built extension in it.
 *
 * @throws BrowserFailure when the browser does not start or refuses the extension.
 */
export async function openExtension(options: OpenOptions): Promise<OpenedExtension> {
  try {
    const opened =
      options.browser.kind === "firefox" ? await openFirefox(options) : await openChromium(options);
    if (!options.keepWelcome) await closeWelcome(opened);
    return opened;
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    throw new BrowserFailure(
      `${options.browser.path} did not start with the extension: ${reason}\n` +
        "Try the other browser (--browser chromium, --browser firefox), or name another program in " +
        "CHROMIUM_PATH or FIREFOX_PATH.",
      { cause },
    );
  }
}

/** @throws BrowserFailure when none is installed. */
export function requireBrowser(kind: FoundBrowser["kind"]): FoundBrowser {
  const found = findBrowser(kind);
  if (found) return found;
  const name = kind === "firefox" ? "Firefox" : "Chromium, Chrome or Edge";
  throw new BrowserFailure(`No ${name} was found on this computer.\n${howToInstall([kind])}`);
}

async function openChromium(options: OpenOptions): Promise<OpenedExtension> {
  const root = process.getuid?.() === 0;
  const browser = await puppeteer.launch({
    executablePath: options.browser.path,
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: options.viewport ?? null,
    userDataDir: options.profile,
    args: [
      ...chromiumSwitches,
      ...(options.headless ? ["--disable-gpu"] : []),
      // Chromium refuses to sandbox itself when it runs as root.
      ...(root ? ["--no-sandbox"] : []),
      ...(options.chromiumSwitches ?? []),
    ],
  });
  try {
    const extensionId = await browser.installExtension(options.extension);
    const extensionUrl = (path: string) => `chrome-extension://${extensionId}/${path}`;
    return {
      browser,
      kind: "chromium",
      extensionId,
      extensionUrl,
      openExtensionPage: async (path) => {
        const page = await browser.newPage();
        await page.goto(extensionUrl(path), { waitUntil: "load" });
        return page;
      },
      close: () => browser.close(),
    };
  } catch (cause) {
    await browser.close();
    throw cause;
  }
}

async function openFirefox(options: OpenOptions): Promise<OpenedExtension> {
  const extensionId = geckoId(options.extension);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: options.browser.path,
    headless: options.headless,
    defaultViewport: options.viewport ?? null,
    userDataDir: options.profile,
    // Without it the driver may not open the extension's own pages.
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      ...firefoxPreferences,
      "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: firefoxUuid }),
      ...options.firefoxPreferences,
    },
  });
  try {
    await browser.installExtension(options.extension);
    const extensionUrl = (path: string) => `moz-extension://${firefoxUuid}/${path}`;
    return {
      browser,
      kind: "firefox",
      extensionId,
      extensionUrl,
      openExtensionPage: async (path) => {
        const page = await browser.newPage();
        // The driver never hears of the load of such a page, though it happens: look instead of waiting for it.
        void page.goto(extensionUrl(path), { timeout: 10_000 }).catch(() => undefined);
        await untilLoaded(page, extensionUrl(path));
        return page;
      },
      close: () => browser.close(),
    };
  } catch (cause) {
    await browser.close();
    throw cause;
  }
}

/**
 * Closes the welcome page as soon as it is there: it would take the front from whatever is opened next. On a
 * profile that knows the extension there may be none, so its absence is no failure.
 */
export async function closeWelcome(opened: OpenedExtension): Promise<void> {
  const deadline = Date.now() + 4_000;
  while (Date.now() < deadline) {
    const [welcome] = await welcomePages(opened);
    if (welcome) return welcome.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The tabs that show the welcome page. */
export async function welcomePages({ browser, extensionUrl }: OpenedExtension): Promise<Page[]> {
  const found: Page[] = [];
  for (const page of await browser.pages()) {
    // Firefox's driver does not know where a tab is that the extension opened; the tab does.
    const address = page.url().startsWith("http")
      ? page.url()
      : await page.evaluate(() => location.href).catch(() => page.url());
    if (address.startsWith(extensionUrl("welcome.html"))) found.push(page);
  }
  return found;
}

/** @throws Error when the page has not loaded after ten seconds. */
async function untilLoaded(page: Page, url: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    // Between two documents there is nothing to ask; the next round asks again.
    const state = await page.evaluate(() => [location.href, document.readyState]).catch(() => []);
    if (state[0] === url && state[1] === "complete") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not load`);
}

function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8")) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extension} is not a Firefox build: its manifest has no gecko id`);
  return id;
}
