import { describe, expect, test, vi } from "vitest";
import { createBackups } from "../../../src/background/backups.ts";
import { noteCalls } from "../../../src/background/note-calls.ts";
import { type Downloads, saveDownload } from "../../../src/background/save-download.ts";
import type { Services } from "../../../src/background/services.ts";
import { readBackup } from "../../../src/core/notes/backup.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { defaultSettings } from "../../../src/core/settings.ts";
import type { Upkeep } from "../../../src/storage/migrations.ts";
import type { UpkeepStore } from "../../../src/storage/upkeep-store.ts";
import { manyNotes } from "../../support/many-notes.ts";

const now = "2026-11-24T12:00:00.000Z";

/** An upkeep in memory, as the database keeps it. */
function upkeepOf(first: Partial<Upkeep>, notes: Note[]): UpkeepStore {
  let kept: Upkeep = { key: "upkeep", changes: notes.length, ...first };
  return {
    state: async () => kept,
    snapshot: async () => ({ notes, changes: kept.changes }),
    backedUp: async (lastBackup) => {
      const { lastProblem: _, ...rest } = kept;
      kept = { ...rest, lastBackup };
    },
    backupFailed: async (at, problem) => {
      kept = { ...kept, lastProblem: { at, problem } };
    },
    purged: async (lastPurge) => {
      kept = { ...kept, lastPurge };
    },
  };
}

function backupsOf({
  notes = manyNotes(3),
  state = {},
  automatic = true,
  save = async (name: string) => name,
  upkeep = upkeepOf(state, notes),
}: {
  notes?: Note[];
  state?: Partial<Upkeep>;
  automatic?: boolean;
  save?: (fileName: string, text: string) => Promise<string>;
  upkeep?: UpkeepStore;
} = {}) {
  const purged: string[] = [];
  const saved: { fileName: string; text: string }[] = [];
  const backups = createBackups({
    notes: {
      purge: async (before) => {
        purged.push(before);
        return 0;
      },
    },
    upkeep,
    settings: { load: async () => ({ ...defaultSettings, automaticBackup: automatic }) },
    datasetVersion: async () => "2026.11.0",
    save: async (fileName, text) => {
      saved.push({ fileName, text });
      return save(fileName, text);
    },
    now: () => now,
  });
  return { backups, upkeep, purged, saved };
}

describe("backing up", () => {
  test("saves all notes, and counts once the file is there", async () => {
    const { backups, upkeep, saved } = backupsOf({
      state: { changes: 9 },
      save: async () => "notes (1).json",
    });
    const backup = { at: now, fileName: "notes (1).json", notes: 3, changes: 9, checked: "size" };
    expect(await backups.backUp()).toEqual(backup);
    expect(await upkeep.state()).toEqual({ key: "upkeep", changes: 9, lastBackup: backup });
    expect(readBackup(saved[0]?.text ?? "")).toEqual(manyNotes(3));
    expect(saved[0]?.fileName).toBe("telecom-lens-notes-2026-11-24.json");
  });

  test("does not count when it failed, and says why until one did not", async () => {
    const save = vi
      .fn()
      .mockRejectedValueOnce(new Error("The disk is full."))
      .mockResolvedValue("notes.json");
    const earlier = {
      at: "2026-11-01T00:00:00.000Z",
      fileName: "a",
      notes: 1,
      changes: 1,
      checked: "size" as const,
    };
    const { backups, upkeep } = backupsOf({ save, state: { lastBackup: earlier } });
    await expect(backups.backUp()).rejects.toThrow("The disk is full.");
    expect(await upkeep.state()).toMatchObject({
      lastBackup: earlier,
      lastProblem: { at: now, problem: "The disk is full." },
    });
    await backups.backUp();
    expect(await upkeep.state()).not.toHaveProperty("lastProblem");
  });

  test("saves nothing that could not be read again", async () => {
    const [note] = manyNotes(1) as [Note];
    // As a fault in the database would leave it.
    const { backups, saved, upkeep } = backupsOf({ notes: [{ ...note, revision: 0 }] });
    await expect(backups.backUp()).rejects.toThrow("Nothing was saved");
    expect(saved).toEqual([]);
    expect((await upkeep.state()).lastBackup).toBeUndefined();
  });

  test("is done once where it is asked for twice at a time", async () => {
    const { backups, saved } = backupsOf();
    await Promise.all([backups.backUp(), backups.backUp()]);
    expect(saved).toHaveLength(1);
    await backups.backUp();
    expect(saved).toHaveLength(2);
  });
});

describe("once a day", () => {
  test("notes that have changed are backed up, where that is switched on", async () => {
    const { backups, saved } = backupsOf();
    await backups.daily();
    await backups.daily();
    expect(saved).toHaveLength(1);
    const off = backupsOf({ automatic: false });
    await off.backups.daily();
    expect(off.saved).toEqual([]);
  });

  test("old deleted notes are forgotten", async () => {
    const { backups, purged } = backupsOf({ automatic: false });
    await backups.daily();
    await backups.daily();
    expect(purged).toEqual(["2026-10-25T12:00:00.000Z"]);
  });

  test("what fails is reported and no more: nobody waits for it", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { backups } = backupsOf({ save: async () => Promise.reject(new Error("no")) });
    await backups.daily();
    expect(warned).toHaveBeenCalledOnce();
    warned.mockRestore();
  });
});

