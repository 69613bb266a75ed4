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
