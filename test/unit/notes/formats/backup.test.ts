import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backupFormat, backupSchema } from "../../../../src/core/notes/formats/backup.ts";
import { createChecksum } from "../../../../src/core/notes/formats/checksum.ts";
import { type Note, noteSchema } from "../../../../src/core/notes/note.ts";
import { exportFacts, fileText, importText, onlyAdds } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";
import { libraryArbitrary } from "../../../support/note-arbitrary.ts";

const write = (notes: readonly Note[]) => fileText(backupFormat, notes);
const read = (text: string) => importText(text);
const about = exportFacts;

const tombstone = { ...sampleNotes[0], deleted: "2026-11-25T00:00:00.000Z" } as Note;

describe("a backup", () => {
  test("gives back every note as it was, whatever stands in it, the deleted ones too", () => {
    fc.assert(
      fc.property(libraryArbitrary({ history: true }), (notes) => {
        for (const note of notes) expect(noteSchema.parse(note)).toEqual(note);
        expect(read(write(notes))).toEqual(onlyAdds("backup", notes));
      }),
      { numRuns: 200 },
    );
  });

  test("says what it is, when it was made, and at its end how much it holds", () => {
    const text = write([tombstone, ...sampleNotes.slice(1)]);
    const { notes, end, ...facts } = JSON.parse(text);
    expect(backupSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(facts).toEqual({ format: "telecom-lens-notes", formatVersion: 2, ...about });
    expect(notes[0]?.deleted).toBe(tombstone.deleted);
    const lines = notes.map((note: unknown) => `${JSON.stringify(note)}\n`).join("");
    expect(end).toEqual({ notes: 3, checksum: crc32(lines).toString(16).padStart(8, "0") });
    expect(text.split("\n").filter((line) => line.includes('"id"'))).toHaveLength(3);
  });

  test("is named after its day", () => {
    expect(backupFormat.fileName(about.exported)).toBe("telecom-lens-notes-2026-11-24.json");
  });

  test("of no notes can be read", () => {
    expect(read(write([]))).toEqual(onlyAdds("backup", []));
  });

  test("is recognised as cut off wherever it ends, and nothing of it is taken", () => {
    const whole = write(sampleNotes).trimEnd();
    for (let length = 1; length < whole.length; length++) {
      const plan = read(whole.slice(0, length));
      expect(plan.add, `${length} characters`).toEqual([]);
      expect(plan.problems.map(({ problem }) => problem)).toEqual(["ends in the middle: it was cut off"]);
    }
  });

  test.each([
    ["a note is missing", (text: string) => text.replace(/^ {2}\{.*\n/m, ""), "end.notes"],
    ["a letter is another", (text: string) => text.replace("July", "june"), "end.checksum"],
    ["its end is missing", (text: string) => text.replace(/,\n "end".*\n/, "\n"), "the-file"],
    [
      "it is of a later version",
      (text: string) => text.replace('Version": 2', 'Version": 3'),
      "formatVersion",
    ],
    [
      "its version is no number",
      (text: string) => text.replace('Version": 2', 'Version": "2"'),
      "formatVersion",
    ],
    [
      "it has a field that is not known",
      (text: string) => text.replace('{\n "format"', '{ "x": 1, "format"'),
      "the-file",
    ],
  ])("is not called good when %s", (_, damage, place) => {
    const text = write(sampleNotes);
    expect(damage(text)).not.toBe(text);
    const { problems } = read(damage(text));
    expect(problems.map((problem) => problem.place)).toEqual([place]);
  });

  test("of a later version asks for an update", () => {
    const [problem] = read(write(sampleNotes).replace('Version": 2', 'Version": 3')).problems;
    expect(problem?.problem).toBe("is 3; this Telecom Lens reads backups up to version 2");
  });

  test("may be laid out anew by another tool", () => {
    const again = JSON.stringify(JSON.parse(write(sampleNotes)), null, 8);
    expect(read(again)).toMatchObject({ add: sampleNotes, problems: [] });
  });

  test("of version 1 is read", () => {
    const released = { format: "telecom-lens-notes", formatVersion: 1, ...about, notes: sampleNotes };
    expect(read(JSON.stringify(released, null, 2))).toMatchObject({ add: sampleNotes, problems: [] });
  });

  test("stands in README.md as it is", () => {
    const readme = readFileSync(
      new URL("../../../../src/core/notes/formats/README.md", import.meta.url),
      "utf8",
    );
    const example = /```json\n(.*?)```/s.exec(readme)?.[1] ?? "";
    const { add, problems } = read(example);
    expect(problems).toEqual([]);
    expect([...backupFormat.write(add, about)].join("")).toHaveLength(example.length);
  });

  test("tells which note is bad, and takes the others", () => {
    const [first, second, third] = sampleNotes;
    const bad = { ...second, body: "x".repeat(10_000_000), tags: ["ok", ""], more: 1, id: "7" };
    const released = { format: "telecom-lens-notes", formatVersion: 1, ...about, notes: [first, bad, third] };
    const plan = read(JSON.stringify(released));
    expect(plan.add).toEqual([first, third]);
    expect(plan.problems.map(({ place, problem }) => `${place} ${problem}`)).toEqual([
      "notes[1].body is longer than 50,000 characters",
      "notes[1].tags[1] is empty",
      "notes[1].id is no id such as 0b5ae1a4-9e5f-4c3e-8d6c-1f6c0a1f2b3d",
      "notes[1] has the field “more”, which is not known",
    ]);
    expect(plan.problems.every(({ remedy }) => remedy.length > 10)).toBe(true);
  });
});

describe("the checksum", () => {
  test("is the one of zip, however the text is cut into pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (pieces) => {
        const checksum = createChecksum();
        for (const piece of pieces) checksum.add(piece);
        expect(Number.parseInt(checksum.value(), 16)).toBe(crc32(pieces.join("")));
      }),
    );
  });
});
