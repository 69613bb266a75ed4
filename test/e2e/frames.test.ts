import type { Frame, Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { inBrowsers } from "./support/browser-session.ts";
import { eventually } from "./support/read-page.ts";

const frameOf = (page: Page, path: string) =>
  page.frames().find((frame) => frame.url().endsWith(path)) as Frame;
const markedIn = (frame: Frame) =>
  frame.evaluate(() => [...CSS.highlights.values()].flatMap((ranges) => [...ranges].map(String)));
const isCardOpen = (frame: Frame) =>
  frame.evaluate(() => document.querySelector("telecom-lens-card")?.matches(":popover-open") ?? false);

inBrowsers("a page that holds its article in a frame of its own origin", (session) => {
  test("has it marked there, and is told of as an article", async () => {
    const { page, summary } = await session().open("framed-article.html");
    expect(summary.state).toBe("article");
    expect(summary.articleDate?.day).toBe("2020-02-01");
    expect(summary.entities.map(({ id }) => id)).toContain("huawei");
    expect(await markedIn(frameOf(page, "london-decision.html"))).toContain("Huawei");
    expect(await markedIn(page.mainFrame())).toEqual([]);
    expect(await markedIn(frameOf(page, "not-an-article.html"))).toEqual([]);
  });

  test("has its cards opened in the frame, by the pointer and from the popup's list", async () => {
    const { page, tabId } = await session().open("framed-article.html");
    const frame = frameOf(page, "london-decision.html");
    expect(await session().asker.ask("ui.jump", { tabId, id: "mike-pompeo" })).toBe(true);
    await eventually(
      () => isCardOpen(frame),
      (open) => open,
    );
    await page.mouse.click(5, 5);
    await frame.evaluate(() => scrollTo(0, 0));
    const place = await frame.evaluate(() => {
      const [range] = CSS.highlights.get("telecom-lens-vendor") ?? [];
      const { left, top, width, height } = (range as Range).getBoundingClientRect();
      const { x, y } = (window.frameElement as Element).getBoundingClientRect();
      return { x: x + left + width / 2, y: y + top + height / 2 };
    });
    await eventually(
      () => isCardOpen(frame),
      (open) => !open,
    );
    await page.mouse.move(place.x, place.y, { steps: 3 });
    await eventually(
      () => isCardOpen(frame),
      (open) => open,
    );
  });

  test("answers again for the new article when the frame goes to another", async () => {
    const { page, tabId } = await session().open("framed-article.html");
    await page.evaluate(() => {
      (document.querySelector("iframe") as HTMLIFrameElement).src = "prague-meeting.html";
    });
    const summary = await eventually(
      () => session().asker.ask("ui.page", { tabId }),
      ({ entities }) => entities.some(({ id }) => id === "prague-proposals"),
      10_000,
    );
    expect(summary.articleDate?.day).toBe("2019-05-03");
  });
});
