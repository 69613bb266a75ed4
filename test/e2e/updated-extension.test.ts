import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { openAsker } from "../../src/cli/browsers/ask-extension.ts";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { permitLocalPages } from "../../src/cli/browsers/permit-local-pages.ts";
import { placeOfText, waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { builtFolder, repository } from "../../src/cli/build-extension.ts";
import { defaultSettings } from "../../src/core/settings.ts";
import { originsOfSite } from "../../src/ui/site-origins.ts";
import version1 from "../fixtures/notes-database/version-1.json";
import type { OldDatabase } from "../support/old-database.ts";
import { type Session, startSession } from "./support/browser-session.ts";
import { openInterface } from "./support/interface-page.ts";
import { olderBuild, olderVersion, putDatabase, putStorage } from "./support/older-build.ts";
import { allMarked, eventually, markedTexts } from "./support/read-page.ts";
import { datasetAs, datasetIn, signedPackage } from "./support/test-packages.ts";

const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const packageJson = json(join(repository, "package.json")) as { version: string };
const builtData = datasetIn(builtFolder("chromium"));

/** Newer than the data of either build. */
const installed = "2099.1.1";
const packageName = "in-place.json";
const olderData = datasetAs(builtData, "2020.1.1");

beforeAll(() => {
  const bytes = signedPackage(datasetAs(builtData, installed), { minExtension: olderVersion });
  writeFileSync(join(inject("siteFolder"), packageName), bytes);
});

const sortedMarks = async (page: Page) => {
  const { "telecom-lens-note": _, ...marks } = await markedTexts(page);
  return Object.entries(marks)
    .filter(([name]) => !name.startsWith("telecom-lens-current"))
    .flatMap(([, texts]) => texts)
    .sort();
};

/** Told apart from what the new script draws. */
function rememberMarks(): void {
  (window as unknown as { old: unknown[] }).old = [...CSS.highlights.values()];
}
function areNew(): boolean {
  const { old } = window as unknown as { old: unknown[] };
  const now = [...CSS.highlights.values()];
  return now.length > 0 && now.every((highlight) => !old.includes(highlight));
}

const versionOf = (session: Session) =>
  session.asker.page.evaluate(() => {
    const scope = globalThis as unknown as { browser?: Runtime; chrome: Runtime };
    return (scope.browser ?? scope.chrome).runtime.getManifest().version;
  });
interface Runtime {
  runtime: { getManifest(): { version: string } };
}

const passage = "their share may not exceed 35 per cent";
/** As a version wrote them that knew neither backups nor updates of the dataset. */
const settings = {
  density: "every",
  kinds: ["vendor", "country", "official"],
  delay: 600,
  sitesOff: ["off.example"],
};
const choice = {
  id: "33333333-3333-4333-8333-333333333333",
  scope: "everywhere",
  entity: { id: "huawei", name: "Huawei" },
  surface: "Chinese company",
  made: "2026-11-20T10:00:00.000Z",
  datasetVersion: "2026.10.1",
};
/** With one of its notes on a passage of the sample article. */
const oldDatabase = (url: string): OldDatabase => ({
  ...version1,
  stores: version1.stores.map((store) => ({
    ...store,
    records: store.records.map((record, at) =>
      at > 0
        ? record
        : { ...record, page: { ...record.page, url }, passage: { quote: passage, prefix: "", suffix: "" } },
    ),
  })),
});

/** A name of this machine under which the extension may run only where the reader has allowed it. */
const addedHost = "added-site.example";
/** Firefox grants what is asked for; no driver can answer Chromium's question. */
const firefoxPreferences = {
  "extensions.webextOptionalPermissionPrompts": false,
  "network.dns.localDomains": addedHost,
};

/** Adds the site in the options, as a reader does. */
async function addSite({ extension }: Session): Promise<void> {
  const options = await openInterface(extension, "options.html#sites");
  await options.fill("Add a site", addedHost);
  await options.click("Add");
  await options.shows("Remove");
  await options.close();
}

async function openOnAddedSite({ extension, site }: Session): Promise<Page> {
  const page = await extension.browser.newPage();
  await page.goto(site.url("tirana-clean-network.html").replace("127.0.0.1", addedHost));
  await page.bringToFront();
  await eventually(
    () => sortedMarks(page),
    (marked) => marked.length > 5,
  );
  return page;
}

describe.each(browserKinds)("an older build that is updated in place under open pages (%s)", (kind) => {
  test("leaves its place in them to the newer one, which keeps all that was kept", async () => {
    const older = olderBuild(kind, olderData);
    const { session, close } = await startSession(kind, {
      extensionFolder: older.folder,
      firefoxPreferences,
    });
    try {
      await putStorage(session.asker.page, { settings, choices: [choice] });
      const updateAddress = session.site.url(packageName);
      await session.asker.ask("ui.saveSettings", { updateAddress });
      const before = await session.asker.ask("ui.installUpdate", {});
      expect(before.info?.version).toBe(installed);
      expect(before.bundled?.version).toBe(olderData.info.version);
      const isAsked = kind === "firefox";
      if (isAsked) await addSite(session);
      const other = isAsked
        ? await openOnAddedSite(session)
        : (await session.open("tirana-clean-network.html")).page;
      const { page, tabId } = await session.open("london-decision.html");
      await session.asker.ask("ui.jump", { tabId, id: "huawei" });
      expect(await waitForCard(page, true)).toBe(true);
      const pages = [other, page];
      const marked = await Promise.all(pages.map(sortedMarks));
      for (const one of marked) expect(one.length).toBeGreaterThan(5);
      for (const one of pages) await one.evaluate(rememberMarks);
      await putDatabase(session.asker.page, oldDatabase(page.url()));

      older.upgrade();
      await session.extension.browser.installExtension(older.folder);

      for (const [at, one] of pages.entries()) {
        // A tab that nobody sees draws nothing.
        await one.bringToFront();
        await eventually(
          () => one.evaluate(areNew),
          (isNew) => isNew,
        );
        // Nothing of the old one stays, and nothing is there twice.
        await eventually(
          () => sortedMarks(one),
          (now) => JSON.stringify(now) === JSON.stringify(marked[at]),
        );
      }
      expect(await page.$$("telecom-lens-card")).toEqual([]);
      // The note that an older shape of the database held, found by the new one in the page that was open.
      await eventually(
        async () => (await markedTexts(page))["telecom-lens-note"] ?? [],
        (noted) => noted.length === 1 && noted[0] === passage,
      );
      // Cards open again, with the new background behind them.
      const place = await placeOfText(page, "Raab", 0, "article");
      if (place) await page.mouse.move(place.x, place.y, { steps: 3 });
      expect(await waitForCard(page, true)).toBe(true);
      expect(await page.$$("telecom-lens-card")).toHaveLength(1);

      session.asker = await openAsker(session.extension);
      expect(await versionOf(session)).toBe(packageJson.version);
      const { entities } = await session.asker.settled(page.url());
      expect(entities.map(({ id }) => id)).toContain("huawei");
      expect(await session.asker.ask("ui.settings", {})).toEqual({
        ...defaultSettings,
        ...settings,
        updateAddress,
      });
      expect((await session.asker.ask("ui.choices", {})).choices).toEqual([choice]);
      if (isAsked) {
        const { granted } = await session.asker.ask("ui.sites", {});
        expect(granted.toSorted()).toEqual(originsOfSite(addedHost).toSorted());
        // The page that was open shows what its old script had registered; this one is new.
        await openOnAddedSite(session);
      }
      const notes = (await session.asker.ask("ui.notes", {})).map(({ id }) => id);
      const kept = version1.stores[0]?.records.filter((record) => !("deleted" in record)) ?? [];
      expect(notes.sort()).toEqual(kept.map(({ id }) => id).sort());
      // Newer than what came with either build, so it stays in use.
      const after = await session.asker.ask("ui.dataset", {});
      expect([after.info?.version, after.active, after.rolledBack]).toEqual([installed, "installed", null]);
      expect(after.bundled?.version).toBe(builtData.info.version);
    } finally {
      await close();
      older.remove();
    }
  });
});

test("an extension that is removed takes its marks and its card from the page", async () => {
  const permitted = permitLocalPages(builtFolder("chromium"));
  const { session, close } = await startSession("chromium", { extensionFolder: permitted.folder });
  try {
    const { page, tabId } = await session.open("london-decision.html");
    await session.asker.ask("ui.jump", { tabId, id: "huawei" });
    expect(await waitForCard(page, true)).toBe(true);
    const place = await placeOfText(page, "Raab", 0, "article");
    await session.extension.browser.uninstallExtension(session.extension.extensionId);
    // The script hears nothing of it; it looks when it is used.
    if (place) await page.mouse.move(place.x, place.y, { steps: 3 });
    await eventually(
      () => allMarked(page),
      (marked) => marked.length === 0,
    );
    expect(await page.$("telecom-lens-card")).toBeNull();
  } finally {
    await close();
    permitted.remove();
  }
});
