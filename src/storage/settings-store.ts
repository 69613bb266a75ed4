import { defaultSettings, type Settings, type SettingsChange, settingsSchema } from "../core/settings.ts";
import { hostOf } from "../core/site-host.ts";
import { toStorageError } from "./storage-error.ts";

/** The part of `browser.storage.local` that is used. */
export interface SettingsArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** What the reader has chosen. Both methods reject with a StorageError when the browser refuses. */
export interface SettingsStore {
  /** Damaged or missing values are replaced by their defaults. */
  load(): Promise<Settings>;
  /** Changes some settings, keeps the others, and gives back all. */
  save(change: SettingsChange): Promise<Settings>;
}

/** Where the settings lie in the area. */
export const settingsKey = "settings";

export function createSettingsStore(area: SettingsArea): SettingsStore {
  // Reading and writing are two steps: saves wait for one another, or one of two would be lost.
  let last: Promise<unknown> = Promise.resolve();

  const load = async () => {
    try {
      return readSettings((await area.get(settingsKey))[settingsKey]);
    } catch (cause) {
      throw toStorageError(cause);
    }
  };
  const write = async (change: SettingsChange) => {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const next = readSettings({ ...(await load()), ...given });
    try {
      await area.set({ [settingsKey]: next });
    } catch (cause) {
      throw toStorageError(cause);
    }
    return next;
  };

  return {
    load,
    save(change) {
      const saving = last.then(() => write(change));
      last = saving.catch(() => {});
      return saving;
    },
  };
}

function readSettings(stored: unknown): Settings {
  const parsed = settingsSchema.safeParse(stored ?? {});
  if (!parsed.success) return defaultSettings;
  return { ...parsed.data, sitesOff: hostsOf(parsed.data.sitesOff) };
}

/** Hosts as `isSiteOff` compares them: lower case, no `www.`, each once. */
function hostsOf(sites: readonly string[]): string[] {
  const hosts = sites.flatMap((site) => hostOf(site.includes("://") ? site : `https://${site.trim()}`) ?? []);
  return [...new Set(hosts)];
}
