import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import type { Page } from "puppeteer-core";
import { build } from "vite";
import { servePages } from "../../../src/cli/serve-pages.ts";
import { englishStrings } from "../english-strings.ts";
import type { Stage, StageState } from "./stage.tsx";

interface StageWindow {
  stage: Stage;
}

export interface ServedStage {
  /** Opens the stage in a tab. */
  open(page: Page): Promise<void>;
  close(): Promise<void>;
}

/** Builds the page that shows every state of the interface, and serves it on this machine. */
export async function serveStage(): Promise<ServedStage> {
  const folder = mkdtempSync(join(tmpdir(), "telecom-lens-stage-"));
  await build({
    configFile: false,
    root: import.meta.dirname,
    publicDir: join(import.meta.dirname, "../../../src/assets"),
    mode: "production",
    logLevel: "error",
    plugins: [
      englishStrings(join(import.meta.dirname, "../../../src/locales/en.yml")),
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
    ],
    build: {
      outDir: folder,
      emptyOutDir: true,
      chunkSizeWarningLimit: 4_000,
      // As in wxt.config.ts: for older browsers `:dir()` and `light-dark()` would be written otherwise.
      cssTarget: ["chrome128", "firefox140"],
    },
  });
  const site = await servePages(folder);
  return {
    open: async (page) => {
      await page.goto(site.url("index.html"), { waitUntil: "load" });
    },
    close: async () => {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function stageStates(page: Page): Promise<StageState[]> {
  return page.evaluate(() => (globalThis as unknown as StageWindow).stage.states());
}

export async function showState(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => (globalThis as unknown as StageWindow).stage.show(wanted), name);
}

/** @returns what axe finds in the state that is shown, each problem in a line. */
export function axeProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as StageWindow).stage.problems());
}
