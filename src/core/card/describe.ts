import type { Catalogue } from "../dataset/catalogue.ts";
import type { Day } from "../dataset/dates.ts";
import { isConfirmed, knownUntil, latest } from "../dataset/evidence.ts";
import { compareForPolicy } from "../dataset/measure-weight.ts";
import { rolesOn } from "../dataset/roles.ts";
import type { Claim, Entity, EntityOf, Measure, Official, Role } from "../dataset/schema.ts";
import { type AppliedMeasure, measuresOfPair, standingOn, statusOn } from "../dataset/status.ts";
import { actsOf, reachOf } from "./acts-of.ts";
import type {
  ArticleDate,
  CardModel,
  ClaimView,
  EntityLink,
  OfficeView,
  PairView,
  PolicyAnswer,
  PolicyView,
} from "./card-model.ts";
import { choosePairs, type NamedAt, type Pair } from "./choose-pairs.ts";
import { ladderOf } from "./ladder.ts";
import { packOf, recordsIn } from "./pack-of.ts";
import { changesSince, policyBrief } from "./since-then.ts";
import { createSourceRegister, type SourceRegister } from "./source-register.ts";
import { chainOf, timelineOf } from "./timeline-of.ts";

export interface DescribeQuestion {
  id: string;
  articleDate: ArticleDate;
  today: Day;
  /** All mentions of the page, for choosing the pair; `at` is the one pointed at. */
  mentions: NamedAt[];
  at?: number;
  /** Ids that an uncertain mention may be. */
  candidates?: string[];
  /** How many notes the researcher has on this entity. */
  notes: number;
}

/** The card of one entity on one page, or null when the dataset has no such entity. */
export function describe(catalogue: Catalogue, question: DescribeQuestion): CardModel | null {
  const entity = catalogue.entity(question.id);
  if (!entity) return null;
  const { articleDate, today } = question;
  const then = articleDate?.day ?? null;
  const register = createSourceRegister();
  const pairs = choosePairs(catalogue, entity, question.mentions, question.at).map((pair) =>
    pairView(catalogue, pair, then, today, register),
  );
  const story = entity.kind === "policy" ? policyLife(catalogue, entity, then, today, register) : null;
  const offices = entity.kind === "official" ? officesOf(catalogue, entity, then, today, register) : null;
  const home = homeOf(catalogue, entity);
  const sentence = register.citeText(entity.sentence, entity.sources, entity.cites);
  const owner = "owner" in entity && entity.owner ? [entity.owner] : [];
  const hints = [...owner, ...entity.hints].map((hint) =>
    register.citeText(hint.text, entity.sources, hint.sources),
  );
  const card: CardModel = {
    entity: linkOf(entity),
    does: "does" in entity ? entity.does : "",
    home: home && linkOf(home),
    sentence,
    candidates: (question.candidates ?? []).flatMap((id) => {
      const candidate = catalogue.entity(id);
      return candidate ? linkOf(candidate) : [];
    }),
    articleDate,
    today,
    pairs,
    life: story?.life ?? null,
    acts: pairs.length === 0 ? actsOf(catalogue, entity, then, today, register) : null,
    offices,
    claims: [...entity.claims.map((claim) => claimView(claim, entity, register)), ...(story?.claims ?? [])],
    hints,
    sources: register.all(),
    dataset: aboutDataset(catalogue),
    checked: entity.checked,
    notes: question.notes,
  };
  const pack = packOf(catalogue, [entity.id, card.home?.id, ...recordsIn(card)]);
  return pack ? { ...card, pack } : card;
}

function aboutDataset({ info: { version, date, mail, issues } }: Catalogue): CardModel["dataset"] {
  return { version, date, ...(mail && { mail }), ...(issues && { issues }) };
}

/** The country that an entity belongs to, or whose act a policy is; a policy may be a body's. */
export function homeOf(catalogue: Catalogue, entity: Entity): Entity | undefined {
  const id = entity.kind === "policy" ? entity.issuer : "country" in entity ? entity.country : undefined;
  return id === undefined ? undefined : catalogue.entity(id);
}

export function linkOf(entity: Entity): EntityLink {
  const { id, name, kind } = entity;
  return kind === "country" ? { id, name, kind, code: entity.code } : { id, name, kind };
}

