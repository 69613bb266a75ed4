import type { Browser } from "webextension-polyfill";
import { report } from "../platform/report.ts";
import { noteOnSelection } from "./annotate-once.ts";
import type { Services } from "./services.ts";

/** Does what a shortcut of the manifest stands for, in the tab in front. */
export async function runCommand(browser: Browser, services: Services, command: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const tabId = tab?.id;
  if (tabId === undefined) return;
  const { tabs } = services;
  const commands = new Map<string, () => Promise<unknown>>([
    ["next-mention", () => tabs.call(tabId, "tab.step", { by: 1 })],
    ["previous-mention", () => tabs.call(tabId, "tab.step", { by: -1 })],
    ["open-card", () => tabs.call(tabId, "tab.openCard", {})],
    ["note-on-selection", () => noteOnSelection(tabs, tabId)],
  ]);
  // A page without our script has nobody to answer: that is no fault, but worth a line in our own console.
  await commands
    .get(command)?.()
    .catch((cause) => report(command, cause));
}

/** Does what the menu of a selection asks for: opens the form for a note on it. */
export async function askForNote({ tabs }: Services, tabId: number, frameId?: number): Promise<void> {
  await noteOnSelection(tabs, tabId, frameId).catch((cause) => report("note on selection", cause));
}
