import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { openScene, passage, type Scene, type SceneNote, type View } from "./scene.ts";

const folder = resolve(import.meta.dirname, "../../.telecom-lens/store");
const icon = readFileSync(resolve(import.meta.dirname, "../../src/cli/icon.svg"), "utf8");
/** What is in the panel of the toolbar's button, in CSS pixels. */
const popupWidth = 380;

/** What the stores take, and how large a window it shows: in the small one less, so that its words can be read. */
const sizes: { name: string; view: View }[] = [
  { name: "1280x800", view: { width: 1_280, height: 800, deviceScaleFactor: 1 } },
  { name: "640x400", view: { width: 800, height: 500, deviceScaleFactor: 0.8 } },
];

/** Made-up notes, by the sample article that they are on. */
const notes: Record<string, SceneNote[]> = {
  "prague-meeting.html": [
    {
      body: "First mention of the **chair’s statement**. Compare with the text of the Proposals.",
      tags: ["prague", "sources"],
      entity: { id: "prague-proposals", name: "Prague Proposals", cardText: "" },
    },
  ],
  "tirana-clean-network.html": [
    {
      body: "Named here by the newspaper. Check what the State Department’s own list says.",
      tags: ["clean network", "to check"],
      passage: passage("Huawei and ZTE are the two companies that it names as untrusted"),
    },
    {
      body: "In force 45 days later, or stopped by a court before? See the card.",
      tags: ["apps", "courts"],
      passage: passage("signed two executive orders against transactions"),
    },
  ],
  "london-decision.html": [
    {
      body: "Compare with July 2020: what changed in six months, and who said so first?",
      tags: ["huawei", "uk"],
      entity: { id: "huawei", name: "Huawei", cardText: "" },
    },
    {
      body: "The cap in numbers.",
      tags: ["cap", "uk"],
      passage: passage("their share may not exceed 35 per cent"),
    },
    {
      body: "Half a billion over five years: by whose count?",
      tags: ["costs", "to check", "uk"],
      passage: passage("BT put the cost at about half a billion pounds over five years"),
    },
  ],
};

/**
 * The pictures that stores show, from the built extension in Chromium: screenshots in both sizes, the promotional tile, and the
 * icons that go beside a package. Into `.telecom-lens/store/`.
 */
export async function takeStorePictures(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const scene = await openScene();
  try {
    for (const [path, drafts] of Object.entries(notes)) await scene.saveNotes(path, drafts);
    for (const { name, view } of sizes) await takeScreenshots(scene, name, view);
    await takeDrawings(scene);
  } finally {
    await scene.close();
  }
}

async function takeScreenshots(scene: Scene, size: string, view: View): Promise<void> {
  const { extension, asker, openArticle, pointAt } = scene;
  const above = view.height < 600 ? 60 : 150;
  const light = await openArticle("london-decision.html", view);
  await pointAt(light, "Huawei", 2, above);
  await save(light, `1-card-${size}`);

  const dark = await openArticle("dark-page.html", view);
  await pointAt(dark, "TikTok", 1, above);
  await save(dark, `2-dark-${size}`);
  await dark.close();

  // The panel is no part of its page: it is laid over it where browsers show it.
  await light.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await light.bringToFront();
  await light.mouse.move(2, 2);
  await light.keyboard.press("Escape");
  await light.waitForFunction(() => !document.querySelector("telecom-lens-card:popover-open"));
  const behind = await light.screenshot({ encoding: "base64" });
  const tabId = await asker.tabIdOf(light.url());
  const popup = await extension.openExtensionPage(`popup.html?tab=${tabId}`);
  await popup.setViewport({ ...view, width: popupWidth, height: view.height - 40 });
  await popup.waitForSelector("table");
  const panel = await popup.screenshot({ encoding: "base64" });
  await popup.close();
  await light.close();
  const both = await extension.browser.newPage();
  await both.setViewport(view);
  await both.setContent(
    `<style>body { margin: 0 } img { display: block; width: 100vw }
.panel { position: fixed; top: 8px; right: 16px; width: ${popupWidth}px; border-radius: 10px; box-shadow: 0 0 0 1px #0002, 0 8px 30px #0005 }</style>
<img src="data:image/png;base64,${behind}"><img class="panel" src="data:image/png;base64,${panel}">`,
    { waitUntil: "load" },
  );
  await save(both, `3-popup-${size}`);
  await both.close();

  const library = await extension.openExtensionPage("options.html#notes");
  await library.setViewport(view);
  await library.waitForSelector("main article");
  await save(library, `4-library-${size}`);
  await library.close();

  const options = await extension.openExtensionPage("options.html#dataset");
  await options.setViewport(view);
  await options.waitForSelector("main dl");
  await save(options, `5-options-${size}`);
  await options.close();
}

/** What is drawn and not shown by the extension: its icon with the store's margins, and with its name. */
async function takeDrawings({ extension }: Scene): Promise<void> {
  const page = await extension.browser.newPage();
  const draw = async (name: string, width: number, height: number, content: string, clear: boolean) => {
    await page.setViewport({ width, height, deviceScaleFactor: 1 });
    await page.setContent(`<style>* { margin: 0 }</style>${content}`);
    await save(page, name, clear);
  };
  const drawn = (size: number) => `<div style="width:${size}px;height:${size}px">${icon}</div>`;
  await draw("icon-128", 128, 128, `<div style="padding:16px">${drawn(96)}</div>`, true);
  await draw("icon-300", 300, 300, drawn(300), true);
  await draw(
    "promo-440x280",
    440,
    280,
    `<div style="height:280px;display:flex;flex-direction:column;justify-content:center;gap:18px;padding:0 40px;background:#f4f1ea;color:#20304a;font-family:system-ui,sans-serif">
${drawn(84)}<p style="font-size:34px;font-weight:650">Telecom Lens</p>
<p style="font-size:17px;line-height:1.4">Who and what telecom news names: the policy then and now, with sources</p></div>`,
    false,
  );
  await page.close();
}

async function save(page: Page, name: string, clear = false): Promise<void> {
  const path = join(folder, `${name}.png`);
  await page.bringToFront();
  await page.screenshot({ path: path as `${string}.png`, omitBackground: clear });
  console.log(`${relative(process.cwd(), path)} (${Math.round(statSync(path).size / 1_000)} kB)`);
}
