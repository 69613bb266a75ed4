import { type DatedValue, type Day, daysOf } from "../dataset/dates.ts";
import { measureStateOn } from "../dataset/measure-state.ts";
import type { LadderStep, Measure } from "../dataset/schema.ts";
import type { SourceRegister } from "./source-register.ts";

/** One rung of a measure's ladder, as it stood on a day (R12). */
export interface Rung {
  step: LadderStep;
  on: DatedValue;
  /** `standing`: the rung that it stands on; `ahead`: a day that had not come. */
  place: "passed" | "standing" | "ahead";
  text?: string;
  sources: number[];
}

/**
 * The rungs of one measure, oldest first: those reached by a day, and those that lay ahead of it. On a day
 * in the past only deadlines lay ahead: what else came later nobody knew then.
 *
 * @param on the day that is asked about.
 * @param today the day until which steps are known.
 */
export function ladderOf(measure: Measure, on: Day, today: Day, register: SourceRegister): Rung[] {
  const state = measureStateOn(measure, on);
  const stopped = state.status === "ended" || state.status === "suspended";
  const rungs = measure.steps.flatMap((step): Rung[] => {
    const { first, last } = daysOf(step.on);
    const deadline = step.step === "deadline";
    const ahead = (deadline ? last : first) > on;
    if (ahead && (deadline ? stopped : on < today)) return [];
    // A deadline of a measure that had ended before never came.
    if (deadline && !ahead && measureStateOn(measure, first).status === "ended") return [];
    return [
      {
        step: step.step,
        on: step.on,
        place: ahead ? "ahead" : "passed",
        text: step.text,
        sources: register.cite(measure.sources, step.sources),
      },
    ];
  });
  const standing = rungs.findLast(
    (rung) => rung.place === "passed" && rung.on === state.since && !aside.has(rung.step),
  );
  if (standing) standing.place = "standing";
  return rungs;
}

/** Steps that move nothing up or down the ladder. */
const aside = new Set<LadderStep>(["deadline", "appealed", "upheld"]);
