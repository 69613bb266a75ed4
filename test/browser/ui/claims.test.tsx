import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import css from "../../../src/ui/options/options.css?inline";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import { type FakeWorld, fakeApi } from "../../support/interface-samples.ts";
import { sampleClaims } from "../../support/popup-samples.ts";
import { forceColours } from "./emulated-media.ts";
import { axeProblems, clear, lookIn, show, shownText } from "./show.tsx";

afterEach(async () => {
  clear();
  location.hash = "";
  await forceColours(false);
});

async function open(world: Partial<FakeWorld> = {}, tab = "7") {
  location.hash = `claims/${tab}`;
  const api = fakeApi(world);
  await show(<OptionsPage />, api, css);
  return api;
}

test("a table of all claims says what held on the article's day and what holds now", async () => {
  const api = await open();
  expect(api.log).toContainEqual({ name: "ui.claims", payload: { tabId: 7 } });
  const rows = [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toHaveLength(sampleClaims.rows.length);
  expect(rows[0]?.slice(0, 5)).toEqual([
    "Measure",
    "Northland, Vendor A",
    "Northland: Cap on one supplier",
    "not yet",
    "Restricted · Decided 28 Jan 2020",
  ]);
  expect(rows[1]?.[5]).toContain("it is not");
  expect(rows[2]?.slice(3, 5)).toEqual(["holds it", "perhaps holds it"]);
  expect(rows[2]?.[6]).toBe("–");
  expect(document.querySelector("tbody a")?.getAttribute("rel")).toBe("noopener noreferrer");
  expect(document.querySelector("tbody a")?.textContent).toMatch(/ \(opens in a new tab\)$/);
});

test("copies the table for a spreadsheet and saves it, with its article and no formula", async () => {
  const api = await open();
  await page.getByRole("button", { name: "Copy table" }).click();
  const lines = api.world.copied?.split("\r\n") ?? [];
  expect(lines[0]?.split("\t")).toHaveLength(7);
  expect(lines[1]?.split("\t")).toHaveLength(7);
  expect(shownText()).toContain("Copied");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  // A blob is read before it is listed.
  await expect.poll(() => api.files).toHaveLength(1);
  const [file] = api.files;
  expect(file?.name).toBe("telecom-lens-claims-2026-11-24.csv");
  expect(file?.text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  expect(file?.text).toContain(sampleClaims.dataset.version);
});

test.each([
  ["a tab that is gone", { claims: null }, "7", "not open any more"],
  ["an address without a tab", {}, "", "not open any more"],
  ["nothing on record", { claims: { ...sampleClaims, rows: [] } }, "7", "Nothing is on record"],
  [
    "a background that fails",
    { failing: { "ui.claims": "The dataset is damaged." } },
    "7",
    "The dataset is damaged.",
  ],
] as [string, Partial<FakeWorld>, string, string][])("says so for %s", async (_, world, tab, words) => {
  await open(world, tab);
  expect(shownText()).toContain(words);
  expect(await axeProblems()).toEqual([]);
});

test("the table has no accessibility problem and scrolls in itself at 320 pixels", async () => {
  for (const scheme of ["light", "dark"] as const) {
    lookIn(scheme);
    await open();
    expect(await axeProblems()).toEqual([]);
  }
  lookIn("light");
  await forceColours(true);
  await open();
  expect(await axeProblems()).toEqual([]);
  await page.viewport(320, 700);
  await open();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1000, 700);
});
