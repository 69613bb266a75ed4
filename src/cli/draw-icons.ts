/** Draws the extension's PNG icons from `src/cli/icon.svg`: `node src/cli/draw-icons.ts`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { findBrowser, howToInstall } from "./browsers/find-browser.ts";

const folder = join(import.meta.dirname, "../assets/icon");
const sizes = [16, 32, 48, 96, 128];

const svg = readFileSync(join(import.meta.dirname, "icon.svg"), "utf8");
const found = findBrowser("chromium");
if (!found) throw new Error(howToInstall(["chromium"]));
const browser = await puppeteer.launch({
  executablePath: found.path,
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
}
await browser.close();
