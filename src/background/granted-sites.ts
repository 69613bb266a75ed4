import type { Browser } from "webextension-polyfill";
import { report } from "../platform/report.ts";
import { pageFiles } from "./annotate-once.ts";
import type { Access } from "./services.ts";

const scriptId = "granted-sites";

/**
 * Keeps the page script registered for exactly the origins that the reader granted. Called at every start
 * and whenever permissions change, so that a lost registration heals itself.
 */
export async function registerGrantedSites(browser: Browser, access: Access): Promise<void> {
  try {
    const matches = await access.granted();
    const known = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
    if (matches.length === 0) {
      if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
      return;
    }
    const listed = browser.runtime.getManifest().content_scripts?.flatMap((script) => script.matches) ?? [];
    const script = {
      id: scriptId,
      matches,
      // The manifest runs it there already; with all pages granted it would run twice.
      excludeMatches: listed,
      js: [pageFiles.script],
      css: [pageFiles.style],
      runAt: "document_end" as const,
      persistAcrossSessions: true,
    };
    const register = async (wanted: typeof script) => {
      if (known.length > 0) await browser.scripting.updateContentScripts([wanted]);
      else await browser.scripting.registerContentScripts([wanted]);
    };
    // As in the manifest (0014-marks-in-shadow-trees). Chromium, and Firefox before it knew this, refuse what they do not know.
    const asUser = { ...script, cssOrigin: "user" };
    await register(asUser).catch(() => register(script));
  } catch (cause) {
    report("the sites that were added could not be registered", cause);
  }
}
