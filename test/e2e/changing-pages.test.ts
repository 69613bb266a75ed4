import { expect, test } from "vitest";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers } from "./support/browser-session.ts";
import { allMarked, eventually, markedTexts } from "./support/read-page.ts";

inBrowsers("a single-page application built with React", (session) => {
  test("re-renders without errors, and its new text is marked", async () => {
    const { page } = await session().open("spa/london");
    expect(await allMarked(page)).toEqual(expect.arrayContaining(["Huawei", "Vodafone", "Samsung"]));
    await page.click("#new-edition");
    const marked = await eventually(
      () => allMarked(page),
      (texts) => texts.includes("Ericsson") && !texts.includes("Samsung"),
    );
    // The first paragraph's node was thrown away and made anew.
    expect(marked).toContain("Huawei");
    for (let round = 0; round < 5; round += 1) await page.click("#new-edition");
    await eventually(
      () => allMarked(page),
      (texts) => texts.includes("Huawei"),
    );
    expect(await page.evaluate(() => (window as unknown as { readerErrors: string[] }).readerErrors)).toEqual(
      [],
    );
    expect(await page.$("#broken")).toBeNull();
  });

  test("shows the marks and the date of the article that it changes to", async () => {
    const { page, tabId } = await session().open("spa/london");
    await page.click("#next-article");
    await eventually(
      () => allMarked(page),
      (texts) => texts.includes("Prague Proposals") && !texts.includes("Vodafone"),
    );
    const summary = await session().asker.ask("ui.page", { tabId });
    expect(summary.url).toMatch(/\/spa\/prague$/);
    expect(summary.articleDate?.day).toBe("2019-05-03");
    await page.goBack();
    await eventually(
      () => allMarked(page),
      (texts) => texts.includes("Vodafone"),
    );
    expect(await page.evaluate(() => (window as unknown as { readerErrors: string[] }).readerErrors)).toEqual(
      [],
    );
  });

  test("closes the card of a mention that a re-render removes", async () => {
    const { page, tabId } = await session().open("spa/london");
    await session().asker.ask("ui.jump", { tabId, id: "samsung" });
    expect(await waitForCard(page, true)).toBe(true);
    await page.evaluate(() => document.querySelector<HTMLButtonElement>("#new-edition")?.click());
    expect(await waitForCard(page, false, 5_000)).toBe(true);
  });
});

inBrowsers("a live blog", (session) => {
  test("has its new entries marked as they come in", async () => {
    const { page } = await session().open("live-blog.html?manual");
    const before = (await allMarked(page)).length;
    const append = () => page.evaluate(() => (window as unknown as { appendEntry(): string }).appendEntry());
    await append();
    const marked = await eventually(
      () => allMarked(page),
      (texts) => texts.length > before,
    );
    expect(marked.filter((text) => text === "Huawei").length).toBeGreaterThan(1);
    await append();
    await append();
    await append();
    await eventually(
      () => allMarked(page),
      (texts) => texts.includes("Mike Pompeo") && texts.includes("Vodafone"),
    );
  });

  test("keeps the marks of its older entries in place", async () => {
    const { page } = await session().open("live-blog.html?manual");
    const vendors = async () => (await markedTexts(page))["telecom-lens-vendor"] ?? [];
    const before = await vendors();
    await page.evaluate(() => (window as unknown as { appendEntry(): string }).appendEntry());
    const after = await eventually(vendors, (texts) => texts.length > before.length);
    expect(after.every((text) => /^(Huawei|Ericsson|Nokia|ZTE|Samsung)$/.test(text))).toBe(true);
  });
});
