import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { permitLocalPages } from "../../src/cli/browsers/permit-local-pages.ts";
import { waitForCard } from "../../src/cli/browsers/point-at-text.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import type { Dataset } from "../../src/core/dataset/schema.ts";
import { type Session, startSession } from "./support/browser-session.ts";
import { insideCard } from "./support/inside-card.ts";
import { allMarked, eventually } from "./support/read-page.ts";
import { datasetIn, nextPackage, packOf, trustTestPackages, vendorNamed } from "./support/test-packages.ts";
import { failures, gives, startUpdateServer, type UpdateServer } from "./support/update-server.ts";

/** Words of the article that name nothing yet. */
const [inUpdate, inLater, inPack] = ["Parliament", "Operators", "Conservative"];
const version = "2099.1.0";
const later = "2099.2.0";

let bundled: Dataset;
let update: Uint8Array<ArrayBuffer>;
let second: Uint8Array<ArrayBuffer>;
let pack: Uint8Array<ArrayBuffer>;
beforeAll(() => {
  bundled = datasetIn(builtFolder("chromium"));
  update = nextPackage(bundled, version, vendorNamed("test-update", inUpdate, "It came with an update."));
  second = nextPackage(bundled, later, vendorNamed("test-later", inLater, "It came from a file."));
  pack = packOf(bundled, "Desk notes", vendorNamed("test-pack", inPack, "It is the newsroom's own."));
});

