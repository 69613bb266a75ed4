import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import css from "../../../src/ui/welcome/welcome.css?inline";
import { WelcomePage } from "../../../src/ui/welcome/welcome-page.tsx";
import { type FakeApi, type FakeWorld, fakeApi } from "../../support/interface-samples.ts";
import { forceColours } from "./emulated-media.ts";
import { axeProblems, clear, lookIn, show, shownText } from "./show.tsx";

afterEach(async () => {
  clear();
  await forceColours(false);
  lookIn("light");
});

async function open(world: Partial<FakeWorld> = {}): Promise<FakeApi> {
  const api = fakeApi(world);
  await show(<WelcomePage />, api, css);
  return api;
}

const lastOf = (api: FakeApi, name: string) => api.log.findLast((entry) => entry.name === name)?.payload;
const refused = "The extension's background is not there.";
const states: [string, Partial<FakeWorld>][] = [
  ["ready", {}],
  ["not yet allowed on the listed sites", { listedAllowed: false }],
  ["allowed everywhere", { sites: { listed: [], granted: ["*://*/*"], off: [] }, shortcuts: [] }],
  ["broken", { failing: { "ui.sites": refused, "ui.dataset": refused } }],
];

describe.each(states)("the welcome page, %s", (_, world) => {
  test("has no accessibility problem in any colours", async () => {
    for (const look of ["light", "dark", "forced"] as const) {
      lookIn(look === "dark" ? "dark" : "light");
      await forceColours(look === "forced");
      await open(world);
      for (const details of document.querySelectorAll("details")) details.open = true;
      expect(await axeProblems()).toEqual([]);
    }
  });

  test("fits into 320 pixels, as at 400 % zoom", async () => {
    await page.viewport(320, 256);
    await open(world);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(1000, 700);
  });
});

describe("the welcome page", () => {
  test("says what is marked, which data is used, and that nothing is sent", async () => {
    await open();
    const text = shownText();
    for (const kind of ["Vendors", "Operators", "Countries", "People", "Policies"])
      expect(text).toContain(kind);
    expect(text).toContain("Dataset 2026.11.0 of 24 Nov 2026, with 48 policy measures");
    expect(text).toMatch(/What is sent\s+Nothing\./);
    expect(text).toContain("Alt+Shift+.");
  });

  test("shows the listed sites, how many and which", async () => {
    await open();
    expect(shownText()).toContain("3 news sites from the start");
    expect(shownText()).not.toContain("gazeta.example");
    await page.getByText("Show the list").click();
    await expect.element(page.getByText("gazeta.example")).toBeVisible();
  });

  test("adds a site, and says that it did", async () => {
    const api = await open();
    await page.getByRole("textbox", { name: "Add a site" }).fill("more.example");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("Added: added.example, more.example")).toBeVisible();
    expect(lastOf(api, "requestOrigins")).toEqual(["*://more.example/*", "*://*.more.example/*"]);
  });

  test("asks for all news pages after saying what that means, and takes it back", async () => {
    const api = await open();
    expect(shownText()).toContain("cannot tell news from other pages");
    await page.getByRole("button", { name: "Allow all news pages" }).click();
    expect(lastOf(api, "requestOrigins")).toEqual(["*://*/*"]);
    await page.getByRole("button", { name: "Take this back" }).click();
    expect(lastOf(api, "removeOrigins")).toEqual(["*://*/*"]);
  });

  test("asks for the listed sites where the browser has not allowed them", async () => {
    const api = await open({ listedAllowed: false });
    await page.getByRole("button", { name: "Allow the listed sites" }).click();
    expect(lastOf(api, "requestOrigins")).toHaveLength(6);
    await expect.poll(() => shownText()).not.toContain("has not allowed");
  });

  test("opens the sample's card, or says that it could not", async () => {
    const api = await open();
    await page.getByRole("button", { name: "Show me the card of Huawei" }).click();
    expect(lastOf(api, "ui.jump")).toEqual({ tabId: 7, id: "huawei" });
    await open({ tabId: undefined });
    await page.getByRole("button", { name: "Show me the card of Huawei" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("could not be marked");
  });
});
