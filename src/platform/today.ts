import type { Day } from "../core/dataset/dates.ts";

/** The calendar day where the reader is. */
export function today(now: Date = new Date()): Day {
  const pad = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
