/** Longest stretch (ms) of our own work before the page gets its turn: no input waits longer for us. */
const slice = 4;

/** Our work in one page: done in slices, and counted, so that it can be kept to a share of the page's time. */
export interface Work {
  /** Runs steps to their end; null when nobody wants the result any more. */
  run<T>(steps: Generator<void, T>, isWanted?: () => boolean): Promise<T | null>;
  /** Counts work that is done in one piece. */
  count<T>(piece: () => T): T;
  /** Milliseconds spent so far. */
  spent(): number;
}

export function createWork(): Work {
  let spent = 0;
  const count: Work["count"] = (piece) => {
    const start = performance.now();
    try {
      return piece();
    } finally {
      spent += performance.now() - start;
    }
  };
  return {
    count,
    spent: () => spent,
    async run(steps, isWanted = () => true) {
      for (;;) {
        const step = count(() => {
          const end = performance.now() + slice;
          let next = steps.next();
          while (!next.done && performance.now() < end) next = steps.next();
          return next;
        });
        if (step.done) return step.value;
        await turn();
        if (!isWanted()) return null;
      }
    },
  };
}

/** A turn for the page: input, timers and rendering that wait. A message comes sooner than a timer's 4 ms. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
