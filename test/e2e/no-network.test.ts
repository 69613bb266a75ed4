import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { type Session, startSession } from "./support/browser-session.ts";
import { openInterface } from "./support/interface-page.ts";

/**
 * The browser gets a proxy that refuses everything and remembers what was asked for: whatever leaves the browser,
 * from the page, the background or the browser itself, has to come past here. This machine's own pages do not.
 */
describe.each(browserKinds)("the network (%s)", (kind) => {
  const asked: string[] = [];
  let proxy: Server | undefined;
  let current: { session: Session; close(): Promise<void> } | undefined;
  const session = () => {
    if (!current) throw new Error(`${kind} did not start`);
    return current.session;
  };

  beforeAll(async () => {
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(502).end();
    });
    server.on("connect", (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      socket.end("HTTP/1.1 502 Refused\r\n\r\n");
    });
    proxy = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    current = await startSession(kind, {
      chromiumSwitches: [`--proxy-server=http://127.0.0.1:${port}`],
      firefoxPreferences: {
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": port,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": port,
        "network.proxy.no_proxies_on": "",
        "network.proxy.allow_hijacking_localhost": false,
      },
    });
  });
  afterAll(async () => {
    await current?.close();
    proxy?.close();
  });

  test("would be seen if something used it", async () => {
    const page = await session().extension.browser.newPage();
    await page.goto("http://telecom-lens-test.invalid/seen", { timeout: 5_000 }).catch(() => undefined);
    expect(asked.join("\n")).toContain("telecom-lens-test.invalid");
    await page.close();
  });

  test("is not used when an article is opened, a card is shown, or popup and options are open", async () => {
    const { site } = session();
    // What the browser itself asks for just after its start is no business of ours.
    await quiet(asked);
    const before = asked.length;
    site.requests.length = 0;
    const { page, tabId } = await session().open("london-decision.html");
    for (const name of ["Huawei", "Pompeo", "Five Eyes"]) {
      const place = await placeOfText(page, name, 0, "article");
      if (place) await page.mouse.move(place.x, place.y, { steps: 3 });
      expect(await waitForCard(page, true)).toBe(true);
      await page.keyboard.press("Escape");
      await waitForCard(page, false);
    }
    const popup = await openInterface(session().extension, `popup.html?tab=${tabId}`);
    await popup.shows("Huawei");
    const options = await openInterface(session().extension, "options.html#dataset");
    await options.shows(/\d{4}\.\d+\.\d+/);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(asked.slice(before).filter((line) => !ownBusiness.test(line))).toEqual([]);
    // The site itself is asked for its page and stylesheet (and an icon, by the browser) and for nothing else.
    const expected = ["/london-decision.html", "/newspaper.css", "/favicon.ico"];
    expect(site.requests.filter((path) => !expected.includes(path))).toEqual([]);
    expect(site.requests.filter((path) => path === "/london-decision.html")).toHaveLength(1);
  });
});

/** Hosts that the browsers ask by themselves, with or without an extension. */
const ownBusiness =
  /(^|[ /.])(mozilla\.(com|org|net)|firefox\.com|google\.com|googleapis\.com|gvt1\.com|gstatic\.com)([:/]|$)/;

/** Waits until nothing new was asked for two seconds, ten at most. */
async function quiet(asked: string[]) {
  let seen = asked.length;
  let since = Date.now();
  const deadline = Date.now() + 10_000;
  while (Date.now() - since < 2_000 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (asked.length !== seen) since = Date.now();
    seen = asked.length;
  }
}
