import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysOf, isApproximate, isRealDay, precisionOf } from "../../../src/core/dataset/dates.ts";

describe("a dated value", () => {
  test.each([
    ["2020", "2020-01-01", "2020-12-31", "year"],
    ["2020-01", "2020-01-01", "2020-01-31", "month"],
    ["2020-04", "2020-04-01", "2020-04-30", "month"],
    ["2020-02", "2020-02-01", "2020-02-29", "month"],
    ["2021-02", "2021-02-01", "2021-02-28", "month"],
    ["1900-02", "1900-02-01", "1900-02-28", "month"],
    ["2000-02", "2000-02-01", "2000-02-29", "month"],
    ["2020-12", "2020-12-01", "2020-12-31", "month"],
    ["2020-02-29", "2020-02-29", "2020-02-29", "day"],
  ])("%s lasts from %s to %s and is known to the %s", (value, first, last, precision) => {
    expect(daysOf(value)).toEqual({ first, last });
    expect(precisionOf(value)).toBe(precision);
    expect(isApproximate(value)).toBe(false);
  });

  test.each(["2020~", "2020-08~", "2020-08-05~"])("%s is approximate and spans what it says", (value) => {
    expect(isApproximate(value)).toBe(true);
    expect(daysOf(value)).toEqual(daysOf(value.slice(0, -1)));
    expect(precisionOf(value)).toBe(precisionOf(value.slice(0, -1)));
  });

  test.each([
    "",
    "20",
    "2020-1",
    "2020-13",
    "2020-00",
    "2020-01-00",
    "2020-01-32",
    "2020-02-30",
    "2021-02-29",
    "2020-04-31",
    "2020~-01",
    "~2020",
    "2020-01-28T10:00",
    "28 Jan 2020",
  ])("%j is refused", (value) => {
    expect(() => daysOf(value)).toThrow(RangeError);
  });
});

describe("a day", () => {
  test.each(["2020-02-29", "2000-02-29", "2026-11-24", "1999-12-31"])("%s exists", (day) => {
    expect(isRealDay(day)).toBe(true);
  });

  test.each([
    "2021-02-29",
    "1900-02-29",
    "2020-02-30",
    "2020-04-31",
    "2020-00-10",
    "2020-13-01",
    "2020-01",
    "2020-01-28~",
    " 2020-01-28",
    "2020-1-28",
    "٢٠٢٠-٠١-٢٨",
  ])("%j does not", (day) => {
    expect(isRealDay(day)).toBe(false);
  });
});

test("every span begins before it ends, with days that exist", () => {
  const part = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, "0"));
  const value = fc
    .tuple(fc.integer({ min: 1950, max: 2100 }), fc.option(part(1, 12)))
    .map(([year, month]) => (month ? `${year}-${month}` : String(year)));
  fc.assert(
    fc.property(value, (dated) => {
      const { first, last } = daysOf(dated);
      expect(first < last).toBe(true);
      expect([isRealDay(first), isRealDay(last)]).toEqual([true, true]);
      expect(last.startsWith(dated)).toBe(true);
    }),
  );
});
