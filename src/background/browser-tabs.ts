import type { Browser } from "webextension-polyfill";
import { send } from "../messaging/send.ts";
import { report } from "../platform/report.ts";
import { pageFiles } from "./annotate-once.ts";
import type { Access, Tabs } from "./services.ts";

/** Tabs as the browser has them. */
export function browserTabs(browser: Browser): Tabs {
  /** As what our styles are laid into a page, the same way as by the manifest: src/decisions/0014-marks-in-shadow-trees.md */
  const styleOrigin = () => {
    const { content_scripts = [] } = browser.runtime.getManifest();
    const isUsers = content_scripts.some((script) => "css_origin" in script && script.css_origin === "user");
    return isUsers ? "USER" : "AUTHOR";
  };
  return {
    call: (tabId, name, payload, frameId) =>
      send(
        (envelope) =>
          frameId === undefined
            ? browser.tabs.sendMessage(tabId, envelope)
            : browser.tabs.sendMessage(tabId, envelope, { frameId }),
        name,
        payload,
      ),
    runScript: async (tabId, frameId, file) => {
      try {
        const frames = frameId === "all" ? { allFrames: true } : { frameIds: [frameId] };
        await browser.scripting.executeScript({
          target: { tabId, ...frames },
          files: [file],
          // All others are asked for by the page script, and so by a document that can be read: a browser left to itself
          // waits for the page's pictures as well (Chromium for a fifth of a second).
          injectImmediately: file !== pageFiles.script,
        });
        return true;
      } catch (cause) {
        report(`${file} could not run in tab ${tabId}`, cause);
        return false;
      }
    },
    insertStyle: async (tabId, file, frames) => {
      try {
        const within = frames === "all" ? { allFrames: true } : frames ? { frameIds: [frames] } : {};
        const target = { tabId, ...within };
        await browser.scripting.insertCSS({ target, files: [file], origin: styleOrigin() });
        return true;
      } catch (cause) {
        report(`${file} could not be added to tab ${tabId}`, cause);
        return false;
      }
    },
    about: async (tabId) => {
      const tab = await browser.tabs.get(tabId).catch(() => undefined);
      return { url: tab?.url, title: tab?.title, inPrivate: tab?.incognito };
    },
    show: async (tabId) => {
      await browser.tabs.update(tabId, { active: true });
    },
    showWithWindow: async (tabId) => {
      const tab = await browser.tabs.update(tabId, { active: true });
      // Firefox for Android has no windows.
      if (tab?.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
    },
    all: async () => (await browser.tabs.query({})).flatMap(({ id }) => id ?? []),
  };
}

/** Origins that the reader granted, beyond those that the manifest lists. */
export function browserAccess(browser: Browser): Access {
  return {
    granted: async () => {
      const { origins = [] } = await browser.permissions.getAll();
      const manifest = browser.runtime.getManifest() as { host_permissions?: string[] };
      const listed = new Set(manifest.host_permissions ?? []);
      return origins.filter((origin) => !listed.has(origin));
    },
    mayRunOn: async (url) => {
      if (!/^https?:/.test(url)) return false;
      // Without the port, for which Firefox has no place in a pattern.
      const { protocol, hostname } = new URL(url);
      return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] }).catch(() => false);
    },
  };
}
