import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { readBackup, writeBackup } from "../../../src/core/notes/backup.ts";
import css from "../../../src/ui/options/options.css?inline";
import { SafetySection } from "../../../src/ui/options/safety-section.tsx";
import { PopupPage } from "../../../src/ui/popup/popup-page.tsx";
import { type FakeApi, type FakeWorld, fakeApi, sampleNotes } from "../../support/interface-samples.ts";
import { sampleBackup } from "../../support/safety-samples.ts";
import { forceColours } from "./emulated-media.ts";
import { axeProblems, clear, lookIn, show, shownText } from "./show.tsx";

afterEach(async () => {
  clear();
  await forceColours(false);
});

async function open(world: Partial<FakeWorld> = {}): Promise<FakeApi> {
  const api = fakeApi(world);
  await show(
    <main>
      <h1>Safety</h1>
      <SafetySection />
    </main>,
    api,
    css,
  );
  return api;
}

const asked = (api: FakeApi, name: string) => api.log.findLast((entry) => entry.name === name)?.payload;
const failed = { at: "2026-11-24T11:00:00.000Z", problem: "The browser could not save the file." };
const worst: Partial<FakeWorld> = {
  backup: { ...sampleBackup, overdue: true, unsaved: 30, lastBackup: null, lastProblem: failed },
  space: { persisted: false, used: null, quota: null },
};

/** Gives the file field a file, as a reader does who chooses one. */
async function choose(name: string, text: string): Promise<void> {
  await userEvent.upload(page.getByLabelText("Backup file"), new File([text], name));
}
const file = (notes = sampleNotes) =>
  writeBackup(notes, { exported: "2026-11-24T12:00:00.000Z", datasetVersion: "2026.11.0" }).text;

describe("the section", () => {
  test.each([
    ["well", { mayDownload: true, space: { persisted: true, used: 5_000, quota: null } }],
    ["at its worst", worst],
    ["broken", { failing: { "ui.backupState": "no database" } }],
  ] as [string, Partial<FakeWorld>][])("has no accessibility problem when all is %s", async (_, world) => {
    for (const scheme of ["light", "dark"] as const) {
      lookIn(scheme);
      await open(world);
      expect(await axeProblems()).toEqual([]);
    }
    lookIn("light");
    await forceColours(true);
    await open(world);
    expect(await axeProblems()).toEqual([]);
  });

  test("fits into 320 pixels", async () => {
    await page.viewport(320, 700);
    await open(worst);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(1000, 700);
  });

  test("says that the database could not be opened, and nothing of backups", async () => {
    const api = await open({ failing: { "ui.backupState": "The browser does not let it." } });
    expect(shownText()).toContain("The browser does not let it.");
    expect(shownText()).not.toContain("There is no backup yet");
    api.world.failing = {};
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByText("37 notes", { exact: false })).toBeVisible();
  });
});

