/**
 * One browser with the extension in which every page can be opened on two sides: `with` under the name 127.0.0.1, where
 * the extension may run, and `without` under the name localhost, where it may not. Both are the same server, the
 * same browser and the same minute, so that what differs is ours.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import { type Asker, openAsker } from "../../../src/cli/browsers/ask-extension.ts";
import type { BrowserKind } from "../../../src/cli/browsers/find-browser.ts";
import {
  type OpenedExtension,
  openExtension,
  requireBrowser,
} from "../../../src/cli/browsers/open-extension.ts";
import { permitLocalPages } from "../../../src/cli/browsers/permit-local-pages.ts";
import { buildExtension, builtFolder, isBuildStale } from "../../../src/cli/build-extension.ts";
import { type PageServer, servePages } from "../../../src/cli/serve-pages.ts";

export type Side = "with" | "without";
export const sides: readonly Side[] = ["without", "with"];

export interface BothSides {
  kind: BrowserKind;
  extension: OpenedExtension;
  asker: Asker;
  site: PageServer;
  /** Address of a file of the folder, path parts as in the file system, on one side. */
  url(path: string, side: Side): string;
  /** Hosts that somebody in the browser wanted to reach beyond this machine. Each was refused. */
  refused: string[];
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export const viewport = { width: 1200, height: 900 };

export interface BothSidesOptions {
  /** Further preferences, Firefox only. */
  firefoxPreferences?: Record<string, unknown>;
}

/**
 * Builds the extension where the build is old, and starts the browser. Nothing reaches the network: whatever is
 * asked of another machine is refused by a proxy of ours, and noted.
 *
 * @param folder what is served.
 */
export async function openBothSides(
  kind: BrowserKind,
  folder: string,
  options: BothSidesOptions = {},
): Promise<BothSides> {
  if (isBuildStale(kind)) {
    console.error(`Building the extension for ${kind} …`);
    buildExtension(kind);
  }
  const permitted = permitLocalPages(builtFolder(kind), [], ["http://127.0.0.1/*"]);
  const site = await servePages(folder);
  const refused: string[] = [];
  const proxy = await startRefusing(refused);
  const { port } = proxy.address() as AddressInfo;
  const extension = await openExtension({
    browser: requireBrowser(kind),
    extension: permitted.folder,
    headless: true,
    viewport,
    chromiumSwitches: [
      `--proxy-server=http://127.0.0.1:${port}`,
      // A page that was left must be gone, or its memory could not be asked for.
      "--disable-features=BackForwardCache",
      "--disable-background-timer-throttling",
      "--disable-renderer-backgrounding",
    ],
    firefoxPreferences: {
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": port,
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": false,
      "browser.sessionhistory.max_total_viewers": 0,
      // Times are rounded to milliseconds against attacks; a bench wants what was measured.
      "privacy.reduceTimerPrecision": false,
      ...options.firefoxPreferences,
    },
  });
  const asker = await openAsker(extension);
  return {
    kind,
    extension,
    asker,
    site,
    refused,
    url: (path, side) => {
      const address = site.url(path.split(/[\\/]/).map(encodeURIComponent).join("/"));
      return side === "with" ? address : address.replace("127.0.0.1", "localhost");
    },
    newPage: async () => {
      const page = await extension.browser.newPage();
      await page.setViewport(viewport);
      return page;
    },
    close: async () => {
      await extension.close();
      await site.close();
      proxy.close();
      proxy.closeAllConnections();
      permitted.remove();
    },
  };
}

/** A proxy that refuses everything at once. @param asked gets each host. */
async function startRefusing(asked: string[]): Promise<Server> {
  const hostOf = (address = "") => URL.parse(address)?.hostname ?? address.replace(/:\d+$/, "");
  const server = createServer((request, response) => {
    asked.push(hostOf(request.url));
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    asked.push(hostOf(request.url));
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 502 Refused\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** Hosts that the browsers ask by themselves, with or without an extension. */
export const ownBusiness =
  /(^|\.)(mozilla\.(com|org|net)|firefox\.com|google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/;

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
