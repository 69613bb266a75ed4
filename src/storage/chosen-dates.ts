import type { Day } from "../core/dataset/dates.ts";
import { isRealDay } from "../core/dataset/dates.ts";
import { pageKey } from "../core/page-address.ts";
import { toStorageError } from "./storage-error.ts";

/** The part of `browser.storage.session` that is used. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Days that the reader set for articles, kept until the browser is closed. */
export interface ChosenDates {
  /** The day set for the article at an address; null: "no date"; undefined: none was set. */
  of(url: string): Promise<Day | null | undefined>;
  /** Keeps a day or "no date"; `found` forgets what was set. @throws StorageError when the browser refuses. */
  set(url: string, day: Day | null | "found"): Promise<void>;
}

export function createChosenDates(area: SessionArea): ChosenDates {
  const keyOf = (url: string) => `date ${pageKey(url)}`;
  return {
    async of(url) {
      const key = keyOf(url);
      const kept = (await area.get(key))[key];
      return kept === null || (typeof kept === "string" && isRealDay(kept)) ? kept : undefined;
    },
    async set(url, day) {
      try {
        await (day === "found" ? area.remove(keyOf(url)) : area.set({ [keyOf(url)]: day }));
      } catch (cause) {
        throw toStorageError(cause);
      }
    },
  };
}
