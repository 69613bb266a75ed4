import { describe, expect, test } from "vitest";
import { applies, measureStateOn } from "../../../src/core/dataset/measure-state.ts";
import { type LadderStep, ladderSteps } from "../../../src/core/dataset/schema.ts";
import { measureOf, step } from "../../support/sample-dataset.ts";

/** "decided 2020-08-06, suspended 2020-09-27" as a measure. */
function measureWith(story: string) {
  const steps = story.split(", ").map((part) => {
    const [name = "", on = ""] = part.split(" ");
    return step(name as LadderStep, on);
  });
  return measureOf("measure", { steps });
}

const stateOn = (story: string, on: string) => measureStateOn(measureWith(story), on);

describe("one step of the ladder", () => {
  const statusAfter: Record<LadderStep, string> = {
    proposed: "proposed",
    recommended: "recommended",
    empowered: "empowered",
    decided: "decided",
    "in-force": "in-force",
    deadline: "not-yet",
    appealed: "not-yet",
    suspended: "suspended",
    reinstated: "not-yet",
    upheld: "not-yet",
    superseded: "ended",
    "struck-down": "ended",
    withdrawn: "ended",
    lapsed: "ended",
    lifted: "ended",
    completed: "ended",
  };

  test.each(ladderSteps)("%s alone changes the state on its day, not before", (name) => {
    const story = `${name} 2020-06-15`;
    expect(stateOn(story, "2020-06-14").status).toBe("not-yet");
    expect(stateOn(story, "2020-06-15").status).toBe(statusAfter[name]);
    expect(stateOn(story, "2030-01-01").status).toBe(statusAfter[name]);
  });

  test.each(["superseded", "struck-down", "withdrawn", "lapsed", "lifted", "completed"] as const)(
    "%s ends a measure that was in force, and says so",
    (name) => {
      const state = stateOn(`in-force 2020-01-01, ${name} 2021-01-01`, "2021-01-01");
      expect(state).toMatchObject({ status: "ended", endedBy: name, since: "2021-01-01" });
    },
  );
});

describe("a measure's life", () => {
  test.each<[sentence: string, story: string, on: string, status: string, since: string]>([
    [
      "is nothing before its first step",
      "proposed 2020-01-01, decided 2020-03-01",
      "2019-12-31",
      "not-yet",
      "",
    ],
    [
      "is a draft between proposal and decision",
      "proposed 2020-01-01, decided 2020-03-01",
      "2020-02-29",
      "proposed",
      "2020-01-01",
    ],
    [
      "is decided before it is in force",
      "decided 2018-08-13, in-force 2019-08-13",
      "2019-08-12",
      "decided",
      "2018-08-13",
    ],
    [
      "is in force from that day on",
      "decided 2018-08-13, in-force 2019-08-13",
      "2019-08-13",
      "in-force",
      "2019-08-13",
    ],
    [
      "counts its second start as the newer",
      "in-force 2019-08-13, upheld 2020-02-18, in-force 2020-08-13",
      "2021-01-01",
      "in-force",
      "2020-08-13",
    ],
    [
      "is never in force when a court stops it before its day",
      "decided 2020-08-06, deadline 2020-09-20, suspended 2020-09-19, withdrawn 2021-06-09",
      "2020-10-01",
      "suspended",
      "2020-09-19",
    ],
    [
      "ends from suspension",
      "decided 2020-08-06, suspended 2020-09-19, withdrawn 2021-06-09",
      "2021-06-09",
      "ended",
      "2021-06-09",
    ],
    [
      "returns to where it stood when reinstated",
      "in-force 2020-10-20, suspended 2020-11-09, reinstated 2020-12-16",
      "2020-12-16",
      "in-force",
      "2020-12-16",
    ],
    [
      "returns to decided when it was only decided",
      "decided 2020-10-20, suspended 2020-11-09, reinstated 2020-12-16",
      "2021-01-01",
      "decided",
      "2020-12-16",
    ],
    [
      "returns to a draft when it was a draft",
      "proposed 2020-10-20, suspended 2020-11-09, reinstated 2020-12-16",
      "2021-01-01",
      "proposed",
      "2020-12-16",
    ],
    [
      "returns from being stopped by two courts",
      "in-force 2020-01-01, suspended 2020-02-01, suspended 2020-03-01, reinstated 2020-04-01",
      "2020-04-01",
      "in-force",
      "2020-04-01",
    ],
    [
      "returns after being struck down",
      "in-force 2020-01-01, struck-down 2020-02-01, reinstated 2020-03-01",
      "2020-03-01",
      "in-force",
      "2020-03-01",
    ],
    [
      "stays as it was while an appeal runs",
      "in-force 2021-11-02, appealed 2021-11-15",
      "2021-12-01",
      "in-force",
      "2021-11-02",
    ],
    ["lapses", "in-force 2018-01-01, lapsed 2021-01-20~", "2021-01-20", "ended", "2021-01-20~"],
    [
      "takes the last of two steps on one day",
      "decided 2020-03-01, in-force 2020-03-01",
      "2020-03-01",
      "in-force",
      "2020-03-01",
    ],
  ])("%s", (_, story, on, status, since) => {
    expect(stateOn(story, on)).toMatchObject({ status, since });
  });

  test("does not say how it ended once it has begun again", () => {
    for (const again of ["reinstated", "in-force"]) {
      const state = stateOn(`in-force 2020-01-01, lapsed 2020-02-01, ${again} 2020-03-01`, "2020-04-01");
      expect(state.status).toBe("in-force");
      expect(state.endedBy).toBeUndefined();
    }
  });
});

