import type { Country, Dataset, DatasetInfo, Entity, EntityKind, EntityOf, Measure } from "./schema.ts";

/** A private pack, as far as cards tell of it: whose records are its. */
export interface CataloguePack {
  title: string;
  version: string;
  /** By a key that the extension trusts. */
  signed: boolean;
  /** Ids of its entities and measures. */
  ids: ReadonlySet<string>;
}

/** A dataset with the look-ups that every question needs. Built once per dataset, never changed. */
export interface Catalogue {
  info: DatasetInfo;
  dataset: Dataset;
  /** The private pack whose records are among the dataset's. */
  pack?: CataloguePack;
  /** The entity with this id, redirects followed when the id was renamed or merged. */
  entity(id: string): Entity | undefined;
  /** Ids that took the place of an id: one after a renaming or a merger, several after a split, else none. */
  heirsOf(id: string): readonly string[];
  entityOf<K extends EntityKind>(kind: K, id: string): EntityOf<K> | undefined;
  measure(id: string): Measure | undefined;
  /** Measures on whose targets, `about`, policies, issuer or area of effect the id stands. */
  measuresAbout(id: string): readonly Measure[];
  /** A country by id, ISO code or English name, in any case. */
  country(text: string): Country | undefined;
  /** Any entity by id or name, in any case. */
  find(text: string): Entity | undefined;
}

export function createCatalogue(dataset: Dataset, pack?: CataloguePack): Catalogue {
  const entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
  const measures = new Map(dataset.measures.map((measure) => [measure.id, measure]));
  const about = new Map<string, Measure[]>();
  for (const measure of dataset.measures) {
    for (const id of idsIn(measure)) {
      const list = about.get(id);
      if (list) list.push(measure);
      else about.set(id, [measure]);
    }
  }

  // An id may be any text, and `constructor` is not one that was renamed.
  const redirects = new Map(Object.entries(dataset.redirects));
  const heirsOf = (id: string): readonly string[] => redirects.get(id) ?? [];
  const entity = (id: string): Entity | undefined => {
    const found = entities.get(id);
    if (found) return found;
    const [heir, ...others] = heirsOf(id);
    // A split id has several heirs: which one is meant only a person can say.
    return heir !== undefined && others.length === 0 ? entities.get(heir) : undefined;
  };
  const entityOf = <K extends EntityKind>(kind: K, id: string): EntityOf<K> | undefined => {
    const found = entity(id);
    return found?.kind === kind ? (found as EntityOf<K>) : undefined;
  };
  const find = (text: string): Entity | undefined => {
    const wanted = text.trim().toLowerCase();
    return entity(wanted) ?? dataset.entities.find((candidate) => candidate.name.toLowerCase() === wanted);
  };

  return {
    info: dataset.info,
    dataset,
    pack,
    entity,
    heirsOf,
    entityOf,
    measure: (id) => measures.get(id),
    measuresAbout: (id) => about.get(entity(id)?.id ?? id) ?? [],
    find,
    country: (text) => {
      const code = text.trim().toUpperCase();
      const byCode = dataset.entities.find(
        (candidate): candidate is Country => candidate.kind === "country" && candidate.code === code,
      );
      if (byCode) return byCode;
      const found = find(text);
      return found?.kind === "country" ? found : undefined;
    },
  };
}

function idsIn(measure: Measure): Set<string> {
  const targets = measure.targets.flatMap((target) => target.entity ?? []);
  return new Set([measure.issuer, ...measure.appliesIn, ...targets, ...measure.policies, ...measure.about]);
}