describe("a backup that is due is not saved again at every wake", () => {
  test("where it can never be kept that there is one", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { backups, upkeep, saved } = backupsOf({ state: { lastPurge: now } });
    const full = async () => Promise.reject(new Error("no space"));
    Object.assign(upkeep, { backedUp: full, backupFailed: full });
    await backups.daily();
    await backups.daily();
    expect(saved).toEqual([]);
    expect(warned).toHaveBeenCalledTimes(2);
    warned.mockRestore();
  });

  test("where the background is stopped while it is saved", async () => {
    const upkeep = upkeepOf({}, manyNotes(3));
    const { backups } = backupsOf({ upkeep, save: () => new Promise(() => {}) });
    void backups.daily();
    await vi.waitFor(async () => expect((await upkeep.state()).lastProblem?.at).toBe(now));
    const awakeAgain = backupsOf({ upkeep });
    await awakeAgain.backups.daily();
    expect(awakeAgain.saved).toEqual([]);
  });
});

describe("a file that is saved among the downloads", () => {
  const file = { url: "blob:x", fileName: "telecom-lens/notes.json", bytes: 100 };
  const wait = async () => {};

  function downloadsOf(...states: object[]) {
    const removed: number[] = [];
    const downloads: Downloads = {
      download: async () => 7,
      search: async () => [(states.length > 1 ? states.shift() : states[0]) as object],
      removeFile: async (id) => {
        removed.push(id);
      },
    };
    return { downloads, removed };
  }

  test("is there when the browser has finished, and as many bytes lie on the disk as were written", async () => {
    const done = {
      state: "complete",
      exists: true,
      fileSize: 100,
      filename: "/home/x/telecom-lens/notes (1).json",
    };
    const { downloads, removed } = downloadsOf({ state: "in_progress" }, { state: "in_progress" }, done);
    expect(await saveDownload(downloads, file, wait)).toBe("notes (1).json");
    expect(removed).toEqual([]);
  });

  test.each([
    [
      "the disk is full",
      [{ state: "in_progress" }, { state: "interrupted", error: "FILE_NO_SPACE" }],
      /FILE_NO_SPACE/,
    ],
    ["the reader takes it out of the list", [undefined], /removed from the browser's list/],
    ["it never ends", [{ state: "in_progress" }], /not finished/],
  ])("does not count when %s", async (_, states, problem) => {
    const { downloads } = downloadsOf(...(states as object[]));
    await expect(saveDownload(downloads, file, wait)).rejects.toThrow(problem);
  });

  test.each([
    ["a part of it was written", { fileSize: 60, exists: true }],
    ["it is gone again", { fileSize: 100, exists: false }],
  ])("does not count and does not stay when %s", async (_, item) => {
    const { downloads, removed } = downloadsOf({ state: "complete", ...item });
    await expect(saveDownload(downloads, file, wait)).rejects.toThrow("it does not count");
    expect(removed).toEqual([7]);
  });

  test("is refused in words when the browser refuses", async () => {
    const { downloads } = downloadsOf({});
    downloads.download = async () => Promise.reject(new Error("Invalid filename"));
    await expect(saveDownload(downloads, file, wait)).rejects.toThrow(
      "refused to save the file (Invalid filename)",
    );
  });
});

describe("the safety of the notes", () => {
  const services = (state: Partial<Upkeep>) => {
    const { upkeep, backups, purged } = backupsOf({ state });
    const notes = { purge: async (before: string) => purged.push(before) };
    return { calls: noteCalls({ upkeep, backups, notes, now: () => now } as unknown as Services), purged };
  };

  test("is told: what is in no backup, whether that is too much, and what failed", async () => {
    const lastProblem = { at: now, problem: "The disk is full." };
    const { calls } = services({ changes: 40, lastProblem });
    const told = { changes: 40, unsaved: 40, overdue: true, lastBackup: null, lastProblem };
    expect(await calls["ui.backupState"]({}, {})).toEqual(told);
    const lastBackup = await calls["ui.backUpNow"]({}, {});
    expect(await calls["ui.backupState"]({}, {})).toEqual({
      changes: 40,
      unsaved: 0,
      overdue: false,
      lastBackup,
      lastProblem: null,
    });
  });

  test("counts a file that was compared for the changes that it holds, and no later ones", async () => {
    const { calls } = services({ changes: 40 });
    const compared = { fileName: "by hand.json", notes: 3, changes: 38 };
    expect(await calls["ui.backupCompared"](compared, {})).toBe(true);
    expect(await calls["ui.backupState"]({}, {})).toMatchObject({
      unsaved: 2,
      lastBackup: { ...compared, at: now, checked: "compared" },
    });
  });

  test("has what was deleted more than thirty days ago forgotten when the reader asks", async () => {
    const { calls, purged } = services({});
    expect(await calls["ui.purgeDeleted"]({}, {})).toBe(1);
    expect(purged).toEqual(["2026-10-25T12:00:00.000Z"]);
  });
});

describe("deleting everything", () => {
  function servicesOf(failing = false) {
    const done: string[] = [];
    const tells = (what: string) => async () => done.push(what);
    const services = {
      notes: {
        deleteEverything: async () => {
          if (failing) throw new Error("no database");
          done.push("notes");
        },
      },
      datasets: { deleteEverything: tells("datasets"), keepAlarm: tells("alarm") },
      clearAreas: tells("areas"),
      askAgain: tells("pages told"),
    } as unknown as Services;
    return { done, ask: () => noteCalls(services)["ui.deleteEverything"]({}, {}) };
  }

  test("begins with the notes; then goes what else is kept, and the open pages are told", async () => {
    const { done, ask } = servicesOf();
    expect(await ask()).toBe(true);
    expect(done).toEqual(["notes", "datasets", "areas", "alarm", "pages told"]);
  });

  test("deletes nothing when the notes cannot be deleted", async () => {
    const { done, ask } = servicesOf(true);
    await expect(ask()).rejects.toThrow("no database");
    expect(done).toEqual([]);
  });
});
