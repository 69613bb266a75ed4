import { expect, test } from "vitest";
import { pageCalls } from "../../../src/background/page-calls.ts";
import type { Services } from "../../../src/background/services.ts";

test("“off on this site” is taken back for the page's own site, and for no other", async () => {
  const switched: unknown[] = [];
  const services = {
    switchSite: async (site: string, on: boolean) => void switched.push([site, on]),
  } as unknown as Services;
  const calls = pageCalls(services);
  expect(await calls["page.siteOn"]({}, { tab: { url: "https://news.example/a" } })).toBe(true);
  expect(await calls["page.siteOn"]({}, { tab: {} })).toBe(false);
  expect(switched).toEqual([["https://news.example/a", true]]);
});
