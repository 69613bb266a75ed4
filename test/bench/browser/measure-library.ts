/**
 * `npm run bench -- --library [--browser NAME]`: the library of notes on the options page of the built extension, with
 * 50,000 notes in its database. Times are those of the machine: on a busy one they are too long.
 */
import type { Page } from "puppeteer-core";
import {
  type BrowserKind,
  browserKinds,
  findBrowser,
  howToInstall,
} from "../../../src/cli/browsers/find-browser.ts";
import {
  type OpenedExtension,
  openExtension,
  requireBrowser,
} from "../../../src/cli/browsers/open-extension.ts";
import { buildExtension, builtFolder, isBuildStale } from "../../../src/cli/build-extension.ts";
import { pageKeys } from "../../../src/core/page-address.ts";
import { libraryNotes } from "../../support/library-notes.ts";
import { clearNotes, exportAll, importKept, scrollThrough, typeQueries } from "./use-library.ts";

const noteCount = 50_000;
/** Typed letter by letter, and taken back letter by letter. */
const queries = ["council july decision", "türkiye", "part 123", "zzz"];

/** What must hold of the library (issue 6): milliseconds, or times the memory before. */
const limits = { usable: 1_000, keystroke: 50, memory: 1.1, rows: 60, gap: 100 };

interface LibraryFigures {
  usable: number;
  searchable: number;
  typed: { work: number; drawn: number }[];
  rows: number;
  heap: { before: number; after: number } | null;
  exported: { seconds: number; gap: number };
  imported: { seconds: number; gap: number; notes: number };
}

/** Prints a table for each browser. @returns how many figures are over what must hold. */
export async function measureLibrary(kinds: readonly BrowserKind[] = browserKinds): Promise<number> {
  let over = 0;
  for (const kind of kinds) {
    if (!findBrowser(kind)) {
      console.log(`No ${kind} here, so nothing is measured in it. ${howToInstall([kind])}`);
      continue;
    }
    if (isBuildStale(kind)) {
      console.error(`Building the extension for ${kind} …`);
      buildExtension(kind);
    }
    const extension = await openExtension({
      browser: requireBrowser(kind),
      extension: builtFolder(kind),
      headless: true,
      viewport: { width: 1_280, height: 900 },
      // Times are rounded to milliseconds against attacks; a bench wants what was measured.
      firefoxPreferences: { "privacy.reduceTimerPrecision": false },
    });
    try {
      console.log(`── The library with ${noteCount} notes in ${await extension.browser.version()}`);
      over += printed(await measureIn(extension));
    } finally {
      await extension.close();
    }
  }
  return over;
}

function printed({ usable, searchable, typed, rows, heap, exported, imported }: LibraryFigures): number {
  let over = 0;
  const line = (value: number, unit: string, what: string, limit?: number) => {
    const isOver = limit !== undefined && value > limit;
    if (isOver) over += 1;
    const verdict = limit === undefined ? "–" : isOver ? "over" : "ok";
    const shown = `${Number(value.toFixed(value < 10 ? 1 : 0))} ${unit}${limit === undefined ? "" : ` of ${limit}`}`;
    console.log(`  ${verdict.padEnd(5)} ${shown.padEnd(18)} ${what}`);
  };
  const sorted = (list: number[]) => list.sort((one, other) => one - other);
  const work = sorted(typed.map((one) => one.work));
  const drawn = sorted(typed.map((one) => one.drawn));
  const median = (list: number[]) => list[list.length >> 1] ?? 0;
  line(usable, "ms", "from opening the page to the list", limits.usable);
  line(searchable, "ms", "… to the first search that is answered");
  line(median(work), "ms", `a keystroke in the search, our work, median of ${typed.length}`);
  line(work.at(-1) ?? 0, "ms", "… longest", limits.keystroke);
  line(median(drawn), "ms", "… until it is drawn, median", limits.keystroke);
  line(drawn.at(-1) ?? 0, "ms", "… until it is drawn, longest");
  line(rows, "", "rows in the document at most, scrolled from end to end", limits.rows);
  if (heap) {
    line(heap.before / 1e6, "MB", "memory before scrolling from end to end");
    line(heap.after / heap.before, "times", "… after it, against before", limits.memory);
  }
  line(exported.seconds, "s", "backup of all written");
  line(exported.gap, "ms", "… longest time in which the page did not answer", limits.gap);
  line(imported.seconds, "s", `${imported.notes} notes imported from it`);
  line(imported.gap, "ms", "… longest time in which the page did not answer");
  console.log("");
  return over;
}

async function measureIn(extension: OpenedExtension): Promise<LibraryFigures> {
  const filler = await extension.openExtensionPage("options.html#notes");
  await untilShown(filler, "No notes yet");
  await fill(filler);
  await filler.close();
  // The first opening after the browser's start has files to read; a reader's usual one has not.
  const first = await extension.openExtensionPage("options.html#notes");
  await untilListed(first);
  await first.close();

  const page = await extension.openExtensionPage("options.html#notes");
  await page.bringToFront();
  const usable = await untilListed(page);
  const searchable = await untilSearchable(page);
  const typed = await page.evaluate(typeQueries, queries);
  const session = extension.kind === "chromium" ? await page.createCDPSession() : null;
  const heap = async () => {
    await session?.send("HeapProfiler.collectGarbage");
    return session ? (await session.send("Runtime.getHeapUsage")).usedSize : 0;
  };
  await page.evaluate(scrollThrough, 60);
  const before = await heap();
  const rows = await page.evaluate(scrollThrough, 400);
  const after = await heap();
  const exported = await page.evaluate(exportAll);
  await page.evaluate(clearNotes);
  await untilShown(page, "No notes yet");
  const imported = await page.evaluate(importKept);
  return {
    usable,
    searchable,
    typed,
    rows,
    heap: session ? { before, after } : null,
    exported,
    imported,
  };
}

async function untilShown(page: Page, text: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    // biome-ignore lint/performance/useDomNodeTextContent: text that is not rendered is not shown.
    const shown = await page.evaluate(() => document.body.innerText).catch(() => "");
    if (shown.includes(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The options page does not show "${text}".`);
}

/** @returns milliseconds from the beginning of the navigation to the first row. */
function untilListed(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector("[role=option][aria-posinset]")) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** @returns milliseconds from the beginning of the navigation to the answer to what was typed at once. */
function untilSearchable(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const field = document.querySelector<HTMLInputElement>("[type=search]");
        const count = () => document.querySelector(".library-count")?.textContent ?? "";
        const set = (value: string) => {
          if (field) field.value = value;
          field?.dispatchEvent(new Event("input", { bubbles: true }));
        };
        set("zzzz");
        const look = () => {
          if (!count().startsWith("0 of")) return requestAnimationFrame(look);
          resolve(performance.now());
          set("");
        };
        look();
      }),
  );
}

async function fill(page: Page): Promise<void> {
  const notes = libraryNotes(noteCount).map((note) => ({ ...note, pageKeys: pageKeys(note.page) }));
  for (let at = 0; at < notes.length; at += 2_500) {
    await page.evaluate(
      (batch) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("telecom-lens");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction("notes", "readwrite");
            for (const note of batch) transaction.objectStore("notes").put(note);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            transaction.onerror = () => reject(transaction.error);
          };
        }),
      notes.slice(at, at + 2_500),
    );
  }
}
