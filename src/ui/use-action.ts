import { useState } from "preact/hooks";
import { problemWords } from "../core/problem-words.ts";

export interface Action {
  /** Why the last work failed, in words. */
  problem: string | null;
  act(work: () => Promise<unknown>): Promise<void>;
  /** For a part of the page that does its own work. */
  setProblem(words: string | null): void;
}

/**
 * Runs what a control is for, and keeps why it failed until the next one runs.
 *
 * @param before told when one begins: what was said of the last one goes.
 * @param after told when one was done.
 */
export function useAction({
  before,
  after,
}: {
  before?: () => void;
  after?: () => Promise<void>;
} = {}): Action {
  const [problem, setProblem] = useState<string | null>(null);
  return {
    problem,
    setProblem,
    act: async (work) => {
      setProblem(null);
      before?.();
      try {
        await work();
        await after?.();
      } catch (cause) {
        setProblem(problemWords(cause));
      }
    },
  };
}
