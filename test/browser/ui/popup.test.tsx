import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import css from "../../../src/ui/popup/popup.css?inline";
import { PopupPage } from "../../../src/ui/popup/popup-page.tsx";
import {
  articlePage,
  type FakeApi,
  type FakeWorld,
  fakeApi,
  otherPages,
} from "../../support/interface-samples.ts";
import { axeProblems, clear, lookIn, show, shownText } from "./show.tsx";

afterEach(clear);

async function open(world: Partial<FakeWorld> = {}): Promise<FakeApi> {
  const api = fakeApi(world);
  await show(<PopupPage />, api, css);
  return api;
}

const named = (api: FakeApi) => api.log.map(({ name }) => name);

const states: [string, Partial<FakeWorld>][] = [
  ["an article", {}],
  [
    "an article without names or date",
    { page: { ...articlePage, entities: [], articleDate: null, notes: 0 } },
  ],
  ["an article annotated once", { page: { ...articlePage, access: "once" } }],
  ["an article without a dataset", { page: { ...articlePage, dataset: null, entities: [] } }],
  ["a page that is no article", { page: otherPages.notArticle }],
  ["a site that is off", { page: otherPages.off }],
  ["a site without access", { page: otherPages.noAccess }],
  ["a page of the browser", { page: otherPages.notWeb }],
  ["no tab", { tabId: undefined }],
  ["a background that fails", { failing: { "ui.page": "The dataset is damaged." } }],
];

describe.each(states)("the popup on %s", (_, world) => {
  test.each(["light", "dark"] as const)("has no accessibility problem in %s", async (scheme) => {
    lookIn(scheme);
    await open(world);
    expect(await axeProblems()).toEqual([]);
  });

  test("fits into 320 pixels", async () => {
    await page.viewport(320, 600);
    await open(world);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(1000, 700);
  });
});

describe("the popup on an article", () => {
  test("shows the date with where it came from", async () => {
    await open();
    expect(shownText()).toContain("Article of 1 Feb 2020 from the page's JSON-LD");
    expect(shownText()).toContain("Data 2026.11.0");
  });

  test("says that without a date only today's policy is shown", async () => {
    await open({ page: { ...articlePage, articleDate: null } });
    expect(shownText()).toContain("No date found: only today's policy is shown");
  });

  test("groups what is named by kind, and tells an uncertain match in words", async () => {
    await open();
    const vendors = page.getByRole("region", { name: "Vendors" });
    await expect.element(vendors.getByRole("button", { name: "Vendor A 7 mentions" })).toBeVisible();
    await expect.element(vendors.getByRole("button", { name: "Vendor B 1 mention" })).toBeVisible();
    await expect
      .element(page.getByRole("button", { name: "Carrier (uncertain match) 2 mentions" }))
      .toBeVisible();
  });

  test("jumps to a mention and closes", async () => {
    const api = await open();
    await page.getByRole("button", { name: /^Jane Doe/ }).click();
    await expect.poll(() => named(api)).toEqual(["ui.page", "ui.jump", "close"]);
    expect(api.log[1]?.payload).toEqual({ tabId: 7, id: "jane-doe" });
  });

  test("stays and says so when the mention is gone", async () => {
    const api = await open({ failing: { "ui.jump": "No answer to tab.jump." } });
    await page.getByRole("button", { name: /^Jane Doe/ }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("No answer to tab.jump.");
    expect(named(api)).not.toContain("close");
  });

  test("is used by keyboard alone", async () => {
    const api = await open();
    const names: string[] = [];
    for (let stop = 0; stop < 15; stop++) {
      await userEvent.tab();
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) break;
      names.push(activeElement.getAttribute("aria-label") ?? shownText(activeElement.closest("label")));
      if (activeElement.textContent?.startsWith("Vendor B")) break;
    }
    expect(names[0]).toBe("Options");
    await userEvent.keyboard("{Enter}");
    await expect
      .poll(() => api.log.find(({ name }) => name === "ui.jump")?.payload)
      .toEqual({
        tabId: 7,
        id: "vendor-b",
      });
    (document.querySelector("[role=switch]") as HTMLElement).focus();
    await userEvent.keyboard(" ");
    await expect
      .poll(() => api.log.find(({ name }) => name === "ui.siteSwitch")?.payload)
      .toEqual({
        host: "news.example",
        on: false,
        tabId: 7,
      });
  });

  test("switches the site off and on again", async () => {
    await open();
    const marks = page.getByRole("switch", { name: "Marks on news.example" });
    await marks.click();
    await expect.element(page.getByText("Off on news.example")).toBeVisible();
    await expect.element(marks).not.toBeChecked();
    await marks.click();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
  });

  test("starts a note on the selection, and leads to the notes", async () => {
    const api = await open();
    await page.getByRole("button", { name: "Note on selection" }).click();
    await expect.poll(() => named(api)).toEqual(["ui.page", "ui.noteOnSelection", "close"]);
    await page.getByRole("button", { name: "3 notes here" }).click();
    await expect.poll(() => api.log.at(-2)).toEqual({ name: "openOptions", payload: "notes" });
  });

  test("shows what comes to light later", async () => {
    const api = await open({ page: { ...articlePage, entities: [] } });
    expect(shownText()).toContain("Nothing to explain here");
    api.world.page = articlePage;
    api.changedElsewhere();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
  });
});

describe("the popup where the extension has no access", () => {
  test("annotates the page once", async () => {
    const api = await open({ page: otherPages.noAccess });
    await page.getByRole("button", { name: "Annotate this page once" }).click();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
    expect(named(api)).not.toContain("requestOrigins");
  });

  test("asks for the site before anything else, then annotates", async () => {
    const api = await open({ page: otherPages.noAccess });
    await page.getByRole("button", { name: "Always on news.example" }).click();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
    expect(named(api).slice(1, 3)).toEqual(["requestOrigins", "ui.annotateOnce"]);
    expect(api.log[1]?.payload).toEqual(["*://news.example/*", "*://*.news.example/*"]);
  });

  test("does nothing when the reader says no, and says so", async () => {
    const api = await open({ page: otherPages.noAccess, consents: false });
    await page.getByRole("button", { name: "Always on news.example" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("nothing has changed");
    expect(named(api)).not.toContain("ui.annotateOnce");
  });
});

test("a popup that could not ask the background offers to try again", async () => {
  const api = await open({ failing: { "ui.page": "The dataset is damaged." } });
  await expect.element(page.getByRole("alert")).toMatchTextContent("The dataset is damaged.");
  api.world.failing = {};
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
});
