import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { permitLocalPages } from "../../src/cli/browsers/permit-local-pages.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { startSession } from "./support/browser-session.ts";
import { openInterface } from "./support/interface-page.ts";
import { allMarked } from "./support/read-page.ts";

const damages: [string, (folder: string) => void][] = [
  ["a broken dataset", (folder) => writeFileSync(join(folder, "dataset/facts.json"), '{"info": {')],
  ["a missing dataset", (folder) => rmSync(join(folder, "dataset/facts.json"))],
  [
    "a broken index of spellings",
    (folder) => writeFileSync(join(folder, "dataset/index.bin"), "TLIX and no more"),
  ],
];

describe.each(browserKinds)("with (%s)", (kind) => {
  test.each(damages)("%s, popup and options tell it and the page stays as it was", async (_, damage) => {
    const permitted = permitLocalPages(builtFolder(kind));
    damage(permitted.folder);
    const { session, close } = await startSession(kind, { extensionFolder: permitted.folder });
    try {
      const { page, summary, tabId } = await session.open("london-decision.html");
      expect(summary).toMatchObject({ state: "article", entities: [], dataset: null });
      expect(await allMarked(page)).toEqual([]);
      expect(await page.$("telecom-lens-card")).toBeNull();
      const popup = await openInterface(session.extension, `popup.html?tab=${tabId}`);
      await popup.shows("No dataset");
      const options = await openInterface(session.extension, "options.html#dataset");
      await options.shows("The dataset could not be loaded");
      await options.shows(/Reinstall the extension/);
    } finally {
      await close();
      permitted.remove();
    }
  });
});
