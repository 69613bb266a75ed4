import type { Day } from "./dates.ts";

/** Days after which the reader is told that the dataset is old (R17). */
export const oldAfterDays = 120;

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Whether a dataset of this day is so old today that much may have changed since. */
export function isOldDataset(date: Day, today: Day): boolean {
  return daysBetween(date, today) > oldAfterDays;
}
