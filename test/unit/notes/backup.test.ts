import { describe, expect, test } from "vitest";
import { compareBackup, isWhole, readBackup, writeBackup } from "../../../src/core/notes/backup.ts";
import {
  isAutomaticBackupDue,
  isBackupOverdue,
  isPurgeDue,
  purgeBefore,
  unsavedChanges,
} from "../../../src/core/notes/backup-due.ts";
import { sampleNotes } from "../../support/interface-samples.ts";
import { manyNotes } from "../../support/many-notes.ts";

const about = { exported: "2026-11-24T12:00:00.000Z", datasetVersion: "2026.11.0" };
const write = (notes = sampleNotes) => writeBackup(notes, about).text;

describe("a backup", () => {
  test("gives back every note as it is", () => {
    const { fileName, text } = writeBackup(sampleNotes, about);
    expect(fileName).toBe("telecom-lens-notes-2026-11-24.json");
    expect(readBackup(text)).toEqual(sampleNotes);
    const found = compareBackup(text, sampleNotes);
    expect(found).toEqual({ same: sampleNotes.length, different: 0, missing: 0, more: 0 });
    expect(isWhole(found)).toBe(true);
  });

  test("that is cut off is none, wherever it was cut", () => {
    const text = write(manyNotes(3));
    // Only the line feed at its end may be gone.
    for (let end = 0; end < text.length - 1; end++) expect(readBackup(text.slice(0, end))).toBeNull();
    expect(isWhole(compareBackup(text.slice(0, text.length / 2), []))).toBe(false);
  });

  test("is compared note by note", () => {
    const [one, two, three, four] = manyNotes(4);
    if (!one || !two || !three || !four) throw new Error("there are no samples");
    const edited = { ...two, tags: ["otherwise"] };
    const found = compareBackup(write([one, edited, four]), [one, two, three]);
    expect(found).toEqual({ same: 1, different: 1, missing: 1, more: 1 });
    expect(isWhole(found)).toBe(false);
    expect(isWhole(compareBackup(write([one, four]), [one]))).toBe(true);
  });

  test.each(["", "{}", "null", "[]", "a text", '{"format":"telecom-lens-notes","formatVersion":99}'])(
    "is not what holds %j",
    (text) => expect(compareBackup(text, [])).toBeNull(),
  );
});

describe("a backup is due", () => {
  const now = "2026-11-24T12:00:00.000Z";
  const last = (at: string, changes = 100) => ({ lastBackup: { at, changes } });

  test.each([
    ["nothing was ever written", { changes: 0 }, false],
    ["few notes were written and none backed up", { changes: 19 }, false],
    ["many were", { changes: 20 }, true],
    ["one was changed since yesterday", { changes: 101, ...last("2026-11-23T12:00:00.000Z") }, false],
    ["twenty were changed since yesterday", { changes: 120, ...last("2026-11-23T12:00:00.000Z") }, true],
    ["one was changed in two weeks", { changes: 101, ...last("2026-11-10T12:00:00.000Z") }, true],
    ["nothing was changed in a year", { changes: 100, ...last("2025-11-10T12:00:00.000Z") }, false],
    [
      "one was changed, and the clock was set back",
      { changes: 101, ...last("2030-01-01T00:00:00.000Z") },
      false,
    ],
    ["many were, and the clock was set back", { changes: 120, ...last("2030-01-01T00:00:00.000Z") }, true],
  ])("or not, in the reader's eyes, when %s", (_, facts, overdue) => {
    expect(isBackupOverdue(facts, now)).toBe(overdue);
  });

  test.each([
    ["nothing has changed", { changes: 100, ...last("2025-01-01T00:00:00.000Z") }, false],
    ["there is none yet", { changes: 1 }, true],
    ["the last is of today", { changes: 101, ...last("2026-11-23T12:00:01.000Z") }, false],
    ["the last is a day old", { changes: 101, ...last("2026-11-23T12:00:00.000Z") }, true],
    ["the last lies in the future", { changes: 101, ...last("2030-01-01T00:00:00.000Z") }, true],
    ["one failed a moment ago", { changes: 1, lastProblem: { at: "2026-11-24T11:30:00.000Z" } }, false],
    ["one failed an hour ago", { changes: 1, lastProblem: { at: "2026-11-24T11:00:00.000Z" } }, true],
  ])("or not, by itself, when %s", (_, facts, due) => {
    expect(isAutomaticBackupDue(facts, now)).toBe(due);
  });

  test("for as many changes as are in none", () => {
    expect(unsavedChanges({ changes: 105, ...last(now) })).toBe(5);
    expect(unsavedChanges({ changes: 3, ...last(now) })).toBe(0);
  });

  test("and old deleted notes are looked for once a day, those of more than thirty days", () => {
    expect(isPurgeDue(undefined, now)).toBe(true);
    expect(isPurgeDue("2026-11-24T00:00:00.000Z", now)).toBe(false);
    expect(isPurgeDue("2026-11-23T12:00:00.000Z", now)).toBe(true);
    expect(purgeBefore(now)).toBe("2026-10-25T12:00:00.000Z");
  });
});
