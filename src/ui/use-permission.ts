import { useState } from "preact/hooks";
import { problemWords } from "../core/problem-words.ts";

/**
 * Waits for the browser's answer to a question about permissions. The question is asked by the caller, within the click:
 * nothing may be awaited before it.
 *
 * @returns why it was refused or failed, and what takes the question and the words for a refusal
 */
export function usePermission(
  onChanged: () => void,
): [problem: string | null, settle: (asked: Promise<boolean>, refused: string) => void] {
  const [problem, setProblem] = useState<string | null>(null);
  return [
    problem,
    (asked, refused) => {
      setProblem(null);
      asked.then(
        (done) => (done ? onChanged() : setProblem(refused)),
        (cause) => setProblem(problemWords(cause)),
      );
    },
  ];
}
