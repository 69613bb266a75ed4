import { importLimits } from "./import-limits.ts";
import type { ImportProblem } from "./import-plan.ts";

/** Problems in the order of the file; of a file full of them only the first are kept, and the rest is counted. */
export interface ProblemList {
  add(...problems: ImportProblem[]): void;
  /** The last says how many more there are, where there are more. */
  all(): ImportProblem[];
}

export function createProblemList(...first: ImportProblem[]): ProblemList {
  const kept: ImportProblem[] = [];
  let more = 0;
  const add = (...problems: ImportProblem[]) => {
    const room = importLimits.problems - kept.length;
    kept.push(...problems.slice(0, room));
    more += Math.max(0, problems.length - room);
  };
  add(...first);
  return {
    add,
    all: () =>
      more === 0
        ? [...kept]
        : [
            ...kept,
            {
              place: `${more} more problems`,
              problem: "are not listed here",
              remedy: "Mend the ones above and import the file again.",
            },
          ],
  };
}
