import { expect, test } from "vitest";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers } from "./support/browser-session.ts";
import { allMarked, eventually, markedTexts } from "./support/read-page.ts";

inBrowsers("a single-page application built with React", (session) => {
  test("re-renders without errors, and its new text is marked", async () => {
    const { page } = await session().open("spa/london-decision");
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
    const { page, tabId } = await session().open("spa/london-decision");
    await page.click("#next-article");
    await eventually(
      () => allMarked(page),
      (texts) => texts.includes("Prague Proposals") && !texts.includes("Vodafone"),
    );
    const summary = await session().asker.ask("ui.page", { tabId });
    expect(summary.url).toMatch(/\/spa\/prague-talks$/);
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

  test("drops its marks and its card in the moment in which its address changes", async () => {
    const { page, tabId } = await session().open("spa/london-decision");
    await session().asker.ask("ui.jump", { tabId, id: "huawei" });
    expect(await waitForCard(page, true)).toBe(true);
    const { marks, open } = await page.evaluate(() => {
      document.querySelector<HTMLButtonElement>("#next-article")?.click();
      return {
        marks: CSS.highlights.size,
        open: document.querySelector("telecom-lens-card")?.matches(":popover-open"),
      };
    });
    expect({ marks, open }).toEqual({ marks: 0, open: false });
  });

  test("closes the card of a mention that a re-render removes", async () => {
    const { page, tabId } = await session().open("spa/london-decision");
    await session().asker.ask("ui.jump", { tabId, id: "samsung" });
    expect(await waitForCard(page, true)).toBe(true);
    await page.evaluate(() => document.querySelector<HTMLButtonElement>("#new-edition")?.click());
    expect(await waitForCard(page, false, 5_000)).toBe(true);
  });
});

inBrowsers("an application that changes its address before its text", (session) => {
  const navigate = "history.pushState(null, '', '/another-article')";

  test("is not marked by the old text, and has no date, until the new text is there", async () => {
    const { page, tabId } = await session().open("london-decision.html");
    await page.evaluate(navigate);
    const seen: string[] = [];
    for (let look = 0; look < 8; look++) {
      seen.push(...(await allMarked(page)));
      const { url, articleDate, entities } = await session().asker.ask("ui.page", { tabId });
      expect(url).toMatch(/another-article$/);
      expect({ articleDate, entities }).toEqual({ articleDate: null, entities: [] });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(seen).toEqual([]);
    await page.evaluate(() => {
      const text = "Samsung has won a contract in Canada, and says nothing of what it may cost in the end. ";
      const article = document.querySelector("article") as HTMLElement;
      article.innerHTML = `<h1>Another article</h1>${`<p>${text.repeat(4)}</p>`.repeat(4)}`;
    });
    await eventually(
      () => allMarked(page),
      (marked) => marked.includes("Samsung") && !marked.includes("Huawei"),
    );
  });

  test("is marked again by the same text where no other comes", async () => {
    const { page } = await session().open("london-decision.html");
    await page.evaluate(navigate);
    await eventually(
      () => allMarked(page),
      (marked) => marked.includes("Huawei"),
      8_000,
    );
  });

  test("is marked again soon where only the query changed", async () => {
    const { page } = await session().open("london-decision.html");
    await page.evaluate("history.replaceState(null, '', '?picture=2')");
    expect(await allMarked(page)).toEqual([]);
    await eventually(
      () => allMarked(page),
      (marked) => marked.includes("Huawei"),
      2_000,
    );
  });
});

inBrowsers("a page that writes under its marks", (session) => {
  test("never shows one under other words", async () => {
    const { page } = await session().open("london-decision.html");
    const wrong = await page.evaluate(async () => {
      const [range] = CSS.highlights.get("telecom-lens-vendor") ?? [];
      const node = (range as Range).startContainer as Text;
      const before = node.data;
      node.data = `${"Other words stand here now. ".repeat(8)}${before}`;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return [...CSS.highlights.values()]
        .flatMap((ranges) => [...ranges] as Range[])
        .filter((one) => one.startContainer === node && /Other|words|stand|here|now/.test(String(one)))
        .map(String);
    });
    expect(wrong).toEqual([]);
    await eventually(
      () => allMarked(page),
      (marked) => marked.includes("Huawei"),
    );
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
