/**
 * Which of several measures leads the answer about one country and one vendor. In this order:
 *
 *  1. an act of the state before a company's own choice; one for the whole country before one for a part of it
 *  2. a measure that takes a side before one that takes none
 *  3. what is about networks, licences, apps, purchases or exports before what stands aside (cameras, data,
 *     diplomacy, prosecution)
 *  4. the country's own act that applies or that a court has stopped; then a law or decision of a body it
 *     belongs to; then advice of such a body; then a draft
 *  5. an act aimed at the vendor before criteria and classes of equipment
 *  6. one that applies before one that a court has stopped
 *  7. law, decision and practice before advice and declarations
 *  8. networks, licences and apps before purchases and exports; then what is in force before what is decided, and
 *     what prohibits or restricts before what leaves it open
 *  9. networks before licences, procurement before exports
 * 10. named before understood; law before decision; the later before the earlier
 */
import { daysOf } from "./dates.ts";
import { applies } from "./measure-state.ts";
import type { Area, Measure } from "./schema.ts";
import type { AppliedMeasure, Targeting } from "./status.ts";

export function compareWeight(a: AppliedMeasure, b: AppliedMeasure): number {
  return weigh(a, b) || compareText(startOf(b), startOf(a)) || compareText(a.measure.id, b.measure.id);
}

/** The same for a policy's own card: the act that began it speaks for it, not the latest addition to a list. */
export function compareForPolicy(a: AppliedMeasure, b: AppliedMeasure): number {
  return weigh(a, b) || compareText(startOf(a), startOf(b)) || compareText(a.measure.id, b.measure.id);
}

function startOf({ state }: AppliedMeasure): string {
  return daysOf(state.since).first;
}

function weigh(a: AppliedMeasure, b: AppliedMeasure): number {
  return (
    Number(a.ownChoice) - Number(b.ownChoice) ||
    Number(a.partial) - Number(b.partial) ||
    Number(a.measure.stance === "none") - Number(b.measure.stance === "none") ||
    Number(isAside(a.measure)) - Number(isAside(b.measure)) ||
    standing(a) - standing(b) ||
    Number(isClass(a.targeting)) - Number(isClass(b.targeting)) ||
    Number(!applies(a.state.status)) - Number(!applies(b.state.status)) ||
    forceTier[a.measure.force] - forceTier[b.measure.force] ||
    Number(!isCentral(a.measure)) - Number(!isCentral(b.measure)) ||
    Number(a.state.status !== "in-force") - Number(b.state.status !== "in-force") ||
    Number(!isStrict(a)) - Number(!isStrict(b)) ||
    areaOf(a.measure) - areaOf(b.measure) ||
    targetingWeight[a.targeting] - targetingWeight[b.targeting] ||
    forceWeight[a.measure.force] - forceWeight[b.measure.force]
  );
}

/** Whether the measure is about what is built into networks, and so about equipment suppliers in general. */
export function touchesNetworks(measure: Measure): boolean {
  return measure.areas.some((area) => area === "certification" || areaWeight[area] === 0);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function standing({ own, state, measure }: AppliedMeasure): number {
  const live = applies(state.status) || state.status === "suspended";
  if (own && live) return 0;
  // What a body does with its own money or offices is no policy of its members.
  if (applies(state.status) && isCentral(measure)) return forceTier[measure.force] === 0 ? 1 : 2;
  return 3;
}

const aside = new Set<Area>(["surveillance", "data-protection", "diplomacy", "prosecution"]);

/** What a reader who asks about a network vendor asks last. */
function isAside({ areas: [first] }: Measure): boolean {
  return first !== undefined && aside.has(first);
}

/** What decides whether equipment or a service may be used at all. */
function isCentral({ areas: [first] }: Measure): boolean {
  return first !== undefined && areaWeight[first] <= 1;
}

function isStrict({ measure: { stance } }: AppliedMeasure): boolean {
  return stance === "prohibits" || stance === "restricts";
}

function isClass(targeting: Targeting): boolean {
  return targeting === "criteria" || targeting === "product-class";
}

function areaOf({ areas: [first] }: Measure): number {
  return first ? areaWeight[first] : Number.POSITIVE_INFINITY;
}

const areaWeight: Record<Area, number> = {
  networks: 0,
  core: 0,
  "radio-access": 0,
  transport: 0,
  fibre: 0,
  certification: 1,
  "carrier-licences": 1,
  interconnection: 1,
  "equipment-authorisation": 1,
  apps: 1,
  procurement: 2,
  funding: 3,
  cables: 3,
  cloud: 3,
  surveillance: 4,
  exports: 5,
  investment: 6,
  "data-protection": 6,
  diplomacy: 7,
  prosecution: 8,
};

/** A report or declaration never leads while a law or decision applies, whatever area either is about. */
const forceTier: Record<Measure["force"], number> = {
  binding: 0,
  policy: 0,
  practice: 0,
  advisory: 1,
  political: 1,
  proposal: 2,
};

const forceWeight: Record<Measure["force"], number> = {
  binding: 0,
  policy: 1,
  practice: 2,
  advisory: 3,
  political: 4,
  proposal: 5,
};

const targetingWeight: Record<Targeting, number> = {
  named: 0,
  understood: 1,
  criteria: 2,
  "product-class": 2,
};
