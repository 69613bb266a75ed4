/**
 * For a country, a vendor and a day: what was the policy?
 *
 * Several measures usually concern one pair (a procurement rule, an export control, a network decision).
 * All are returned; one leads the answer (`compareWeight` has the order).
 *
 * What never happens here: a draft, an order that courts stopped, or a law that names nobody comes out
 * as a ban in force. `effectiveStance` is the one place that sees to it.
 */
import type { Catalogue } from "./catalogue.ts";
import { isCompanyKind } from "./company-kinds.ts";
import { type DatedValue, type Day, daysOf } from "./dates.ts";
import { type MeasureState, measureStateOn } from "./measure-state.ts";
import { compareText, compareWeight, touchesNetworks } from "./measure-weight.ts";
import type { Country, Entity, EntityOf, LadderStep, Measure, Source, Stance } from "./schema.ts";

/** Where a policy can apply: a country, or a body whose acts apply in its members. */
export type Place = Country | EntityOf<"organisation">;

/** How a measure reaches the vendor asked about. */
export type Targeting = "named" | "understood" | "criteria" | "product-class";

export interface AppliedMeasure {
  measure: Measure;
  state: MeasureState;
  targeting: Targeting;
  /** The place's own act or one that names it, not one that reaches it through a membership. */
  own: boolean;
  /** A company's own choice, which is no policy of the state. */
  ownChoice: boolean;
  /** It applies in a part of the country only. What a body rules for itself is all that it can rule, and not partial. */
  partial: boolean;
  /** What it does to this vendor on this day, its state taken into account. */
  stance: Stance;
}

/** A measure that concerns a pair, and how. */
export type Reach = Pick<AppliedMeasure, "measure" | "targeting" | "own" | "ownChoice" | "partial">;

export interface LaterStep {
  on: DatedValue;
  step: LadderStep;
  text?: string;
  /** Keys of the measure's sources. */
  sources: string[];
  measure: Measure;
  /** The day has not come yet. */
  ahead: boolean;
}

export interface StatusAnswer {
  place: Place;
  subject: Entity;
  on: Day;
  /** `no-record` means that the dataset holds no act of the state, never that there is no restriction. */
  status: MeasureState["status"] | "no-record";
  /** `none` where only companies chose, or only a part of the country acted: neither is a state's ban. */
  stance: Stance;
  /** The measure that leads the answer; one that does not speak for the state only where nothing else is on record. */
  lead: AppliedMeasure | null;
  /** All measures that had begun by the day and have not ended, the lead first. */
  current: AppliedMeasure[];
  /** Steps after the day, oldest first. */
  later: LaterStep[];
}

export function statusOn(
  catalogue: Catalogue,
  question: { place: Place; subject: Entity; on: Day; today: Day },
): StatusAnswer {
  const { place, subject, on, today } = question;
  const concerning = measuresOfPair(catalogue, place, subject);
  const { lead, current } = standingOn(concerning, on);
  return {
    place,
    subject,
    on,
    status: lead && speaksForState(lead) ? lead.state.status : "no-record",
    stance: lead && speaksForState(lead) ? lead.stance : "none",
    lead,
    current,
    later: laterSteps(
      concerning.map(({ measure }) => measure),
      on,
      today,
    ),
  };
}

/** Neither a company's own choice nor an act for a part of the country is the country's policy. */
export function speaksForState({ ownChoice, partial }: AppliedMeasure): boolean {
  return !ownChoice && !partial;
}

/** Measures that concern the pair at any time, each with how it reaches the vendor. */
export function measuresOfPair(catalogue: Catalogue, place: Place, subject: Entity): Reach[] {
  const places = place.kind === "country" ? [place.id, ...place.memberOf] : [place.id];
  const found = new Map<string, Reach>();
  for (const id of places) {
    for (const measure of catalogue.measuresAbout(id)) {
      if (!measure.appliesIn.some((where) => places.includes(where)) || found.has(measure.id)) continue;
      const targeting = targetingOf(measure, subject);
      if (!targeting) continue;
      const own = measure.appliesIn.includes(place.id);
      // What a body rules for its own offices does not reach its members.
      if (!own && measure.part) continue;
      const ownChoice = isCompanyKind(catalogue.entity(measure.issuer)?.kind);
      const partial = measure.part !== undefined && place.kind === "country";
      found.set(measure.id, { measure, targeting, own, ownChoice, partial });
    }
  }
  return [...found.values()];
}

