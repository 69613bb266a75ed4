import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BrowserKind, browserKinds } from "../../src/cli/browsers/find-browser.ts";
import {
  type OpenedExtension,
  openExtension,
  requireBrowser,
} from "../../src/cli/browsers/open-extension.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import {
  axeProblems,
  type ServedStage,
  serveStage,
  showState,
  stageStates,
} from "../support/stage/build-stage.ts";

/** How the interface may be looked at, by the means of each browser's driver. */
const looks = {
  light: {
    chromium: [{ name: "prefers-color-scheme", value: "light" }],
    firefox: { "layout.css.prefers-color-scheme.content-override": 1 },
  },
  dark: {
    chromium: [{ name: "prefers-color-scheme", value: "dark" }],
    firefox: { "layout.css.prefers-color-scheme.content-override": 0 },
  },
  "forced colours": {
    chromium: [{ name: "forced-colors", value: "active" }],
    firefox: { "browser.display.document_color_use": 2 },
  },
} as const;
const queries: Record<keyof typeof looks, string> = {
  light: "(prefers-color-scheme: light)",
  dark: "(prefers-color-scheme: dark)",
  "forced colours": "(forced-colors: active)",
};

const workedIn: Record<keyof typeof looks, BrowserKind> = {
  light: "chromium",
  dark: "chromium",
  "forced colours": "firefox",
};

let stage: ServedStage | undefined;
beforeAll(async () => {
  stage = await serveStage();
});
afterAll(() => stage?.close());

async function openLook(kind: BrowserKind, look: keyof typeof looks): Promise<[OpenedExtension, Page]> {
  const extension = await openExtension({
    browser: requireBrowser(kind),
    extension: builtFolder(kind),
    headless: true,
    viewport: { width: 1_000, height: 760 },
    firefoxPreferences: looks[look].firefox,
  });
  const page = await extension.browser.newPage();
  await stage?.open(page);
  if (kind === "chromium") {
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", { features: [...looks[look].chromium] });
  }
  return [extension, page];
}

describe.each(browserKinds)("every state of card, popup, options and welcome (%s)", (kind) => {
  test.each(Object.keys(looks) as (keyof typeof looks)[])(
    "has no axe violation in %s",
    async (look) => {
      const [extension, page] = await openLook(kind, look);
      try {
        expect(await page.evaluate((query) => matchMedia(query).matches, queries[look])).toBe(true);
        // Marks lie in the page's own text. What has to be brought about takes long, and is looked at once a look.
        const states = (await stageStates(page)).filter(
          ({ group, worked }) => group !== "marks" && (!worked || kind === workedIn[look]),
        );
        const groups = new Set(states.map(({ group }) => group));
        expect([...groups]).toEqual(expect.arrayContaining(["card", "popup", "options"]));
        const found: string[] = [];
        for (const { name } of states) {
          await showState(page, name);
          found.push(...(await axeProblems(page)).map((problem) => `${name}: ${problem}`));
        }
        expect(found).toEqual([]);
      } finally {
        await extension.close();
      }
    },
    180_000,
  );
});
