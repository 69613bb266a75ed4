import type { Entity } from "./schema.ts";

/** Key of the source of a country that has no record of its own. */
export const nameSource = "iso-names";

/** Whether a country is known by name only, without a record of its own. */
export function isByNameOnly(entity: Entity): boolean {
  return entity.kind === "country" && nameSource in entity.sources;
}
