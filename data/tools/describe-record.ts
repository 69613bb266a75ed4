import type { Catalogue } from "../../src/core/dataset/catalogue.ts";
import { isConfirmed, knownUntil } from "../../src/core/dataset/evidence.ts";
import type { Claim, Entity, Measure, Role, Source, Spelling } from "../../src/core/dataset/schema.ts";

/** A measure as lines that a person can read through. */
export function describeMeasure(catalogue: Catalogue, measure: Measure): string[] {
  const targets = measure.targets.map((target) =>
    target.entity
      ? `${nameOf(catalogue, target.entity)} (${words(target.basis)})`
      : `${target.class} (${words(target.basis)})`,
  );
  return [
    `${measure.title} (${words(measure.kind)}, ${measure.id})`,
    measure.summary,
    "",
    `By: ${measure.body}, ${nameOf(catalogue, measure.issuer)}`,
    `Applies in: ${namesOf(catalogue, measure.appliesIn)}${measure.part ? `, only ${measure.part}` : ""}`,
    `Aims at: ${targets.join("; ")}`,
    `Covers: ${measure.scope} (${measure.areas.map(words).join(", ")})`,
    `While it applies it ${stanceWords[measure.stance]}; force: ${words(measure.force)}`,
    ...line("Part of", namesOf(catalogue, measure.policies)),
    ...line("Also about", namesOf(catalogue, measure.about)),
    ...line("Replaces", measure.supersedes.map((id) => catalogue.measure(id)?.title ?? id).join("; ")),
    ...block(
      "Steps",
      measure.steps.map((step) => `${step.on}  ${words(step.step)}${step.text ? `: ${step.text}` : ""}`),
    ),
    ...describeClaims(measure.claims),
    ...block("Not confirmed", measure.unconfirmed),
    ...line(
      "Confirmed",
      isConfirmed(measure) ? undefined : "no: none of the sources of the summary was read",
    ),
    ...line("Newest source", knownUntil(measure)),
    ...describeSources(measure.sources),
  ];
}

/** An entity as lines that a person can read through. */
export function describeEntity(catalogue: Catalogue, entity: Entity): string[] {
  return [
    `${entity.name} (${entity.kind}, ${entity.id})`,
    entity.sentence,
    "",
    ...describeOwnFields(catalogue, entity),
    ...block("Spellings", entity.spellings.map(describeSpelling)),
    ...block(
      "Worth knowing",
      entity.hints.map((hint) => hint.text),
    ),
    ...describeClaims(entity.claims),
    ...block(
      "Measures",
      catalogue.measuresAbout(entity.id).map(({ steps, title, id }) => `${steps[0]?.on}  ${title} (${id})`),
    ),
    ...describeSources(entity.sources),
  ];
}

function describeOwnFields(catalogue: Catalogue, entity: Entity): string[] {
  switch (entity.kind) {
    case "vendor":
    case "operator":
    case "company":
      return [
        `${entity.does}, ${nameOf(catalogue, entity.country)}`,
        ...line("Owner", entity.owner?.text),
        ...line("Parent", entity.parent && nameOf(catalogue, entity.parent)),
      ];
    case "country":
      return [
        `Code: ${entity.code}`,
        ...line("Member of", namesOf(catalogue, entity.memberOf)),
        ...block(
          "Searches without a result",
          entity.searched.map((search) => `${search.on}: ${search.text}`),
        ),
      ];
    case "official":
      return [
        `Country: ${nameOf(catalogue, entity.country)}`,
        `Why here: ${entity.reason}`,
        ...block("Offices", entity.roles.map(describeRole)),
      ];
    case "organisation":
      return [
        `${entity.does}${entity.country ? `, ${nameOf(catalogue, entity.country)}` : ""}`,
        ...line("Members", namesOf(catalogue, entity.members)),
      ];
    case "policy":
      return [
        `${entity.does}; issued by ${nameOf(catalogue, entity.issuer)}`,
        ...line("Part of", entity.partOf && nameOf(catalogue, entity.partOf)),
      ];
  }
}

/** One office with its days, in words. */
export function describeRole(role: Role): string {
  const end = role.until
    ? ` until ${role.until}`
    : role.end === "held"
      ? ", still held when last checked"
      : ", end not known";
  const acting = role.acting ? " (acting)" : "";
  return `${role.title}${acting}, ${role.organisation}: from ${role.from ?? "a day not known"}${end}`;
}

/** One source: who, when, of what kind, in whose interest, and where. */
export function describeSource(source: Source): string {
  const kind = [source.kind, source.interest, source.seen ? undefined : "not read"].filter(Boolean);
  const date = source.date ? `, ${source.date}` : "";
  return `${source.publisher}${date} (${kind.join("; ")}): ${source.url}`;
}

function describeSpelling(spelling: Spelling): string {
  const notes = [
    spelling.form === "name" ? undefined : spelling.form,
    spelling.lang?.join(", "),
    spelling.from && `from ${spelling.from}`,
    spelling.until && `until ${spelling.until}`,
    spelling.when && "only where its context fits",
    spelling.uncertain && "a guess",
  ].filter(Boolean);
  return notes.length > 0 ? `${spelling.text} (${notes.join("; ")})` : spelling.text;
}

function describeClaims(claims: Claim[]): string[] {
  const lines = claims.flatMap((claim) => [
    `${claim.by}: ${claim.says}`,
    ...claim.answers.map((answer) => `  ${answer.by}: ${answer.says}`),
    ...(claim.answers.length === 0 ? ["  no answer found"] : []),
  ]);
  return block("Claims and answers", lines);
}

function describeSources(sources: Record<string, Source>): string[] {
  return block("Sources", Object.values(sources).map(describeSource));
}

const stanceWords: Record<Measure["stance"], string> = {
  prohibits: "prohibits",
  restricts: "restricts",
  "case-by-case": "leaves it to be decided case by case",
  permits: "permits",
  "under-review": "reviews",
  none: "takes no side",
};

function nameOf(catalogue: Catalogue, id: string): string {
  return catalogue.entity(id)?.name ?? id;
}

function namesOf(catalogue: Catalogue, ids: string[]): string {
  return ids.map((id) => nameOf(catalogue, id)).join(", ");
}

function line(label: string, text: string | undefined): string[] {
  return text ? [`${label}: ${text}`] : [];
}

function block(label: string, lines: string[]): string[] {
  return lines.length > 0 ? [`${label}:`, ...lines.map((text) => `  ${text}`)] : [];
}

/** A term of the schema as it is read: "case by case". */
export function words(value: string): string {
  return value.replaceAll("-", " ");
}
