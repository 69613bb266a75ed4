import type { Day } from "../core/dataset/dates.ts";
import type { Settings } from "../core/settings.ts";
import type { Answers, Payload, TabCall } from "../messaging/protocol.ts";
import type { ChoicesStore } from "../storage/choices-store.ts";
import type { ChosenDates } from "../storage/chosen-dates.ts";
import type { DraftsStore } from "../storage/drafts-store.ts";
import type { NotesStore } from "../storage/notes-store.ts";
import type { PlacesStore } from "../storage/places-store.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import type { UpkeepStore } from "../storage/upkeep-store.ts";
import type { Backups } from "./backups.ts";
import type { DatasetService } from "./dataset-service.ts";
import type { Datasets } from "./datasets.ts";
import type { PrivateWindows } from "./private-windows.ts";

/** The browser's tabs, as far as the background needs them. */
export interface Tabs {
  /**
   * Without a frame: the script that has the article answers, in whichever frame it is.
   * @throws CallError when our script does not run in the tab.
   */
  call<N extends TabCall>(tabId: number, name: N, payload: Payload<N>, frameId?: number): Promise<Answers[N]>;
  /** Runs one of our files in a frame, or in all that we may run in; false when the browser does not allow it. */
  runScript(tabId: number, frameId: number | "all", file: string): Promise<boolean>;
  /** Without frames: in the tab's own document. */
  insertStyle(tabId: number, file: string, frames?: number | "all"): Promise<boolean>;
  /** The tab's address and title; the address is absent where we have no access. */
  about(tabId: number): Promise<{ url?: string; title?: string; inPrivate?: boolean }>;
  all(): Promise<number[]>;
  /** Brings the tab to the front of its window; a popup that is open beside it stays open. */
  show(tabId: number): Promise<void>;
  /** The tab, and its window before others. */
  showWithWindow(tabId: number): Promise<void>;
}

/** The origins that the reader granted beyond the listed sites. */
export interface Access {
  granted(): Promise<string[]>;
  mayRunOn(url: string): Promise<boolean>;
}

/** All that the handlers need, so that tests can hand them something else. */
export interface Services {
  dataset: DatasetService;
  datasets: Datasets;
  notes: NotesStore;
  upkeep: UpkeepStore;
  backups: Backups;
  drafts: DraftsStore;
  places: PlacesStore;
  settings: SettingsStore;
  choices: ChoicesStore;
  privateWindows: PrivateWindows;
  chosenDates: ChosenDates;
  tabs: Tabs;
  access: Access;
  /** The settings as they hold in an ordinary or in a private window. */
  settingsIn(inPrivate: boolean): Promise<Settings>;
  /** Switches marking on a page's host and tells the open pages. In a private window it holds there only. */
  switchSite(urlOrHost: string, on: boolean, inPrivate: boolean): Promise<Settings>;
  /** Lets the open pages ask for their mentions anew. */
  askAgain(): Promise<void>;
  /** Opens our options page in a tab, at a section. */
  openOptions(section: string): Promise<void>;
  /** Deletes all that lies in the extension's own areas: settings, choices, chosen dates. */
  clearAreas(): Promise<void>;
  saveSettings(change: Partial<Settings>): Promise<Settings>;
  today(): Day;
  /** ISO instant. */
  now(): string;
  newId(): string;
}
