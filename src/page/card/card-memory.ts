/** Most cards kept; beyond, the oldest goes. */
const mostKept = 100;

/**
 * What was asked for once, kept for the next hover as long as the page says the same.
 *
 * @param stampOf what the answers depend on; as soon as a part of it is another, all are forgotten.
 */
export function createCardMemory<T>(stampOf: () => readonly unknown[]) {
  const kept = new Map<string, Promise<T | null>>();
  let stamp: readonly unknown[] = [];
  const refresh = () => {
    const now = stampOf();
    if (now.length === stamp.length && now.every((part, index) => part === stamp[index])) return;
    stamp = now;
    kept.clear();
  };
  return {
    /** What is kept, or being asked for; else it is asked for. No answer, or a failure, is not kept. */
    get(key: string, ask: () => Promise<T | null>): Promise<T | null> {
      refresh();
      const known = kept.get(key);
      if (known) return known;
      const asked = ask();
      const [oldest] = kept.keys();
      if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
      kept.set(key, asked);
      const drop = () => {
        if (kept.get(key) === asked) kept.delete(key);
      };
      asked.then((answer) => answer ?? drop(), drop);
      return asked;
    },
    forget(): void {
      kept.clear();
    },
  };
}
