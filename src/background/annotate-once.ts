import type { Tabs } from "./services.ts";

/** Our files in a news page. The manifest lists the same two for the listed sites. */
export const pageFiles = { script: "/page.js", style: "/assets/marks.css" } as const;

/** Runs the page script in a tab where it does not run by itself; false when the browser forbids it. */
export async function annotateOnce(tabs: Tabs, tabId: number): Promise<boolean> {
  const already = await tabs.call(tabId, "tab.state", {}).then(
    () => true,
    () => false,
  );
  if (already) return true;
  await tabs.insertStyle(tabId, pageFiles.style);
  return tabs.runScript(tabId, 0, pageFiles.script);
}

/**
 * Opens the form for a note on what is selected in a tab, also where our script does not run by itself: the menu, the
 * shortcut and the popup's button give access to the tab. False when nothing is selected, or the browser forbids it.
 *
 * @param frameId the frame that the reader selected in, where that is known.
 */
export async function noteOnSelection(tabs: Tabs, tabId: number, frameId = 0): Promise<boolean> {
  const ask = () => tabs.call(tabId, "tab.noteOnSelection", {});
  const opened = await ask().catch(async () => (await annotateOnce(tabs, tabId)) && ask());
  if (opened || frameId === 0) return opened;
  await tabs.insertStyle(tabId, pageFiles.style, frameId);
  const runs = await tabs.runScript(tabId, frameId, pageFiles.script);
  return runs && tabs.call(tabId, "tab.noteOnSelection", { here: true }, frameId);
}
