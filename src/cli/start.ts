/** `npm start [-- PAGE] [--headless] [--browser NAME] [--json FILE] [--screenshot FILE]` */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureBrowsers, MissingBrowserError } from "./browsers/ensure-browsers.ts";
import {
  type BrowserKind,
  browserKinds,
  type FoundBrowser,
  findBrowser,
  WrongPathError,
} from "./browsers/find-browser.ts";
import { BrowserFailure, openExtension, requireBrowser } from "./browsers/open-extension.ts";
import { permitLocalPages } from "./browsers/permit-local-pages.ts";
import { BuildFailure, buildExtension, builtFolder, isBuildStale, repository } from "./build-extension.ts";
import { PageFailure, resolvePage } from "./resolve-page.ts";
import { showPage } from "./show-page.ts";

const sample = join(repository, "test/fixtures/articles/london-decision.html");
/** npm runs scripts in the repository; file names count from where the person is. */
const askedFrom = process.env.INIT_CWD ?? process.cwd();
const usage =
  "npm start [-- PAGE] [--headless] [--browser chromium|firefox] [--json FILE] [--screenshot FILE]\n" +
  "PAGE is a web address or an .html file; without it a sample article is shown.";

const synonyms: Record<string, BrowserKind> = { chrome: "chromium", edge: "chromium" };

class UsageFailure extends Error {}

const undo: (() => unknown)[] = [];
try {
  await start();
} catch (error) {
  const expected = [
    PageFailure,
    BrowserFailure,
    BuildFailure,
    MissingBrowserError,
    WrongPathError,
    UsageFailure,
  ];
  if (!expected.some((kind) => error instanceof kind)) throw error;
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  for (const step of undo.reverse()) await step();
}

async function start(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) return console.log(usage);
  if (positionals.length > 1) throw new UsageFailure(`One page at a time.\n${usage}`);
  const page = await resolvePage(positionals[0] ?? sample, askedFrom);
  undo.push(page.close);
  const browser = chooseBrowser(values.browser);
  if (isBuildStale(browser.kind)) {
    console.error("Building the extension …");
    buildExtension(browser.kind);
  }
  const permitted = permitLocalPages(builtFolder(browser.kind), page.permissions);
  undo.push(permitted.remove);
  const headless = values.headless || !hasDisplay();
  const extension = await openExtension({
    browser,
    extension: permitted.folder,
    headless,
    viewport: headless ? { width: 1200, height: 900 } : null,
  });
  undo.push(() => extension.close());
  await showPage(extension, page.url, {
    headless,
    json: values.json && resolve(askedFrom, values.json),
    screenshot: values.screenshot && resolve(askedFrom, values.screenshot),
    defaultScreenshot: join(repository, ".telecom-lens", "screenshot.png"),
  });
}

/** @throws UsageFailure */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        headless: { type: "boolean", default: false },
        browser: { type: "string" },
        json: { type: "string" },
        screenshot: { type: "string" },
        help: { type: "boolean", default: false, short: "h" },
      },
    });
  } catch (cause) {
    throw new UsageFailure(`${(cause as Error).message}\n${usage}`);
  }
}

/**
 * The browser asked for; else whichever is there, Chromium first.
 *
 * @throws MissingBrowserError when there is none and none can be installed.
 */
function chooseBrowser(name: string | undefined): FoundBrowser {
  if (name !== undefined) {
    const kind = browserKinds.find((candidate) => candidate === name) ?? synonyms[name.toLowerCase()];
    if (!kind)
      throw new UsageFailure(`There is no browser ${name} here: chromium (Chrome and Edge too) or firefox.`);
    ensureBrowsers([kind]);
    return requireBrowser(kind);
  }
  const found = browserKinds.map((kind) => findBrowser(kind)).find((browser) => browser !== null);
  if (found) return found;
  ensureBrowsers(["chromium"]);
  return requireBrowser("chromium");
}

/** Whether a window can be opened. */
function hasDisplay(): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
