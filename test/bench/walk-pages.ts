/**
 * `npm run -s walk -- FOLDER [--browser firefox] [--json FILE]`: opens every saved page of a folder with the extension
 * and without it, and says where the extension can be told from the page: markup, errors, layout, requests, memory
 * that stays after leaving. The exit code is 1 where anything differs.
 *
 * Pages are served on this machine; whatever else they ask for is refused.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type BrowserKind, browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { type BothSides, openBothSides, ownBusiness, pause } from "./browser/both-sides.ts";
import {
  compareMemory,
  compareVisits,
  type Difference,
  differs,
  type Stay,
  variesByItself,
} from "./browser/compare-visits.ts";
import { type Held, openVisitor, type Visit, type Visitor } from "./browser/visit-page.ts";

interface Walked {
  path: string;
  differences: Difference[];
  /** What the page changes by itself from one visit to the next. */
  varies: boolean;
  /** `article`, `not-article` … as the popup would say. */
  state: string;
  /** Different things that are named. */
  entities: number;
  /** Article date as found. */
  date: string | null;
  /** The page could not be opened; then nothing else is said. */
  problem?: string;
}

/** Time (ms) after which pages have fetched what they fetch late. */
const lateScripts = 5_000;

const usage = "npm run -s walk -- FOLDER [--browser chromium|firefox] [--json FILE]";
const from = process.env.INIT_CWD ?? process.cwd();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: "string", default: "chromium" }, json: { type: "string" } },
});
const kind = browserKinds.find((one) => one === values.browser);
const [argument] = positionals;
if (!kind || !argument || positionals.length > 1) {
  console.error(usage);
  process.exitCode = 2;
} else {
  await walk(kind, resolve(from, argument), values.json && resolve(from, values.json));
}

async function walk(browser: BrowserKind, folder: string, json: string | undefined): Promise<void> {
  const paths = pagesIn(folder);
  if (paths.length === 0) {
    console.error(`No .html file is in ${folder}.`);
    process.exitCode = 2;
    return;
  }
  const both = await openBothSides(browser, folder);
  const walked: Walked[] = [];
  try {
    let tabs = await openTabs(both, new Set());
    for (const path of paths) {
      let page = await walkPage(both, tabs, path).catch((cause) => failed(path, cause));
      if (page.problem) {
        // A tab that crashed or hangs takes no other page with it, and its page has a second try.
        await Promise.all([tabs.ours, tabs.plain].map(({ page }) => page.close().catch(() => undefined)));
        tabs = await openTabs(both, tabs.hosts);
        page = await walkPage(both, tabs, path).catch((cause) => failed(path, cause));
      }
      walked.push(page);
      console.log(line(page));
    }
    const asked = foreign(both, tabs);
    if (json) writeFileSync(json, `${JSON.stringify({ browser, pages: walked, foreign: asked }, null, 2)}\n`);
    if (asked.length > 0) console.log(`Asked for by no page: ${asked.join(", ")}`);
    console.log(summary(browser, walked));
    const wrong = walked.some(({ differences, problem }) => differences.length > 0 || problem);
    process.exitCode = wrong || asked.length > 0 ? 1 : 0;
  } finally {
    await both.close();
  }
}

/** Saved pages below the folder. Where a page stands in a source and a cleaned form, the source is what a reader opens. */
function pagesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.x?html?$/.test(file),
  );
  const sources = files.filter((file) => basename(file) === "source.html");
  return (sources.length > 0 ? sources : files).sort();
}

interface Tabs {
  plain: Visitor;
  ours: Visitor;
  held: { plain: Held | null; ours: Held | null };
  /** Hosts that pages ask for. */
  hosts: Set<string>;
}

async function openTabs(both: BothSides, hosts: Set<string>): Promise<Tabs> {
  const plain = await openVisitor(both, "without");
  const ours = await openVisitor(both, "with");
  const held = { plain: await plain.leave(), ours: await ours.leave() };
  return { plain, ours, held, hosts };
}

