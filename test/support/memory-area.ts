import type { SettingsArea } from "../../src/storage/settings-store.ts";

/** A storage area in memory that answers as late as a real one. */
export interface MemoryArea extends SettingsArea {
  items: Record<string, unknown>;
  remove(keys: string[]): Promise<void>;
}

export function memoryArea(items: Record<string, unknown> = {}): MemoryArea {
  return {
    items,
    get: async (key) => {
      await Promise.resolve();
      return key in items ? { [key]: structuredClone(items[key]) } : {};
    },
    set: async (change) => {
      await Promise.resolve();
      Object.assign(items, structuredClone(change));
    },
    remove: async (keys) => {
      for (const key of keys) delete items[key];
    },
  };
}
