import type { Catalogue } from "../dataset/catalogue.ts";
import type { Day } from "../dataset/dates.ts";
import { isConfirmed, knownUntil, latest } from "../dataset/evidence.ts";
import { compareForPolicy } from "../dataset/measure-weight.ts";
import { rolesOn } from "../dataset/roles.ts";
import type { Claim, Entity, EntityOf, Measure, Official, Role, Source } from "../dataset/schema.ts";
import {
  type AppliedMeasure,
  laterSteps,
  measuresOfPair,
  standingOn,
  statusOn,
  type Targeting,
} from "../dataset/status.ts";
import type {
  ArticleDate,
  CardModel,
  ClaimView,
  EntityLink,
  OfficeView,
  PairView,
  PolicyAnswer,
  PolicyBrief,
  PolicyView,
  TimelineStep,
} from "./card-model.ts";
import { choosePairs, type NamedAt, type Pair } from "./choose-pairs.ts";
import { createSourceRegister, type SourceRegister } from "./source-register.ts";

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
  const home = "country" in entity && entity.country ? catalogue.entity(entity.country) : undefined;
  const issuer = entity.kind === "policy" ? catalogue.entity(entity.issuer) : undefined;
  const sentence = register.citeText(entity.sentence, entity.sources, entity.cites);
  const owner = "owner" in entity && entity.owner ? [entity.owner] : [];
  const hints = [...owner, ...entity.hints].map((hint) =>
    register.citeText(hint.text, entity.sources, hint.sources),
  );
  return {
    entity: linkOf(entity),
    does: "does" in entity ? entity.does : "",
    home: home ? linkOf(home) : issuer ? linkOf(issuer) : undefined,
    sentence,
    candidates: (question.candidates ?? []).flatMap((id) => {
      const candidate = catalogue.entity(id);
      return candidate ? linkOf(candidate) : [];
    }),
    articleDate,
    today,
    pairs,
    life: story?.life ?? null,
    offices,
    claims: [
      ...entity.claims.map((claim) => claimView(claim, entity.sources, register)),
      ...(story?.claims ?? []),
    ],
    hints,
    sources: register.all(),
    dataset: { version: catalogue.info.version, date: catalogue.info.date },
    checked: entity.checked,
    notes: question.notes,
  };
}

export function linkOf(entity: Entity): EntityLink {
  return { id: entity.id, name: entity.name, kind: entity.kind };
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
    return { answer: policyAnswer(answer, on, searched, register), lead: answer.lead };
  };
  const thenAnswer = then ? answerOn(then) : null;
  const nowAnswer = answerOn(today);
  const leads = [thenAnswer?.lead, nowAnswer.lead].flatMap((lead) => (lead ? lead.measure : []));
  const concerning = measuresOfPair(catalogue, place, subject).map(({ measure }) => measure);
  const story = [...new Set([...leads, ...leads.flatMap((lead) => chainOf(lead, concerning))])];
  const claims = story.flatMap((measure) =>
    measure.claims.map((claim) => claimView(claim, measure.sources, register)),
  );
  // Where both sides were heard comes first; the measures that lead come before the rest of their story.
  claims.sort((a, b) => Number(b.answers.length > 0) - Number(a.answers.length > 0));
  return {
    country: linkOf(place),
    inCountry: place.inText ?? place.name,
    subject: linkOf(subject),
    atArticle: thenAnswer?.answer ?? null,
    now: nowAnswer.answer,
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
  const concerning = enacting.map((measure) => ({
    measure,
    targeting: broadestTargeting(measure),
    own: true,
    ownChoice: false,
    partial: false,
  }));
  const answerOn = (on: Day) => {
    const standing = standingOn(concerning, on, compareForPolicy);
    return { answer: policyAnswer(standing, on, [], register), lead: standing.lead };
  };
  const thenAnswer = then ? answerOn(then) : null;
  const nowAnswer = answerOn(today);
  const leads = [thenAnswer?.lead, nowAnswer.lead].flatMap((lead) => lead?.measure ?? []);
  return {
    life: {
      atArticle: thenAnswer?.answer ?? null,
      now: nowAnswer.answer,
      timeline: timelineOf([...measures], [...measures], today, register),
    },
    claims: [...new Set(leads)].flatMap((measure) =>
      measure.claims.map((claim) => claimView(claim, measure.sources, register)),
    ),
  };
}

function policyAnswer(
  standing: { lead: AppliedMeasure | null; current: AppliedMeasure[] },
  on: Day,
  searched: PolicyAnswer["searched"],
  register: SourceRegister,
): PolicyAnswer {
  const { lead, current } = standing;
  return {
    on,
    lead: lead && policyView(lead, register),
    others: current
      .filter((applied) => applied !== lead && applied.measure.stance !== "none")
      .map(policyBrief),
    searched: lead ? [] : searched,
  };
}

export function policyBrief({ measure, state, stance }: AppliedMeasure): PolicyBrief {
  const { status, endedBy, since } = state;
  return { measure: measure.id, title: measure.title, status, endedBy, since, stance };
}

function policyView(applied: AppliedMeasure, register: SourceRegister): PolicyView {
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
    unconfirmed: measure.unconfirmed,
    confirmed: isConfirmed(measure),
  };
}

/** A measure with what it replaced and what replaced it, as far as they concern the same pair. */
function chainOf(measure: Measure, concerning: Measure[]): Measure[] {
  const chain = new Set<Measure>([measure]);
  for (const member of chain) {
    for (const other of concerning) {
      if (other.supersedes.includes(member.id) || member.supersedes.includes(other.id)) chain.add(other);
    }
  }
  return [...chain];
}

function timelineOf(
  measures: Measure[],
  leads: Measure[],
  today: Day,
  register: SourceRegister,
): TimelineStep[] {
  const replaced = new Set(measures.flatMap((measure) => measure.supersedes));
  return laterSteps(measures, "0000-00-00", today).flatMap((later) => {
    // The replacing measure's own step already says it.
    if (later.step === "superseded" && replaced.has(later.measure.id)) return [];
    return {
      on: later.on,
      step: later.step,
      text: later.text ?? later.measure.title,
      ahead: later.ahead,
      main: leads.includes(later.measure),
      sources: register.cite(later.measure.sources, later.sources),
    };
  });
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

function claimView(claim: Claim, sources: Record<string, Source>, register: SourceRegister): ClaimView {
  return {
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

/** For a policy's own card no vendor is asked about: its targets say how it aims. */
function broadestTargeting(measure: Measure): Targeting {
  return measure.targets[0]?.basis ?? "criteria";
}
