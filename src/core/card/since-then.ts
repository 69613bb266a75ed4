import { type DatedValue, type Day, daysOf } from "../dataset/dates.ts";
import type { AppliedMeasure, Reach } from "../dataset/status.ts";
import type { PolicyBrief } from "./card-model.ts";

/** From a day on, another measure led the answer, or the same one stood elsewhere on its ladder. */
export interface Change {
  on: DatedValue;
  /** `null`: nothing on record any more. */
  to: PolicyBrief | null;
}

/**
 * How the answer changed between the article's day and today, oldest first: asked anew on each day on which
 * a step of a measure that concerns it is dated.
 *
 * @param leadOn the measure that leads the answer on a day.
 */
export function changesSince(
  concerning: readonly Pick<Reach, "measure">[],
  leadOn: (day: Day) => AppliedMeasure | null,
  then: Day,
  today: Day,
): Change[] {
  const days = concerning.flatMap(({ measure }) => measure.steps.map((step) => daysOf(step.on).first));
  const later = [...new Set(days)].filter((day) => day > then && day <= today).sort();
  const changes: Change[] = [];
  let before = leadOn(then);
  for (const day of later) {
    const lead = leadOn(day);
    if (sameAnswer(before, lead)) continue;
    before = lead;
    const since = lead?.state.since;
    // The step's own date tells no more than is known: "Aug 2020" and not its first day.
    const on = since && daysOf(since).first === day ? since : day;
    changes.push({ on, to: lead && policyBrief(lead) });
  }
  return changes;
}

/** A measure in one line. */
export function policyBrief({ measure, state, stance }: AppliedMeasure): PolicyBrief {
  const { status, endedBy, since } = state;
  return { measure: measure.id, title: measure.title, status, endedBy, since, stance };
}

function sameAnswer(one: AppliedMeasure | null, other: AppliedMeasure | null): boolean {
  return (
    one?.measure.id === other?.measure.id &&
    one?.state.status === other?.state.status &&
    one?.stance === other?.stance
  );
}
