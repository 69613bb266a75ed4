import { expect, test } from "vitest";
import type { Browser } from "webextension-polyfill";
import { browserAccess, browserTabs } from "../../../src/background/browser-tabs.ts";

/** As Firefox: a pattern with a port is none. */
function firefoxWith(allowed: string): Browser {
  return {
    permissions: {
      contains: async ({ origins: [origin = ""] }: { origins: string[] }) => {
        if (/:\d/.test(origin)) throw new Error(`Invalid url pattern: ${origin}`);
        return origin === allowed;
      },
    },
  } as unknown as Browser;
}

test("an address with a port is asked about without it", async () => {
  const access = browserAccess(firefoxWith("https://news.example/*"));
  expect(await access.mayRunOn("https://news.example:8443/an-article")).toBe(true);
  expect(await access.mayRunOn("https://other.example:8443/")).toBe(false);
});

test.each([
  ["the user's, in Firefox", { css_origin: "user" }, "USER"],
  ["the page's, in Chromium, which paints no ground of a user's highlight", {}, "AUTHOR"],
])("a style that is inserted is laid in as by the manifest: %s", async (_, script, origin) => {
  const inserted: { origin?: string }[] = [];
  const browser = {
    runtime: { getManifest: () => ({ content_scripts: [script] }) },
    scripting: { insertCSS: async (injection: { origin?: string }) => inserted.push(injection) },
  } as unknown as Browser;
  await browserTabs(browser).insertStyle(7, "/assets/note-marks.css");
  expect(inserted).toEqual([{ target: { tabId: 7 }, files: ["/assets/note-marks.css"], origin }]);
});

test.each([
  ["the page script waits for its document", "/page.js", false],
  ["what a running page script asks for does not wait for the page's pictures", "/marker.js", true],
])("%s", async (_, file, injectImmediately) => {
  const asked: unknown[] = [];
  const scripting = { executeScript: async (injection: unknown) => asked.push(injection) };
  expect(await browserTabs({ scripting } as unknown as Browser).runScript(3, 0, file)).toBe(true);
  expect(asked).toEqual([{ target: { tabId: 3, frameIds: [0] }, files: [file], injectImmediately }]);
});
