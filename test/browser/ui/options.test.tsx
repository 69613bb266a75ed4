import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import css from "../../../src/ui/options/options.css?inline";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import { nothingInstalled } from "../../support/dataset-samples.ts";
import { type FakeApi, type FakeWorld, fakeApi } from "../../support/interface-samples.ts";
import { forceColours, reduceMotion } from "./emulated-media.ts";
import { axeProblems, clear, lookIn, show, shownText } from "./show.tsx";

beforeEach(() => {
  location.hash = "";
});
afterEach(async () => {
  clear();
  await forceColours(false);
});

async function open(section: string, world: Partial<FakeWorld> = {}): Promise<FakeApi> {
  location.hash = section;
  const api = fakeApi(world);
  await show(<OptionsPage />, api, css);
  return api;
}

const lastOf = (api: FakeApi, name: string) => api.log.findLast((entry) => entry.name === name)?.payload;
const refused = "The browser does not let the extension open its database.";
const broken: Partial<FakeWorld> = {
  failing: {
    "notes.list": refused,
    "ui.choices": refused,
    "ui.sites": refused,
    "ui.settings": refused,
    "ui.dataset": refused,
  },
};
const bare: Partial<FakeWorld> = {
  notes: [],
  choices: { choices: [], unreadable: 0, inPrivate: 0 },
  sites: { listed: [], granted: [], off: [] },
  shortcuts: [],
};

/** How long what moves on the page takes to move, each once. */
function motions(): string[] {
  const styles = [...document.querySelectorAll("*")].flatMap((element) =>
    ["", "::before", "::after"].map((part) => getComputedStyle(element, part)),
  );
  const times = styles.flatMap(({ transitionDuration, animationName, animationDuration }) => [
    transitionDuration,
    animationName === "none" ? "0s" : animationDuration,
  ]);
  return [...new Set(times)].filter((time) => time !== "0s");
}

test("nothing moves for readers who want less motion", async () => {
  await open("reading");
  expect(motions()).toEqual(["0.12s"]);
  await reduceMotion(true);
  for (const section of ["notes", "choices", "sites", "reading", "dataset"]) {
    clear();
    await open(section);
    expect(motions(), section).toEqual([]);
  }
});

describe.each(["notes", "choices", "sites", "reading", "dataset"])("the section %s", (section) => {
  test.each([
    ["filled", {}],
    ["empty", bare],
    ["broken", broken],
  ] as [string, Partial<FakeWorld>][])("has no accessibility problem when %s", async (_, world) => {
    for (const scheme of ["light", "dark"] as const) {
      lookIn(scheme);
      await open(section, world);
      expect(await axeProblems()).toEqual([]);
    }
    lookIn("light");
    await forceColours(true);
    await open(section, world);
    expect(await axeProblems()).toEqual([]);
  });

  test("fits into 320 pixels", async () => {
    await page.viewport(320, 700);
    await open(section);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(1000, 700);
  });

  test("says what went wrong, and tries again", async () => {
    const api = await open(section, broken);
    await expect.element(page.getByRole("alert")).toMatchTextContent(refused);
    api.world.failing = {};
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => document.querySelector("[role=alert]")).toBeNull();
  });
});

test("the sections are reached by their links", async () => {
  await open("");
  await expect.element(page.getByRole("heading", { level: 1 })).toMatchTextContent("Notes");
  await page.getByRole("link", { name: "Dataset" }).click();
  await expect.element(page.getByRole("heading", { level: 1 })).toMatchTextContent("Dataset");
  await expect.element(page.getByRole("link", { name: "Dataset" })).toHaveAttribute("aria-current", "page");
});

test("every section names the extension's version, and where the licences of what ships stand", async () => {
  await open("reading");
  expect(shownText()).toContain("Extension 0.1.0");
  await expect.element(page.getByRole("link", { name: "Licences" })).toHaveAttribute("href", "/licences.txt");
});

describe("settings", () => {
  test("are saved one at a time", async () => {
    const api = await open("reading");
    await page.getByRole("radio", { name: "The first mention in the article" }).click();
    await expect.poll(() => lastOf(api, "ui.saveSettings")).toEqual({ density: "article" });
    await page.getByRole("switch", { name: "People" }).click();
    await expect.element(page.getByRole("switch", { name: "People" })).not.toBeChecked();
    expect(api.world.settings).toMatchObject({ density: "article", delay: 400 });
    expect(api.world.settings.kinds).not.toContain("official");
    expect(api.world.settings.kinds).toHaveLength(6);
  });

  test("set the delay by keyboard", async () => {
    const api = await open("reading");
    (document.querySelector("[type=range]") as HTMLElement).focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    await expect.element(page.getByText("0.50 seconds")).toBeVisible();
    await expect.poll(() => api.world.settings.delay).toBe(500);
  });

  test("that could not be saved show what still holds", async () => {
    await open("reading", { failing: { "ui.saveSettings": "There is no space left." } });
    await page.getByRole("switch", { name: "People" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("There is no space left.");
    await expect.element(page.getByRole("switch", { name: "People" })).toBeChecked();
  });
});

describe("the dataset", () => {
  test("shows its version, date, licence and counts", async () => {
    await open("dataset");
    for (const fact of ["2026.11.0", "24 Nov 2026", "CC-BY-4.0", "48", "22"])
      expect(shownText()).toContain(fact);
  });

  test("that could not be loaded says why", async () => {
    const problem = "The dataset file is missing. Reinstall the extension.";
    await open("dataset", { dataset: { ...nothingInstalled, info: null, problem, counts: {} } });
    await expect.element(page.getByRole("alert")).toMatchTextContent(problem);
    expect(shownText()).not.toContain("Version");
  });
});
