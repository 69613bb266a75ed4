import { describe, expect, it } from "vitest";
import { nearest, nearMatches } from "../../../data/tools/nearest.ts";

describe("the name that was probably meant", () => {
  it.each([
    ["huwaei", "huawei"],
    ["hauwei", "huawei"],
    ["Huawei", "huawei"],
    ["zte-corporation", "zte"],
    ["vodafon", "vodafone"],
    ["kosovo-police", "kosovo"],
  ])("%s is near %s", (typed, meant) => {
    expect(nearest(typed, ["huawei", "zte", "vodafone", "kosovo"])).toBe(meant);
  });

  it.each(["xy", "nokia", "samsung", "russland", ""])("%j is near nothing here", (typed) => {
    expect(nearest(typed, ["huawei", "zte", "vodafone", "kosovo", "US"])).toBeUndefined();
  });

  it("ties are all named, in alphabetical order, up to a limit", () => {
    expect(nearMatches("lands", ["lando", "landa", "island", "landi"], 2)).toEqual(["landa", "landi"]);
  });
});
