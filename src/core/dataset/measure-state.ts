import { type DatedValue, type Day, daysOf } from "./dates.ts";
import type { LadderStep, Measure, Step } from "./schema.ts";

/** Where a measure stands on its ladder on one day. Always computed, never typed into a record. */
export interface MeasureState {
  status: MeasureStatus;
  /** The step that brought it there. */
  since: DatedValue;
  /** How it ended, when it did. */
  endedBy?: LadderStep;
  /** An appeal is pending. */
  appealed: boolean;
  /** The nearest deadline that still lies ahead, unless the measure has ended or is stopped. */
  nextDeadline?: Step;
  /** The day falls inside the span of an imprecise step date, so the state may be a step ahead. */
  imprecise: boolean;
}

export type MeasureStatus =
  | "not-yet"
  | "proposed"
  | "recommended"
  | "empowered"
  | "decided"
  | "in-force"
  | "suspended"
  | "ended";

/** Steps that end a measure's effect. */
const endings = new Set<LadderStep>([
  "superseded",
  "struck-down",
  "withdrawn",
  "lapsed",
  "lifted",
  "completed",
]);

/** Whether a measure with this status binds, guides or empowers anybody. */
export function applies(status: MeasureStatus): boolean {
  return status === "recommended" || status === "empowered" || status === "decided" || status === "in-force";
}

/**
 * The state of a measure on a day. A step counts from the first day that its date can mean; while that
 * span lasts the state is flagged `imprecise`.
 */
export function measureStateOn(measure: Measure, on: Day): MeasureState {
  const state: MeasureState = { status: "not-yet", since: "", appealed: false, imprecise: false };
  // What a court or a withdrawal took away, and a reinstatement gives back.
  let standing: MeasureStatus = "not-yet";
  for (const step of measure.steps) {
    const { first, last } = daysOf(step.on);
    if (step.step === "deadline") {
      if (last > on && state.status !== "ended") state.nextDeadline ??= step;
      continue;
    }
    if (first > on) continue;
    if (last > on) state.imprecise = true;
    if (step.step === "appealed") state.appealed = true;
    else if (step.step === "upheld") state.appealed = false;
    else if (step.step === "reinstated") {
      state.status = standing;
      state.since = step.on;
      delete state.endedBy;
    } else if (endings.has(step.step)) {
      state.status = "ended";
      state.since = step.on;
      state.endedBy = step.step;
      state.appealed = false;
    } else if (step.step in statusOfStep) {
      const status = statusOfStep[step.step as keyof typeof statusOfStep];
      // A second court that stops it again does not move the day on which it was stopped.
      if (status !== "suspended" || state.status !== "suspended") state.since = step.on;
      state.status = status;
      delete state.endedBy;
      if (state.status !== "suspended") standing = state.status;
    }
  }
  if (state.status === "ended" || state.status === "suspended") delete state.nextDeadline;
  return state;
}

const statusOfStep = {
  proposed: "proposed",
  recommended: "recommended",
  empowered: "empowered",
  decided: "decided",
  "in-force": "in-force",
  suspended: "suspended",
} as const satisfies Partial<Record<LadderStep, MeasureStatus>>;
