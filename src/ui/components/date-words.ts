import { i18n } from "#i18n";
import { type DatedValue, datedValuePattern } from "../../core/dataset/dates.ts";

/** A card writes dozens of dates, and many of them again and again. */
const written = new Map<DatedValue, string>();

/**
 * A dated value as people write it, no more precise than it is: `28 Jan 2020`, `Aug 2020`, `2020`, `c. 2020`.
 * What is no date is given back as it is. By names of our own: the browser takes longer for its first date than for
 * all the rest of a card.
 */
export function dateWords(value: DatedValue): string {
  const words = written.get(value) ?? wordsOf(value);
  written.set(value, words);
  return words;
}

function wordsOf(value: DatedValue): string {
  if (value.endsWith("~")) return i18n.t("date.about", [dateWords(value.slice(0, -1))]);
  if (value.length === 4 || !datedValuePattern.test(value)) return value;
  const [year = "", month = "", day] = value.split("-");
  const name = i18n.t("date.months").split(" ")[Number(month) - 1] ?? month;
  return day ? i18n.t("date.day", [String(Number(day)), name, year]) : i18n.t("date.month", [name, year]);
}

/** An ISO instant as day and time where the reader is: `1 Feb 2020, 14:05`. */
export function instantWords(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : formatter().format(date);
}

/** Making one costs more than a hundred uses. */
function formatter(): Intl.DateTimeFormat {
  instants ??= new Intl.DateTimeFormat(i18n.t("date.locale"), {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return instants;
}
let instants: Intl.DateTimeFormat | undefined;
