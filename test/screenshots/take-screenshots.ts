/**
 * `npm run -s screenshots [-- --only WORDS]`: a picture of every state of card, popup, options and welcome page, light and
 * dark, wide and narrow, into `.telecom-lens/screenshots/`, with a page `index.html` that shows them all. `--only`
 * takes the states whose name holds the words. `--readme` makes the README's pictures in `.github/` instead,
 * `--store` those that stores show, in `.telecom-lens/store/`.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import puppeteer, { type Page } from "puppeteer-core";
import { requireBrowser } from "../../src/cli/browsers/open-extension.ts";
import { serveStage, showState, stageStates } from "../support/stage/build-stage.ts";
import type { StageState } from "../support/stage/stage.tsx";
import { takeReadmePictures } from "./readme-pictures.ts";
import { takeStorePictures } from "./store-pictures.ts";

const folder = resolve(import.meta.dirname, "../../.telecom-lens/screenshots");
const schemes = ["light", "dark"] as const;
const narrow = { width: 320, height: 640 };
const wide = {
  card: { width: 900, height: 760 },
  popup: { width: 380, height: 200 },
  options: { width: 1_100, height: 760 },
  welcome: { width: 1_100, height: 760 },
} as const satisfies Record<StageState["group"], { width: number; height: number }>;

/** Tall enough for all that a card has to unfold. */
const tall = 1_800;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    readme: { type: "boolean", default: false },
    store: { type: "boolean", default: false },
  },
});
if (values.readme) await takeReadmePictures();
else if (values.store) await takeStorePictures();
else await takeAll();

async function takeAll(): Promise<void> {
  const stage = await serveStage();
  const browser = await puppeteer.launch({
    executablePath: requireBrowser("chromium").path,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"],
  });
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(`In the page: ${error}`));
    await stage.open(page);
    await takeStates(page);
  } finally {
    await browser.close();
    await stage.close();
  }
}

async function takeStates(page: Page): Promise<void> {
  const states = (await stageStates(page)).filter(({ name }) => name.includes(values.only));
  if (!values.only) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const state of states) await picture(page, state);
  writeFileSync(join(folder, "index.html"), gallery(states));
  console.log(
    `${states.length} states, ${states.length * schemes.length * 2} pictures in ${relative(process.cwd(), folder)}/; index.html shows them all.`,
  );
}

async function picture(page: Page, { name, group }: StageState): Promise<void> {
  for (const scheme of schemes) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const [size, viewport] of Object.entries({ wide: wide[group], narrow })) {
      await page.setViewport(name.endsWith("unfolded") ? { ...viewport, height: tall } : viewport);
      await showState(page, name);
      if (group === "popup") await page.setViewport({ ...viewport, height: await heightOf(page) });
      if (name.endsWith("unfolded")) await page.evaluate(liftHeight);
      await page.screenshot({
        path: join(folder, fileOf(name, scheme, size)) as `${string}.png`,
        // A card stays in the window; a page may be longer.
        fullPage: group !== "card",
      });
    }
  }
}

/** A popup's foot stays at the window's lower end: a window as high as its content shows it once, below all else. */
function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector(".popup")?.scrollHeight ?? innerHeight);
}

/** A card is never taller than it should be on a page, and scrolls inside: here it shows all that it has. */
function liftHeight(): void {
  const style = document.createElement("style");
  // Important: whenever its size changes it is placed again, with its height.
  style.textContent = ".card { max-height: none !important; }";
  document.querySelector("telecom-lens-card")?.shadowRoot?.append(style);
}

function fileOf(name: string, scheme: string, size: string): string {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `${words.replace(/^-|-$/g, "")}--${scheme}-${size}.png`;
}

function gallery(states: StageState[]): string {
  const figures = states.map(({ name }) => {
    const images = schemes.flatMap((scheme) =>
      ["wide", "narrow"].map(
        (size) => `<img loading="lazy" alt="${scheme}, ${size}" src="${fileOf(name, scheme, size)}">`,
      ),
    );
    return `<h2>${name}</h2>\n<div>${images.join("")}</div>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Every state</title>
<style>body { font: 14px sans-serif; background: #888; } div { display: flex; gap: 12px; align-items: start; } img { max-width: 32%; }</style>
${figures.join("\n")}
</html>
`;
}
