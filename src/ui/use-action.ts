import { useState } from "preact/hooks";
import { problemWords } from "./problem-words.ts";

/**
 * Runs what a control is for, and keeps in words why it failed until the next one runs.
 *
 * @param begin told before each; what was said of the one before goes.
 */
export function useAction(begin?: () => void): {
  problem: string | null;
  act(work: () => Promise<unknown>): Promise<void>;
  /** For a part of the page that does its own work. */
  setProblem(words: string | null): void;
} {
  const [problem, setProblem] = useState<string | null>(null);
  return {
    problem,
    setProblem,
    act: async (work) => {
      setProblem(null);
      begin?.();
      try {
        await work();
      } catch (cause) {
        setProblem(problemWords(cause));
      }
    },
  };
}
