import type { Dataset } from "../dataset/schema.ts";

export interface MergedPack {
  dataset: Dataset;
  /** Ids of the pack's records that are in it. */
  ids: string[];
  /** Ids of those that are not, as the base has them or had them. */
  leftOut: string[];
}

/**
 * A dataset with a newsroom's own records beside it. What stands in the base is never replaced: the reader trusts the
 * publisher's records for what they are.
 *
 * @param base with its spellings.
 */
export function mergePack(base: Dataset, pack: Dataset): MergedPack {
  const taken = new Set([
    ...base.entities.map(({ id }) => id),
    ...base.measures.map(({ id }) => id),
    // Notes and links with an old id mean what took its place.
    ...Object.keys(base.redirects),
  ]);
  const isFree = ({ id }: { id: string }) => !taken.has(id);
  const containers = new Set(base.containers.map(({ text }) => text));
  const ids = [...pack.entities, ...pack.measures].map(({ id }) => id);
  const redirects = Object.entries(pack.redirects).filter(([id]) => !taken.has(id));
  return {
    dataset: {
      ...base,
      entities: [...base.entities, ...pack.entities.filter(isFree)],
      measures: [...base.measures, ...pack.measures.filter(isFree)],
      containers: [...base.containers, ...pack.containers.filter(({ text }) => !containers.has(text))],
      redirects: { ...base.redirects, ...Object.fromEntries(redirects) },
    },
    ids: ids.filter((id) => !taken.has(id)),
    leftOut: ids.filter((id) => taken.has(id)),
  };
}