/** One story in each browser, on a profile that stays: what one test installs, the next one finds. */
describe.each(browserKinds)("updates of the dataset (%s)", (kind) => {
  const profile = mkdtempSync(join(tmpdir(), "telecom-lens-profile-"));
  const permitted = permitLocalPages(builtFolder(kind));
  trustTestPackages(permitted.folder);
  allowAlarms(permitted.folder);
  let server: UpdateServer;
  let current: { session: Session; close(): Promise<void> } | undefined;
  const session = () => {
    if (!current) throw new Error(`${kind} did not start`);
    return current.session;
  };
  const ask: Session["asker"]["ask"] = (name, payload) => session().asker.ask(name, payload);
  const versionInUse = async () => (await ask("ui.dataset", {})).info?.version;

  beforeAll(async () => {
    server = await startUpdateServer();
    current = await startSession(kind, { extensionFolder: permitted.folder, profile });
    await ask("ui.saveSettings", { updateAddress: server.address });
  });
  afterAll(async () => {
    await current?.close();
    server.close();
    permitted.remove();
    rmSync(profile, { recursive: true, force: true });
  });

  /** Waits until the page marks a word, or does not. */
  const marks = (page: Page, word: string, wanted = true) =>
    eventually(
      () => allMarked(page),
      (marked) => marked.includes(word) === wanted,
    );

  test.each(failures)("that %s is told, and the good data stays", async (_, told, answer) => {
    server.answer = answer(update);
    server.requests.length = 0;
    await expect(ask("ui.installUpdate", {})).rejects.toThrow(told);
    const { info, active, updates } = await ask("ui.dataset", {});
    expect([info?.version, active, updates.last?.state]).toEqual([bundled.info.version, "bundled", "failed"]);
    expect(server.requests).toHaveLength(1);
  });

  test("an update is found, and installed under an open page and an open card, without a reload", async () => {
    server.answer = gives(update);
    server.requests.length = 0;
    const { page, tabId } = await session().open("london-decision.html");
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await ask("ui.jump", { tabId, id: "huawei" });
    expect(await waitForCard(page, true)).toBe(true);
    expect(await allMarked(page)).not.toContain(inUpdate);

    expect(await ask("ui.checkUpdate", {})).toMatchObject({ state: "found", version, bytes: update.length });
    const state = await ask("ui.installUpdate", {});
    expect(state).toMatchObject({ info: { version }, active: "installed", previous: { bundled: true } });
    expect(state.changes?.added).toMatchObject([{ id: "test-update", name: inUpdate }]);
    expect(server.requests).toHaveLength(2);
    for (const { headers } of server.requests) {
      expect(headers).not.toHaveProperty("cookie");
      expect(headers).not.toHaveProperty("referer");
    }
    await marks(page, inUpdate);
    // Nothing is taken from under the reader's eyes: the card stays as it was.
    expect((await insideCard(session(), tabId))?.text).toContain("Huawei");
    await page.bringToFront();
    await ask("ui.jump", { tabId, id: "test-update" });
    await eventually(
      async () => (await insideCard(session(), tabId))?.text ?? "",
      (text) => text.includes("It came with an update."),
    );
    expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
    await page.close();
  });

  test("one step goes back, and one forward again", async () => {
    const { page } = await session().open("london-decision.html");
    await marks(page, inUpdate);
    expect(await ask("ui.datasetBack", {})).toMatchObject({
      active: "bundled",
      previous: { version, newer: true },
    });
    await marks(page, inUpdate, false);
    await ask("ui.datasetBack", {});
    await marks(page, inUpdate);
    await page.close();
  });

  test("a slow download tells how far it is, and can be stopped", async () => {
    server.answer = async (response) => {
      response.writeHead(200, { "content-length": second.length });
      for (let at = 0; at < second.length && !response.destroyed; at += 20_000) {
        response.write(second.subarray(at, at + 20_000));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const installing = ask("ui.installUpdate", {}).catch((cause: Error) => cause.message);
    const { updates } = await eventually(
      () => ask("ui.dataset", {}),
      (state) => (state.updates.progress?.received ?? 0) > 0,
    );
    expect(updates.progress).toMatchObject({ phase: "receiving", total: second.length });
    expect(await ask("ui.cancelUpdate", {})).toBe(true);
    expect(await installing).toContain("cancelled");
    expect(await versionInUse()).toBe(version);
  });

  test("a package from a file and a private pack are in use, and the card names the pack", async () => {
    server.answer = gives(second);
    await ask("ui.installPackage", { file: await handOver(session(), server.address) });
    server.answer = gives(pack);
    const state = await ask("ui.installPack", { file: await handOver(session(), server.address) });
    expect(state).toMatchObject({
      info: { version: later },
      origin: "file",
      pack: { title: "Desk notes", signed: false, records: 1, leftOut: [], problem: null },
    });
    const { page, tabId } = await session().open("london-decision.html");
    await marks(page, inLater);
    await marks(page, inPack);
    const card = await ask("ui.describe", { tabId, id: "test-pack" });
    expect(card?.pack).toEqual({
      title: "Desk notes",
      version: "2026.1.0",
      signed: false,
      records: ["test-pack"],
    });
    expect((await ask("ui.describe", { tabId, id: "ericsson" }))?.pack).toBeUndefined();
    await page.close();
  });

  test("it is there after a restart; what cannot be used any more is taken back by itself", async () => {
    // The disk, or whoever, has damaged the newest version, and what the pack was merged with.
    await session().asker.page.evaluate(damage, later);
    await session().restart();
    const { page } = await session().open("london-decision.html");
    await marks(page, inUpdate);
    await marks(page, inPack);
    const state = await ask("ui.dataset", {});
    expect(state).toMatchObject({
      info: { version },
      active: "installed",
      pack: { records: 1, problem: null },
    });
    expect(state.rolledBack).toMatchObject({ version: later });
    expect(state.rolledBack?.text).toContain("in use again");
    await page.close();
  });

  test("deleting everything leaves the bundled dataset", async () => {
    await ask("ui.deleteEverything", {});
    expect(await ask("ui.dataset", {})).toMatchObject({
      info: { version: bundled.info.version },
      active: "bundled",
      previous: null,
      pack: null,
      updates: { address: "", last: null },
    });
    expect(await session().asker.page.evaluate(alarmNames)).toEqual([]);
  });

  test("what is newer is installed by itself, when the alarm of the weekly look goes off", async () => {
    server.answer = gives(update);
    await ask("ui.saveSettings", { updateAddress: server.address, automaticUpdate: true });
    expect((await ask("ui.dataset", {})).updates.automatic).toBe(true);
    expect(await session().asker.page.evaluate(alarmNames)).toEqual(["dataset-update"]);
    // It would come in a minute.
    await session().asker.page.evaluate(ringNow);
    await eventually(versionInUse, (inUse) => inUse === version);
    expect((await ask("ui.dataset", {})).updates.last).toMatchObject({ state: "installed", version });
  });
});

interface AlarmsApi {
  alarms: {
    getAll(): Promise<{ name: string }[]>;
    create(name: string, when: { when: number; periodInMinutes: number }): unknown;
  };
}

/** These two run in a page of the extension. */
async function alarmNames(): Promise<string[]> {
  const scope = globalThis as unknown as { browser?: AlarmsApi; chrome: AlarmsApi };
  return (await (scope.browser ?? scope.chrome).alarms.getAll()).map(({ name }) => name);
}
async function ringNow(): Promise<void> {
  const scope = globalThis as unknown as { browser?: AlarmsApi; chrome: AlarmsApi };
  const { alarms } = scope.browser ?? scope.chrome;
  await alarms.create("dataset-update", { when: Date.now() + 100, periodInMinutes: 1_440 });
}

/** As if the reader had allowed them: no driver can answer Chromium's question. */
function allowAlarms(folder: string): void {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, string[] | undefined>;
  manifest.permissions = [...new Set([...(manifest.permissions ?? []), "alarms"])];
  manifest.optional_permissions = manifest.optional_permissions?.filter((name) => name !== "alarms");
  writeFileSync(path, JSON.stringify(manifest));
}

/** Hands a file to the background as the options page does; gives back its id. */
function handOver({ asker }: Session, address: string): Promise<string> {
  return asker.page.evaluate(async (url) => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const opening = indexedDB.open("telecom-lens-datasets");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const id = crypto.randomUUID();
    const writing = database.transaction("handed", "readwrite");
    writing.objectStore("handed").put(bytes, id);
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    database.close();
    return id;
  }, address);
}

/** Runs in a page of the extension: makes a version in the database, and what was merged from it, unusable. */
async function damage(version: string): Promise<void> {
  const opening = indexedDB.open("telecom-lens-datasets");
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const writing = database.transaction("parts", "readwrite");
  const broken = new TextEncoder().encode('{"info": {');
  for (const owner of [version, "merged"]) {
    for (const part of ["facts", "index"]) writing.objectStore("parts").put(broken, [owner, part]);
  }
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  database.close();
}
