import type { DBSchema, IDBPDatabase } from "idb";
import type { DatasetDiff } from "../core/dataset/diff-datasets.ts";
import type { UpdateOutcome } from "../core/dataset/update-outcome.ts";
import type { Migration } from "./migrations.ts";
import { openerOf } from "./open-database.ts";

/** What is said about an installed dataset; its contents lie apart, so that a start reads no more than it needs. */
export interface Slot {
  version: string;
  date: string;
  origin: "update" | "file";
  /** ISO instant, UTC. */
  installed: string;
  /** What it changed against the version before it, where its package tells. */
  changes: DatasetDiff | null;
}

/** A private pack that is installed. */
export interface Pack {
  title: string;
  version: string;
  signed: boolean;
  /** ISO instant, UTC; tells one installation from the next. */
  installed: string;
  /** Why it could not be merged with the dataset in use, for people. */
  problem: string | null;
}

/** What a dataset and the pack are together, made on this device, so that no start has to make it again. */
export interface Merged {
  /** The version that the pack was merged with, and the pack's `installed`: with others it is out of date. */
  base: string;
  pack: string;
  /** Ids of the pack's records that are in it, and of those that the dataset has, too. */
  ids: string[];
  leftOut: string[];
}

/** Which dataset is in use: one record, written in one step with what it speaks of. */
export interface DatasetsRecord {
  key: "state";
  /** A slot's version, or `bundled`. */
  active: string;
  /** What one step back leads to. */
  previous: string | null;
  /** Version of the extension that has loaded the active slot without a fault. */
  proven: string | null;
  /** The slot that is being loaded for the first time: a start that finds one was preceded by a crash. */
  starting: string | null;
  /** A version that the reader, or a fault, turned away from: it is not installed by itself again. */
  declined: string | null;
  /** An installed version that could not be used; another took its place. */
  rolledBack: { version: string; text: string; at: string } | null;
  pack: Pack | null;
  merged: Merged | null;
  /** What came of the latest check or download. */
  last: UpdateOutcome | null;
}

/** `facts`: all records without spellings; `spellings`: those alone, for merging; `index`: what finds mentions. */
export type Part = "facts" | "spellings" | "index";

/** Whose parts: a version's; the pack's own, with `facts` alone, spellings included; or what both are together. */
export type PartOwner = string | "pack" | "merged";

/** The database of installed datasets, apart from the notes': whatever befalls one leaves the other alone. */
export interface DatasetsSchema extends DBSchema {
  slots: { key: string; value: Slot };
  /** JSON as UTF-8, or an index. */
  parts: { key: [PartOwner, Part]; value: Uint8Array<ArrayBuffer> };
  state: { key: string; value: DatasetsRecord };
  /** Files that a page of the extension hands to the background, by id. */
  handed: { key: string; value: Uint8Array<ArrayBuffer> };
}

export type DatasetsDatabase = IDBPDatabase<DatasetsSchema>;

/** As those of the notes: an entry that was released is never changed again. */
const steps: readonly Migration<DatasetsSchema>[] = [
  (database) => {
    database.createObjectStore("slots", { keyPath: "version" });
    database.createObjectStore("parts");
    database.createObjectStore("state", { keyPath: "key" });
    database.createObjectStore("handed");
  },
];

/** One of installed datasets, under the name of the database. */
export const datasetsOpener = (name: string) => openerOf<DatasetsSchema>(name, steps);

export const openDatasetsDatabase = datasetsOpener("telecom-lens-datasets");
