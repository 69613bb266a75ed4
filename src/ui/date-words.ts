import { i18n } from "#i18n";
import type { Day } from "../core/dataset/dates.ts";

const dayParts = { year: "numeric", month: "short", day: "numeric" } as const;

/** A calendar day as people write it: `1 Feb 2020`. What is no day is given back as it is. */
export function dayWords(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : format({ ...dayParts, timeZone: "UTC" }, date);
}

/** An ISO instant as day and time where the reader is: `1 Feb 2020, 14:05`. */
export function instantWords(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? instant
    : format({ ...dayParts, hour: "2-digit", minute: "2-digit" }, date);
}

function format(options: Intl.DateTimeFormatOptions, date: Date): string {
  return new Intl.DateTimeFormat(i18n.t("date.locale"), options).format(date);
}
