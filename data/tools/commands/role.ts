import type { Catalogue } from "../../../src/core/dataset/catalogue.ts";
import type { Day } from "../../../src/core/dataset/dates.ts";
import { rolesOn } from "../../../src/core/dataset/roles.ts";
import type { Official } from "../../../src/core/dataset/schema.ts";
import { describeRole } from "../describe-record.ts";
import { loadCatalogue, requireDay, unknownName } from "../load-catalogue.ts";

/** `role`: the offices of a person on a day, the newest first. @throws CommandFailure */
export function role(dataFolder: string, text: string, options: { on: string; json?: boolean }): void {
  const on = requireDay(options.on);
  const catalogue = loadCatalogue(dataFolder);
  const official = findOfficial(catalogue, text);
  if (options.json) {
    console.log(JSON.stringify(rolesAsJson(official, on), null, 2));
    return;
  }
  const held = rolesOn(official, on);
  console.log(`${official.name} on ${on}:`);
  if (held.length === 0) console.log("  no office recorded for that day");
  for (const { role, uncertain } of held) {
    console.log(`  ${describeRole(role)}${uncertain ? " (the dates leave that day in doubt)" : ""}`);
  }
}

/** What `role --json` prints. */
export function rolesAsJson(official: Official, on: Day) {
  const roles = rolesOn(official, on).map(({ role, uncertain }) => ({
    title: role.title,
    organisation: role.organisation,
    country: role.country ?? null,
    from: role.from ?? null,
    until: role.until ?? null,
    acting: role.acting ?? false,
    uncertain,
  }));
  return { id: official.id, name: official.name, roles };
}

/** @throws CommandFailure when no official has this id or name. */
export function findOfficial(catalogue: Catalogue, text: string) {
  const found = catalogue.find(text);
  if (found?.kind === "official") return found;
  const officials = catalogue.dataset.entities.filter((entity) => entity.kind === "official");
  throw unknownName(
    "official",
    text,
    officials.flatMap(({ id, name }) => [id, name]),
  );
}