describe("a backup", () => {
  test("that is old, or lacks much, is a reason to make one; said once, and calmly", async () => {
    await open();
    expect(shownText()).toContain("3 changes are in no backup.");
    expect(shownText()).not.toContain("A backup would be good now");
    await open(worst);
    expect(shownText()).toContain("A backup would be good now");
    expect(shownText()).toContain("There is no backup yet. 30 changes are in no backup.");
    expect(shownText()).toContain("11:00: The browser could not save the file.");
  });

  test("is saved by the background where the browser allows it, and then counts", async () => {
    const api = await open({ mayDownload: true });
    await page.getByRole("button", { name: "Back up now" }).click();
    await expect.element(page.getByText(/^Backup saved: 3 notes/)).toBeVisible();
    expect(shownText()).toContain("Nothing has changed since.");
    expect(shownText()).toContain("does not let the extension read it again");
    expect(api.files).toEqual([]);
  });

  test("is handed over where it does not, and counts no more than before", async () => {
    const api = await open();
    await page.getByRole("button", { name: "Back up now" }).click();
    await expect.element(page.getByText(/^The browser was handed the file/)).toBeVisible();
    // The fake of the browser reads what it is handed, which takes its time.
    await expect.poll(() => api.files).toHaveLength(1);
    expect(readBackup(api.files[0]?.text ?? "")).toEqual(sampleNotes);
    expect(asked(api, "ui.backUpNow")).toBeUndefined();
    expect(shownText()).toContain("3 changes are in no backup.");
  });

  test("that failed says why, and does not count", async () => {
    await open({ mayDownload: true, failing: { "ui.backUpNow": "FILE_NO_SPACE" } });
    await page.getByRole("button", { name: "Back up now" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("FILE_NO_SPACE");
    expect(shownText()).toContain("3 changes are in no backup.");
  });
});

describe("a file that is chosen", () => {
  test("counts when it holds every note as it is", async () => {
    const api = await open();
    await choose("mine.json", file());
    await expect.element(page.getByText("mine.json holds all 3 notes", { exact: false })).toBeVisible();
    expect(asked(api, "ui.backupCompared")).toEqual({ fileName: "mine.json", notes: 3, changes: 40 });
    expect(shownText()).toContain("You had the file compared");
  });

  test("does not count when a note is missing or otherwise", async () => {
    const api = await open();
    const [one, two] = sampleNotes;
    if (!one || !two) throw new Error("there are no samples");
    await choose(
      "old.json",
      file([
        { ...one, body: "Before" },
        { ...two, id: crypto.randomUUID() },
      ]),
    );
    const alert = page.getByRole("alert");
    await expect.element(alert).toMatchTextContent("2 missing, 1 otherwise than here. It also holds 1 note");
    expect(asked(api, "ui.backupCompared")).toBeUndefined();
  });

  test("does not count when it is cut off", async () => {
    const api = await open();
    await choose("half.json", file().slice(0, 500));
    await expect
      .element(page.getByRole("alert"))
      .toMatchTextContent(/does not count as a backup.*half\.json is no backup of notes, or not all/);
    expect(asked(api, "ui.backupCompared")).toBeUndefined();
  });
});

describe("backing up by itself", () => {
  const theSwitch = () => page.getByRole("switch", { name: "Back up automatically" });

  test("asks for the permission, and is on", async () => {
    const api = await open();
    await theSwitch().click();
    await expect.element(theSwitch()).toBeChecked();
    expect(api.log.map(({ name }) => name)).toContain("requestDownload");
    expect(api.world.settings.automaticBackup).toBe(true);
    await theSwitch().click();
    await expect.element(theSwitch()).not.toBeChecked();
    expect(api.world.settings.automaticBackup).toBe(false);
  });

  test("stays off when the reader says no", async () => {
    const api = await open({ consents: false });
    await theSwitch().click();
    await expect
      .element(page.getByRole("alert"))
      .toMatchTextContent("was not allowed to let the extension save files");
    await expect.element(theSwitch()).not.toBeChecked();
    expect(api.world.settings.automaticBackup).toBe(false);
  });
});

describe("the browser's space", () => {
  test("is told, and the browser asked to keep the notes", async () => {
    await open();
    expect(shownText()).toContain("3.4\u00a0MB of at most 60\u00a0GB");
    expect(shownText()).toContain("the browser may clear your notes");
    await page.getByRole("button", { name: "Keep the notes" }).click();
    await expect
      .element(page.getByText("keeps your notes even when the disk gets full", { exact: false }))
      .toBeVisible();
  });

  test("may be refused", async () => {
    await open({ consents: false, space: { persisted: false, used: 900, quota: null } });
    expect(shownText()).toContain("0.9\u00a0kB");
    await page.getByRole("button", { name: "Keep the notes" }).click();
    await expect.element(page.getByText("The browser has not agreed.", { exact: false })).toBeVisible();
  });
});

describe("deletion", () => {
  test("of everything needs a word, by keyboard", async () => {
    const api = await open();
    await page.getByRole("button", { name: "Delete everything" }).click();
    const field = page.getByRole("textbox", { name: "To delete everything for good, write: delete" });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard("yes{Enter}");
    expect(asked(api, "ui.deleteEverything")).toBeUndefined();
    await expect.element(page.getByRole("button", { name: "Delete for good" })).toBeDisabled();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("button", { name: "Delete everything" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(field).toHaveValue("");
    await userEvent.keyboard("Delete{Enter}");
    await expect.element(page.getByText("Everything is deleted.")).toBeVisible();
    expect(api.world.notes).toEqual([]);
    await expect.element(page.getByText("There is no backup yet.")).toBeVisible();
  });

  test("says so when it failed", async () => {
    await open({ failing: { "ui.deleteEverything": "no database" } });
    await page.getByRole("button", { name: "Delete everything" }).click();
    await userEvent.keyboard("delete{Enter}");
    await expect.element(page.getByRole("alert")).toMatchTextContent("no database");
    expect(shownText()).not.toContain("Everything is deleted.");
  });

  test("forgets what was deleted long ago", async () => {
    const notes = structuredClone(sampleNotes);
    Object.assign(notes[0] ?? {}, { deleted: "2026-01-01T00:00:00.000Z" });
    await open({ notes });
    await page.getByRole("button", { name: "Forget older ones now" }).click();
    await expect.element(page.getByText("1 deleted note was forgotten for good.")).toBeVisible();
    await page.getByRole("button", { name: "Forget older ones now" }).click();
    await expect.element(page.getByText("There was none that old.")).toBeVisible();
  });
});

describe("the popup", () => {
  test("has one line where a backup is overdue, which leads to the section", async () => {
    const api = fakeApi(worst);
    await show(<PopupPage />, api, css);
    await page.getByRole("button", { name: "30 changes of notes are in no backup" }).click();
    expect(asked(api, "openOptions")).toBe("safety");
  });

  test("says nothing otherwise, nor where the notes cannot be opened", async () => {
    await show(<PopupPage />, fakeApi(), css);
    expect(shownText()).not.toContain("in no backup");
    await show(<PopupPage />, fakeApi({ ...worst, failing: { "ui.backupState": "no database" } }), css);
    expect(shownText()).not.toContain("in no backup");
    expect(shownText()).not.toContain("no database");
  });
});
