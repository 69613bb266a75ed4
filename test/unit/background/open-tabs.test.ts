import { expect, test } from "vitest";
import type { Browser } from "webextension-polyfill";
import { restartInOpenTabs } from "../../../src/background/open-tabs.ts";
import type { Access, Tabs } from "../../../src/background/services.ts";

test("after an update the script starts in the open tabs that it may run in, style first", async () => {
  const asked: unknown[] = [];
  const done: string[] = [];
  const browser = {
    runtime: { getManifest: () => ({ content_scripts: [{ matches: ["*://*.listed.example/*"] }] }) },
    tabs: {
      query: async (query: unknown) => {
        asked.push(query);
        return [{ id: 3 }, {}, { id: 7 }];
      },
    },
  } as unknown as Browser;
  const tabs = {
    insertStyle: async (id: number, file: string) => done.push(`${id} ${file}`) > 0,
    runScript: async (id: number, frame: number, file: string) => done.push(`${id}.${frame} ${file}`) > 0,
  } as unknown as Tabs;
  const access = { granted: async () => ["*://granted.example/*"] } as unknown as Access;
  await restartInOpenTabs(browser, tabs, access);
  expect(asked).toEqual([{ url: ["*://*.listed.example/*", "*://granted.example/*"], discarded: false }]);
  expect(done.sort()).toEqual(["3 /assets/marks.css", "3.0 /page.js", "7 /assets/marks.css", "7.0 /page.js"]);
});
