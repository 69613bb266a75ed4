import type { ElementHandle, Page } from "puppeteer-core";
import type { OpenedExtension } from "../../../src/cli/browsers/open-extension.ts";
import { patience } from "./read-page.ts";

/** A page of the extension (popup, options) as a person with a screen reader uses it: by names. */
export interface InterfacePage {
  page: Page;
  text(): Promise<string>;
  /** Waits until the page shows this text. */
  shows(text: string | RegExp): Promise<void>;
  /** Clicks the control with this name, for real. */
  click(name: string): Promise<void>;
  /** Replaces what stands in the field with this label. */
  fill(label: string, value: string): Promise<void>;
  /** Gives a file to the file field with this label. */
  choose(label: string, path: string): Promise<void>;
  close(): Promise<void>;
}

export async function openInterface(extension: OpenedExtension, path: string): Promise<InterfacePage> {
  const page = await extension.openExtensionPage(path);
  await page.bringToFront();
  await untilFocused(page);
  return interfaceOf(page);
}

/** Keys that are pressed before the tab has the focus are lost. A second is long for it; what needs none goes on then. */
async function untilFocused(page: Page): Promise<void> {
  const deadline = Date.now() + 1_000;
  while (Date.now() < deadline) {
    if (await page.evaluate(() => document.hasFocus())) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export function interfaceOf(page: Page): InterfacePage {
  const text = () => shownText(page);
  return {
    page,
    text,
    shows: async (wanted) => {
      const deadline = Date.now() + patience;
      let seen = "";
      while (Date.now() < deadline) {
        seen = await text();
        if (typeof wanted === "string" ? seen.includes(wanted) : wanted.test(seen)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${page.url()} does not show ${String(wanted)} in ${patience} ms. It shows:\n${seen}`);
    },
    click: async (name) => {
      const control = await controlOf(page, name);
      await control.click();
    },
    fill: async (label, value) => {
      const field = await fieldOf(page, label);
      await field.click();
      await field.evaluate((element) => (element as HTMLInputElement).select());
      await page.keyboard.type(value);
    },
    choose: async (label, path) => {
      await ((await fieldOf(page, label)) as ElementHandle<HTMLInputElement>).uploadFile(path);
    },
    close: () => page.close(),
  };
}

async function controlOf(page: Page, name: string): Promise<ElementHandle<Element>> {
  return waitFor(page, name, (wanted) => {
    const nameOf = (element: Element) =>
      (element.getAttribute("aria-label") ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
    const controls = [
      ...document.querySelectorAll("button, a[href], [role=switch], input[type=checkbox], label"),
    ];
    return controls.find((element) => nameOf(element) === wanted) ?? null;
  });
}

async function fieldOf(page: Page, label: string): Promise<ElementHandle<Element>> {
  return waitFor(page, label, (wanted) => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")];
    return (
      fields.find((field) => {
        const names = [...(field.labels ?? [])].map((element) => element.textContent?.trim());
        return [...names, field.getAttribute("aria-label")].includes(wanted);
      }) ?? null
    );
  });
}

async function waitFor(
  page: Page,
  name: string,
  find: (name: string) => Element | null,
): Promise<ElementHandle<Element>> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const handle = (await page.evaluateHandle(find, name)).asElement();
    if (handle) return handle as ElementHandle<Element>;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${page.url()} has nothing named "${name}". It shows:\n${await shownText(page)}`);
}

function shownText(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: text that is not rendered is not shown.
  return page.evaluate(() => document.body.innerText);
}
