/** How well a record is known, and up to when: computed from its sources, never typed. */
import { type DatedValue, daysOf } from "./dates.ts";
import type { Entity, Measure } from "./schema.ts";

interface Evidence {
  cites: string[];
  sources: Record<string, { seen: boolean }>;
}

/** Whether somebody read a source that supports the measure's summary. */
export function isConfirmed({ cites, sources }: Evidence): boolean {
  return cites.some((key) => sources[key]?.seen);
}

/** Date of the newest source of a record; what happened after it the record cannot tell. */
export function knownUntil({ sources }: Measure | Entity): DatedValue | undefined {
  return latest(Object.values(sources).map(({ date }) => date));
}

/** The latest of some dates, by the last day that each can mean. */
export function latest(dates: (DatedValue | undefined)[]): DatedValue | undefined {
  const given = dates.filter((date) => date !== undefined);
  return given.reduce<DatedValue | undefined>(
    (best, date) => (best === undefined || daysOf(date).last > daysOf(best).last ? date : best),
    undefined,
  );
}
