import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll } from "vitest";
import type { BrowserKind } from "../../../src/cli/browsers/find-browser.ts";
import { type Session, startSession } from "./browser-session.ts";
import { eventually } from "./read-page.ts";

export interface OneProfile {
  session(): Session;
  /** Lets a page of ours save files without asking. Firefox is told at its start. */
  allowDownloads(page: Page): Promise<void>;
  /** The JSON file that was saved, once it is whole. */
  savedJson(): Promise<string>;
  /** Where that file lies. */
  savedFile(): Promise<string>;
}

/** For tests that tell one story: a browser that keeps its profile, and a folder for what it saves. */
export function inOneProfile(kind: BrowserKind): OneProfile {
  const profile = mkdtempSync(join(tmpdir(), "telecom-lens-profile-"));
  const downloads = mkdtempSync(join(tmpdir(), "telecom-lens-downloads-"));
  let current: { session: Session; close(): Promise<void> } | undefined;

  beforeAll(async () => {
    current = await startSession(kind, {
      profile,
      firefoxPreferences: {
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        "browser.download.useDownloadDir": true,
        "browser.download.always_ask_before_handling_new_types": false,
      },
    });
  });
  afterAll(async () => {
    await current?.close();
    for (const folder of [profile, downloads]) rmSync(folder, { recursive: true, force: true });
  });

  const savedJson = () =>
    eventually(
      async () => readJson(downloads),
      (text) => text.trimEnd().endsWith("}"),
    );

  return {
    session: () => {
      if (!current) throw new Error(`${kind} did not start`);
      return current.session;
    },
    allowDownloads: async (page) => {
      if (kind !== "chromium") return;
      const client = await page.createCDPSession();
      await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
    },
    savedJson,
    savedFile: async () => {
      await savedJson();
      return join(downloads, jsonIn(downloads) ?? "");
    },
  };
}

/** While a file is written, browsers give it a name that is gone a moment later. */
function readJson(folder: string): string {
  const name = jsonIn(folder);
  if (!name) return "";
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw cause;
  }
}

function jsonIn(folder: string): string | undefined {
  return readdirSync(folder).find((file) => file.endsWith(".json"));
}
