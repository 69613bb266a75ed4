import type { Page } from "puppeteer-core";
import { describe, expect, test } from "vitest";
import { hydratedReaders } from "../support/build-hydrated-readers.ts";
import { inBrowsers, type Session } from "./support/browser-session.ts";
import { allMarked, eventually, markupWithoutHost } from "./support/read-page.ts";

interface ReaderWindow {
  hydrate(): void;
  keptServerNodes(): boolean;
  readerErrors: string[];
}

const errors = (page: Page) => page.evaluate(() => (window as unknown as ReaderWindow).readerErrors);

/** Lets the framework take the server's markup over, and waits until its effects have run. */
async function hydrate(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as ReaderWindow).hydrate());
  await page.waitForFunction(() => document.documentElement.dataset.hydrated === "yes");
}

/** The document, but for the clock that the page shows in its foot. */
async function article(page: Page): Promise<string> {
  return (await markupWithoutHost(page)).replace(/(id="ticks"[^>]*>)\d+/, "$1");
}

/** What a reader of the page without us has at the same points. */
async function withoutUs(session: Session, path: string): Promise<string[]> {
  const page = await session.openWithout(path);
  await hydrate(page);
  const hydrated = await article(page);
  await page.click("#new-edition");
  await page.waitForFunction(() => !document.querySelector("#vanishing"));
  const rewritten = await article(page);
  await page.close();
  return [hydrated, rewritten];
}

inBrowsers("a page that writes its own text", (session) => {
  describe("an article that a server wrote and a framework takes over", () => {
    describe.each(Object.keys(hydratedReaders))("%s", (name) => {
      const path = `hydrated/${name}/`;

      test("is taken over with our marks on it, as it is without us", async () => {
        const [hydrated, rewritten] = await withoutUs(session(), path);
        const { page } = await session().open(path);
        expect(await allMarked(page)).toEqual(expect.arrayContaining(["Huawei", "Vodafone", "Samsung"]));
        await hydrate(page);
        expect(await page.evaluate(() => (window as unknown as ReaderWindow).keptServerNodes())).toBe(true);
        expect(await article(page)).toBe(hydrated);
        await page.click("#new-edition");
        const marked = await eventually(
          () => allMarked(page),
          (texts) => texts.includes("Ericsson") && !texts.includes("Samsung"),
        );
        // The first paragraph's node was thrown away and made anew.
        expect(marked).toContain("Huawei");
        expect(await article(page)).toBe(rewritten);
        expect(await errors(page)).toEqual([]);
      });

      test("is marked right while it re-renders over and over", async () => {
        const { page } = await session().open(path);
        await hydrate(page);
        for (let round = 0; round < 20; round += 1) await page.click("#new-edition");
        const marked = await eventually(
          () => allMarked(page),
          (texts) => texts.includes("Ericsson") && texts.includes("Huawei"),
        );
        expect(marked.filter((text) => !/^\p{L}[\p{L}\p{N} .’-]*$/u.test(text))).toEqual([]);
        expect(await errors(page)).toEqual([]);
      });
    });
  });

  describe("an editor in an article", () => {
    /** Types, takes back and puts in, as a person does, and tells what the editor is like afterwards. */
    async function write(page: Page) {
      const chromium = session().kind === "chromium";
      await page.click("#editor p");
      await page.keyboard.press("End");
      await page.keyboard.type(" Nokia and Huawei sell masts.");
      await page.keyboard.press("Enter");
      await page.keyboard.type("Ericsson");
      await new Promise((resolve) => setTimeout(resolve, 800));
      const control = async (key: "z" | "c" | "v" | "a", command: string) => {
        await page.keyboard.down("Control");
        // Chromium's driver presses keys that mean nothing to an editor unless the command is named.
        await page.keyboard.press(key, chromium ? { commands: [command] } : {});
        await page.keyboard.up("Control");
      };
      await control("z", "Undo");
      await page.keyboard.type("Vodafone");
      await control("a", "SelectAll");
      await control("c", "Copy");
      await page.keyboard.press("ArrowRight");
      await control("v", "Paste");
      await new Promise((resolve) => setTimeout(resolve, 800));
      return page.evaluate(() => {
        const selection = getSelection();
        return {
          html: document.querySelector("#editor")?.innerHTML,
          heard: (window as unknown as { heard: string[] }).heard,
          caret: [selection?.anchorNode?.nodeValue, selection?.anchorOffset, selection?.isCollapsed],
          focused: document.activeElement?.id,
        };
      });
    }

    test("takes typing, undo and paste as it does without us, and is never marked", async () => {
      const plain = await session().openWithout("editor.html");
      const expected = await write(plain);
      await plain.close();
      expect(expected.html).toContain("Tencent");
      expect(expected.html).toContain("Vodafone");
      expect(expected.heard).toContain("beforeinput historyUndo");
      expect(expected.heard).toContain("beforeinput insertFromPaste");
      const { page } = await session().open("editor.html");
      const before = await allMarked(page);
      expect(before).toContain("Huawei");
      expect(await write(page)).toEqual(expected);
      expect(await allMarked(page)).toEqual(before);
    });
  });
});
