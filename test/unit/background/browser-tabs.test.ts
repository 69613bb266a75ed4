import { expect, test } from "vitest";
import type { Browser } from "webextension-polyfill";
import { browserTabs } from "../../../src/background/browser-tabs.ts";

test.each([
  ["the page script waits for its document", "/page.js", false],
  ["what a running page script asks for does not wait for the page's pictures", "/marker.js", true],
])("%s", async (_, file, injectImmediately) => {
  const asked: unknown[] = [];
  const scripting = { executeScript: async (injection: unknown) => asked.push(injection) };
  expect(await browserTabs({ scripting } as unknown as Browser).runScript(3, 0, file)).toBe(true);
  expect(asked).toEqual([{ target: { tabId: 3, frameIds: [0] }, files: [file], injectImmediately }]);
});
