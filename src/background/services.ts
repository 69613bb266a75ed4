import type { Day } from "../core/dataset/dates.ts";
import type { Settings } from "../core/settings.ts";
import type { Answers, Payload, TabCall } from "../messaging/protocol.ts";
import type { ChosenDates } from "../storage/chosen-dates.ts";
import type { NotesStore } from "../storage/notes-store.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import type { DatasetService } from "./dataset-service.ts";

/** The browser's tabs, as far as the background needs them. */
export interface Tabs {
  /** @throws CallError when our script does not run in the tab. */
  call<N extends TabCall>(tabId: number, name: N, payload: Payload<N>): Promise<Answers[N]>;
  /** Runs one of our files in a frame; false when the browser does not allow it. */
  runScript(tabId: number, frameId: number, file: string): Promise<boolean>;
  insertStyle(tabId: number, file: string): Promise<boolean>;
  /** The tab's address and title, both absent where we have no access, and whether it is a private one. */
  about(tabId: number): Promise<{ url?: string; title?: string; incognito?: boolean }>;
  all(): Promise<number[]>;
  /** Brings the tab to the front. */
  show(tabId: number): Promise<void>;
}

/** The origins that the reader granted beyond the listed sites. */
export interface Access {
  granted(): Promise<string[]>;
  mayRunOn(url: string): Promise<boolean>;
}

/** All that the handlers need, so that tests can hand them something else. */
export interface Services {
  dataset: DatasetService;
  notes: NotesStore;
  settings: SettingsStore;
  chosenDates: ChosenDates;
  tabs: Tabs;
  access: Access;
  /** Switches marking on a page's host and tells the open pages. */
  switchSite(urlOrHost: string, on: boolean): Promise<Settings>;
  saveSettings(change: Partial<Settings>): Promise<Settings>;
  today(): Day;
  /** ISO instant. */
  now(): string;
  newId(): string;
}
