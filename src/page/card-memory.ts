/** Most cards kept; beyond, the oldest goes. */
const mostKept = 100;

/**
 * What was asked for once, kept for the next hover as long as the page says the same.
 *
 * @param stampOf what the answers depend on; as soon as a part of it is another, all are forgotten.
 */
export function createCardMemory<T>(stampOf: () => readonly unknown[]) {
  const kept = new Map<string, T>();
  let stamp: readonly unknown[] = [];
  const refresh = () => {
    const now = stampOf();
    if (now.length === stamp.length && now.every((part, index) => part === stamp[index])) return;
    stamp = now;
    kept.clear();
  };
  return {
    get(key: string): T | undefined {
      refresh();
      return kept.get(key);
    },
    keep(key: string, value: T): void {
      refresh();
      const [oldest] = kept.keys();
      if (kept.size >= mostKept && oldest !== undefined && !kept.has(key)) kept.delete(oldest);
      kept.set(key, value);
    },
    forget(): void {
      kept.clear();
    },
  };
}
