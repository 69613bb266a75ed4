import { expect, test } from "vitest";
import type { Browser } from "webextension-polyfill";
import { browserAccess } from "../../../src/background/browser-tabs.ts";

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
