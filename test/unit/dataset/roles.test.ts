import { describe, expect, test } from "vitest";
import { rolesOn } from "../../../src/core/dataset/roles.ts";
import { officialOf } from "../../support/sample-dataset.ts";

type Role = Parameters<typeof officialOf>[0][number];

const role = (title: string, more: Partial<Role>): Role => ({
  title,
  organisation: "Ministry",
  sources: ["record"],
  ...(more.until || more.end ? {} : { end: "held" as const }),
  ...more,
});

/** "Minister" or "Minister?" where the dates leave it in doubt, the newest first. */
function heldOn(roles: Role[], on: string, checked?: string): string[] {
  return rolesOn(officialOf(roles, checked), on).map(
    ({ role, uncertain }) => role.title + (uncertain ? "?" : ""),
  );
}

describe("an office with full days", () => {
  const roles = [role("Minister", { from: "2018-01-09", until: "2019-07-24" })];

  test.each([
    ["2018-01-08", []],
    ["2018-01-09", ["Minister"]],
    ["2019-01-01", ["Minister"]],
    ["2019-07-24", ["Minister"]],
    ["2019-07-25", []],
  ])("on %s is held: %j", (on, held) => {
    expect(heldOn(roles, on)).toEqual(held);
  });
});

describe("an office known by months or years", () => {
  const roles = [role("Minister", { from: "2018-03", until: "2020" })];

  test.each([
    ["2018-02-28", []],
    ["2018-03-01", ["Minister?"]],
    ["2018-03-30", ["Minister?"]],
    ["2018-03-31", ["Minister"]],
    ["2019-12-31", ["Minister"]],
    ["2020-01-01", ["Minister"]],
    ["2020-01-02", ["Minister?"]],
    ["2020-12-31", ["Minister?"]],
    ["2021-01-01", []],
  ])("on %s is held: %j", (on, held) => {
    expect(heldOn(roles, on)).toEqual(held);
  });
});

describe("a change of office", () => {
  test("counts both on a day that ends one and begins the next, the newer first", () => {
    const roles = [
      role("Deputy", { from: "2018-01-09", until: "2019-07-24" }),
      role("Minister", { from: "2019-07-24", end: "held" }),
    ];
    expect(heldOn(roles, "2019-07-23")).toEqual(["Deputy"]);
    expect(heldOn(roles, "2019-07-24")).toEqual(["Minister", "Deputy"]);
    expect(heldOn(roles, "2019-07-25")).toEqual(["Minister"]);
  });

  test("counts one where the days do not touch, and none between", () => {
    const roles = [
      role("Deputy", { from: "2018-01-09", until: "2019-07-23" }),
      role("Minister", { from: "2019-07-26", end: "held" }),
    ];
    expect(heldOn(roles, "2019-07-23")).toEqual(["Deputy"]);
    expect(heldOn(roles, "2019-07-24")).toEqual([]);
    expect(heldOn(roles, "2019-07-26")).toEqual(["Minister"]);
  });

  test("known by the month leaves both in doubt for that month", () => {
    const roles = [
      role("Deputy", { from: "2018-01-09", until: "2019-07" }),
      role("Minister", { from: "2019-07", end: "held" }),
    ];
    expect(heldOn(roles, "2019-07-15")).toEqual(["Minister?", "Deputy?"]);
  });
});

test("two offices at a time are both given", () => {
  const roles = [
    role("Member of Parliament", { from: "2015-05-07", end: "held" }),
    role("Minister", { from: "2019-07-24", until: "2021-09-15" }),
  ];
  expect(heldOn(roles, "2020-01-30")).toEqual(["Minister", "Member of Parliament"]);
});

test("an acting office stays one", () => {
  const official = officialOf([role("Minister", { from: "2019-01-01", until: "2019-06-30", acting: true })]);
  expect(rolesOn(official, "2019-03-01")[0]?.role.acting).toBe(true);
});

describe("an office without an end", () => {
  test.each([
    ["still held when checked is certain up to then", "held", "2026-11-24", ["Minister"]],
    ["still held when checked is in doubt afterwards", "held", "2026-11-25", ["Minister?"]],
    ["whose end nobody knows is in doubt up to the check", "unknown", "2026-11-24", ["Minister?"]],
    ["whose end nobody knows is not claimed after the check", "unknown", "2026-11-25", []],
  ] as const)("%s", (_, end, on, held) => {
    expect(heldOn([role("Minister", { from: "2019-01-01", end })], on, "2026-11-24")).toEqual(held);
  });

  test("and without a beginning is not claimed at all", () => {
    expect(heldOn([role("Minister", { end: "unknown" })], "2020-01-01")).toEqual([]);
  });
});

test("an office without a beginning is in doubt as long as it lasts", () => {
  const roles = [role("Minister", { until: "2019-07-24" })];
  expect(heldOn(roles, "2019-07-01")).toEqual(["Minister?"]);
  expect(heldOn(roles, "2019-07-25")).toEqual([]);
});
