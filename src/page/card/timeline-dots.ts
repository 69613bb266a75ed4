import type { TimelineStep } from "../../core/card/card-model.ts";
import { type Day, daysOf } from "../../core/dataset/dates.ts";
import type { LadderStep } from "../../core/dataset/schema.ts";

/** More dots than this collide at the card's width; the list below has all steps. */
const mostDots = 4;

/** Steps that change what holds. Deadlines, appeals and the like stand in the list below. */
const decisive = new Set<LadderStep>([
  "decided",
  "in-force",
  "suspended",
  "reinstated",
  "struck-down",
  "withdrawn",
  "lapsed",
  "lifted",
  "completed",
]);

/** At most four steps: the one that the article knew, the one that followed, the newest, and what lies ahead. */
export function chooseDots(steps: TimelineStep[], articleDay: Day | null): TimelineStep[] {
  const days = new Set<string>();
  const last = steps.findLast((step) => step.ahead);
  const turns = steps.filter(
    (step) => !step.ahead && decisive.has(step.step) && !days.has(step.on) && days.add(step.on),
  );
  const pool = last ? [...turns, last] : turns;
  if (pool.length <= mostDots) return pool.length > 0 ? pool : steps.slice(0, 1);
  const after = pool.findIndex((step) => articleDay !== null && daysOf(step.on).first > articleDay);
  const newest = turns.length - 1;
  const wanted = [after - 1, after, newest, pool.length - 1, newest - 1, 0].filter((index) => index >= 0);
  const chosen = [...new Set(wanted)].slice(0, mostDots).sort((a, b) => a - b);
  return chosen.flatMap((index) => pool[index] ?? []);
}
