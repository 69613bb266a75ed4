import type { Browser } from "webextension-polyfill";
import { noVersion } from "../core/dataset/no-version.ts";
import { hostOf } from "../core/site-host.ts";
import { type DatasetEvent, datasetChannel } from "../messaging/dataset-channel.ts";
import { answerCall, type Sender } from "../messaging/listen.ts";
import { openChannel } from "../platform/channel.ts";
import { openOwnPage } from "../platform/open-own-page.ts";
import { report } from "../platform/report.ts";
import { today } from "../platform/today.ts";
import { createChoicesStore } from "../storage/choices-store.ts";
import { createChosenDates } from "../storage/chosen-dates.ts";
import { openDatasetsDatabase } from "../storage/datasets-database.ts";
import { createDatasetsStore } from "../storage/datasets-store.ts";
import { createDraftsStore } from "../storage/drafts-store.ts";
import { createHandedFiles } from "../storage/handed-files.ts";
import { openNotesChannel, tellingStore } from "../storage/notes-changes.ts";
import { createNotesStore } from "../storage/notes-store.ts";
import { openDatabase } from "../storage/open-database.ts";
import { createPlacesStore, openPlacesChannel } from "../storage/places-store.ts";
import { createSettingsStore } from "../storage/settings-store.ts";
import { createUpkeepStore } from "../storage/upkeep-store.ts";
import { annotateOnce } from "./annotate-once.ts";
import { createBackups } from "./backups.ts";
import { browserAccess, browserTabs } from "./browser-tabs.ts";
import { choiceCalls } from "./choice-calls.ts";
import { createDatasets } from "./datasets.ts";
import { withFileAddress } from "./file-address.ts";
import { registerGrantedSites } from "./granted-sites.ts";
import { interfaceCalls } from "./interface-calls.ts";
import { noteCalls } from "./note-calls.ts";
import { followInNotes, noteChanges } from "./note-changes.ts";
import { noteEdits } from "./note-edits.ts";
import { restartInOpenTabs } from "./open-tabs.ts";
import { packageCalls } from "./package-calls.ts";
import { pageCalls, settingsForPage } from "./page-calls.ts";
import { createPrivateWindows, sitesOffInPrivate } from "./private-windows.ts";
import { askForNote, runCommand } from "./run-command.ts";
import { type Downloads, saveDownload } from "./save-download.ts";
import type { Services } from "./services.ts";
import { type Alarms, updateAlarm } from "./update-alarm.ts";

interface GuardedArea {
  setAccessLevel?(access: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
}

/**
 * The background's composition root. Every listener is registered before the first `await`: a worker that
 * is woken by an event loses it otherwise.
 */
export function startBackground(browser: Browser): void {
  const services = createServices(browser);
  const handlers = {
    ...pageCalls(services),
    ...interfaceCalls(services),
    ...choiceCalls(services),
    ...noteChanges(services),
    ...noteEdits(services),
    ...noteCalls(services),
    ...packageCalls(services),
  };
  const gate = {
    extensionId: browser.runtime.id,
    extensionOrigin: browser.runtime.getURL(""),
    report,
  };
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
    answerCall(handlers, gate, message, sender),
  );

  const register = () => registerGrantedSites(browser, services.access);
  const listenToAlarms = onceAllowed(browser, services);
  listenToAlarms();
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    listenToAlarms();
    void services.datasets.keepAlarm();
    await register();
    await annotateOpenTabs(browser, services, origins);
  });
  browser.permissions.onRemoved.addListener(register);
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    // First of all: what follows may take long, and nobody waits for it.
    if (reason === "install") void openWelcome(browser);
    await register();
    if (reason === "update") await restartInOpenTabs(browser, services.tabs, services.access);
    await createMenu(browser);
    // The bundled dataset may have come with it. Last of all: there may be thousands of notes.
    if (reason === "update") await followInNotes(services);
  });
  browser.runtime.onStartup.addListener(register);

  watchPrivateWindows(browser, services);
  // Only Chromium lets scripts in pages read the storage at all, unless it is told not to.
  void (browser.storage.local as GuardedArea).setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === noteMenu && tab?.id !== undefined) askForNote(services, tab.id, info.frameId);
  });
  browser.commands.onCommand.addListener((command) => runCommand(browser, services, command));

  // Whenever the background was woken: whoever woke it must not wait for this.
  setTimeout(() => {
    void services.backups.daily();
    void services.datasets.keepAlarm();
  }, dailyAfter);
}

/** Milliseconds after the background has woken; it sleeps again after thirty seconds. */
const dailyAfter = 5_000;

/** Listens to the alarm of updates, once: Chromium has alarms only after they were allowed. */
function onceAllowed(browser: Browser, { datasets }: Services): () => void {
  let listening = false;
  return () => {
    const { alarms } = browser as { alarms?: Browser["alarms"] };
    if (!alarms || listening) return;
    listening = true;
    // What it gives back is waited for: the background is not stopped before.
    alarms.onAlarm.addListener(({ name }) => (name === updateAlarm ? datasets.onAlarm() : undefined));
  };
}

/** Milliseconds: the background is stopped after thirty seconds without a call of the browser. */
const awakeEvery = 20_000;

