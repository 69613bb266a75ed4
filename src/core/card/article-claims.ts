/**
 * All that the dataset says about what an article names, one row for each claim (S14): measures as they stood on the
 * article's day and stand today, offices, disputed statements with their answers, and the sentence about each entity.
 * The same functions as the card's give the answers.
 */
import type { Catalogue } from "../dataset/catalogue.ts";
import { type Day, daysOf } from "../dataset/dates.ts";
import { isConfirmed } from "../dataset/evidence.ts";
import { rolesOn } from "../dataset/roles.ts";
import type { Claim, Entity, Measure, Official, Role, Source } from "../dataset/schema.ts";
import { applyMeasure, measuresOfPair, type Reach } from "../dataset/status.ts";
import { reachesOf, reachOf } from "./acts-of.ts";
import type { CardPack, CardSource, EntityLink, PolicyBrief } from "./card-model.ts";
import { isPlace, pairOf } from "./choose-pairs.ts";
import { linkOf } from "./describe.ts";
import { packOf } from "./pack-of.ts";
import { policyBrief } from "./since-then.ts";
import { createSourceRegister, type SourceRegister } from "./source-register.ts";

export interface ArticleClaims {
  /** Null where the article's day is not known: every row then has only today's state. */
  articleDay: Day | null;
  today: Day;
  dataset: { version: string; date: Day };
  rows: ClaimRow[];
  /** What the rows' numbers point at. */
  sources: CardSource[];
  /** Where some of the rows are a private pack's. */
  pack?: CardPack;
}

export type ClaimRow = MeasureRow | OfficeRow | StatementRow | AboutRow;

interface Row {
  /** Id of the record that makes the claim. */
  record: string;
  /** What the article names and the claim is about. */
  concerns: EntityLink[];
  sources: number[];
}

export interface MeasureRow extends Row {
  kind: "measure";
  issuer: string;
  title: string;
  scope: string;
  summary: string;
  /** Somebody read a source that supports it. */
  confirmed: boolean;
  /** Null where the article's day is not known. */
  atArticle: PolicyBrief | null;
  now: PolicyBrief;
}

export interface OfficeRow extends Row {
  kind: "office";
  title: string;
  organisation: string;
  from?: string;
  until?: string;
  atArticle: Held | null;
  now: Held;
}

export type Held = "held" | "perhaps" | "not-held";

/** Something disputed: who says it, and what the other side answers. */
export interface StatementRow extends Row {
  kind: "statement";
  by: string;
  says: string;
  on?: string;
  answers: { by: string; says: string }[];
}

export interface AboutRow extends Row {
  kind: "about";
  text: string;
}

export interface ClaimsQuestion {
  articleDay: Day | null;
  today: Day;
  /** Ids of what the article names for certain. */
  named: string[];
}

/** Measures come first, by the day on which they began; then statements, offices, and what each entity is. */
export function articleClaims(
  catalogue: Catalogue,
  { articleDay, today, named }: ClaimsQuestion,
): ArticleClaims {
  const entities = [...new Set(named.flatMap((id) => catalogue.entity(id) ?? []))];
  const register = createSourceRegister();
  const concerning = measuresOf(catalogue, entities);
  const measures = concerning.map((one) => measureRow(catalogue, one, articleDay, today, register));
  const statements = [
    ...byMeasure(concerning).flatMap(({ measure, concerns }) =>
      measure.claims.map((claim) => statementRow(measure, concerns, claim, register)),
    ),
    ...entities.flatMap((entity) =>
      entity.claims.map((claim) => statementRow(entity, [entity], claim, register)),
    ),
  ];
  const offices = entities.flatMap((entity) =>
    entity.kind === "official" ? officeRows(entity, articleDay, today, register) : [],
  );
  const about = entities.map((entity): AboutRow => {
    const { text, sources } = register.citeText(entity.sentence, entity.sources, entity.cites);
    return { kind: "about", record: entity.id, concerns: [linkOf(entity)], text, sources };
  });
  const rows = [...measures, ...statements, ...offices, ...about];
  return {
    articleDay,
    today,
    dataset: { version: catalogue.info.version, date: catalogue.info.date },
    rows,
    sources: register.all(),
    pack: packOf(
      catalogue,
      rows.map(({ record }) => record),
    ),
  };
}

