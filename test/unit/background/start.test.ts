import { describe, expect, test, vi } from "vitest";
import type { Browser } from "webextension-polyfill";
import { startBackground } from "../../../src/background/start-background.ts";
import { choicesKey } from "../../../src/storage/choices-store.ts";
import { memoryArea } from "../../support/memory-area.ts";

type Listener = (...details: unknown[]) => unknown;

const listed = ["*://news.example/*"];

/** A browser that remembers who listens to it and what it was told. */
function fakeBrowser({ windows = true, granted = [] as string[], knowsOrigin = true } = {}) {
  const listeners: Record<string, Listener[]> = {};
  const told: unknown[] = [];
  const menus: string[] = [];
  const openTabs: { id: number; incognito: boolean }[] = [{ id: 3, incognito: false }];
  const event = (name: string) => ({
    addListener: (listener: Listener) => {
      listeners[name] = [...(listeners[name] ?? []), listener];
    },
  });
  const session = memoryArea({ [choicesKey]: ["kept"] });
  const browser = {
    runtime: {
      id: "us",
      getURL: (path: string) => `extension://us/${path}`,
      getManifest: () => ({ host_permissions: listed, content_scripts: [{ matches: listed }] }),
      onMessage: event("message"),
      onInstalled: event("installed"),
      onStartup: event("startup"),
    },
    permissions: {
      onAdded: event("added"),
      onRemoved: event("removed"),
      getAll: async () => ({ origins: [...listed, ...granted] }),
    },
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: async ([script]: { cssOrigin?: string }[]) => {
        if (script?.cssOrigin && !knowsOrigin) throw new Error("Unexpected property");
        told.push(script);
      },
    },
    storage: { local: memoryArea(), session },
    contextMenus: {
      onClicked: event("menu"),
      removeAll: async () => {},
      create: ({ id }: { id: string }) => menus.push(id),
    },
    commands: { onCommand: event("command") },
    i18n: { getMessage: (key: string) => key },
    tabs: {
      query: async () => openTabs,
      get: async (id: number) => openTabs.find((tab) => tab.id === id),
      create: async ({ url }: { url: string }) => told.push(url),
      sendMessage: async (tab: number, message: unknown) => {
        told.push([tab, message]);
        return { answer: true };
      },
      onRemoved: event("tab closed"),
    },
    ...(windows && { windows: { onRemoved: event("window closed") } }),
  } as unknown as Browser;
  startBackground(browser);
  return {
    /** Gives the extension alarms, as when the reader allows them. */
    allowAlarms: () => Object.assign(browser, { alarms: { onAlarm: event("alarm") } }),
    listeners: (name: string) => listeners[name]?.length ?? 0,
    told,
    menus,
    openTabs,
    session,
    happens: async (name: string, ...details: unknown[]) => {
      for (const listener of listeners[name] ?? []) await listener(...details);
    },
  };
}

describe("the welcome page", () => {
  test("is opened after the installation", async () => {
    const { happens, told } = fakeBrowser();
    await happens("installed", { reason: "install" });
    expect(told).toEqual(["extension://us/welcome.html"]);
  });

  test.each(["update", "browser_update", "chrome_update", "shared_module_update"])(
    "is not opened after %s",
    async (reason) => {
      const { happens, told } = fakeBrowser();
      await happens("installed", { reason });
      expect(told).toEqual([]);
    },
  );
});

test("the menu of a selection is there after an update, however long the notes take", async () => {
  // The dataset, by which notes are followed, never comes.
  const fetching = vi.spyOn(globalThis, "fetch").mockImplementation(() => new Promise(() => {}));
  const { happens, menus } = fakeBrowser();
  void happens("installed", { reason: "update" });
  await vi.waitFor(() => expect(fetching).toHaveBeenCalled());
  expect(menus).toEqual(["note-on-selection"]);
  fetching.mockRestore();
});

test.each([
  ["next-mention", "tab.step", { by: 1 }],
  ["previous-mention", "tab.step", { by: -1 }],
  ["open-card", "tab.openCard", {}],
  ["note-on-selection", "tab.noteOnSelection", {}],
])("the command %s asks the tab in front", async (command, telecomLens, payload) => {
  const { happens, told } = fakeBrowser();
  await happens("command", command);
  expect(told).toEqual([[3, { telecomLens, payload }]]);
});

test("a command that nobody knows does nothing", async () => {
  const { happens, told } = fakeBrowser();
  await happens("command", "toString");
  expect(told).toEqual([]);
});

test("the alarm is listened to as soon as there are alarms, and once", async () => {
  const { allowAlarms, happens, listeners } = fakeBrowser();
  await happens("added", {});
  expect(listeners("alarm")).toBe(0);
  allowAlarms();
  await happens("added", {});
  await happens("added", {});
  expect(listeners("alarm")).toBe(1);
});

test("all pages that were granted leave out those on which the manifest runs the script", async () => {
  const { happens, told } = fakeBrowser({ granted: ["*://*/*"] });
  await happens("startup");
  expect(told).toMatchObject([{ matches: ["*://*/*"], excludeMatches: listed }]);
});

test("sites that were granted have our styles as the user's, where the browser knows that", async () => {
  for (const [knowsOrigin, cssOrigin] of [
    [true, "user"],
    [false, undefined],
  ] as const) {
    const { happens, told } = fakeBrowser({ granted: ["*://granted.example/*"], knowsOrigin });
    await happens("startup");
    expect(told).toEqual([expect.objectContaining({ css: ["/assets/marks.css"] })]);
    expect((told[0] as { cssOrigin?: string }).cssOrigin).toBe(cssOrigin);
  }
});

test("a site that is switched off in a private window is off in private tabs only", async () => {
  const { happens, told, openTabs } = fakeBrowser();
  const url = "https://news.example/a";
  const tab = { id: 4, incognito: true, url };
  Object.assign(openTabs[0] ?? {}, { url });
  openTabs.push(tab);
  await happens("message", { telecomLens: "page.siteOff", payload: {} }, { id: "us", tab });
  const refreshed = told as [number, { payload: { settings: object; isOff: boolean } }][];
  expect(refreshed.map(([id, { payload }]) => [id, payload.isOff])).toEqual([
    [3, false],
    [4, true],
  ]);
  // Which other sites are off is no business of a page's process.
  for (const [, { payload }] of refreshed) expect(payload.settings).not.toHaveProperty("sitesOff");
});

describe("what was chosen in private windows", () => {
  test.each([
    ["window closed", true],
    ["tab closed", false],
  ])("is forgotten when the last of them is gone (%s)", async (closing, windows) => {
    const { happens, openTabs, session } = fakeBrowser({ windows });
    openTabs.push({ id: 4, incognito: true });
    await happens(closing);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(session.items).toHaveProperty(choicesKey);
    openTabs.pop();
    await happens(closing);
    await vi.waitFor(() => expect(session.items).toEqual({}));
  });
});
