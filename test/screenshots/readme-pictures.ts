import { statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { openScene, passage, type SceneNote } from "./scene.ts";

const folder = resolve(import.meta.dirname, "../../.github");
/** Sharp on the screens that most have, and small enough for a README. */
const scale = 1.5;

const view = { width: 1_080, height: 800, deviceScaleFactor: scale };

/** Made-up notes, by the sample article that they are on. */
const notes: Record<string, SceneNote[]> = {
  "tirana-clean-network.html": [
    {
      body: "Named here by the newspaper. Check what the State Department’s own list says.",
      tags: ["clean network", "to check"],
      passage: passage("Huawei and ZTE are the two companies that it names as untrusted"),
    },
  ],
  "london-decision.html": [
    {
      body: "Compare with July 2020: what changed in six months, and who said so first?",
      tags: ["huawei"],
      entity: { id: "huawei", name: "Huawei", cardText: "" },
    },
    {
      body: "The cap in numbers.",
      tags: ["cap", "uk"],
      passage: passage("their share may not exceed 35 per cent"),
    },
  ],
};

/** The README's pictures: the built extension on the sample articles, its popup, its welcome page and its notes. */
export async function takeReadmePictures(): Promise<void> {
  const scene = await openScene();
  const { extension, asker, welcome, openArticle, pointAt } = scene;
  try {
    const light = await openArticle("london-decision.html", view);
    await pointAt(light, "Huawei", 2);
    await save(light, "card-light");
    const dark = await openArticle("dark-page.html", view);
    await pointAt(dark, "TikTok", 1);
    await save(dark, "card-dark");

    const tabId = await asker.tabIdOf(light.url());
    const popup = await extension.openExtensionPage(`popup.html?tab=${tabId}`);
    await popup.setViewport({ ...view, width: 380 });
    await popup.waitForSelector("table");
    await save(popup, "popup");

    await welcome.bringToFront();
    await welcome.setViewport({ ...view, width: 1_180, height: 812 });
    await welcome.waitForFunction(() => CSS.highlights.size > 0);
    await save(welcome, "welcome");

    for (const [path, drafts] of Object.entries(notes)) await scene.saveNotes(path, drafts);
    const options = await extension.openExtensionPage("options.html#notes");
    await options.setViewport({ ...view, height: 680 });
    await options.waitForSelector("main article");
    await save(options, "notes");
  } finally {
    await scene.close();
  }
}

async function save(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.webp`);
  await page.screenshot({ path: path as `${string}.webp`, type: "webp", quality: 80 });
  console.log(`${relative(process.cwd(), path)} (${Math.round(statSync(path).size / 1_000)} kB)`);
}
