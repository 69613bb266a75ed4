import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { type Note, noteSchema } from "../../src/core/notes/note.ts";
import { manyNotes } from "../support/many-notes.ts";
import { type Session, startSession } from "./support/browser-session.ts";
import { inOneProfile } from "./support/one-profile.ts";
import { eventually } from "./support/read-page.ts";
import { saveNote } from "./support/save-note.ts";

interface Api {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** Ends the browser as a crash does: its processes get no chance to finish anything. */
async function kill(session: Session): Promise<void> {
  const browser = session.extension.browser.process();
  if (!browser) throw new Error("the browser has no process of ours");
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  browser.kill("SIGKILL");
  await ended;
  await filesPutBack(browser.spawnargs);
  // There is nothing left to be closed.
  session.extension.close = async () => {};
}

/** The driver sets files of Firefox's profile aside, and puts them back after the end: the next start needs them. */
async function filesPutBack(switches: readonly string[]): Promise<void> {
  const at = switches.indexOf("--profile");
  if (at < 0) return;
  await eventually(
    async () => readdirSync(switches[at + 1] ?? "").filter((file) => file.endsWith(".puppeteer")),
    (aside) => aside.length === 0,
  );
}

/** Puts a database of version 1 with these notes in place of the one that is there. */
async function plantVersion1(session: Session, notes: readonly Note[]): Promise<void> {
  await session.asker.page.evaluate(async (text) => {
    const planted = JSON.parse(text) as { id: string }[];
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    await settled(indexedDB.deleteDatabase("telecom-lens"));
    const opening = indexedDB.open("telecom-lens", 1);
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore("notes", { keyPath: "id" });
      store.createIndex("by-page", "page.url");
      store.createIndex("by-entity", "entity.id");
      store.createIndex("by-created", "created");
      for (const note of planted) store.add(note);
    };
    (await settled(opening)).close();
    // As text: Firefox's driver takes long over many objects.
  }, JSON.stringify(notes));
}

/** All notes, by the same way as the options page has them. */
async function allNotes(session: Session): Promise<Note[]> {
  const text = await session.asker.page.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const ask = { telecomLens: "ui.notes", payload: {} };
    return JSON.stringify(await (scope.browser ?? scope.chrome).runtime.sendMessage(ask));
  });
  return (JSON.parse(text) as { answer: Note[] }).answer;
}

describe.each(browserKinds)("a browser that is killed (%s)", (kind) => {
  const { session } = inOneProfile(kind);

  test("while notes are saved has every note for which the page was told so, and no half of another", async () => {
    const told: Note[] = [];
    const saving = Array.from({ length: 4 }, async (_, line) => {
      for (let number = 0; ; number++) told.push(await saveNote(session(), `line ${line}, note ${number}`));
    });
    // Their calls end with the browser.
    const ended = Promise.allSettled(saving);
    await eventually(
      async () => told.length,
      (count) => count >= 40,
      20_000,
    );
    const [first] = told as [Note];
    const edit = { editOf: { id: first.id, body: first.body, tags: [] }, body: "Half an edit", tags: "" };
    await session().asker.ask("ui.keepEdit", edit);
    await kill(session());
    await ended;
    await session().restart();
    expect(await session().asker.ask("ui.edits", {})).toMatchObject([edit]);
    const kept = await session().asker.ask("ui.notes", {});
    expect(kept).toEqual(expect.arrayContaining(told));
    expect(kept.length).toBeLessThanOrEqual(told.length + 4);
    for (const note of kept) expect(noteSchema.parse(note).body).toMatch(/^line \d, note \d+$/);
    expect((await session().asker.ask("ui.backupState", {})).changes).toBe(kept.length);
  });

  test.each([50, 300])("%i ms into a migration has all notes afterwards", async (after) => {
    // To migrate so many takes ten times as long as it is left to run, and still longer on a machine four times as fast.
    const notes = manyNotes(4_000);
    await plantVersion1(session(), notes);
    let migrated = false;
    const opening = session()
      .asker.ask("ui.backupState", {})
      .then(
        () => {
          migrated = true;
        },
        () => {},
      );
    await new Promise((resolve) => setTimeout(resolve, after));
    expect(migrated).toBe(false);
    await kill(session());
    await opening;
    await session().restart();
    expect(await allNotes(session())).toEqual(notes.toReversed());
    expect((await session().asker.ask("ui.backupState", {})).changes).toBe(notes.length);
  });
});

