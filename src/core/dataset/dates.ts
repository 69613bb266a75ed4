/**
 * Dates in the dataset carry their own precision: `2020`, `2020-01`, `2020-01-28`, each optionally
 * followed by `~` (approximate, after EDTF level 1). Days are plain ISO strings, so that comparing
 * two days is comparing two strings and no time zone can shift them.
 */

/** An ISO calendar day, `YYYY-MM-DD`. */
export type Day = string;
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, optionally with a trailing `~` for "about". */
export type DatedValue = string;

export type Precision = "day" | "month" | "year";

export const datedValuePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?~?$/;

/** First and last day that a dated value can mean. @throws RangeError when the value is not a date. */
export function daysOf(value: DatedValue): { first: Day; last: Day } {
  if (!datedValuePattern.test(value)) throw new RangeError(`not a date: ${value}`);
  const bare = value.replace("~", "");
  if (bare.length === 10 && !isRealDay(bare)) throw new RangeError(`no such day: ${value}`);
  if (bare.length === 4) return { first: `${bare}-01-01`, last: `${bare}-12-31` };
  if (bare.length === 7) return { first: `${bare}-01`, last: `${bare}-${lastDayOfMonth(bare)}` };
  return { first: bare, last: bare };
}

export function precisionOf(value: DatedValue): Precision {
  const length = value.replace("~", "").length;
  return length === 4 ? "year" : length === 7 ? "month" : "day";
}

export function isApproximate(value: DatedValue): boolean {
  return value.endsWith("~");
}

/** Whether the string is a day that exists (`2020-02-30` is none). Counted, not parsed: a card asks thousands of times. */
export function isRealDay(text: string): text is Day {
  const [, month = "", day = ""] = /^(\d{4}-\d{2})-(\d{2})$/.exec(text) ?? [];
  return day >= "01" && day <= lastDayOfMonth(month);
}

const lastDays = ["31", "28", "31", "30", "31", "30", "31", "31", "30", "31", "30", "31"];

/** @returns the empty string for what is no month. */
function lastDayOfMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return number === 2 && isLeap ? "29" : (lastDays[number - 1] ?? "");
}
