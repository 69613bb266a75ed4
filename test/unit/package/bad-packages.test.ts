import { describe, expect, it } from "vitest";
import { badPackages } from "./bad-packages.ts";
import { expected, refusal } from "./sample-package.ts";

describe("a bad package", () => {
  it.each(badPackages)("is refused: $name", ({ bytes, code, says, as }) => {
    const error = refusal(bytes(), as ?? expected);
    expect({ code: error.code, message: error.message }).toEqual({
      code,
      message: expect.stringMatching(says),
    });
    expect(error.message).toMatch(/\. The data in use stays as it is\. [A-Z].*\.$/);
  });

  it("comes in many ways, each with a name of its own", () => {
    expect(new Set(badPackages.map(({ name }) => name)).size).toBe(badPackages.length);
    expect(badPackages.length).toBeGreaterThanOrEqual(60);
  });
});