/** Where a save can be stopped, in its order, and whether the note is there afterwards. */
const steps = [
  ["before the database is opened", false],
  ["before the transaction begins", false],
  ["before the note is handed over", false],
  ["after the note was handed over", false],
  ["before the change is counted", false],
  ["after the change was counted", false],
  ["when it is written, before the page is told", true],
] as const;

/** Runs in the worker: at the step with this name it stands still. */
function standStillAt(name: string): void {
  const standStill = (reached: string) => {
    // Until the worker is stopped, or the test has failed long ago.
    if (reached === name) for (const end = Date.now() + 60_000; Date.now() < end; );
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...values) {
    standStill("before the database is opened");
    return open.apply(this, values);
  };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...values) {
    standStill("before the transaction begins");
    const begun = transaction.apply(this, values);
    begun.addEventListener("complete", () => standStill("when it is written, before the page is told"));
    return begun;
  };
  const { add, put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (...values) {
    standStill("before the note is handed over");
    const request = add.apply(this, values);
    standStill("after the note was handed over");
    return request;
  };
  IDBObjectStore.prototype.put = function (...values) {
    standStill("before the change is counted");
    const request = put.apply(this, values);
    standStill("after the change was counted");
    return request;
  };
}

describe("a background that is stopped in the middle of a save (chromium)", () => {
  let current: Awaited<ReturnType<typeof startSession>> | undefined;
  beforeAll(async () => {
    current = await startSession("chromium");
  });
  afterAll(() => current?.close());

  test("leaves the note whole or not at all, whichever step it was at", async () => {
    if (!current) throw new Error("the browser did not start");
    const { session } = current;
    const { browser, extensionId } = session.extension;
    const isOurs = (target: { type(): string; url(): string }) =>
      target.type() === "service_worker" && target.url().includes(extensionId);
    const client = await session.asker.page.createCDPSession();
    let running: string | undefined;
    client.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      running = versions.find(({ scriptURL }) => scriptURL.includes(extensionId))?.runningStatus ?? running;
    });
    await client.send("ServiceWorker.enable");
    /** Stops the worker by the browser's own protocol; the next call starts a new one. A late call may have done so already. */
    const stop = async () => {
      await eventually(
        async () => {
          await client.send("ServiceWorker.stopAllWorkers");
          await new Promise((resolve) => setTimeout(resolve, 300));
          return running;
        },
        (state) => state === "stopped",
        15_000,
      );
    };
    let expected = 0;
    for (const [step, isKept] of steps) {
      // A worker that has not opened the database yet, and has all else that a save needs.
      await stop();
      await session.asker.ask("ui.dataset", {});
      // Not by the driver's own worker, which knows the first one alone.
      const inWorker = await (await browser.waitForTarget(isOurs)).createCDPSession();
      const expression = `(${standStillAt})(${JSON.stringify(step)})`;
      const { exceptionDetails } = await inWorker.send("Runtime.evaluate", { expression });
      expect(exceptionDetails).toBeUndefined();
      await inWorker.detach();
      let told = false;
      void saveNote(session, step).then(
        () => {
          told = true;
        },
        () => {},
      );
      // Long enough to come to the last step, as the last round proves.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(told, step).toBe(false);
      await stop();
      if (isKept) expected += 1;
      const notes = await session.asker.ask("ui.notes", {});
      expect(notes.filter(({ body }) => body === step).length, step).toBe(isKept ? 1 : 0);
      for (const note of notes) expect(noteSchema.parse(note)).toEqual(note);
      expect((await session.asker.ask("ui.backupState", {})).changes, step).toBe(expected);
    }
  }, 120_000);
});
