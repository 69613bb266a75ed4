import type { Browser } from "webextension-polyfill";
import { report } from "../platform/report.ts";
import { pageFiles } from "./annotate-once.ts";
import type { Access, Tabs } from "./services.ts";

/**
 * Runs the page script in the tabs that were open while the extension was updated: what the old version left in
 * them is dead, and takes itself away when the new one starts. Only where the script would run by itself.
 */
export async function restartInOpenTabs(browser: Browser, tabs: Tabs, access: Access): Promise<void> {
  try {
    const { content_scripts = [] } = browser.runtime.getManifest() as {
      content_scripts?: { matches?: string[] }[];
    };
    const listed = content_scripts.flatMap(({ matches = [] }) => matches);
    const open = await browser.tabs.query({
      url: [...listed, ...(await access.granted())],
      discarded: false,
    });
    await Promise.all(
      open.map(async ({ id }) => {
        if (id === undefined) return;
        await tabs.insertStyle(id, pageFiles.style);
        await tabs.runScript(id, 0, pageFiles.script);
      }),
    );
  } catch (cause) {
    report("open tabs could not be taken over after the update", cause);
  }
}
