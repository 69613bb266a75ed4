import { hostOf } from "../core/site-host.ts";
import { type ChoicesStore, choicesKey, createChoicesStore } from "../storage/choices-store.ts";
import type { SettingsArea } from "../storage/settings-store.ts";

/**
 * What the reader chose in private windows (P4). It lies in memory only, holds in private windows only, and
 * is forgotten when the last of them closes.
 */
export interface PrivateWindows {
  choices: ChoicesStore;
  /** Hosts that were switched off or on there, over what the settings say. */
  sites(): Promise<Record<string, boolean>>;
  switchSite(host: string, on: boolean): Promise<void>;
  forget(): Promise<void>;
}

const sitesKey = "private-sites";

/** @param memory `storage.session`, which no browser writes to the disk. */
export function createPrivateWindows(
  memory: SettingsArea & { remove(keys: string[]): Promise<void> },
): PrivateWindows {
  const sites = async () => ((await memory.get(sitesKey))[sitesKey] ?? {}) as Record<string, boolean>;
  return {
    choices: createChoicesStore(memory),
    sites,
    switchSite: async (host, on) => {
      await memory.set({ [sitesKey]: { ...(await sites()), [host]: on } });
    },
    forget: () => memory.remove([choicesKey, sitesKey]),
  };
}

/** The hosts that are off in private windows: those of the settings, but for what was switched there. */
export function sitesOffInPrivate(sitesOff: readonly string[], switched: Record<string, boolean>): string[] {
  const off = new Set(sitesOff.map((site) => hostOf(site) ?? site));
  for (const [host, on] of Object.entries(switched)) {
    if (on) off.delete(host);
    else off.add(host);
  }
  return [...off];
}
