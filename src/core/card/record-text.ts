import type { Catalogue } from "../dataset/catalogue.ts";
import type { Claim, Entity, Measure, Role, Target } from "../dataset/schema.ts";
import type { CardModel } from "./card-model.ts";
import { homeOf } from "./describe.ts";
import { measuresIn } from "./pack-of.ts";

/**
 * What one record says, as plain English text that does not depend on the day of reading: a measure's terms, steps
 * and contested statements, or what an entity is and where it belongs, its offices and what is contested about it.
 * A note freezes it, so that two versions of the dataset can be compared record by record (S5). Sources and the days
 * on which they were checked are left out: they change while what is said stays.
 *
 * @returns undefined when the catalogue has no such record.
 */
export function recordText(catalogue: Catalogue, id: string): string | undefined {
  const measure = catalogue.measure(id);
  if (measure) return measureText(catalogue, measure);
  const entity = catalogue.entity(id);
  return entity && entityText(catalogue, entity);
}

/** Ids of the records that a card rests on, the entity's own first, then measures as the card names them. */
export function recordsOf(card: CardModel): string[] {
  return [...new Set([card.entity.id, ...measuresIn(card)])];
}

function measureText(catalogue: Catalogue, measure: Measure): string {
  const { title, kind, issuer, body, appliesIn, part, targets, stance, force, areas, scope } = measure;
  const name = (id: string) => catalogue.entity(id)?.name ?? id;
  return [
    title,
    `${kind} by ${name(issuer)} (${body}); ${stance}, ${force}`,
    `Applies in ${appliesIn.map(name).join(", ")}${part ? `, only ${part}` : ""}`,
    `Aims at ${targets.map((target) => targetText(target, name)).join("; ")}`,
    `Touches ${areas.join(", ")}`,
    scope,
    measure.summary,
    ...measure.steps.map(({ on, step, text }) => `${on} ${step}${text ? `: ${text}` : ""}`),
    ...measure.unconfirmed.map((detail) => `Unconfirmed: ${detail}`),
    ...measure.claims.flatMap(claimLines),
  ].join("\n");
}

function targetText({ entity, class: group, basis, origin }: Target, name: (id: string) => string): string {
  const from = origin ? `, from ${origin.map(name).join(", ")}` : "";
  return `${entity ? name(entity) : group} (${basis}${from})`;
}

function entityText(catalogue: Catalogue, entity: Entity): string {
  const does = "does" in entity ? [entity.does] : [];
  const home = homeOf(catalogue, entity);
  const owner = "owner" in entity && entity.owner ? [entity.owner.text] : [];
  const roles = entity.kind === "official" ? entity.roles : [];
  return [
    entity.name,
    ...does,
    ...(home ? [`Of ${home.name}`] : []),
    entity.sentence,
    ...owner,
    ...entity.hints.map(({ text }) => text),
    ...roles.map((role) => roleText(catalogue, role)),
    ...entity.claims.flatMap(claimLines),
  ].join("\n");
}

function roleText(catalogue: Catalogue, role: Role): string {
  const { title, organisation, country, acting, from = "unknown", until, end } = role;
  const of = country ? ` (${catalogue.entity(country)?.name ?? country})` : "";
  const last = until ?? (end === "held" ? "still held" : "unknown");
  return `${acting ? "acting " : ""}${title}, ${organisation}${of}, ${from} to ${last}`;
}

function claimLines({ by, says, on, answers }: Claim): string[] {
  const dated = (day: string | undefined) => (day ? ` (${day})` : "");
  return [
    `${by}${dated(on)} says: ${says}`,
    ...answers.map((answer) => `  ${answer.by}${dated(answer.on)} answers: ${answer.says}`),
  ];
}
