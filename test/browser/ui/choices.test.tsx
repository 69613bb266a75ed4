import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { correctionFileSchema } from "../../../src/core/choices/correction.ts";
import css from "../../../src/ui/options/options.css?inline";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import { sampleChoices } from "../../support/choice-samples.ts";
import { type FakeApi, type FakeWorld, fakeApi } from "../../support/interface-samples.ts";
import { forceColours } from "./emulated-media.ts";
import { axeProblems, clear, lookIn, show, shownText } from "./show.tsx";

beforeEach(() => {
  location.hash = "choices";
});
afterEach(async () => {
  clear();
  await forceColours(false);
  lookIn("light");
});

async function open(world: Partial<FakeWorld> = {}): Promise<FakeApi> {
  const api = fakeApi(world);
  await show(<OptionsPage />, api, css);
  return api;
}

const lastOf = (api: FakeApi, name: string) => api.log.findLast((entry) => entry.name === name)?.payload;
const items = () => [...document.querySelectorAll<HTMLElement>("article")];
const everything = (): Partial<FakeWorld> => ({
  choices: { choices: sampleChoices, unreadable: 2, inPrivate: 1 },
});

describe("what the reader refused", () => {
  test("says what, where and when", async () => {
    await open();
    const [, here, site, everywhere] = items().map(shownText);
    expect(here).toContain("“A Tower” does not mean Vendor A");
    expect(here).toContain("The council opens the door halfway");
    expect(here).toContain("news.example");
    expect(here).toContain("23 Nov 2026");
    expect(here).toContain("Data 2026.11.0");
    expect(items()[1]?.querySelector("a")?.href).toContain("https://news.example/2020/02/01/masts");
    expect(site).toContain("On all of paper.example");
    expect(everywhere).toContain("Everywhere");
  });

  test("has its facts in a line, beside what can be done", async () => {
    await page.viewport(1_000, 700);
    await open();
    const parts = [...(items()[1]?.querySelectorAll("li, button") ?? [])];
    expect(parts).toHaveLength(5);
    const middles = parts.map((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return (top + bottom) / 2;
    });
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(12);
  });

  test("on a hostile page stays text and leads nowhere", async () => {
    await open();
    expect(shownText(items()[0])).toContain("“<b>North</b>” does not mean Northland");
    expect(shownText(items()[0])).toContain("<img src=x onerror=alert(1)>");
    expect(document.querySelector("article img, article b")).toBeNull();
    expect(items()[0]?.querySelector("a")).toBeNull();
  });

  test("is offered back in one line, in the middle of a narrow window, from either side", async () => {
    await page.viewport(320, 640);
    try {
      await open();
      (document.querySelector("[aria-label^='Mark again: “Doe”']") as HTMLElement).click();
      await expect.poll(() => document.querySelector(".undo-bar")).toBeTruthy();
      for (const dir of ["ltr", "rtl"]) {
        document.documentElement.dir = dir;
        const bar = document.querySelector(".undo-bar")?.getBoundingClientRect();
        expect(bar?.height).toBeLessThan(60);
        expect(Math.abs((bar?.left ?? 0) - (320 - (bar?.right ?? 0)))).toBeLessThan(2);
      }
    } finally {
      document.documentElement.dir = "";
      await page.viewport(1000, 700);
    }
  });

  test("is taken back, and put back with undo, by keyboard", async () => {
    const api = await open();
    (document.querySelector("[aria-label^='Mark again: “Doe”']") as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("The name is marked again")).toBeVisible();
    expect(lastOf(api, "ui.undoChoices")).toEqual({ ids: [sampleChoices[3]?.id] });
    expect(items()).toHaveLength(3);
    await expect.element(page.getByRole("button", { name: "Undo" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => items().length).toBe(4);
    expect(api.world.choices.choices).toEqual(sampleChoices);
  });

  test("is taken back all at once", async () => {
    const api = await open();
    await page.getByRole("button", { name: "Mark all again" }).click();
    await expect.element(page.getByText("Nothing is left out")).toBeVisible();
    await expect.element(page.getByText("4 names are marked again")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => api.world.choices.choices).toEqual(sampleChoices);
  });

  test("stays in the list when it could not be taken back", async () => {
    await open({ failing: { "ui.undoChoices": "There is no space left." } });
    await page.getByRole("button", { name: "Mark all again" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("There is no space left.");
    expect(items()).toHaveLength(4);
    expect(document.querySelector(".undo-bar")).toBeNull();
  });

  test("is searched only when it is long", async () => {
    await open();
    expect(document.querySelector("[type=search]")).toBeNull();
    const many = Array.from({ length: 120 }, (_, at) => ({
      ...sampleChoices[3],
      id: crypto.randomUUID(),
      surface: `Doe ${at}`,
    }));
    await open({ choices: { choices: many as typeof sampleChoices, unreadable: 0, inPrivate: 0 } });
    expect(items()).toHaveLength(100);
    await page.getByRole("searchbox", { name: "Search what you refused" }).fill("doe 117");
    await expect.element(page.getByText("1 of 120 names")).toBeVisible();
    expect(items()).toHaveLength(1);
    await page.getByRole("searchbox").fill("nowhere");
    await expect.element(page.getByText("Nothing here has all these words")).toBeVisible();
  });

  test("in part could not be read: that is said, and all else is there", async () => {
    const api = await open(everything());
    await expect.element(page.getByRole("alert")).toMatchTextContent("2 entries could not be read");
    expect(items()).toHaveLength(4);
    await page.getByRole("button", { name: "Delete for good" }).click();
    await expect.poll(() => document.querySelector("[role=alert]")).toBeNull();
    expect(lastOf(api, "ui.undoChoices")).toEqual({ ids: [], also: ["unreadable"] });
  });

  test("in private windows is counted, not told, and can be forgotten", async () => {
    const api = await open(everything());
    expect(shownText()).toContain("1 choice made in a private window");
    await page.getByRole("button", { name: "Forget now" }).click();
    await expect.poll(() => shownText()).not.toContain("private window");
    expect(lastOf(api, "ui.undoChoices")).toEqual({ ids: [], also: ["private"] });
  });

  test("in all of its states has no accessibility problem in any colours", async () => {
    for (const look of ["light", "dark", "forced"] as const) {
      lookIn(look === "dark" ? "dark" : "light");
      await forceColours(look === "forced");
      await open(everything());
      await page.getByRole("button", { name: /^Make a correction: “A Tower”/ }).click();
      await page.getByRole("button", { name: "Mark again: “Doe” does not mean Jane Doe" }).click();
      await expect.element(page.getByText("The name is marked again")).toBeVisible();
      expect(await axeProblems()).toEqual([]);
    }
  });
});

describe("a correction", () => {
  const openForm = () => page.getByRole("button", { name: /^Make a correction: “A Tower”/ }).click();

  test("is saved as a file of its documented form, with what the reader says", async () => {
    const api = await open();
    await openForm();
    await expect.element(page.getByRole("textbox", { name: "What is wrong, in your words" })).toHaveFocus();
    await userEvent.keyboard("It is a building.");
    await page.getByRole("textbox", { name: /what it says/ }).fill("Vendor A is excluded");
    await page.getByRole("button", { name: "Save as file" }).click();
    await expect.element(page.getByText("File saved")).toBeVisible();
    expect(api.files[0]?.name).toBe("telecom-lens-corrections-2026-11-24.json");
    const file = correctionFileSchema.parse(JSON.parse(api.files[0]?.text ?? ""));
    expect(file.datasetVersion).toBe("2026.11.0");
    expect(file.corrections).toMatchObject([
      {
        entity: { id: "vendor-a" },
        matchedText: "A Tower",
        claim: "Vendor A is excluded",
        comment: "It is a building.",
        page: { canonicalUrl: "https://news.example/2020/02/01/masts" },
      },
    ]);
  });

  test("is shown as text for a mail and copied as it is shown", async () => {
    const api = await open();
    await openForm();
    await page.getByRole("textbox", { name: "Address of the page" }).fill("");
    const text = page.getByRole("textbox", { name: "As text for a mail" });
    await expect.element(text).toHaveValue(expect.not.stringContaining("https:"));
    await page.getByRole("button", { name: "Copy text" }).click();
    await expect.element(page.getByText("Text copied")).toBeVisible();
    expect(api.world.copied).toContain("Marked as: Vendor A (vendor-a)");
    expect(api.world.copied).not.toContain("https:");
  });

  test("of a choice for everywhere names no page unless the reader adds one", async () => {
    await open();
    await page.getByRole("button", { name: /^Make a correction: “Doe”/ }).click();
    await expect.element(page.getByRole("textbox", { name: "Address of the page" })).toHaveValue("");
    expect(shownText()).toContain("No page was kept with this choice");
  });

  test("gives the focus back when it is closed", async () => {
    await open();
    await openForm();
    await page.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => document.activeElement?.textContent).toBe("Correction");
  });

  test("is written of all choices at once", async () => {
    const api = await open();
    await page.getByRole("button", { name: "Export all as corrections" }).click();
    await expect.poll(() => api.files.length).toBe(1);
    const { corrections } = correctionFileSchema.parse(JSON.parse(api.files[0]?.text ?? ""));
    expect(corrections.map(({ page }) => page !== null)).toEqual([true, true, false, false]);
  });
});