describe("an appeal", () => {
  const story = "in-force 2021-11-02, appealed 2021-11-15, upheld 2022-12-20";

  test.each([
    ["2021-11-14", false],
    ["2021-11-15", true],
    ["2022-12-19", true],
    ["2022-12-20", false],
  ])("on %s is pending: %s", (on, appealed) => {
    expect(stateOn(story, on)).toMatchObject({ status: "in-force", appealed });
  });

  test("is over when the measure ends", () => {
    expect(
      stateOn("in-force 2020-01-01, appealed 2020-02-01, lifted 2020-03-01", "2020-03-01").appealed,
    ).toBe(false);
  });
});

describe("a deadline", () => {
  const story = "in-force 2022-10-13, deadline 2023-12-31, deadline 2027-12-31";

  test.each([
    ["2022-10-13", "2023-12-31"],
    ["2023-12-30", "2023-12-31"],
    ["2024-01-01", "2027-12-31"],
    ["2028-01-01", undefined],
  ])("as seen on %s is %s", (on, deadline) => {
    expect(stateOn(story, on).nextDeadline?.on).toBe(deadline);
  });

  test("that has passed changes nothing else", () => {
    expect(stateOn(story, "2030-01-01")).toMatchObject({ status: "in-force", since: "2022-10-13" });
  });

  test("known only by its year lies ahead until that year is over", () => {
    expect(stateOn("decided 2020-01-01, deadline 2027", "2027-06-01").nextDeadline?.on).toBe("2027");
    expect(stateOn("decided 2020-01-01, deadline 2027", "2028-01-01").nextDeadline).toBeUndefined();
  });

  test.each([
    ["superseded", "2022-11-01"],
    ["lifted", "2022-11-01"],
    ["suspended", "2022-11-01"],
  ])("of a measure that is %s no longer runs", (end, on) => {
    const written = `decided 2020-07-14, ${end} 2022-10-13, deadline 2027-12-31`;
    expect(stateOn(written, "2022-10-12").nextDeadline?.on).toBe("2027-12-31");
    expect(stateOn(written, on).nextDeadline).toBeUndefined();
  });
});

describe("an imprecise date", () => {
  test.each([
    ["2019-12-31", "not-yet", false],
    ["2020-01-01", "proposed", true],
    ["2020-12-30", "proposed", true],
    ["2020-12-31", "proposed", false],
  ])("of a year: on %s the measure is %s, in doubt: %s", (on, status, imprecise) => {
    expect(stateOn("proposed 2020", on)).toMatchObject({ status, imprecise });
  });

  test("of a month counts from its first day and is in doubt until its last", () => {
    expect(stateOn("decided 2020-01-10, in-force 2020-08", "2020-07-31")).toMatchObject({
      status: "decided",
      imprecise: false,
    });
    expect(stateOn("decided 2020-01-10, in-force 2020-08", "2020-08-15")).toMatchObject({
      status: "in-force",
      since: "2020-08",
      imprecise: true,
    });
  });

  test("of a deadline puts nothing in doubt", () => {
    expect(stateOn("decided 2020-01-10, deadline 2027", "2027-06-01").imprecise).toBe(false);
  });
});

test("only a recommendation, a power, a decision and a rule in force apply", () => {
  const statuses = [
    "not-yet",
    "proposed",
    "recommended",
    "empowered",
    "decided",
    "in-force",
    "suspended",
    "ended",
  ] as const;
  expect(statuses.filter(applies)).toEqual(["recommended", "empowered", "decided", "in-force"]);
});
