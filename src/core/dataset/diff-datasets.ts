import { z } from "zod";
import { type Catalogue, createCatalogue } from "./catalogue.ts";
import { isByNameOnly } from "./name-only.ts";
import { rolesOn } from "./roles.ts";
import { type Dataset, type Entity, entityKinds, type Measure } from "./schema.ts";
import { statusOn } from "./status.ts";

const recordName = { kind: z.enum([...entityKinds, "measure"]), id: z.string(), name: z.string() };
const versionOf = z.strictObject({ version: z.string(), date: z.string() });
const policyLine = z.string().describe("The present answer: 'in force, restricts: scope'.");

export const datasetDiffSchema = z
  .strictObject({
    before: versionOf,
    after: versionOf,
    added: z.array(z.strictObject(recordName)),
    removed: z
      .array(z.strictObject({ ...recordName, now: z.array(z.string()) }))
      .describe("Gone, with what took its place; empty where nothing did."),
    changed: z.array(z.strictObject({ ...recordName, fields: z.array(z.string()) })),
    policies: z
      .array(
        z.strictObject({ country: z.string(), subject: z.string(), before: policyLine, after: policyLine }),
      )
      .describe("Pairs whose present answer is another."),
    offices: z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          before: z.array(z.string()),
          after: z.array(z.string()),
        }),
      )
      .describe("People whose present offices are others."),
  })
  .describe("What differs from the previous version, in terms of what a reader sees.");

export type DatasetDiff = z.output<typeof datasetDiffSchema>;
export type RecordName = DatasetDiff["added"][number];

/** What differs between two datasets, in terms of what a reader sees on the newer one's day. */
export function diffDatasets(before: Dataset, after: Dataset): DatasetDiff {
  const old = new Map(recordsOf(before).map((record) => [record.id, record]));
  const now = new Map(recordsOf(after).map((record) => [record.id, record]));
  const changed = [...now.values()].flatMap((record) => {
    const earlier = old.get(record.id);
    const fields = earlier ? changedFields(earlier, record) : [];
    return fields.length > 0 ? [{ ...nameOf(record), fields }] : [];
  });
  const touched = new Set([
    ...changed.map(({ id }) => id),
    ...[...now.keys()].filter((id) => !old.has(id)),
    ...[...old.keys()].filter((id) => !now.has(id)),
  ]);
  const catalogues = { before: createCatalogue(before), after: createCatalogue(after) };
  return {
    before: { version: before.info.version, date: before.info.date },
    after: { version: after.info.version, date: after.info.date },
    added: [...now.values()].filter(({ id }) => !old.has(id)).map(nameOf),
    removed: [...old.values()]
      .filter(({ id }) => !now.has(id))
      .map((record) => ({ ...nameOf(record), now: after.redirects[record.id] ?? [] })),
    changed,
    policies: diffPolicies(catalogues, touched),
    offices: diffOffices(catalogues, changed),
  };
}

type NamedRecord = (Entity | Measure) & { id: string };

function recordsOf(dataset: Dataset): NamedRecord[] {
  // Countries that are known by name only come with the library; their coming and going is no news.
  const recorded = dataset.entities.filter((entity) => !isByNameOnly(entity));
  return [...recorded, ...dataset.measures];
}

function nameOf(record: NamedRecord): RecordName {
  return "title" in record
    ? { kind: "measure", id: record.id, name: record.title }
    : { kind: record.kind, id: record.id, name: record.name };
}

/** Fields that differ; when a source or record was last looked at is no difference to a reader. */
function changedFields(before: NamedRecord, after: NamedRecord): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  fields.delete("checked");
  return [...fields].filter((field) => {
    const one = withoutChecks(Reflect.get(before, field));
    return !sameValue(one, withoutChecks(Reflect.get(after, field)));
  });
}

function withoutChecks(value: unknown): unknown {
  return value === undefined
    ? undefined
    : JSON.parse(JSON.stringify(value, (key, inner) => (key === "checked" ? undefined : inner)));
}

interface Catalogues {
  before: Catalogue;
  after: Catalogue;
}

/** Vendors that stand for all suppliers where a measure aims at a class. */
const usualVendors = ["huawei", "zte"];

function diffPolicies({ before, after }: Catalogues, touched: Set<string>): DatasetDiff["policies"] {
  const pairs = new Map<string, { place: string; subject: string }>();
  const measures = [...before.dataset.measures, ...after.dataset.measures].filter(({ id }) =>
    touched.has(id),
  );
  for (const measure of measures) {
    const aimed = measure.targets.flatMap((target) => target.entity ?? usualVendors);
    for (const place of measure.appliesIn) {
      for (const subject of aimed) pairs.set(`${place} ${subject}`, { place, subject });
    }
  }
  const today = after.info.date;
  return [...pairs.values()].flatMap(({ place, subject }) => {
    const lines = [before, after].map((catalogue) => answerIn(catalogue, place, subject, today));
    const [old = "", now = ""] = lines;
    if (old === now) return [];
    const named = (id: string) => after.entity(id)?.name ?? before.entity(id)?.name ?? id;
    return [{ country: named(place), subject: named(subject), before: old, after: now }];
  });
}

function answerIn(catalogue: Catalogue, placeId: string, subjectId: string, today: string): string {
  const place = catalogue.entityOf("country", placeId) ?? catalogue.entityOf("organisation", placeId);
  const subject = catalogue.entity(subjectId);
  if (!place || !subject) return "not in the dataset";
  const { status, stance, lead } = statusOn(catalogue, { place, subject, on: today, today });
  return lead ? `${words(status)}, ${words(stance)}: ${lead.measure.scope}` : "no record";
}

function diffOffices({ before, after }: Catalogues, changed: RecordName[]): DatasetDiff["offices"] {
  const today = after.info.date;
  const held = (catalogue: Catalogue, id: string) => {
    const official = catalogue.entityOf("official", id);
    return official ? rolesOn(official, today).map(({ role }) => `${role.title}, ${role.organisation}`) : [];
  };
  return changed
    .filter(({ kind }) => kind === "official")
    .map(({ id, name }) => ({ id, name, before: held(before, id), after: held(after, id) }))
    .filter((office) => !sameValue(office.before, office.after));
}

/** A term of the schema as it is read: "case by case". */
function words(value: string): string {
  return value.replaceAll("-", " ");
}

/** Whether two values are the same as JSON, in whatever order their fields stand. */
function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && sameValue(Reflect.get(one, key), Reflect.get(other, key)),
    )
  );
}
