import { describe, expect, test } from "vitest";
import { inBrowsers } from "./support/browser-session.ts";
import { allMarked, eventually, markedTexts } from "./support/read-page.ts";

const articles = [
  {
    path: "london-decision.html",
    date: { day: "2020-02-01", origin: "json-ld" },
    named: ["huawei", "united-kingdom", "united-states", "mike-pompeo", "dominic-raab", "five-eyes", "nokia"],
  },
  {
    path: "tirana-clean-network.html",
    date: { day: "2020-08-20", origin: "meta" },
    named: [
      "albania",
      "clean-network",
      "5g-clean-path",
      "yuri-kim",
      "telekom-albania",
      "emil-georgakiev",
      "zte",
    ],
  },
  {
    path: "prague-meeting.html",
    date: { day: "2019-05-03", origin: "time" },
    named: ["prague-proposals", "john-suffolk", "czechia", "nato", "european-union", "huawei", "japan"],
  },
  {
    path: "albanian.html",
    date: { day: "2020-08-21", origin: "meta" },
    named: ["albania", "united-states", "huawei", "zte", "china", "vodafone", "telekom-albania", "yuri-kim"],
  },
  {
    path: "2018/12/06/no-date.html",
    date: { day: "2018-12-06", origin: "url" },
    named: ["meng-wanzhou", "huawei", "canada", "iran"],
  },
  { path: "no-date.html", date: null, named: ["meng-wanzhou", "huawei", "canada", "iran"] },
  {
    path: "dark-page.html",
    date: { day: "2021-08-06", origin: "meta" },
    named: ["tiktok", "wechat", "donald-trump", "mike-pompeo", "clean-network", "huawei"],
  },
];

inBrowsers("marks", (session) => {
  describe("cover what an article names, and its date is found", () => {
    test.each(articles)("$path", async ({ path, date, named }) => {
      const { page, summary } = await session().open(path);
      expect(summary.state).toBe("article");
      expect(summary.articleDate).toEqual(date);
      expect(summary.entities.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
      expect((await allMarked(page)).length).toBeGreaterThan(5);
    });
  });

  test("are not drawn on a page that is no article", async () => {
    const { page, summary } = await session().open("not-an-article.html");
    expect(summary).toMatchObject({ state: "not-article", entities: [] });
    expect(await allMarked(page)).toEqual([]);
  });

  test("have the colours for dark pages on a dark page only", async () => {
    const dark = await session().open("dark-page.html");
    expect(Object.keys(await markedTexts(dark.page)).every((name) => name.endsWith("-dark"))).toBe(true);
    const light = await session().open("london-decision.html");
    expect(Object.keys(await markedTexts(light.page)).some((name) => name.endsWith("-dark"))).toBe(false);
  });

  test("have the colours of the background behind each of them, also when the theme changes", async () => {
    const { page } = await session().open("coloured-page.html");
    const palettes = async () => {
      const marks = await page.evaluate(() =>
        [...CSS.highlights].flatMap(([name, ranges]) =>
          [...ranges].map((range) => [
            (range as Range).startContainer.parentElement?.closest("p, h1")?.className,
            /-(half-light|half-dark|dark)$/.exec(name)?.[1] ?? "light",
          ]),
        ),
      );
      return Object.fromEntries(marks) as Record<string, string>;
    };
    expect(await palettes()).toEqual({
      "": "light",
      ink: "dark",
      salmon: "half-light",
      slate: "half-dark",
      sea: "dark",
    });
    await page.evaluate(() => document.body.classList.add("night"));
    await eventually(palettes, (now) => now[""] === "dark");
  });

  test("stay out of editors, form fields, code and hidden text", async () => {
    const { page } = await session().open("unmarkable.html");
    const marked = await allMarked(page);
    expect(marked).toContain("Huawei");
    const forbidden = ["ZTE", "Ericsson", "Nokia", "Samsung", "Vodafone", "Telekom Albania"];
    expect(
      marked.filter((text) => [...forbidden, "Alibaba", "Baidu", "Tencent", "Microsoft"].includes(text)),
    ).toEqual([]);
  });

  test("cover names that inline elements, line ends and soft hyphens break", async () => {
    const { page } = await session().open("broken-names.html");
    const marked = (await allMarked(page)).map((text) => text.replaceAll("\u00ad", "").replace(/\s+/g, " "));
    const count = (name: string) => marked.filter((text) => text === name).length;
    expect(count("Huawei")).toBe(3);
    expect(count("Ericsson")).toBe(2);
    expect(count("Nokia")).toBe(1);
    expect(count("Mike Pompeo")).toBeGreaterThanOrEqual(1);
    expect(count("Dominic Raab")).toBe(2);
    expect(count("Five Eyes")).toBe(2);
  });

  test("follow a switch for the site, off and on", async () => {
    const { page } = await session().open("london-decision.html");
    await session().asker.ask("ui.siteSwitch", { host: "127.0.0.1", on: false });
    await eventually(
      () => allMarked(page),
      (marked) => marked.length === 0,
    );
    await session().asker.ask("ui.siteSwitch", { host: "127.0.0.1", on: true });
    await eventually(
      () => allMarked(page),
      (marked) => marked.length > 0,
    );
  });

  test("cover a page as long as a book without blocking it", async () => {
    const { page, summary } = await session().open("long-page.html");
    expect(summary.entities.find(({ id }) => id === "huawei")?.count).toBeGreaterThan(500);
    const near = (await allMarked(page)).length;
    expect(near).toBeGreaterThan(5);
    // Registered are only those in and near the window; at the end of the page they are there as well.
    expect(near).toBeLessThan(150);
    await page.evaluate(() => document.querySelector("#p1499")?.scrollIntoView({ behavior: "instant" }));
    await eventually(
      () =>
        page.evaluate(() =>
          [...(CSS.highlights.get("telecom-lens-vendor") ?? [])].some((range) => {
            const { top } = (range as Range).getBoundingClientRect();
            return top > 0 && top < innerHeight;
          }),
        ),
      (shown) => shown,
    );
    expect((await allMarked(page)).length).toBeLessThan(150);
  });
});
