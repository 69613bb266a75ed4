import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Answers, InterfaceCall, Payload } from "../messaging/protocol.ts";

/** A shortcut as the browser has it now; `keys` is empty when none is set. */
export interface Shortcut {
  name: string;
  /** What it does, in words. */
  does: string;
  keys: string;
}

export interface StorageFacts {
  /** Whether the browser keeps the data even when space gets short. */
  persisted: boolean;
  /** Bytes that are used and that may be used at most; null where the browser does not tell. */
  used: number | null;
  quota: number | null;
}

/** All that popup, options and welcome page need from the browser, so that tests can hand them something else. */
export interface InterfaceApi {
  /** Of the extension. */
  version: string;
  /** @throws CallError whose message is fit to be shown. */
  call<N extends InterfaceCall>(name: N, payload: Payload<N>): Promise<Answers[N]>;
  /** Asks the reader for access to sites. Must be called within a click, before anything is awaited. */
  requestOrigins(origins: string[]): Promise<boolean>;
  /**
   * Asks the reader for access to the address of updates and for waking up by itself, which the weekly check needs.
   * Must be called within a click, before anything is awaited.
   */
  requestUpdates(origins: string[]): Promise<boolean>;
  removeOrigins(origins: string[]): Promise<boolean>;
  /** Whether the browser gives access to all of these. */
  hasOrigins(origins: string[]): Promise<boolean>;
  /** The shortcuts of the extension's commands; empty where the browser has none (Android). */
  shortcuts(): Promise<Shortcut[]>;
  /** Opens the browser's own page for changing them; false when it has none that can be opened. */
  openShortcutSettings(): Promise<boolean>;
  /** The tab that the popup is about; undefined when there is none. */
  tabId(): Promise<number | undefined>;
  /**
   * Whether a press on the extension's button opened the popup. It lets the extension see the tab's address wherever extensions
   * may run at all; shown as a page, the popup has no such leave.
   */
  wasPressed: boolean;
  /** Whether the popup hides the page that it is about, as on a telephone. */
  coversPage(): Promise<boolean>;
  reloadTab(tabId: number): Promise<void>;
  /** Opens the options page, at one of its sections (`notes`) or at one note (`notes/ID`). */
  openOptions(section: string): Promise<void>;
  /** Closes the popup; does nothing where it is shown as a page. */
  close(): void;
  /** Hands the reader a file. A text is JSON; a blob says what it is. */
  download(fileName: string, content: string | Blob): void;
  /** Whether the extension may save files by itself, for backups. */
  mayDownload(): Promise<boolean>;
  /** Asks the reader for that. Must be called within a click, before anything is awaited. */
  requestDownload(): Promise<boolean>;
  /** What the browser says of the space for the extension's data. */
  storageFacts(): Promise<StorageFacts>;
  /** Asks the browser to keep the data even when space gets short; gives back whether it will. */
  persist(): Promise<boolean>;
  /** Puts a text on the clipboard. Rejects when the browser does not let it. */
  copy(text: string): Promise<void>;
  /** Calls back when settings, permissions or notes may have changed elsewhere; gives back how to stop. */
  onChange(listener: () => void): () => void;
  /** ISO instant. */
  now(): string;
}

const ApiContext = createContext<InterfaceApi | null>(null);

export const ApiProvider = ApiContext.Provider;

/** @throws Error outside an ApiProvider. */
export function useApi(): InterfaceApi {
  const api = useContext(ApiContext);
  if (!api) throw new Error("no ApiProvider above this component");
  return api;
}
