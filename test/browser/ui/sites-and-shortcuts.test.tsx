import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import css from "../../../src/ui/options/options.css?inline";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import { type FakeApi, type FakeWorld, fakeApi } from "../../support/interface-samples.ts";
import { clear, show, shownText } from "./show.tsx";

beforeEach(() => {
  location.hash = "";
});
afterEach(clear);

async function open(section: string, world: Partial<FakeWorld> = {}): Promise<FakeApi> {
  location.hash = section;
  const api = fakeApi(world);
  await show(<OptionsPage />, api, css);
  return api;
}

const lastOf = (api: FakeApi, name: string) => api.log.findLast((entry) => entry.name === name)?.payload;

describe("sites", () => {
  test("are added with their subdomains, once the reader has agreed", async () => {
    const api = await open("sites");
    await page.getByRole("textbox", { name: "Add a site" }).fill("https://www.more.example/news");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("more.example", { exact: true })).toBeVisible();
    expect(lastOf(api, "requestOrigins")).toEqual(["*://more.example/*", "*://*.more.example/*"]);
  });

  test.each([
    ["no site", "news", {}, "That is no site"],
    ["refused", "more.example", { consents: false }, "nothing has changed"],
  ] as [string, string, Partial<FakeWorld>, string][])(
    "say why one is not added: %s",
    async (_, typed, world, why) => {
      await open("sites", world);
      await page.getByRole("textbox", { name: "Add a site" }).fill(typed);
      await page.getByRole("button", { name: "Add" }).click();
      await expect.element(page.getByRole("alert")).toMatchTextContent(why);
      await expect.element(page.getByRole("textbox", { name: "Add a site" })).toHaveValue(typed);
    },
  );

  test("all news pages are asked for with one press, and given back with another", async () => {
    const api = await open("sites");
    await page.getByRole("button", { name: "Allow all news pages" }).click();
    expect(lastOf(api, "requestOrigins")).toEqual(["*://*/*"]);
    await expect.element(page.getByRole("button", { name: "Take this back" })).toHaveFocus();
    // All pages are no site in the list of sites.
    expect(shownText()).not.toContain("Remove *");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("button", { name: "Allow all news pages" })).toHaveFocus();
    expect(lastOf(api, "removeOrigins")).toEqual(["*://*/*"]);
  });

  test("all news pages that were refused change nothing, and say so", async () => {
    await open("sites", { consents: false });
    await page.getByRole("button", { name: "Allow all news pages" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("nothing has changed");
  });

  test("of the list that the browser has not allowed are asked for with one press", async () => {
    const api = await open("sites", { listedAllowed: false });
    expect(shownText()).toContain("has not allowed the listed news sites");
    await page.getByRole("button", { name: "Allow the listed sites" }).click();
    await expect.poll(() => shownText()).not.toContain("has not allowed");
    expect(lastOf(api, "requestOrigins")).toContain("*://*.gazeta.example/*");
    expect(lastOf(api, "requestOrigins")).toHaveLength(6);
  });

  test("that were added are one row with all their origins, and can be removed", async () => {
    const api = await open("sites");
    const remove = page.getByRole("button", { name: "Remove added.example" });
    await remove.click();
    await expect.element(remove).not.toBeInTheDocument();
    expect(shownText(document.querySelector(".framed"))).not.toContain("added.example");
    await expect.element(page.getByText("Taken back: added.example")).toBeInTheDocument();
    expect(lastOf(api, "removeOrigins")).toEqual(["*://added.example/*", "*://*.added.example/*"]);
    await expect.element(page.getByRole("region", { name: "Sites you added" })).toHaveFocus();
  });

  test("that are off can be switched on", async () => {
    const api = await open("sites");
    api.world.sites.off.push("quiet.example");
    api.changedElsewhere();
    await page.getByRole("button", { name: "Switch on quiet.example" }).click();
    await expect.element(page.getByRole("button", { name: "Switch on loud.example" })).toHaveFocus();
    await expect.element(page.getByText("Articles on quiet.example are marked again.")).toBeInTheDocument();
    await page.getByRole("button", { name: "Switch on loud.example" }).click();
    await expect.element(page.getByText(/No site is switched off/)).toBeVisible();
    expect(lastOf(api, "ui.siteSwitch")).toEqual({ host: "loud.example", on: true });
  });

  test("of the list are searched by name, domain and country", async () => {
    await open("sites");
    const search = page.getByRole("searchbox", { name: "Search 3 sites" });
    for (const [typed, found] of [
      ["SHEMBULLIT", "Gazeta e Shembullit"],
      ["paper.ex", "The Paper"],
      ["gb", "Example News"],
    ] as const) {
      await search.fill(typed);
      await expect.poll(() => document.querySelectorAll(".listed li").length).toBe(1);
      expect(shownText()).toContain(found);
    }
    await search.fill("nowhere");
    await expect.element(page.getByText(/No listed site matches/)).toBeVisible();
  });
});

describe("shortcuts", () => {
  test("are shown as the browser has them, with the way to change them", async () => {
    const api = await open("reading");
    const rows = [...document.querySelectorAll<HTMLElement>(".shortcuts dl > div")].map(shownText);
    expect(rows.map((row) => row.replace(/\s+/g, " "))).toEqual([
      "Open the card of the name in view not set",
      "Next mention Alt+Shift+.",
      "Previous mention Alt+Shift+,",
    ]);
    await page.getByRole("button", { name: "Change in the browser" }).click();
    expect(lastOf(api, "openShortcutSettings")).toBeNull();
  });

  test("say where to look when the browser does not open its page", async () => {
    await open("reading", { consents: false });
    await page.getByRole("button", { name: "Change in the browser" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("settings for extensions");
  });
});