/** The sources that a measure's summary rests on, then those of its steps, each once. */
export function sourcesOf(measure: Measure): Source[] {
  const keys = [...measure.cites, ...measure.steps.flatMap((step) => step.sources)];
  return [...new Set(keys)].flatMap((key) => measure.sources[key] ?? []);
}

/**
 * Measures as they stood on a day: those that had begun and not ended, weightiest first; and if there is
 * none, the one that ended last. One that was replaced leads only if nothing else is on record: its
 * successor may have left this vendor out, and that is not the same as no record.
 */
export function standingOn(
  concerning: Reach[],
  on: Day,
  order = compareWeight,
): { lead: AppliedMeasure | null; current: AppliedMeasure[] } {
  const started = concerning
    .map((reach) => applyMeasure(reach, on))
    .filter((applied) => applied.state.status !== "not-yet");
  const current = started.filter((applied) => applied.state.status !== "ended").sort(order);
  const ended = started
    .filter((applied) => applied.state.status === "ended")
    .sort(
      (a, b) =>
        Number(a.state.endedBy === "superseded") - Number(b.state.endedBy === "superseded") ||
        compareText(daysOf(b.state.since).last, daysOf(a.state.since).last) ||
        compareWeight(a, b),
    );
  const acts = [...current, ...ended];
  return { lead: acts.find(speaksForState) ?? acts[0] ?? null, current };
}

/** A measure as it stands on a day, also one that had not begun. */
export function applyMeasure(reach: Reach, on: Day): AppliedMeasure {
  const state = measureStateOn(reach.measure, on);
  return { ...reach, state, stance: effectiveStance(reach.measure, reach.targeting, state) };
}

function effectiveStance({ stance, force }: Measure, targeting: Targeting, state: MeasureState): Stance {
  if (stance === "none" || state.status === "ended" || state.status === "suspended") return "none";
  if (state.status === "not-yet") return "none";
  if (state.status === "proposed" || force === "proposal") return "under-review";
  const strict = stance === "prohibits" || stance === "restricts";
  // A power that nobody has used yet, or a rule that names nobody, leaves the case to be decided.
  if (strict && (state.status === "empowered" || targeting === "criteria")) return "case-by-case";
  return stance;
}

function targetingOf(measure: Measure, subject: Entity): Targeting | undefined {
  const direct = measure.targets.find((target) => target.entity === subject.id);
  if (direct) return direct.basis;
  // Criteria and product classes reach any equipment supplier. A named class ("one company's subsidiaries")
  // reaches only whom it names, and an operator or an app is only ever aimed at by name.
  // A declaration that asks nothing of any supplier is no policy towards one that it does not name.
  if (subject.kind !== "vendor" || subject.outsideNetworks) return undefined;
  if (!touchesNetworks(measure) || measure.stance === "none") return undefined;
  return measure.targets.find(
    ({ basis, entity, origin }) =>
      !entity &&
      (basis === "criteria" || basis === "product-class") &&
      (origin === undefined || origin.includes(subject.country)),
  )?.basis;
}

/** Steps after a day, oldest first. */
export function laterSteps(measures: Measure[], on: Day, today: Day): LaterStep[] {
  const later: LaterStep[] = [];
  for (const measure of measures) {
    for (const step of measure.steps) {
      const { first, last } = daysOf(step.on);
      // A deadline of a measure that ended before never came; what replaced the measure carries its own.
      const neverCame = step.step === "deadline" && measureStateOn(measure, first).status === "ended";
      // A deadline "in 2027" still lies ahead in the middle of that year; another step may have happened.
      const day = step.step === "deadline" ? last : first;
      if (day <= on || neverCame) continue;
      const { on: date, text, sources } = step;
      later.push({ on: date, step: step.step, text, sources, measure, ahead: day > today });
    }
  }
  return later.sort((a, b) => compareText(daysOf(a.on).first, daysOf(b.on).first));
}
