import type { EntityKind } from "../../src/core/dataset/schema.ts";
import type { DataRecord } from "./read-records.ts";
import { isFolderKind, type RecordKind } from "./record-kinds.ts";
import { selectTexts } from "./select-values.ts";

/** What rules look at: all records of a data folder, with the look-ups that several rules need. */
export interface RecordSet {
  folder: string;
  all: DataRecord[];
  /** Records that have a file of their own and an id: entities and measures. */
  named: DataRecord[];
  entities: DataRecord[];
  ofKind(kind: RecordKind): DataRecord[];
  byId: ReadonlyMap<string, DataRecord[]>;
  /** Ids that a redirected id leads to in the end; the id itself when it is not redirected. */
  follow(id: string): string[];
}

export function createRecordSet(folder: string, records: DataRecord[]): RecordSet {
  const named = records.filter((record) => isFolderKind(record.kind));
  const byId = new Map<string, DataRecord[]>();
  for (const record of named) byId.set(record.id, [...(byId.get(record.id) ?? []), record]);
  const redirects = readRedirects(records);
  return {
    folder,
    all: records,
    named,
    entities: named.filter((record) => record.kind !== "measure"),
    ofKind: (kind) => records.filter((record) => record.kind === kind),
    byId,
    follow: (id) => followRedirects(redirects, id),
  };
}

/** Ends at ids that are not redirected; a loop leads nowhere. */
export function followRedirects(redirects: ReadonlyMap<string, string[]>, id: string): string[] {
  const ends = new Set<string>();
  const seen = new Set<string>();
  const visit = (current: string) => {
    if (seen.has(current)) return;
    seen.add(current);
    const next = redirects.get(current);
    if (next) next.forEach(visit);
    else ends.add(current);
  };
  visit(id);
  return [...ends];
}

function readRedirects(records: DataRecord[]): Map<string, string[]> {
  const redirects = new Map<string, string[]>();
  for (const record of records.filter((candidate) => candidate.kind === "redirects")) {
    for (const { path, text } of selectTexts(record.value, "*.*")) {
      const old = String(path[0]);
      redirects.set(old, [...(redirects.get(old) ?? []), text]);
    }
  }
  return redirects;
}

export function isEntityKind(kind: RecordKind): kind is EntityKind {
  return isFolderKind(kind) && kind !== "measure";
}
