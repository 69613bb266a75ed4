import type { Day } from "../dataset/dates.ts";
import type { Measure } from "../dataset/schema.ts";
import { laterSteps } from "../dataset/status.ts";
import type { TimelineStep } from "./card-model.ts";
import type { SourceRegister } from "./source-register.ts";

/** A measure with what it replaced and what replaced it, as far as they concern the same pair. */
export function chainOf(measure: Measure, concerning: Measure[]): Measure[] {
  const chain = new Set<Measure>([measure]);
  for (const member of chain) {
    for (const other of concerning) {
      if (other.supersedes.includes(member.id) || member.supersedes.includes(other.id)) chain.add(other);
    }
  }
  return [...chain];
}

export function timelineOf(
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
      measure: later.measure.id,
      on: later.on,
      step: later.step,
      text: later.text ?? later.measure.title,
      ahead: later.ahead,
      main: leads.includes(later.measure),
      sources: register.cite(later.measure.sources, later.sources),
    };
  });
}
