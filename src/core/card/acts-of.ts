import type { Catalogue } from "../dataset/catalogue.ts";
import { isCompanyKind } from "../dataset/company-kinds.ts";
import type { Day } from "../dataset/dates.ts";
import { measureStateOn } from "../dataset/measure-state.ts";
import type { Entity, Measure } from "../dataset/schema.ts";
import { type Reach, standingOn } from "../dataset/status.ts";
import type { ActsView } from "./card-model.ts";
import { policyBrief } from "./since-then.ts";
import type { SourceRegister } from "./source-register.ts";

/** More lines than this make a card a register; it says how many more there are. */
const mostActs = 5;

/**
 * What stands on record about an entity that has no partner on the page: the acts of a place, or the
 * measures that name a company. Weightiest first, those that have ended left out. `null`: it is neither, or all have ended.
 */
export function actsOf(
  catalogue: Catalogue,
  entity: Entity,
  then: Day | null,
  today: Day,
  register: SourceRegister,
): ActsView | null {
  const place = isIssuer(entity);
  if (!place && !isCompanyKind(entity.kind)) return null;
  const reaches = reachesOf(catalogue, entity);
  const { current } = standingOn(reaches, today);
  const acts = current.filter((applied) => applied.measure.stance !== "none" || place);
  // That nothing is on record is told; that nothing is any more would need the story of what was.
  if (acts.length === 0 && reaches.length > 0) return null;
  return {
    by: place ? "issuer" : "target",
    list: acts.slice(0, mostActs).map((applied) => ({
      ...policyBrief(applied),
      issuer: place ? undefined : (catalogue.entity(applied.measure.issuer)?.name ?? undefined),
      later: then !== null && notYet(applied.measure, then),
      sources: register.cite(applied.measure.sources, applied.measure.cites),
    })),
    more: Math.max(0, acts.length - mostActs),
  };
}

/** The measures of a place, or those that name a company, each with how it reaches whom it names. */
export function reachesOf(catalogue: Catalogue, entity: Entity): Reach[] {
  const place = isIssuer(entity);
  if (!place && !isCompanyKind(entity.kind)) return [];
  return catalogue.measuresAbout(entity.id).flatMap((measure): Reach[] => {
    const target = measure.targets.find((one) => one.entity === entity.id);
    const concerns = place ? measure.issuer === entity.id : target !== undefined;
    if (!concerns) return [];
    return [reachOf(catalogue, measure, target)];
  });
}

/** How a measure reaches one of its targets, or whom it reaches first. */
export function reachOf(catalogue: Catalogue, measure: Measure, target = measure.targets[0]): Reach {
  return {
    measure,
    targeting: target?.basis ?? "criteria",
    own: true,
    ownChoice: isCompanyKind(catalogue.entity(measure.issuer)?.kind),
    partial: measure.part !== undefined,
  };
}

function isIssuer({ kind }: Entity): boolean {
  return kind === "country" || kind === "organisation";
}

function notYet(measure: Measure, day: Day): boolean {
  return measureStateOn(measure, day).status === "not-yet";
}
