/**
 * The calendar day in a date as pages write it, in the page's own time zone: "2020-02-01T23:30:00-05:00" is
 * 1 February, wherever the reader is. Days and months that could be swapped (02/01/2020) are left alone, except
 * where the language tells which is which.
 */

const english = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * @param today in universal time: no article is from later, a day's difference between time zones apart; none is from before 1995
 * @param lang for text that readers see: months are read in this language, too, and 2/1/2020 as it is written there
 */
export function parseDay(raw: string, today: string, lang?: string): string | null {
  const text = withPlainDigits(raw.trim());
  const shown = () => (lang === undefined ? null : (slashedDay(text, lang) ?? wordedDay(text, lang)));
  const day = numericDay(text) ?? namedDay(text) ?? epochDay(text) ?? shown();
  return day !== null && day >= "1995-01-01" && day <= shiftDay(today, 1) ? day : null;
}

/**
 * The other day that a moment given in universal time can fall on where the page is at home: the one before for a
 * moment before noon, else the one after. `null` for a date that says its own zone, or no time.
 */
export function otherDay(raw: string, day: string): string | null {
  // A zone of its own, as most pages write it.
  if ("+-".includes(raw.at(-6) ?? " ") && !raw.endsWith("00:00")) return null;
  const hour = /(\d\d?):\d.*(Z|[+-]00:?00|GMT(?! ?[+-]0*[1-9])|UTC)/.exec(raw)?.[1];
  return hour === undefined ? null : shiftDay(day, Number(hour) < 12 ? -1 : 1);
}

export function shiftDay(day: string, days: number): string {
  return isoDay(Date.parse(day) + days * 86_400_000);
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Arabic, Persian and Indian digits. */
function withPlainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String((code < 0x900 ? code : code - 6) & 15);
  });
}

function numericDay(text: string): string | null {
  const yearFirst =
    /(?<!\d)((?:19|20)\d\d)([-/.]?)(\d\d?)\2(\d\d?)(?!\d)/.exec(text) ??
    /(?<!\d)((?:19|20)\d\d)( ?[.年년] ?)(\d\d?) ?[.月월] ?(\d\d?)(?!\d)/.exec(text);
  if (yearFirst) return realDay(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dayFirst = /(?<!\d)(\d\d?)\.\s?(\d\d?)\.\s?((?:19|20)\d\d)(?!\d)/.exec(text);
  return dayFirst ? realDay(dayFirst[3], dayFirst[2], dayFirst[1]) : null;
}

function namedDay(text: string): string | null {
  const match =
    /(\d\d?)?(?:st|nd|rd|th)?[\s.]*([a-z]{3})[a-z]*[\s.]*(\d\d?)?(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)/i.exec(
      text,
    );
  const month = english.indexOf(match?.[2]?.toLowerCase() ?? "") + 1;
  return match && month > 0 ? realDay(match[4], String(month), match[1] ?? match[3]) : null;
}

/** Seconds or milliseconds since 1970. */
function epochDay(text: string): string | null {
  return /^\d{10}(\d{3})?$/.test(text) ? isoDay(Number(text) * (text.length === 10 ? 1000 : 1)) : null;
}

/** Only the United States put the month first; of English without a country it cannot be told. */
function slashedDay(text: string, lang: string): string | null {
  const [, one = "", other = "", year] =
    /(?<!\d)(\d\d?)[/-](\d\d?)[/-]((?:19|20)\d\d)(?!\d)/.exec(text) ?? [];
  if (/^(en)?$/i.test(lang) && Number(one) < 13 && Number(other) < 13) return null;
  const monthFirst = /^en.us/i.test(lang) || Number(other) > 12;
  return monthFirst ? realDay(year, one, other) : realDay(year, other, one);
}

/** "17 de marzo de 2020", "6 Dicembre 2020", "24 نيسان / أبريل 2020": the browser knows the months' names. */
function wordedDay(text: string, lang: string): string | null {
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text)?.[1];
  const day = /(?<![\d:])(\d\d?)(?![\d:])/.exec(text)?.[1];
  if (!year || !day) return null;
  for (const month of ["long", "short"] as const) {
    const form = formOfDays(lang.replace("_", "-"), month);
    for (let number = 1; form && number <= 12; number++) {
      const words = form.format(Date.UTC(2020, number - 1, 15)).match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? [];
      // "نيسان / أبريل": two names of one month; "de" and the like are too short.
      if (words.some((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu").test(text)))
        return realDay(year, String(number), day);
    }
  }
  return null;
}

const forms = new Map<string, Intl.DateTimeFormat | null>();

/** To make one takes a millisecond, to use it a thousandth of that. `null` for what is not a language. */
function formOfDays(lang: string, month: "long" | "short"): Intl.DateTimeFormat | null {
  const known = forms.get(`${lang} ${month}`);
  if (known !== undefined) return known;
  let form: Intl.DateTimeFormat | null = null;
  try {
    form = new Intl.DateTimeFormat(lang, { month, day: "numeric", timeZone: "UTC", calendar: "gregory" });
  } catch {
    // Not a language.
  }
  forms.set(`${lang} ${month}`, form);
  return form;
}

function realDay(year = "", month = "", day = ""): string | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && isoDay(time) === text ? text : null;
}