function stayAwake(browser: Browser): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), awakeEvery);
  return () => clearInterval(timer);
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

/** Once, after the very first installation; never after an update. The options page opens it again. */
async function openWelcome(browser: Browser): Promise<void> {
  await browser.tabs
    .create({ url: browser.runtime.getURL("welcome.html") })
    .catch((cause) => report("the welcome page could not be opened", cause));
}

/** Forgets what was chosen in private windows as soon as none is left. */
function watchPrivateWindows(browser: Browser, services: Services): void {
  const closed = async () => {
    const tabs = await browser.tabs.query({});
    if (!tabs.some(({ incognito }) => incognito)) await services.privateWindows.forget();
  };
  // Firefox for Android has tabs and no windows.
  (browser.windows?.onRemoved ?? browser.tabs.onRemoved).addListener(
    () => void closed().catch((cause) => report("private choices could not be forgotten", cause)),
  );
}

/** Saves a backup in a folder of its own among the downloads. */
async function saveBackup(browser: Browser, fileName: string, text: string): Promise<string> {
  // There only once the reader has allowed it.
  const downloads = browser.downloads as Downloads | undefined;
  if (!downloads) {
    throw new Error(
      "The browser does not allow the extension to save files by itself. Switch automatic backups on again, or back up by hand.",
    );
  }
  const file = new Blob([text], { type: "application/json" });
  return withFileAddress(browser, file, (url) =>
    saveDownload(downloads, { url, fileName: `telecom-lens/${fileName}`, bytes: file.size }, pause),
  );
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function createServices(browser: Browser): Services {
  const settings = createSettingsStore(browser.storage.local);
  const tabs = browserTabs(browser);
  const choices = createChoicesStore(browser.storage.local);
  const privateWindows = createPrivateWindows(browser.storage.session);
  const settingsIn: Services["settingsIn"] = async (inPrivate) => {
    const kept = await settings.load();
    if (!inPrivate) return kept;
    return { ...kept, sitesOff: sitesOffInPrivate(kept.sitesOff, await privateWindows.sites()) };
  };
  const tellPages = async () => {
    const told = (await tabs.all()).map(async (id) => {
      const { inPrivate = false, url = "" } = await tabs.about(id);
      // Pages without our script reject; that is no news.
      return tabs
        .call(id, "tab.refresh", settingsForPage(await settingsIn(inPrivate), url))
        .catch(() => false);
    });
    await Promise.all(told);
  };
  const saveSettings: Services["saveSettings"] = async (change) => {
    const saved = await settings.save(change);
    if (change.automaticUpdate !== undefined) await datasets.keepAlarm();
    await tellPages();
    return saved;
  };
  const now = () => new Date().toISOString();
  const channel = openChannel<DatasetEvent>(datasetChannel);
  const datasets = createDatasets({
    read: async (path) => {
      const response = await fetch(browser.runtime.getURL(path));
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.arrayBuffer();
    },
    store: createDatasetsStore(openDatasetsDatabase),
    handed: createHandedFiles(openDatasetsDatabase),
    settings,
    mayAsk: (access) => browser.permissions.contains({ origins: [access] }),
    alarms: () => (browser as { alarms?: Alarms }).alarms,
    extension: browser.runtime.getManifest().version,
    stayAwake: () => stayAwake(browser),
    tell: channel.tell,
    switched: async () => {
      channel.tell({ changed: true });
      await services.askAgain();
      await followInNotes(services);
    },
    now,
  });
  const dataset = datasets.service;
  const places = createPlacesStore(openDatabase);
  const placesChannel = openPlacesChannel();
  const notes = tellingStore(createNotesStore(openDatabase), openNotesChannel().tell);
  const upkeep = createUpkeepStore(openDatabase);
  const services: Services = {
    dataset,
    datasets,
    notes,
    upkeep,
    backups: createBackups({
      notes,
      upkeep,
      settings,
      datasetVersion: () =>
        dataset.load().then(
          ({ catalogue }) => catalogue.info.version,
          () => noVersion,
        ),
      save: (fileName, text) => saveBackup(browser, fileName, text),
      now,
    }),
    drafts: createDraftsStore(openDatabase),
    places: {
      ...places,
      put: async (those) => {
        await places.put(those);
        placesChannel.tell("changed");
      },
    },
    settings,
    choices,
    privateWindows,
    settingsIn,
    askAgain: () => tellPages().catch((cause) => report("open pages could not be told", cause)),
    chosenDates: createChosenDates(browser.storage.session),
    tabs,
    access: browserAccess(browser),
    saveSettings,
    openOptions: (section) => openOwnPage(browser, `/options.html#${section}`),
    switchSite: async (urlOrHost, on, inPrivate) => {
      const host = hostOf(urlOrHost) ?? urlOrHost;
      if (inPrivate) {
        await privateWindows.switchSite(host, on);
        await tellPages();
        return settingsIn(true);
      }
      const { sitesOff } = await settings.load();
      const others = sitesOff.filter((site) => site !== host);
      return saveSettings({ sitesOff: on ? others : [...others, host] });
    },
    clearAreas: async () => {
      await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
    },
    today: () => today(),
    now,
    newId: () => crypto.randomUUID(),
  };
  return services;
}
