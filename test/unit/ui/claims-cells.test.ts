import { expect, test } from "vitest";
import { claimsFile } from "../../../src/ui/options/claims-cells.ts";
import { sampleClaims } from "../../support/popup-samples.ts";

test("the file of the claims begins with the mark by which spreadsheets know its letters", async () => {
  const file = claimsFile(sampleClaims);
  expect([...new Uint8Array(await file.slice(0, 3).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf]);
  expect(file.type).toBe("text/csv;charset=utf-8");
});
