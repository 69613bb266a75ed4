import { expect, test } from "vitest";
import { claimCells, claimsFile, claimsText } from "../../../src/ui/options/claims-cells.ts";
import { sampleClaims } from "../../support/popup-samples.ts";

test("the file of the claims begins with the mark by which spreadsheets know its letters", async () => {
  const file = claimsFile(sampleClaims);
  expect([...new Uint8Array(await file.slice(0, 3).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf]);
  expect(file.type).toBe("text/csv;charset=utf-8");
});

test("rows of a private pack say so, copied and saved too, and no others", () => {
  const [first] = sampleClaims.rows;
  if (!first) throw new Error("there are no samples");
  const pack = { title: "Desk notes", version: "2026.1.0", signed: false, records: ["jane-doe"] };
  const words = "From the pack “Desk notes”, not checked by Telecom Lens, unsigned";
  const marked = sampleClaims.rows.filter(({ record }) => record === "jane-doe");
  expect(marked.length).toBeGreaterThan(0);
  for (const row of marked) expect(claimCells(row, pack).details).toContain(words);
  expect(claimCells(first, pack).details).not.toContain("pack");
  expect(claimsText({ ...sampleClaims, pack }, ",").split(words)).toHaveLength(marked.length + 1);
  expect(claimsText(sampleClaims, ",")).not.toContain("pack");
});