interface Concerning {
  reach: Reach;
  concerns: Entity[];
}

/**
 * What the cards of the page speak of: measures of its pairs and of its policies; of an entity without either, its own
 * acts or those that name it. A measure that names one vendor and reaches another by its criteria stands there once for
 * each: what it does to the one it need not do to the other.
 */
function measuresOf(catalogue: Catalogue, entities: Entity[]): Concerning[] {
  const found = new Map<string, { reach: Reach; concerns: Set<Entity> }>();
  const add = (reach: Reach, concerns: Entity[]) => {
    const key = `${reach.measure.id} ${reach.targeting}`;
    const known = found.get(key) ?? { reach, concerns: new Set() };
    for (const entity of concerns) known.concerns.add(entity);
    found.set(key, known);
  };
  for (const place of entities.filter(isPlace)) {
    for (const other of entities) {
      const subject = pairOf(place, other)?.subject;
      if (!subject) continue;
      for (const reach of measuresOfPair(catalogue, place, subject)) add(reach, [place, subject]);
    }
  }
  for (const policy of entities.filter(({ kind }) => kind === "policy")) {
    for (const measure of catalogue.measuresAbout(policy.id)) {
      if (measure.policies.includes(policy.id)) add(reachOf(catalogue, measure), [policy]);
    }
  }
  const reached = new Set([...found.values()].flatMap(({ concerns }) => [...concerns]));
  for (const entity of entities) {
    if (!reached.has(entity)) for (const reach of reachesOf(catalogue, entity)) add(reach, [entity]);
  }
  const began = ({ reach }: Concerning) => daysOf(reach.measure.steps[0]?.on ?? "9999").first;
  return [...found.values()]
    .map(({ reach, concerns }) => ({ reach, concerns: [...concerns] }))
    .sort((one, other) => (began(one) < began(other) ? -1 : 1));
}

/** Each measure once, with all that it concerns, however it reaches them: what is disputed about it is the same. */
function byMeasure(concerning: Concerning[]): { measure: Measure; concerns: Entity[] }[] {
  return [...Map.groupBy(concerning, ({ reach }) => reach.measure)].map(([measure, rows]) => ({
    measure,
    concerns: [...new Set(rows.flatMap(({ concerns }) => concerns))],
  }));
}

function measureRow(
  catalogue: Catalogue,
  { reach, concerns }: Concerning,
  articleDay: Day | null,
  today: Day,
  register: SourceRegister,
): MeasureRow {
  const { measure } = reach;
  const { text: summary, sources } = register.citeText(measure.summary, measure.sources, measure.cites);
  return {
    kind: "measure",
    record: measure.id,
    concerns: concerns.map(linkOf),
    issuer: catalogue.entity(measure.issuer)?.name ?? measure.body,
    title: measure.title,
    scope: measure.scope,
    summary,
    confirmed: isConfirmed(measure),
    atArticle: articleDay === null ? null : policyBrief(applyMeasure(reach, articleDay)),
    now: policyBrief(applyMeasure(reach, today)),
    sources,
  };
}

function statementRow(
  { id, sources }: { id: string; sources: Record<string, Source> },
  concerns: Entity[],
  claim: Claim,
  register: SourceRegister,
): StatementRow {
  const keys = [...claim.sources, ...claim.answers.flatMap((answer) => answer.sources)];
  return {
    kind: "statement",
    record: id,
    concerns: concerns.map(linkOf),
    by: claim.by,
    says: claim.says,
    on: claim.on,
    answers: claim.answers.map(({ by, says }) => ({ by, says })),
    sources: register.cite(sources, keys),
  };
}

function officeRows(
  official: Official,
  articleDay: Day | null,
  today: Day,
  register: SourceRegister,
): OfficeRow[] {
  const heldOn = (role: Role, day: Day): Held => {
    const held = rolesOn(official, day).find((one) => one.role === role);
    return held ? (held.uncertain ? "perhaps" : "held") : "not-held";
  };
  return official.roles.map((role) => ({
    kind: "office",
    record: official.id,
    concerns: [linkOf(official)],
    title: role.title,
    organisation: role.organisation,
    from: role.from,
    until: role.until,
    atArticle: articleDay === null ? null : heldOn(role, articleDay),
    now: heldOn(role, today),
    sources: register.cite(official.sources, role.sources),
  }));
}
