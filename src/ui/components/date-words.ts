import { i18n } from "#i18n";
import type { DatedValue } from "../../core/dataset/dates.ts";

const dayParts = { year: "numeric", month: "short", day: "numeric" } as const;

/**
 * A dated value as people write it, no more precise than it is: `28 Jan 2020`, `Aug 2020`, `2020`, `c. 2020`.
 * What is no date is given back as it is.
 */
export function dateWords(value: DatedValue): string {
  if (value.endsWith("~")) return i18n.t("date.about", [dateWords(value.slice(0, -1))]);
  if (value.length === 4) return value;
  const date = new Date(`${value.length === 7 ? `${value}-01` : value}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value;
  const { day, ...month } = dayParts;
  return format({ ...month, ...(value.length > 7 && { day }), timeZone: "UTC" }, date);
}

/** An ISO instant as day and time where the reader is: `1 Feb 2020, 14:05`. */
export function instantWords(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? instant
    : format({ ...dayParts, hour: "2-digit", minute: "2-digit" }, date);
}

/** Making one costs more than a hundred uses, and a card writes dozens of dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, date: Date): string {
  const key = Object.entries(options).join();
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(i18n.t("date.locale"), options);
  formatters.set(key, formatter);
  return formatter.format(date);
}
