import type { Dataset, Spelling } from "./schema.ts";

/** What only finding mentions needs: it stands in the index, and a card does not need it a second time. */
export interface DatasetSpellings {
  /** By the entity's id. */
  spellings: Record<string, Spelling[]>;
  containers: Dataset["containers"];
  titles: Dataset["titles"];
  givenNames: Dataset["givenNames"];
}

/** The facts that cards and questions need. */
export function withoutSpellings(dataset: Dataset): Dataset {
  const entities = dataset.entities.map((entity) => ({ ...entity, spellings: [] }));
  return { ...dataset, entities, containers: [], titles: [], givenNames: [] };
}

/** The other half, from which, with the facts, an index can be built anew. */
export function spellingsOf({ entities, containers, titles, givenNames }: Dataset): DatasetSpellings {
  const spellings = Object.fromEntries(entities.map((entity) => [entity.id, entity.spellings]));
  return { spellings, containers, titles, givenNames };
}

/** Both halves together again. */
export function withSpellings(facts: Dataset, { spellings, ...words }: DatasetSpellings): Dataset {
  const byId = new Map(Object.entries(spellings));
  const entities = facts.entities.map((entity) => ({ ...entity, spellings: byId.get(entity.id) ?? [] }));
  return { ...facts, entities, ...words };
}
