/** `npm run bench`, its second part: the extension in a browser, against the same pages without it. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import {
  type BrowserKind,
  browserKinds,
  findBrowser,
  howToInstall,
} from "../../../src/cli/browsers/find-browser.ts";
import { builtFolder } from "../../../src/cli/build-extension.ts";
import { appendingPage } from "../../support/heavy-pages.ts";
import { longArticle } from "../../support/long-article.ts";
import { openBothSides } from "./both-sides.ts";
import { type BudgetName, budgetLine, budgets, type Figure, isOver } from "./budgets.ts";
import { measureProfiled } from "./measure-profiled.ts";
import { type Figures, firefoxIdle, measureMarks, measureReading } from "./measure-reading.ts";
import {
  type Loaded,
  measureAppending,
  measureCard,
  measureInteraction,
  measureMemory,
  measurePointer,
  measureSizes,
  noteLoading,
} from "./measure-use.ts";

export interface ExtensionBenchOptions {
  /** Folder of saved pages; our sample articles when left out. */
  pages?: string;
  /** Appends for a minute, and opens every page in Firefox too. */
  long: boolean;
  browsers?: readonly BrowserKind[];
}

const articles = resolve(import.meta.dirname, "../../fixtures/articles");

/** Prints a table for each browser. @returns how many rows are over their budget. */
export async function measureExtension(options: ExtensionBenchOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "telecom-lens-bench-"));
  let over = 0;
  try {
    const paths = layOut(folder, options.pages);
    let loaded: Loaded | undefined;
    for (const kind of options.browsers ?? browserKinds) {
      if (!findBrowser(kind)) {
        console.log(`No ${kind} here, so nothing is measured in it. ${howToInstall([kind])}`);
        continue;
      }
      const measured = await measureIn(kind, folder, paths, options.long, loaded);
      loaded = measured.loaded;
      console.log(`── The extension in ${measured.version}, with against without\n   figure and budget`);
      for (const name of Object.keys(budgets) as BudgetName[]) {
        const figure: Figure = measured.figures[name] ?? { value: null, remark: "not measured" };
        if (figure.value !== null && isOver(name, figure.value)) over += 1;
        console.log(budgetLine(name, figure));
      }
      console.log("");
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return over;
}

async function measureIn(
  kind: BrowserKind,
  folder: string,
  paths: string[],
  long: boolean,
  known: Loaded | undefined,
): Promise<{ figures: Figures; loaded: Loaded | undefined; version: string }> {
  const both = await openBothSides(kind, folder, {
    firefoxPreferences: { "extensions.background.idle.timeout": firefoxIdle },
  });
  try {
    const version = await both.extension.browser.version();
    const figures: Figures = {};
    let loaded = known;
    const seconds = long ? 60 : 10;
    const take = async (what: string, measure: () => Promise<Figures>) => {
      console.error(`${kind}: ${what} …`);
      Object.assign(
        figures,
        await measure().catch((cause) => {
          console.error(`${kind}: ${what} failed: ${cause instanceof Error ? cause.message : cause}`);
          return {};
        }),
      );
    };
    if (kind === "chromium") {
      await take("sizes", async () => {
        loaded = await noteLoading(both, "bench/names-nothing.html", "bench/london-decision.html");
        return {};
      });
      await take("opening pages", () => measureReading(both, paths));
      await take("pointer", () => measurePointer(both, "bench/5000-marks.html"));
      await take("appending page", () => measureAppending(both, "bench/appending.html", seconds));
    }
    if (loaded) Object.assign(figures, measureSizes(builtFolder(kind), loaded));
    await take("time to the marks", () => measureMarks(both, "bench/london-decision.html", 7));
    await take("card", () => measureCard(both, "bench/london-decision.html", 5));
    await take("memory", () => measureMemory(both, "bench/500-marks.html"));
    await take("interaction", () => measureInteraction(both, "bench/500-marks.html"));
    if (kind === "firefox") {
      const chosen = long ? paths : sampleOf(paths, firefoxSample);
      await take("our own code", () => measureProfiled(both, chosen, seconds));
    }
    return { figures, loaded, version };
  } finally {
    await both.close();
  }
}

/** Pages that are opened in Firefox, where `--long` is not given. */
const firefoxSample = 30;

function sampleOf(paths: string[], size: number): string[] {
  const step = Math.max(1, paths.length / size);
  return paths.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

/** Serves the pages to be opened under `pages/`, and those made for one measurement each under `bench/`. */
function layOut(folder: string, pages: string | undefined): string[] {
  cpSync(articles, join(folder, "bench"), { recursive: true });
  writeFileSync(join(folder, "bench/5000-marks.html"), longArticle(1_500));
  writeFileSync(join(folder, "bench/500-marks.html"), longArticle(150));
  writeFileSync(join(folder, "bench/appending.html"), appendingPage());
  cpSync(join(articles, "newspaper.css"), join(folder, "newspaper.css"));
  if (pages) symlinkSync(resolve(pages), join(folder, "pages"), "dir");
  else {
    mkdirSync(join(folder, "pages"));
    cpSync(articles, join(folder, "pages"), { recursive: true });
  }
  const files = readdirSync(pages ?? articles, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.html?$/.test(file),
  );
  const sources = files.filter((file) => basename(file) === "source.html");
  return (sources.length > 0 ? sources : files).sort().map((file) => join("pages", file));
}
