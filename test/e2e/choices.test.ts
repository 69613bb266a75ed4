import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { correctionFileSchema } from "../../src/core/choices/correction.ts";
import { askAsPage } from "./support/ask-as-page.ts";
import { openInterface } from "./support/interface-page.ts";
import { inOneProfile } from "./support/one-profile.ts";
import { allMarked, eventually } from "./support/read-page.ts";

const names = (page: Page, name: string) => async () =>
  (await allMarked(page)).filter((text) => text === name).length;

describe.each(browserKinds)("not this one (%s)", (kind) => {
  const { session, allowDownloads, savedJson } = inOneProfile(kind);
  const openChoices = () => openInterface(session().extension, "options.html#choices");
  const refuse = (tabId: number, scope: "here" | "site" | "everywhere") =>
    askAsPage(session(), tabId, "page.notThisOne", { id: "huawei", surface: "Huawei", scope });

  // One story in its order: each step stands on what the one before it left in the browser.
  test("here: the marks of that name go at once, all others stay, and other pages keep theirs", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    const other = await session().open("prague-meeting.html");
    const before = await allMarked(page);
    const inOther = (await allMarked(other.page)).length;
    expect(before).toContain("Huawei");
    expect(await refuse(tabId, "here")).toBe(true);
    await page.bringToFront();
    await eventually(names(page, "Huawei"), (count) => count === 0);
    expect((await allMarked(page)).sort()).toEqual(before.filter((text) => text !== "Huawei").sort());
    await page.reload();
    await eventually(
      () => allMarked(page),
      (marked) => marked.length > 0,
    );
    expect(await names(page, "Huawei")()).toBe(0);
    expect((await allMarked(other.page)).length).toBe(inOther);
    const { choices } = await session().asker.ask("ui.choices", {});
    expect(choices).toMatchObject([
      {
        entity: { id: "huawei", name: "Huawei" },
        scope: "here",
        host: "127.0.0.1",
        page: { url: page.url(), title: expect.stringContaining("Allies agree to differ") },
      },
    ]);
    await other.page.close();
    await page.close();
  });

  test("survives a restart of the browser", async () => {
    const before = await session().asker.ask("ui.choices", {});
    await session().restart();
    expect(await session().asker.ask("ui.choices", {})).toEqual(before);
  });

  test("is listed in the options and written as a correction", async () => {
    const options = await openChoices();
    await options.shows("“Huawei” does not mean Huawei");
    await options.shows("Allies agree to differ");
    await allowDownloads(options.page);
    await options.click("Make a correction: “Huawei” does not mean Huawei");
    await options.fill("What is wrong, in your words", "Only a test.");
    await options.click("Save as file");
    const written = await savedJson();
    const [correction] = correctionFileSchema.parse(JSON.parse(written)).corrections;
    expect(correction).toMatchObject({
      entity: { id: "huawei" },
      matchedText: "Huawei",
      comment: "Only a test.",
      datasetVersion: expect.stringMatching(/^\d{4}\.\d+\.\d+$/),
    });
    await options.close();
  });

  test("is taken back in the options, and the open page has its marks again", async () => {
    const { page } = await session().open("london-decision.html");
    expect(await names(page, "Huawei")()).toBe(0);
    const options = await openChoices();
    await options.click("Mark again: “Huawei” does not mean Huawei");
    await options.shows("The name is marked again");
    await page.bringToFront();
    await eventually(names(page, "Huawei"), (count) => count > 0);
    await options.page.bringToFront();
    await options.click("Undo");
    await options.shows("“Huawei” does not mean Huawei");
    await page.bringToFront();
    await eventually(names(page, "Huawei"), (count) => count === 0);
    await options.page.bringToFront();
    await options.click("Mark all again");
    await options.shows("Nothing is left out");
    await options.close();
    await page.close();
  });

  test("everywhere: holds on all pages and keeps nothing of any; the page itself can take it back", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await refuse(tabId, "everywhere");
    await page.bringToFront();
    await eventually(names(page, "Huawei"), (count) => count === 0);
    const other = await session().open("no-date.html");
    expect(await names(other.page, "Huawei")()).toBe(0);
    expect(JSON.stringify(await session().asker.ask("ui.choices", {}))).not.toContain("127.0.0.1");
    const undone = { id: "huawei", surface: "HUAWEI" };
    expect(await askAsPage(session(), other.tabId, "page.undoChoice", undone)).toBe(true);
    await page.bringToFront();
    await eventually(names(page, "Huawei"), (count) => count > 0);
    await other.page.close();
    await page.close();
  });
});
