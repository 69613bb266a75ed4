import type { Browser, Manifest } from "webextension-polyfill";
import { send } from "../messaging/send.ts";
import { openOwnPage } from "../platform/open-own-page.ts";
import type { InterfaceApi } from "./api.ts";

/** The extension's own pages in a real browser. */
export function browserApi(browser: Browser): InterfaceApi {
  // Opened as a page (on Firefox for Android, in tests) the popup names its tab in the address.
  const named = Number.parseInt(new URLSearchParams(location.search).get("tab") ?? "", 10);
  const isPage = !Number.isNaN(named);
  return {
    version: browser.runtime.getManifest().version,
    call: (name, payload) => send((envelope) => browser.runtime.sendMessage(envelope), name, payload),
    requestOrigins: (origins) => browser.permissions.request({ origins }),
    requestUpdates: (origins) =>
      browser.permissions.request({ origins, permissions: optional(browser, forUpdates) }),
    removeOrigins: (origins) => browser.permissions.remove({ origins }),
    hasOrigins: (origins) => browser.permissions.contains({ origins }),
    shortcuts: async () => {
      const commands = (await browser.commands?.getAll()) ?? [];
      return commands.flatMap(({ name, description, shortcut }) =>
        name && description ? [{ name, does: description, keys: shortcut ?? "" }] : [],
      );
    },
    openShortcutSettings: () => openShortcutSettings(browser),
    tabId: async () => {
      if (isPage) return named;
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      return tab?.id;
    },
    wasPressed: !isPage,
    // Android has no room for a popup beside its page; elsewhere the page stays in sight.
    coversPage: async () => isPage || (await browser.runtime.getPlatformInfo()).os === "android",
    reloadTab: (tabId) => browser.tabs.reload(tabId),
    openOptions: (section) => openOwnPage(browser, `options.html#${section}`),
    close: () => {
      if (!isPage) window.close();
    },
    download: saveFile,
    mayDownload: async () => {
      const permissions = optional(browser, forBackups);
      return permissions.length > 0 && browser.permissions.contains({ permissions });
    },
    requestDownload: async () => {
      const permissions = optional(browser, forBackups);
      // Safari knows none of them. (Nothing is awaited before the question: the browser asks within the click only.)
      return permissions.length > 0 && browser.permissions.request({ permissions });
    },
    storageFacts: async () => {
      const [persisted, { usage = null, quota = null }] = await Promise.all([
        navigator.storage.persisted(),
        navigator.storage.estimate(),
      ]);
      return { persisted, used: usage, quota };
    },
    persist: () => navigator.storage.persist(),
    copy: (text) => navigator.clipboard.writeText(text),
    onChange: (listener) => {
      const shown = () => {
        if (document.visibilityState === "visible") listener();
      };
      browser.storage.local.onChanged.addListener(listener);
      browser.permissions.onAdded.addListener(listener);
      browser.permissions.onRemoved.addListener(listener);
      // Notes tell nobody that they have changed; a page that was in the background asks again.
      document.addEventListener("visibilitychange", shown);
      return () => {
        browser.storage.local.onChanged.removeListener(listener);
        browser.permissions.onAdded.removeListener(listener);
        browser.permissions.onRemoved.removeListener(listener);
        document.removeEventListener("visibilitychange", shown);
      };
    },
    now: () => new Date().toISOString(),
  };
}

/** Saving files, and where a worker needs help to hold one, that help. */
const forBackups: readonly string[] = ["downloads", "offscreen"];
/** What the weekly check takes besides the address; Firefox has alarms without a question. */
const forUpdates: readonly string[] = ["alarms"];

/** Those of these permissions that this browser's manifest names as ones to be asked for. */
function optional(browser: Browser, wanted: readonly string[]): Manifest.OptionalPermission[] {
  const all = (browser.runtime.getManifest().optional_permissions ?? []) as Manifest.OptionalPermission[];
  return all.filter((permission) => wanted.includes(permission));
}

/** Firefox has a call for it, Chromium and its relatives an address that any of their pages may open. */
async function openShortcutSettings(browser: Browser): Promise<boolean> {
  const commands = browser.commands as { openShortcutSettings?(): Promise<void> } | undefined;
  try {
    if (commands?.openShortcutSettings) await commands.openShortcutSettings();
    else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
    return true;
  } catch {
    return false;
  }
}

/** A link and not `downloads`, which would be one more permission. */
function saveFile(fileName: string, content: string | Blob): void {
  const file = typeof content === "string" ? new Blob([content], { type: "application/json" }) : content;
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
