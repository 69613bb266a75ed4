/** How fast mentions are found: the first part of `npm run bench`. It prints as it goes. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import puppeteer from "puppeteer-core";
import { build } from "vite";
import { buildDataset } from "../../data/tools/build-dataset.ts";
import { readArticleFile, splitText } from "../../data/tools/read-article-file.ts";
import { findBrowser, howToInstall } from "../../src/cli/browsers/find-browser.ts";
import { loadIndex } from "../../src/core/matching/load-index.ts";
import type { Article } from "../../src/core/matching/types.ts";
import { benchOptions } from "./bench-options.ts";
import { type Dictionary, inventNames, plainDictionary } from "./dictionaries.ts";
import { readMarkedTexts } from "./marked-text.ts";
import type { PageBench } from "./page-suite.ts";
import { measureEngine, measureFinding, measureGrowth, quartiles, type Table } from "./suite.ts";

const root = resolve(import.meta.dirname, "../..");
const { rounds } = benchOptions;

/** As a message from a page brings them: strings of their own, not slices of a file, which are slower to read. */
const asSent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const articles = asSent(
  readMarkedTexts(join(root, "test/fixtures/mentions/articles")).map(
    ({ text, lang, published }): Article => ({
      blocks: splitText(text).blocks,
      ...(lang && { lang }),
      ...(published && { published }),
    }),
  ),
);
const pages = benchOptions.pages ? asSent(readPages(benchOptions.pages)) : [];
const texts = (benchOptions.pages ? pages : articles).flatMap(({ blocks }) => blocks.map(({ text }) => text));
const { dataset, index } = buildDataset(join(root, "data"));
const all = [...new Set(dataset.entities.flatMap(({ spellings }) => spellings.map(({ text }) => text)))];
const latin = all.filter((text) => /^[\p{Script=Latin}\p{N}\p{P} ]+$/u.test(text));
const sample = latin.filter((_, place) => place % Math.floor(latin.length / 3000) === 0).slice(0, 3000);
const dictionaries = [
  plainDictionary("3,000 spellings", sample),
  plainDictionary("20,000 spellings", [...sample, ...inventNames(17_000)]),
];
const full: Dictionary = { name: "full dataset", spellings: all, index };

console.log(
  `${benchOptions.pages ? "Pages" : "Articles"}: ${texts.length} blocks, ${count(texts)} characters. Full dataset: ${all.length} different spellings, ` +
    `${loadIndex(index).entryCount} entries.\nEach figure: median of the ratio to the floor, with quartiles; 1 is reading the text.\n`,
);
console.log(`── Node ${process.version}`);
for (const dictionary of dictionaries) print(measureFinding(texts, dictionary, rounds));
/** What the whole engine reads: pages are mostly about other things, our articles are full of names. */
const engineOn: [string, Article[]][] = [
  ...(benchOptions.pages ? [["pages", pages] as [string, Article[]]] : []),
  ["articles", articles],
];
for (const [what, read] of engineOn) {
  print(measureEngine(what, read, index, all, rounds));
  const growth = measureGrowth(read, index, [100_000, 10_000_000]);
  console.log(`Growth on ${what}: a character of 10 MB costs ${growth.toFixed(2)} times one of 100 kB.\n`);
}
await measureStart();
if (!benchOptions.node) await measureInChromium();

/** Saved pages, as the extension would read them. */
function readPages(folder: string): Article[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.html?$/.test(file))
    .sort();
  // Where a page stands in a source and a cleaned form, one of them is enough.
  const expected = files.filter((file) => file.endsWith("expected.html"));
  return (expected.length > 0 ? expected : files).flatMap((file) => {
    try {
      const { blocks, lang } = readArticleFile(file, folder, "9999-12-30");
      return { blocks, ...(lang && { lang }) };
    } catch {
      return [];
    }
  });
}

function count(list: string[]): number {
  return list.reduce((sum, { length }) => sum + length, 0);
}

function print({ title, floor, characters, rows }: Table): void {
  console.log(`${title}   (floor ${((floor * 1e6) / characters).toFixed(2)} ns a character)`);
  for (const { name, ratio, found, note } of rows) {
    const [low, median, high] = ratio.map((one) => one.toFixed(one < 20 ? 1 : 0));
    const figures = `${median?.padStart(6)}  (${low} to ${high})`.padEnd(26);
    console.log(`  ${name.padEnd(46)} ${figures} ${found} found${note ? `; ${note}` : ""}`);
  }
  console.log("");
}

/** Loading the index and reading the first article, each in a process of its own; and the memory of the index. */
async function measureStart(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "telecom-lens-bench-"));
  try {
    const article = join(scratch, "article.json");
    const english = articles.find(({ lang }) => lang === "en");
    writeFileSync(article, JSON.stringify(english));
    console.log("Start, in a fresh process each time (median of 7):");
    for (const { name, index: bytes } of [full, ...dictionaries.slice(1)]) {
      const file = join(scratch, "index.bin");
      writeFileSync(file, bytes);
      const runs = Array.from({ length: 7 }, () => {
        const printed = execFileSync(process.execPath, [join(import.meta.dirname, "cold.ts"), file, article]);
        return JSON.parse(printed.toString()) as { load: number; first: number; second: number };
      });
      const median = (key: "load" | "first" | "second") =>
        quartiles(runs.map((run) => run[key]))[1].toFixed(1);
      console.log(
        `  ${name.padEnd(18)} index ready in ${median("load")} ms, ${(bytes.byteLength / 1e6).toFixed(2)} MB; ` +
          `first article ${median("first")} ms, the same again ${median("second")} ms`,
      );
    }
    console.log("");
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function measureInChromium(): Promise<void> {
  const found = findBrowser("chromium");
  if (!found) {
    console.log(`No Chromium here, so nothing is measured in it. ${howToInstall(["chromium"])}`);
    return;
  }
  const bundle = await bundleForPage();
  const browser = await puppeteer.launch({
    executablePath: found.path,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    protocolTimeout: 600_000,
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: bundle });
    console.log(`── ${await browser.version()}`);
    type Global = { bench: PageBench };
    const send = ({ name, spellings, index: bytes }: Dictionary) => ({
      name,
      spellings,
      index: Buffer.from(bytes).toString("base64"),
    });
    for (const dictionary of dictionaries) {
      print(
        await page.evaluate(
          (list, one, turns) => (globalThis as unknown as Global).bench.finding(list, one, turns),
          texts,
          send(dictionary),
          rounds,
        ),
      );
    }
    for (const [what, read] of engineOn) {
      print(
        await page.evaluate(
          (name, list, one, turns) => (globalThis as unknown as Global).bench.engine(name, list, one, turns),
          what,
          read,
          send(full),
          rounds,
        ),
      );
    }
    const marking = await page.evaluate(
      (list, names, one) => (globalThis as unknown as Global).bench.marking(list, names, one),
      texts.slice(0, 400),
      sample.slice(0, 300),
      send(plainDictionary("300", sample.slice(0, 300))),
    );
    console.log(
      `mark.js with 300 names, our scan and highlight being 1: as a list ${marking.list.toFixed(0)}, as one RegExp ${marking.pattern.toFixed(1)}`,
    );
  } finally {
    await browser.close();
  }
}

async function bundleForPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    root,
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, "page-suite.ts"), formats: ["iife"], name: "unused" },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && "output" in first ? first.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error("The bench for the page could not be bundled.");
  return chunk.code;
}
