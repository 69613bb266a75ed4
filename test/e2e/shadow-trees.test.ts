import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { inBrowsers } from "./support/browser-session.ts";
import { eventually } from "./support/read-page.ts";

interface Drawn {
  text: string;
  /** How many shadow trees deep it stands. */
  depth: number;
  /** The line that is drawn under it, and where its middle is. */
  line: string;
  x: number;
  y: number;
}

/** Our marks in the order of the text, each with what is drawn of it: one that is registered may still not be seen. */
const drawn = (page: Page): Promise<Drawn[]> =>
  page.evaluate(() =>
    [...CSS.highlights]
      .flatMap(([name, ranges]) =>
        [...ranges].map((range) => {
          const { parentElement } = range.startContainer;
          let depth = 0;
          for (let root = range.startContainer.getRootNode(); root instanceof ShadowRoot; depth++)
            root = root.host.getRootNode();
          const style = getComputedStyle(parentElement as Element, `::highlight(${name})`);
          const { left, top, width, height } = (range as Range).getBoundingClientRect();
          const line = `${style.textDecorationLine} ${style.textDecorationColor}`;
          return { text: String(range), depth, line, x: left + width / 2, y: top + height / 2 };
        }),
      )
      .sort((a, b) => a.y - b.y || a.x - b.x),
  );

/** All that the page can see of itself, its shadow trees and their style sheets included. */
const whole = (page: Page) =>
  page.evaluate(() => {
    const trees: string[] = [];
    const visit = (root: Document | ShadowRoot) => {
      const sheets = [...root.styleSheets, ...root.adoptedStyleSheets];
      trees.push(`${sheets.length} ${root instanceof ShadowRoot ? root.innerHTML : ""}`);
      for (const element of root.querySelectorAll("*")) if (element.shadowRoot) visit(element.shadowRoot);
    };
    visit(document);
    return [...trees, document.documentElement.outerHTML];
  });

inBrowsers("an article in open shadow trees", (session) => {
  test("has its names marked for the eye, nested trees included, and is left as it was", async () => {
    const plain = await session().openWithout("shadow-article.html");
    const before = await whole(plain);
    const { page, summary } = await session().open("shadow-article.html");
    expect(summary.entities.map(({ id }) => id)).toEqual(expect.arrayContaining(["huawei", "vodafone"]));
    const marks = await eventually(
      () => drawn(page),
      (found) => found.length >= 2,
    );
    expect(marks.filter(({ text }) => /Huawei|Vodafone/.test(text))).toMatchObject([
      { text: "Huawei", depth: 1, line: "underline rgb(138, 90, 0)" },
      { text: "Vodafone", depth: 2, line: "underline rgb(160, 68, 12)" },
    ]);
    expect(await whole(page)).toEqual(before);
  });

  test("has its cards opened by the pointer", async () => {
    const { page } = await session().open("shadow-article.html");
    const marks = await eventually(
      () => drawn(page),
      (found) => found.some(({ text }) => text === "Vodafone"),
    );
    const { x, y } = marks.find(({ text }) => text === "Vodafone") as Drawn;
    await page.mouse.move(x, y, { steps: 3 });
    expect(await waitForCard(page, true)).toBe(true);
  });
});
