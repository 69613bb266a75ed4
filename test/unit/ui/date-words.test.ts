import { describe, expect, test } from "vitest";
import { i18n } from "#i18n";
import { dateWords, instantWords } from "../../../src/ui/components/date-words.ts";

describe("a date", () => {
  test.each([
    ["2020", "2020"],
    ["2020-08", "Aug 2020"],
    ["2020-01-08", "8 Jan 2020"],
    ["2020~", "c. 2020"],
    ["2020-08~", "c. Aug 2020"],
    ["soon", "soon"],
    ["2020-13", "2020-13"],
  ])("%s is written as precisely as it is known: %s", (value, words) => {
    expect(dateWords(value)).toBe(words);
  });

  test("is written as the language's own dates are, in every month", () => {
    const own = new Intl.DateTimeFormat(i18n.t("date.locale"), {
      year: "numeric",
      month: "short",
      day: "numeric",
      timeZone: "UTC",
    });
    for (let month = 1; month <= 12; month += 1) {
      const day = `2021-${String(month).padStart(2, "0")}-03`;
      expect(dateWords(day)).toBe(own.format(new Date(day)));
    }
  });
});

test("an instant is written with its time, and what is none as it is", () => {
  expect(instantWords("2020-02-01T14:05:00")).toBe("1 Feb 2020, 14:05");
  expect(instantWords("then")).toBe("then");
});