async function walkPage(both: BothSides, tabs: Tabs, path: string): Promise<Walked> {
  const { plain, ours } = tabs;
  const kindOf = (difference: Difference) => difference.split(":")[0];
  const begun = both.refused.length;
  // Not everything that a browser fetches for a page is told to a driver; without us, it is the page's all the same.
  const noteHosts = () => both.refused.slice(begun).forEach((host) => void tabs.hosts.add(host));
  const without = [await plain.visit(path).finally(noteHosts)];
  const seen = await ours.visit(path);
  const tabId = await both.asker.tabIdOf(ours.page.url());
  const summary = await both.asker.ask("ui.page", { tabId });
  const card = summary.entities.length > 0 ? await compareWithCard(both, tabs, tabId) : null;
  const left = { plain: await plain.leave(), ours: await ours.leave() };
  let differences = compareVisits(seen, without);
  if (differences.length > 0) {
    // Perhaps the page does so by itself, or did so once: another look at it from both sides.
    without.push(await plain.visit(path));
    const again = await ours.visit(path);
    Object.assign(left, { plain: await plain.leave(), ours: await ours.leave() });
    const kinds = new Set(compareVisits(again, without).map(kindOf));
    differences = compareVisits(seen, without).filter((one) => kinds.has(kindOf(one)));
  }
  if (card && !variesByItself(without)) differences.push(card);
  const memory = memoryOf(tabs, left);
  if (memory) differences.push(memory);
  tabs.held = left;
  for (const { requests } of [...without, seen]) note(tabs.hosts, requests);
  return {
    path,
    differences,
    varies: variesByItself(without),
    state: summary.state,
    entities: summary.entities.length,
    date: summary.articleDate?.day ?? null,
  };
}

/** Opens a card, and compares the page around it with the page without us, scrolled to the same place. */
async function compareWithCard(
  both: BothSides,
  { plain, ours }: Tabs,
  tabId: number,
): Promise<Difference | null> {
  const [entity] = (await both.asker.ask("ui.page", { tabId })).entities;
  if (!entity) return null;
  await ours.page.bringToFront();
  await both.asker.ask("ui.jump", { tabId, id: entity.id }).catch(() => false);
  await pause(500);
  const top = await ours.page.evaluate(() => scrollY);
  await plain.page.bringToFront();
  await plain.page.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), top);
  await pause(500);
  const compare = async () => differs("card", (await ours.look()).markup, [(await plain.look()).markup]);
  if (!(await compare())) return null;
  // The page without us has been open for longer, and pages do things by the clock: both get the time for them.
  await ours.page.bringToFront();
  await pause(lateScripts);
  return compare();
}

function memoryOf({ held }: Tabs, left: Tabs["held"]): Difference | null {
  if (!held.plain || !held.ours || !left.plain || !left.ours) return null;
  const ours: Stay = { before: held.ours, after: left.ours };
  return compareMemory(ours, { before: held.plain, after: left.plain });
}

function note(hosts: Set<string>, requests: Visit["requests"]): void {
  for (const request of requests) {
    const host = URL.parse(request)?.hostname;
    if (host) hosts.add(host);
  }
}

/** Hosts that were asked for through the browser, and by no page: our background, or the browser itself. */
function foreign(both: BothSides, { hosts }: Tabs): string[] {
  return [...new Set(both.refused)]
    .filter((host) => host && !hosts.has(host) && !ownBusiness.test(host))
    .sort();
}

function failed(path: string, cause: unknown): Walked {
  const problem = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
  return { path, differences: [], varies: false, state: "", entities: 0, date: null, problem };
}

function line({ path, differences, varies, state, entities, date, problem }: Walked): string {
  if (problem) return `FAILED  ${path}: ${problem}`;
  const what = state === "article" ? `article${date ? ` of ${date}` : ""}, ${entities} named` : state;
  const own = varies ? "; varies by itself" : "";
  if (differences.length === 0) return `ok      ${path} (${what}${own})`;
  return `DIFFERS ${path} (${what}${own})\n${differences.map((one) => `          ${one}`).join("\n")}`;
}

function summary(browser: BrowserKind, walked: Walked[]): string {
  const count = (is: (page: Walked) => boolean) => walked.filter(is).length;
  const memory =
    browser === "chromium" ? "" : "; memory and layout shift as a number cannot be asked for in Firefox";
  return (
    `${walked.length} pages in ${browser}: ${count(({ differences, problem }) => differences.length === 0 && !problem)} as without us, ` +
    `${count(({ differences }) => differences.length > 0)} differ, ${count(({ problem }) => problem !== undefined)} could not be opened; ` +
    `${count(({ state }) => state === "article")} articles, ${count(({ entities }) => entities > 0)} with marks, ` +
    `${count(({ varies }) => varies)} vary by themselves${memory}`
  );
}
