import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { problemWords } from "../core/problem-words.ts";
import { useApi } from "./api.ts";

export type Loaded<T> =
  | { state: "loading" }
  | { state: "loaded"; value: T }
  | { state: "failed"; problem: string };

/**
 * Loads at once, and again whenever something may have changed elsewhere or `reload` is called. What is
 * shown stays until the newer answer is there; an answer that was overtaken by a later one is dropped.
 *
 * @param load must keep its identity between renderings (`useCallback`).
 */
export function useLoaded<T>(load: () => Promise<T>): [Loaded<T>, () => Promise<void>] {
  const api = useApi();
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  const turn = useRef(0);
  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const next: Loaded<T> = await load().then(
      (value) => ({ state: "loaded", value }),
      (cause) => ({ state: "failed", problem: problemWords(cause) }),
    );
    if (mine === turn.current) setLoaded(next);
  }, [load]);
  useEffect(() => {
    void reload();
    return api.onChange(() => void reload());
  }, [api, reload]);
  return [loaded, reload];
}
