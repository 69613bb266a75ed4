/**
 * Longest stretch (ms) of our own work before the page gets its turn. A step that runs for the first time in a page is
 * compiled as well, and what the browser does around our calls comes on top: no input shall wait longer than twice this.
 */
const slice = 3;
/** Pieces (ms apart) that follow each other this closely had no turn of the page between them. */
const gap = 0.3;

/** Our work in one page: done in slices, and counted, so that it can be kept to a share of the page's time. */
export interface Work {
  /** Runs steps to their end; null when nobody wants the result any more. */
  run<T>(steps: Generator<void, T>, isWanted?: () => boolean): Promise<T | null>;
  /** Counts work that is done in one piece. */
  count<T>(piece: () => T): T;
  /** The same for a piece that can wait: where a slice has been used up, the page has its turn first. */
  start<T>(piece: () => T | Promise<T>): Promise<T>;
  /** Milliseconds spent so far. */
  spent(): number;
}

export function createWork(): Work {
  let spent = 0;
  /**
   * The stretch at work, or the last one: what comes after a promise still belongs to it. The first one has been used up by
   * what ran before: our script was compiled, and the browser made its interface for us.
   */
  let [begun, ended] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const count: Work["count"] = (piece) => {
    const start = performance.now();
    if (start - ended > gap) begun = start;
    try {
      return piece();
    } finally {
      ended = performance.now();
      spent += ended - start;
    }
  };
  const waiting: (() => void)[] = [];
  let channel: MessageChannel | undefined;
  /** A turn for the page: input, timers and rendering that wait. A message comes sooner than a timer's 4 ms. */
  const turn = () =>
    new Promise<void>((resolve) => {
      if (!channel) {
        channel = new MessageChannel();
        channel.port1.onmessage = () => waiting.shift()?.();
      }
      waiting.push(resolve);
      channel.port2.postMessage(0);
    });
  /** After the page's turn a new stretch begins. */
  const rest = async () => {
    await turn();
    ended = 0;
  };
  const restWhereUsedUp = () => {
    const now = performance.now();
    return now - ended < gap && now - begun >= slice ? rest() : null;
  };
  return {
    count,
    spent: () => spent,
    async start(piece) {
      await restWhereUsedUp();
      return count(piece);
    },
    async run(steps, isWanted = () => true) {
      await restWhereUsedUp();
      while (isWanted()) {
        const step = count(() => {
          let next = steps.next();
          while (!next.done && performance.now() - begun < slice) next = steps.next();
          return next;
        });
        if (step.done) return step.value;
        await rest();
      }
      return null;
    },
  };
}
