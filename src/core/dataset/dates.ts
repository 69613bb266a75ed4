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

/** Whether the string is a day that exists (`2020-02-30` is none). */
export function isRealDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

function lastDayOfMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return String(new Date(Date.UTC(year, number, 0)).getUTCDate());
}
