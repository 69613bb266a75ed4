import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Page } from "puppeteer-core";
import type { PageEntity, PageMentions, PageSummary } from "../messaging/protocol.ts";
import { type Asker, openAsker } from "./browsers/ask-extension.ts";
import type { OpenedExtension } from "./browsers/open-extension.ts";
import { placeOfText, waitForCard } from "./browsers/point-at-text.ts";
import { printCard } from "./print-card.ts";
import { printEntities } from "./print-entities.ts";
import { PageFailure } from "./resolve-page.ts";

export interface ShowOptions {
  headless: boolean;
  /** File for what the page was given. */
  json?: string;
  screenshot?: string;
  /** Where a headless run puts its screenshot when none was asked for. */
  defaultScreenshot: string;
}

/**
 * Opens a page with the extension in it. Headless, it tells in the terminal what a reader would see; in a window
 * it waits until the reader closes it.
 *
 * @throws PageFailure when the page does not load.
 */
export async function showPage(extension: OpenedExtension, url: string, options: ShowOptions): Promise<void> {
  const [first] = await extension.browser.pages();
  const page = first ?? (await extension.browser.newPage());
  await load(page, url);
  if (options.headless) {
    await report(extension, page, options);
  } else {
    if (options.json || options.screenshot) await report(extension, page, options);
    console.log(
      "The page is open. Rest the pointer on a marked name; close the window or press Ctrl+C to quit.",
    );
    if (extension.browser.connected) {
      await new Promise<void>((done) => extension.browser.once("disconnected", () => done()));
    }
  }
}

async function load(page: Page, url: string): Promise<void> {
  let status: number | undefined;
  try {
    status = (await page.goto(url, { waitUntil: "load", timeout: 45_000 }))?.status();
  } catch (cause) {
    // A page that never stops loading can be read all the same.
    if ((cause as Error).name === "TimeoutError" && page.url() !== "about:blank") return;
    const reason = (cause as Error).message.split("\n")[0];
    throw new PageFailure(`${url} did not load: ${reason}\nCheck the address and the network connection.`, {
      cause,
    });
  }
  if (status !== undefined && status >= 400) {
    throw new PageFailure(`${url} did not load: the server answered ${status}. Check the address.`);
  }
}

async function report(extension: OpenedExtension, page: Page, options: ShowOptions): Promise<void> {
  const asker = await openAsker(extension);
  await page.bringToFront();
  const url = page.url();
  const summary = await asker.settled(url);
  const tabId = await asker.tabIdOf(url);
  const given = await asker.ask("ui.mentions", { tabId });
  console.log(explain(summary));
  if (summary.entities.length > 0) console.log(printEntities(summary.entities));
  if (options.json) {
    save(options.json, `${JSON.stringify(jsonOf(summary, given), null, 2)}\n`);
    console.log(`What the page was given: ${shortest(options.json)}`);
  }
  const entity = leading(summary.entities);
  if (options.headless && entity) await showCard(asker, page, tabId, entity, given);
  await asker.close();
  const file = options.screenshot ?? (options.headless ? options.defaultScreenshot : undefined);
  if (file) {
    save(file, await page.screenshot({ type: "png" }));
    console.log(`\nScreenshot: ${shortest(file)}`);
  }
}

async function showCard(
  asker: Asker,
  page: Page,
  tabId: number,
  entity: PageEntity,
  given: PageMentions | null,
): Promise<void> {
  const surfaces = new Set(
    given?.mentions.filter(({ id }) => id === entity.id).map(({ surface }) => surface),
  );
  const opened = await pointAtAny(page, [...surfaces]);
  const model = await asker.ask("ui.describe", { tabId, id: entity.id });
  if (model) console.log(`\n${printCard(model)}`);
  if (!opened) console.error(`\nThe card for ${entity.name} did not open in the page.`);
}

/** A marked name may also stand where it is not marked, in a menu or a heading: try a few places. */
async function pointAtAny(page: Page, surfaces: string[]): Promise<boolean> {
  for (const surface of surfaces) {
    for (let occurrence = 0; occurrence < 4; occurrence += 1) {
      const place = await placeOfText(page, surface, occurrence);
      if (!place) break;
      await page.mouse.move(place.x, place.y, { steps: 4 });
      if (await waitForCard(page, true, 2_000)) return true;
    }
  }
  return false;
}

/** The entity whose card tells most: a vendor if the page names one, the most frequent. */
function leading(entities: PageEntity[]): PageEntity | undefined {
  const certain = entities.filter(({ uncertain }) => !uncertain);
  return certain.find(({ kind }) => kind === "vendor") ?? certain[0] ?? entities[0];
}

function explain(summary: PageSummary): string {
  const date = summary.articleDate
    ? `dated ${summary.articleDate.day} (found in: ${summary.articleDate.origin})`
    : "no date found";
  const sentences: Record<PageSummary["state"], string> = {
    article:
      summary.entities.length > 0
        ? `${summary.title}: an article, ${date}`
        : `${summary.title}: an article, ${date}; it names nothing that the dataset knows.`,
    "not-article": `${summary.title || summary.url}: not an article, so nothing is marked.`,
    off: "Marking is switched off for this site.",
    "no-access": "The extension does not run on this page.",
    "not-web": "This is no web page.",
  };
  return sentences[summary.state];
}

function jsonOf(summary: PageSummary, given: PageMentions | null) {
  return {
    url: summary.url,
    lang: given?.lang ?? null,
    published: summary.articleDate,
    text: given?.text ?? "",
    mentions: given?.mentions ?? [],
  };
}

/** @throws PageFailure when the file cannot be written. */
function save(file: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, content);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new PageFailure(`${file} cannot be written (${code}). Choose another place.`, { cause });
  }
}

function shortest(file: string): string {
  const near = relative(process.cwd(), resolve(file));
  return near.startsWith("..") ? resolve(file) : near;
}
