import type { IDBPTransaction } from "idb";
import type {
  DatasetsDatabase,
  DatasetsRecord,
  DatasetsSchema,
  Part,
  PartOwner,
  Slot,
} from "./datasets-database.ts";
import { inTransaction } from "./in-transaction.ts";
import { withDatabase } from "./with-database.ts";

export type Parts = Partial<Record<Part, Uint8Array<ArrayBuffer>>>;

/** What is stored together with a change of the record. */
export interface Additions {
  slot?: Slot;
  parts?: { of: PartOwner; parts: Parts }[];
}

/** Installed datasets and the private pack. Every method rejects with a StorageError. */
export interface DatasetsStore {
  record(): Promise<DatasetsRecord>;
  slot(version: string): Promise<Slot | undefined>;
  part(of: PartOwner, part: Part): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * Changes the record and stores what it speaks of in one step, on the disk or not at all; versions, pack and merged
   * data that the record does not name any more are deleted in the same step.
   *
   * @param alter gets the record as it is now; gives undefined to leave all as it is.
   * @returns the record as it is then.
   */
  write(
    alter: (record: DatasetsRecord) => DatasetsRecord | undefined,
    additions?: Additions,
  ): Promise<DatasetsRecord>;
  /** Deletes all, down to what was handed over. */
  deleteEverything(): Promise<void>;
}

export const bundled = "bundled";

/** As it is before anything was installed. */
export const nothingInstalled: DatasetsRecord = {
  key: "state",
  active: bundled,
  previous: null,
  proven: null,
  starting: null,
  declined: null,
  rolledBack: null,
  pack: null,
  merged: null,
  last: null,
};

/** @param open gives a connection; it is asked before every operation and may keep it. */
export function createDatasetsStore(open: () => Promise<DatasetsDatabase>): DatasetsStore {
  const run = withDatabase(open);
  return {
    record: () => run(async (database) => (await database.get("state", "state")) ?? nothingInstalled),
    slot: (version) => run((database) => database.get("slots", version)),
    part: (of, part) => run((database) => database.get("parts", [of, part])),
    write: (alter, additions = {}) =>
      run(async (database) => {
        const transaction = database.transaction(["slots", "parts", "state"], "readwrite", {
          durability: "strict",
        });
        return inTransaction(transaction, async () => {
          const before = (await transaction.objectStore("state").get("state")) ?? nothingInstalled;
          const record = alter(before);
          if (!record) return before;
          await store(transaction, record, additions);
          await dropUnnamed(transaction, record);
          return record;
        });
      }),
    deleteEverything: () =>
      run(async (database) => {
        const names = ["slots", "parts", "state", "handed"] as const;
        const transaction = database.transaction(names, "readwrite", { durability: "strict" });
        await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
      }),
  };
}

type Writing = IDBPTransaction<DatasetsSchema, ("slots" | "parts" | "state")[], "readwrite">;

async function store(transaction: Writing, record: DatasetsRecord, { slot, parts = [] }: Additions) {
  if (slot) await transaction.objectStore("slots").put(slot);
  for (const { of, parts: those } of parts) {
    for (const [part, bytes] of Object.entries(those) as [Part, Uint8Array<ArrayBuffer>][]) {
      await transaction.objectStore("parts").put(bytes, [of, part]);
    }
  }
  await transaction.objectStore("state").put(record);
}

async function dropUnnamed(transaction: Writing, record: DatasetsRecord) {
  const { active, previous, pack, merged } = record;
  const versions = new Set([active, previous]);
  const owners = new Set([active, previous, pack && "pack", merged && "merged"]);
  const slots = transaction.objectStore("slots");
  for (const version of await slots.getAllKeys()) if (!versions.has(version)) await slots.delete(version);
  const parts = transaction.objectStore("parts");
  for (const key of await parts.getAllKeys()) if (!owners.has(key[0])) await parts.delete(key);
}
