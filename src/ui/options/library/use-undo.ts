import { useCallback, useState } from "preact/hooks";

/** Something that was done and can be taken back. */
export interface UndoStep {
  /** What was done, in words. */
  text: string;
  undo(): Promise<unknown>;
}

export interface Undo {
  /** The last step; null when there is none. */
  last: UndoStep | null;
  push(step: UndoStep): void;
  /** Takes the last step back; the one before it is the last then. It stays when that fails. */
  undoLast(): Promise<void>;
  forget(): void;
}

/** So many steps can be taken back, one after the other. */
const mostSteps = 100;

export function useUndo(): Undo {
  const [steps, setSteps] = useState<readonly UndoStep[]>([]);
  const last = steps.at(-1) ?? null;
  return {
    last,
    push: useCallback((step) => setSteps((before) => [...before.slice(1 - mostSteps), step]), []),
    undoLast: async () => {
      await last?.undo();
      setSteps((before) => before.filter((step) => step !== last));
    },
    forget: useCallback(() => setSteps([]), []),
  };
}
