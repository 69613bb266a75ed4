/**
 * The calendar day in a date as pages write it, in the page's own time zone: "2020-02-01T23:30:00-05:00" is
 * 1 February, wherever the reader is. Days and months that could be swapped (02/01/2020) are left alone.
 */

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** @param today no article is from later, a day's difference between time zones apart; none is from before 1995 */
export function parseDay(raw: string, today: string): string | null {
  const text = raw.trim();
  const day = numericDay(text) ?? namedDay(text) ?? epochDay(text);
  return day !== null && day >= "1995-01-01" && day <= dayAfter(today) ? day : null;
}

function numericDay(text: string): string | null {
  const yearFirst = /(?<!\d)((?:19|20)\d\d)([-/.]?)(\d\d?)\2(\d\d?)(?!\d)/.exec(text);
  if (yearFirst) return realDay(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dayFirst = /(?<!\d)(\d\d?)\.\s?(\d\d?)\.\s?((?:19|20)\d\d)(?!\d)/.exec(text);
  return dayFirst ? realDay(dayFirst[3], dayFirst[2], dayFirst[1]) : null;
}

function namedDay(text: string): string | null {
  const match =
    /(\d\d?)?(?:st|nd|rd|th)?[\s.]*([a-z]{3})[a-z]*[\s.]*(\d\d?)?(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)/i.exec(
      text,
    );
  const month = months.indexOf(match?.[2]?.toLowerCase() ?? "") + 1;
  return match && month > 0 ? realDay(match[4], String(month), match[1] ?? match[3]) : null;
}

/** Seconds or milliseconds since 1970. */
function epochDay(text: string): string | null {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null;
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 10);
}

function realDay(year = "", month = "", day = ""): string | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
