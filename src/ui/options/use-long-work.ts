import { useEffect, useRef, useState } from "preact/hooks";

/** What becomes of work that was given up. */
export const givenUp = Symbol("given up");

/** Work that takes so long that the page shows how far it is. */
export interface LongWork {
  /** As the work told it last; null while nothing runs. */
  done: number | null;
  /** What runs already is given up for it. */
  run<T>(
    work: (progress: (done: number) => void, signal: AbortSignal) => Promise<T>,
  ): Promise<T | typeof givenUp>;
  giveUp(): void;
}

/** One such work at a time, which is given up when the page is left. */
export function useLongWork(): LongWork {
  const [done, setDone] = useState<number | null>(null);
  const current = useRef<AbortController | null>(null);
  const giveUp = () => current.current?.abort();
  useEffect(() => () => current.current?.abort(), []);
  return {
    done,
    giveUp,
    run: async (work) => {
      giveUp();
      const abort = new AbortController();
      current.current = abort;
      setDone(0);
      try {
        return await work(setDone, abort.signal);
      } catch (cause) {
        if (abort.signal.aborted) return givenUp;
        throw cause;
      } finally {
        if (current.current === abort) setDone(null);
      }
    },
  };
}
