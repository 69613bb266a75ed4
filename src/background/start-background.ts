import type { Browser } from "webextension-polyfill";
import { hostOf } from "../core/site-host.ts";
import { answerCall, type Sender } from "../messaging/listen.ts";
import { report } from "../platform/report.ts";
import { today } from "../platform/today.ts";
import { createChosenDates } from "../storage/chosen-dates.ts";
import { createNotesStore } from "../storage/notes-store.ts";
import { openDatabase } from "../storage/open-database.ts";
import { createSettingsStore } from "../storage/settings-store.ts";
import { annotateOnce } from "./annotate-once.ts";
import { browserAccess, browserTabs } from "./browser-tabs.ts";
import { createDatasetService } from "./dataset-service.ts";
import { registerGrantedSites } from "./granted-sites.ts";
import { interfaceCalls } from "./interface-calls.ts";
import { pageCalls } from "./page-calls.ts";
import type { Services } from "./services.ts";

/**
 * The background's composition root. Every listener is registered before the first `await`: a worker that
 * is woken by an event loses it otherwise.
 */
export function startBackground(browser: Browser): void {
  const services = createServices(browser);
  const handlers = { ...pageCalls(services), ...interfaceCalls(services) };
  const gate = {
    extensionId: browser.runtime.id,
    extensionOrigin: browser.runtime.getURL(""),
    report,
  };
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
    answerCall(handlers, gate, message, sender),
  );

  const register = () => registerGrantedSites(browser, services.access);
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await register();
    await annotateOpenTabs(browser, services, origins);
  });
  browser.permissions.onRemoved.addListener(register);
  browser.runtime.onInstalled.addListener(async () => {
    await register();
    await createMenu(browser);
  });
  browser.runtime.onStartup.addListener(register);

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === noteMenu && tab?.id !== undefined) askForNote(services, tab.id);
  });
  browser.commands.onCommand.addListener((command) => runCommand(browser, services, command));
}

/** Pages of a newly granted site are annotated at once: the popup that asked may be gone by now. */
async function annotateOpenTabs(browser: Browser, services: Services, origins: string[]): Promise<void> {
  const tabs = origins.length > 0 ? await browser.tabs.query({ url: origins }) : [];
  await Promise.all(tabs.map(({ id }) => id !== undefined && annotateOnce(services.tabs, id)));
}

const noteMenu = "note-on-selection";

async function createMenu(browser: Browser): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: noteMenu,
    title: browser.i18n.getMessage("command_note"),
    contexts: ["selection"],
  });
}

async function runCommand(browser: Browser, services: Services, command: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  if (command === "note-on-selection") return askForNote(services, tab.id);
  const by = command === "next-mention" ? 1 : command === "previous-mention" ? -1 : undefined;
  if (by) await services.tabs.call(tab.id, "tab.step", { by }).catch((cause) => report(command, cause));
}

async function askForNote(services: Services, tabId: number): Promise<void> {
  await services.tabs
    .call(tabId, "tab.noteOnSelection", {})
    .catch((cause) => report("note on selection", cause));
}

function createServices(browser: Browser): Services {
  const settings = createSettingsStore(browser.storage.local);
  const tabs = browserTabs(browser);
  const saveSettings: Services["saveSettings"] = async (change) => {
    const saved = await settings.save(change);
    // Pages without our script reject; that is no news.
    const told = (await tabs.all()).map((id) =>
      tabs.call(id, "tab.refresh", { settings: saved }).catch(() => false),
    );
    await Promise.all(told);
    return saved;
  };
  return {
    dataset: createDatasetService(async (path) => {
      const response = await fetch(browser.runtime.getURL(path));
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.arrayBuffer();
    }),
    notes: createNotesStore(openDatabase),
    settings,
    chosenDates: createChosenDates(browser.storage.session),
    tabs,
    access: browserAccess(browser),
    saveSettings,
    switchSite: async (urlOrHost, on) => {
      const host = hostOf(urlOrHost) ?? urlOrHost;
      const { sitesOff } = await settings.load();
      const others = sitesOff.filter((site) => site !== host);
      return saveSettings({ sitesOff: on ? others : [...others, host] });
    },
    today: () => today(),
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
  };
}