export function pairView(
  catalogue: Catalogue,
  { place, subject }: Pair,
  then: Day | null,
  today: Day,
  register: SourceRegister,
): PairView {
  // Searches were for measures on equipment vendors; of an app or an operator they say nothing.
  const searched = place.kind === "country" && subject.kind === "vendor" ? place.searched : [];
  const answerOn = (on: Day) => {
    const answer = statusOn(catalogue, { place, subject, on, today });
    return { answer: policyAnswer(answer, on, today, searched, register), lead: answer.lead };
  };
  const thenAnswer = then ? answerOn(then) : null;
  const nowAnswer = answerOn(today);
  const leads = [thenAnswer?.lead, nowAnswer.lead].flatMap((lead) => (lead ? lead.measure : []));
  const reaches = measuresOfPair(catalogue, place, subject);
  const concerning = reaches.map(({ measure }) => measure);
  const story = [...new Set([...leads, ...leads.flatMap((lead) => chainOf(lead, concerning))])];
  const claims = story.flatMap((measure) =>
    measure.claims.map((claim) => claimView(claim, measure, register)),
  );
  // Where both sides were heard comes first; the measures that lead come before the rest of their story.
  claims.sort((a, b) => Number(b.answers.length > 0) - Number(a.answers.length > 0));
  return {
    country: linkOf(place),
    inCountry: place.inText ?? place.name,
    subject: linkOf(subject),
    atArticle: thenAnswer?.answer ?? null,
    now: nowAnswer.answer,
    sinceThen: then ? changesSince(reaches, (day) => standingOn(reaches, day).lead, then, today) : null,
    timeline: timelineOf(story, leads, today, register),
    claims,
    knownUntil: latest(concerning.map(knownUntil)),
  };
}

function policyLife(
  catalogue: Catalogue,
  policy: EntityOf<"policy">,
  then: Day | null,
  today: Day,
  register: SourceRegister,
): { life: CardModel["life"]; claims: ClaimView[] } | null {
  const { id } = policy;
  const measures = catalogue.measuresAbout(id).filter((measure) => measure.policies.includes(id));
  if (measures.length === 0) return null;
  // What enacts the policy speaks for it; acts of others, or of another policy, only belong to its story.
  const first = measures.filter(({ policies }) => policies[0] === id);
  const own = first.filter(({ issuer }) => issuer === policy.issuer);
  const enacting = [own, first, measures].find((list) => list.length > 0) ?? [];
  const concerning = enacting.map((measure) => reachOf(catalogue, measure));
  const answerOn = (on: Day) => {
    const standing = standingOn(concerning, on, compareForPolicy);
    return { answer: policyAnswer(standing, on, today, [], register), lead: standing.lead };
  };
  const leadOn = (day: Day) => standingOn(concerning, day, compareForPolicy).lead;
  const thenAnswer = then ? answerOn(then) : null;
  const nowAnswer = answerOn(today);
  const leads = [thenAnswer?.lead, nowAnswer.lead].flatMap((lead) => lead?.measure ?? []);
  return {
    life: {
      atArticle: thenAnswer?.answer ?? null,
      now: nowAnswer.answer,
      sinceThen: then ? changesSince(concerning, leadOn, then, today) : null,
      timeline: timelineOf([...measures], [...measures], today, register),
    },
    claims: [...new Set(leads)].flatMap((measure) =>
      measure.claims.map((claim) => claimView(claim, measure, register)),
    ),
  };
}

function policyAnswer(
  standing: { lead: AppliedMeasure | null; current: AppliedMeasure[] },
  on: Day,
  today: Day,
  searched: PolicyAnswer["searched"],
  register: SourceRegister,
): PolicyAnswer {
  const { lead, current } = standing;
  return {
    on,
    lead: lead && policyView(lead, on, today, register),
    others: current
      .filter((applied) => applied !== lead && applied.measure.stance !== "none")
      .map(policyBrief),
    searched: lead ? [] : searched,
  };
}

function policyView(applied: AppliedMeasure, on: Day, today: Day, register: SourceRegister): PolicyView {
  const { measure, state, targeting } = applied;
  return {
    ...policyBrief(applied),
    appealed: state.appealed,
    imprecise: state.imprecise,
    nextDeadline: state.nextDeadline && { on: state.nextDeadline.on, text: state.nextDeadline.text },
    targeting,
    force: measure.force,
    body: measure.body,
    ownChoice: applied.ownChoice,
    part: measure.part,
    areas: measure.areas,
    scope: measure.scope,
    summary: register.citeText(measure.summary, measure.sources, measure.cites),
    ladder: ladderOf(measure, on, today, register),
    unconfirmed: measure.unconfirmed,
    confirmed: isConfirmed(measure),
  };
}

function officesOf(
  catalogue: Catalogue,
  official: Official,
  then: Day | null,
  today: Day,
  register: SourceRegister,
): NonNullable<CardModel["offices"]> {
  const view = (role: Role, uncertain: boolean): OfficeView => ({
    title: role.title,
    organisation: role.organisation,
    country: role.country && catalogue.entity(role.country)?.name,
    acting: role.acting ?? false,
    from: role.from,
    until: role.until,
    end: role.end,
    uncertain,
    sources: register.cite(official.sources, role.sources),
  });
  const held = (on: Day) => rolesOn(official, on).map(({ role, uncertain }) => view(role, uncertain));
  return {
    atArticle: then ? held(then) : null,
    now: held(today),
    all: official.roles.map((role) => view(role, false)).reverse(),
  };
}

function claimView(claim: Claim, { id, sources }: Entity | Measure, register: SourceRegister): ClaimView {
  return {
    record: id,
    by: claim.by,
    says: claim.says,
    on: claim.on,
    sources: register.cite(sources, claim.sources),
    answers: claim.answers.map((answer) => ({
      by: answer.by,
      says: answer.says,
      on: answer.on,
      sources: register.cite(sources, answer.sources),
    })),
  };
}
