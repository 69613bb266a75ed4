import type { UpdateOutcome } from "../core/dataset/update-outcome.ts";
import type { DatasetsRecord, Merged, Pack, Slot } from "../storage/datasets-database.ts";
import { bundled } from "../storage/datasets-store.ts";

/** A change of the record; undefined: it is not called for. */
type Change = (record: DatasetsRecord) => DatasetsRecord | undefined;

/** Another version becomes active; what was known of the one before it does not hold for this one. */
function activate(record: DatasetsRecord, active: string, previous: string | null): DatasetsRecord {
  const pack = record.pack && { ...record.pack, problem: null };
  return { ...record, active, previous, pack, proven: null, starting: null, rolledBack: null };
}

/** A new version in place of the active one, which stays the previous one. */
export function installs(slot: Slot, merged: Merged | null): Change {
  return (record) => ({
    ...activate(record, slot.version, record.active),
    declined: null,
    ...withMerged(record, merged),
  });
}

/** Back to the previous version, or forward again. */
export function swaps(merged: Merged | null): Change {
  return (record) =>
    record.previous === null
      ? undefined
      : {
          ...activate(record, record.previous, record.active),
          // The one that the reader turned away from; going back to it takes that back.
          declined: record.declined === record.previous ? null : record.active,
          ...withMerged(record, merged),
        };
}

/** The extension brought a newer version than all that is installed. */
export function bundledTakesOver(record: DatasetsRecord): DatasetsRecord {
  return { ...activate(record, bundled, null), declined: null };
}

/** The active version cannot be used: the one before it is active again, and this one is dropped. */
export function turnedAway(version: string, what: string, at: string): Change {
  return (record) =>
    record.active !== version
      ? undefined
      : {
          ...activate(record, record.previous ?? bundled, null),
          declined: version,
          rolledBack: {
            version,
            at,
            text: `Version ${version} could not be used. ${what} What was in use before it is in use again.`,
          },
        };
}

/** Its first load begins: a start that finds this was preceded by a crash. */
export function starts(version: string): Change {
  return (record) => (record.active === version ? { ...record, starting: version } : undefined);
}

/** Its first load came to a good end. */
export function proven(version: string, extension: string): Change {
  return (record) =>
    record.active === version ? { ...record, proven: extension, starting: null } : undefined;
}

/** Installs a pack in place of another one, or removes it. */
export function putsPack(pack: Pack | null, merged: Merged | null): Change {
  return (record) => ({ ...record, pack, merged });
}

/** What was merged cannot be used: the dataset is in use without the pack. */
export function withoutMerged(what: string): Change {
  return (record) =>
    record.pack ? { ...record, merged: null, pack: { ...record.pack, problem: what } } : undefined;
}

/** Why a pack is not in use, unless another one came meanwhile. */
export function packProblem(pack: Pack, problem: string): Change {
  return (record) =>
    record.pack?.installed === pack.installed ? { ...record, pack: { ...record.pack, problem } } : undefined;
}

/** What merging gave for the pack that is installed, unless another version or pack came meanwhile. */
export function mergedAnew(merged: Merged, active: string): Change {
  return (record) =>
    record.active === active && record.pack?.installed === merged.pack
      ? { ...record, ...withMerged(record, merged) }
      : undefined;
}

/** Whether what was merged is of the version in use and of the pack that is installed. */
export function fits({ pack, merged }: DatasetsRecord, base: string | null): boolean {
  return pack !== null && merged !== null && merged.base === base && merged.pack === pack.installed;
}

function withMerged(record: DatasetsRecord, merged: Merged | null): Pick<DatasetsRecord, "pack" | "merged"> {
  return { merged, pack: record.pack && merged ? { ...record.pack, problem: null } : record.pack };
}

/** What came of a look at the address. */
export function looked(last: UpdateOutcome): Change {
  return (record) => ({ ...record, last });
}
