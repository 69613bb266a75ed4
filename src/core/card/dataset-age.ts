import type { Day } from "../dataset/dates.ts";

/** Days after which the card says that the data may be out of date (R17): policies move within months. */
export const oldAfterDays = 120;

/** Whole days between the dataset's day and today; 0 when the clock stands before it. */
export function datasetAge(dataset: Day, today: Day): number {
  return Math.max(0, Math.round((instantOf(today) - instantOf(dataset)) / 86_400_000));
}

export function isDatasetOld(dataset: Day, today: Day): boolean {
  return datasetAge(dataset, today) > oldAfterDays;
}

function instantOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
