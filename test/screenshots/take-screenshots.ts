/**
 * `npm run -s screenshots [-- --only WORDS]`: a picture of every state of card, popup, options and welcome page, light and
 * dark, wide and narrow, and of the fullest ones zoomed, from right to left and in forced colours, into
 * `.telecom-lens/screenshots/`, with a page `index.html` that shows them all. `--only`
 * takes the states whose name holds the words. `--readme` makes the README's pictures in `.github/` instead,
 * `--store` those that stores show, in `.telecom-lens/store/`.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import puppeteer, { type CDPSession, type Page } from "puppeteer-core";
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
  marks: { width: 900, height: 760 },
} as const satisfies Record<StageState["group"], { width: number; height: number }>;

/** What a window of 1,280 × 1,024 pixels has at 400 %. */
const zoomed = { width: 320, height: 256 };

const harder = ["zoomed", "rtl", "forced"] as const;

/** States with the most in them, which are also shown zoomed, from right to left, and in a high-contrast theme. */
const hardest = new Set([
  "card pack",
  "card pack, add note",
  "card note form, other draft",
  "popup article, unfolded",
  "options notes",
  "options notes, import preview",
  "options dataset, updated",
  "welcome",
  "marks",
]);

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
  const media = await page.createCDPSession();
  let taken = 0;
  for (const state of states) {
    await picture(page, state);
    if (hardest.has(state.name)) await harderPictures(page, media, state);
    taken += picturesOf(state).length;
  }
  writeFileSync(join(folder, "index.html"), gallery(states));
  console.log(
    `${states.length} states, ${taken} pictures in ${relative(process.cwd(), folder)}/; index.html shows them all.`,
  );
}

/** Where a layout or a colour breaks first. */
async function harderPictures(page: Page, media: CDPSession, { name, group }: StageState): Promise<void> {
  const take = async (kind: (typeof harder)[number], viewport: { width: number; height: number }) => {
    await page.setViewport(viewport);
    await showState(page, name);
    if (group === "popup") await page.setViewport({ ...viewport, height: await heightOf(page) });
    // From right to left a picture of more than the window is taken at the wrong place.
    await page.screenshot({ path: pathOf(name, kind), fullPage: group !== "card" && kind !== "rtl" });
  };
  const see = (features: { name: string; value: string }[]) =>
    media.send("Emulation.setEmulatedMedia", { features });
  await see([{ name: "prefers-color-scheme", value: "light" }]);
  await take("zoomed", zoomed);
  const turn = (dir: string) =>
    page.evaluate((way) => document.documentElement.setAttribute("dir", way), dir);
  await turn("rtl");
  await take("rtl", wide[group]);
  await turn("ltr");
  await see([
    { name: "forced-colors", value: "active" },
    { name: "prefers-color-scheme", value: "dark" },
  ]);
  await take("forced", wide[group]);
  await see([{ name: "forced-colors", value: "none" }]);
}

async function picture(page: Page, { name, group }: StageState): Promise<void> {
  for (const scheme of schemes) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const [size, viewport] of Object.entries({ wide: wide[group], narrow })) {
      await page.setViewport(name.endsWith("unfolded") ? { ...viewport, height: tall } : viewport);
      await showState(page, name);
      if (group === "popup") await page.setViewport({ ...viewport, height: await heightOf(page) });
      const path = pathOf(name, `${scheme}-${size}`);
      if (group === "card" && name.endsWith("unfolded")) {
        const height = await page.evaluate(liftHeight);
        // Within the window: the browser would make it as small as the picture otherwise, and the card would move.
        const clip = { x: 0, y: 0, width: viewport.width, height };
        await page.screenshot({ path, clip, captureBeyondViewport: false });
      } else {
        // A card stays in the window; a page may be longer, and what is sticky would be drawn where it was scrolled to.
        await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
        await page.screenshot({ path, fullPage: group !== "card" });
      }
    }
  }
}

/** A popup's foot stays at the window's lower end: a window as high as its content shows it once, below all else. */
function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector(".popup")?.scrollHeight ?? innerHeight);
}

/**
 * A card is never taller than it should be on a page, and scrolls inside: here it shows all that it has.
 * @returns where the picture ends: a little below the card, in CSS px
 */
function liftHeight(): number {
  const style = document.createElement("style");
  // Important: whenever its size changes it is placed again, with its height.
  style.textContent = ".card { max-height: none !important; }";
  const root = document.querySelector("telecom-lens-card")?.shadowRoot;
  root?.append(style);
  const card = root?.querySelector(".card");
  return card ? Math.min(innerHeight, Math.ceil(card.getBoundingClientRect().bottom) + 32) : innerHeight;
}

/** Ends of the names of a state's pictures. */
function picturesOf({ name }: StageState): string[] {
  return [
    ...schemes.flatMap((scheme) => [`${scheme}-wide`, `${scheme}-narrow`]),
    ...(hardest.has(name) ? harder : []),
  ];
}

function fileOf(name: string, kind: string): string {
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `${words.replace(/^-|-$/g, "")}--${kind}.png`;
}

function pathOf(name: string, kind: string): `${string}.png` {
  return join(folder, fileOf(name, kind)) as `${string}.png`;
}

function gallery(states: StageState[]): string {
  const figures = states.map((state) => {
    const images = picturesOf(state).map(
      (kind) => `<img loading="lazy" alt="${kind}" src="${fileOf(state.name, kind)}">`,
    );
    return `<h2>${state.name}</h2>\n<div>${images.join("")}</div>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Every state</title>
<style>body { font: 14px sans-serif; background: #888; } div { display: flex; gap: 12px; align-items: start; } img { max-width: 32%; }</style>
${figures.join("\n")}
</html>
`;
}
