import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { permitLocalPages } from "../../src/cli/browsers/permit-local-pages.ts";
import { builtFolder } from "../../src/cli/build-extension.ts";
import { readBackup } from "../../src/core/notes/backup.ts";
import { type Session, startSession } from "./support/browser-session.ts";
import { saveNote } from "./support/save-note.ts";

interface Api {
  storage: { local: { get(key: null): Promise<object> } };
}

const inTheWay = "in-the-way";

describe.each(browserKinds)("backups that the extension may save by itself (%s)", (kind) => {
  const folder = mkdtempSync(join(tmpdir(), "telecom-lens-backups-"));
  const saved = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== inTheWay)
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
  let permitted: ReturnType<typeof permitLocalPages> | undefined;
  let current: Awaited<ReturnType<typeof startSession>> | undefined;
  const allow = async (session: Session, path: string) => {
    if (kind !== "chromium") return;
    const client = await session.asker.page.createCDPSession();
    await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: path });
  };

  beforeAll(async () => {
    permitted = permitLocalPages(builtFolder(kind));
    // No driver can answer the browser's question: here the answer is given beforehand.
    const path = join(permitted.folder, "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, string[]>;
    manifest.permissions = [...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])];
    manifest.optional_permissions = [];
    writeFileSync(path, JSON.stringify(manifest));
    current = await startSession(kind, {
      extensionFolder: permitted.folder,
      firefoxPreferences: { "browser.download.folderList": 2, "browser.download.dir": folder },
    });
  });
  afterAll(async () => {
    await current?.close();
    permitted?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test("lie in the downloads folder with every note, and count once they are there", async () => {
    if (!current) throw new Error(`${kind} did not start`);
    const { asker } = current.session;
    await allow(current.session, folder);
    await saveNote(current.session, "One");
    await saveNote(current.session, "Two");
    expect(await asker.ask("ui.backupState", {})).toMatchObject({ unsaved: 2, lastBackup: null });
    const backup = await asker.ask("ui.backUpNow", {});
    expect(backup).toMatchObject({ notes: 2, checked: "size" });
    const [text = ""] = saved();
    expect(readBackup(text)).toEqual(expect.arrayContaining(await asker.ask("ui.notes", {})));
    expect(await asker.ask("ui.backupState", {})).toMatchObject({ unsaved: 0, lastBackup: backup });
    // A second one on the same day takes no other's place.
    expect((await asker.ask("ui.backUpNow", {})).fileName).not.toBe(backup.fileName);
    expect(saved()).toHaveLength(2);
  });

  // Firefox reads where downloads go when it starts, and never again.
  const testInChromium = kind === "chromium" ? test : () => {};
  testInChromium("do not count when they cannot be written", async () => {
    if (!current) throw new Error(`${kind} did not start`);
    const { asker } = current.session;
    await saveNote(current.session, "Three");
    const before = await asker.ask("ui.backupState", {});
    // A folder that cannot be made, because a file has its name.
    writeFileSync(join(folder, inTheWay), "");
    await allow(current.session, join(folder, inTheWay));
    await expect(asker.ask("ui.backUpNow", {})).rejects.toThrow(/could not save the file/);
    const after = await asker.ask("ui.backupState", {});
    expect(after).toMatchObject({ unsaved: 1, lastBackup: before.lastBackup });
    expect(after.lastProblem?.problem).toMatch(/could not save the file/);
  });

  test("are no part of what “delete everything” deletes; all that lies in the browser is", async () => {
    if (!current) throw new Error(`${kind} did not start`);
    const { asker } = current.session;
    await asker.ask("ui.saveSettings", { automaticBackup: true });
    expect(await asker.ask("ui.deleteEverything", {})).toBe(true);
    const left = await asker.page.evaluate(async () => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      const opening = indexedDB.open("telecom-lens");
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      // What is counted may be begun anew at once; nothing of the reader's is in it.
      const stores = [...database.objectStoreNames].filter((store) => store !== "upkeep");
      const counts = stores.map(
        (store) =>
          new Promise<number>((resolve) => {
            const request = database.transaction(store).objectStore(store).count();
            request.onsuccess = () => resolve(request.result);
          }),
      );
      const records = await Promise.all(counts);
      database.close();
      return { stores, records, kept: await (scope.browser ?? scope.chrome).storage.local.get(null) };
    });
    expect(left).toEqual({ stores: ["drafts", "notes", "places"], records: [0, 0, 0], kept: {} });
    expect(saved()).toHaveLength(2);
  });
});
