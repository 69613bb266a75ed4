import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "puppeteer-core";
import type { OpenedExtension } from "../../../src/cli/browsers/open-extension.ts";

/** Milliseconds in which a page that names something is marked, by far. */
export const quiet = 2_000;

/** It runs where a page names something, to tell whether that is an article. */
export const markerFile = "marker.js";

/** Files of ours that ran in a page, as paths in the built extension, in the order in which they came. */
export interface LoadedFiles {
  files: string[];
  stop(): Promise<void>;
}

/** Notes every script of ours that runs in a page of Chromium from now on. */
export async function noteLoadedFiles(page: Page, extension: OpenedExtension): Promise<LoadedFiles> {
  const origin = extension.extensionUrl("");
  const files: string[] = [];
  const session = await page.createCDPSession();
  session.on("Debugger.scriptParsed", ({ url }) => {
    if (url.startsWith(origin)) files.push(url.slice(origin.length));
  });
  await session.send("Debugger.enable");
  return { files, stop: () => session.detach() };
}

/** Stylesheets that the manifest puts into every listed page. */
export function manifestStyles(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
    content_scripts?: { css?: string[] }[];
  };
  return (manifest.content_scripts ?? []).flatMap(({ css }) => css ?? []);
}

/** Together, each file compressed by itself, in kB (1,000 bytes). */
export function gzipped(folder: string, files: Iterable<string>): number {
  let bytes = 0;
  for (const file of new Set(files)) bytes += gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  return bytes / 1_000;
}
