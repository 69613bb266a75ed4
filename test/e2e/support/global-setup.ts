import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { browserKinds } from "../../../src/cli/browsers/find-browser.ts";
import { requireBrowser } from "../../../src/cli/browsers/open-extension.ts";
import { buildExtension, isBuildStale } from "../../../src/cli/build-extension.ts";
import { makeSampleSite } from "./sample-site.ts";

declare module "vitest" {
  interface ProvidedContext {
    siteFolder: string;
  }
}

/** The tests drive built extensions in real browsers on real pages: all three must be there before the first. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const kind of browserKinds) {
    requireBrowser(kind);
    if (isBuildStale(kind)) buildExtension(kind);
  }
  // All that tests and browsers lay down for a while: some of it lies there still when a worker and its browsers were ended.
  const scratch = mkdtempSync(join(tmpdir(), "telecom-lens-e2e-"));
  process.env.TMPDIR = scratch;
  project.provide("siteFolder", await makeSampleSite());
  return async () => {
    // The last browsers are just ending, and may still write.
    await rm(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}
