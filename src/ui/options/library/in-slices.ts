/** Longest time (milliseconds) that work takes from the page at once. */
const slice = 12;

/**
 * Does work that is made of small steps, with pauses in which the page stays alive.
 *
 * @param progress gets what the last step of each slice yielded
 * @throws the signal's reason when the work is given up
 */
export async function inSlices<T>(
  steps: Generator<number, T>,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<T> {
  for (;;) {
    const end = performance.now() + slice;
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (performance.now() < end) continue;
      progress(value);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
}
