import type { DatasetsRecord, Slot } from "../../src/storage/datasets-database.ts";
import { type DatasetsStore, nothingInstalled } from "../../src/storage/datasets-store.ts";

export interface MemoryDatasets extends DatasetsStore {
  /** What lies there now; tests damage it, as disks do. */
  now: { record: DatasetsRecord; slots: Map<string, Slot>; parts: Map<string, Uint8Array<ArrayBuffer>> };
  /** Thrown by every method while it is set. */
  broken: Error | null;
}

/** Installed datasets in memory, which outlive the background that uses them. */
export function memoryDatasets(): MemoryDatasets {
  const look = <T>(result: T): T => {
    if (store.broken) throw store.broken;
    return result;
  };
  const store: MemoryDatasets = {
    now: { record: nothingInstalled, slots: new Map(), parts: new Map() },
    broken: null,
    record: async () => look(structuredClone(store.now.record)),
    slot: async (version) => look(store.now.slots.get(version)),
    part: async (of, part) => look(store.now.parts.get(`${of}/${part}`)),
    write: async (alter, { slot, parts = [] } = {}) => {
      const { record: before, slots, parts: kept } = look(store.now);
      const record = alter(before);
      if (!record) return before;
      if (slot) slots.set(slot.version, slot);
      for (const { of, parts: those } of parts)
        for (const [part, bytes] of Object.entries(those)) kept.set(`${of}/${part}`, bytes);
      const named = [record.active, record.previous, record.pack && "pack", record.merged && "merged"];
      for (const version of slots.keys()) if (!named.includes(version)) slots.delete(version);
      for (const key of kept.keys()) if (!named.includes(key.split("/")[0] ?? "")) kept.delete(key);
      store.now.record = structuredClone(record);
      return record;
    },
    deleteEverything: async () => {
      look(store.now);
      store.now = { record: nothingInstalled, slots: new Map(), parts: new Map() };
    },
  };
  return store;
}
