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
export default async function setup(project: TestProject): Promise<() => void> {
  for (const kind of browserKinds) {
    requireBrowser(kind);
    if (isBuildStale(kind)) buildExtension(kind);
  }
  const { folder, remove } = await makeSampleSite();
  project.provide("siteFolder", folder);
  return remove;
}
