import { expect, test } from "vitest";
import type { Browser } from "webextension-polyfill";
import { openOwnPage } from "../../../src/platform/open-own-page.ts";

interface Window {
  id: number;
  incognito: boolean;
}

/** @param windows the focused one first; none where the browser has no windows. */
async function openIn(windows?: Window[]): Promise<unknown[]> {
  const done: unknown[] = [];
  const browser = {
    runtime: { getURL: (path: string) => `extension://us/${path}` },
    tabs: { create: async (options: object) => done.push(["tab", options]) },
    windows: windows && {
      getLastFocused: async () => windows[0],
      getAll: async () => windows,
      create: async (options: object) => done.push(["window", options]),
      update: async (id: number) => done.push(["front", id]),
    },
  } as unknown as Browser;
  await openOwnPage(browser, "options.html#notes");
  return done;
}

const url = "extension://us/options.html#notes";

test.each([
  ["where there are no windows", undefined, [["tab", { url }]]],
  ["in the ordinary window in front", [{ id: 1, incognito: false }], [["tab", { url }]]],
  [
    "in the ordinary window behind a private one",
    [
      { id: 2, incognito: true },
      { id: 1, incognito: false },
    ],
    [
      ["tab", { url, windowId: 1 }],
      ["front", 1],
    ],
  ],
  [
    "in a new ordinary window when there are private ones alone",
    [{ id: 2, incognito: true }],
    [["window", { url, incognito: false }]],
  ],
])("a page of ours is opened %s", async (_, windows, done) => {
  expect(await openIn(windows)).toEqual(done);
});
