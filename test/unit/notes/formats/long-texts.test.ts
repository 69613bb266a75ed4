import { describe, expect, test } from "vitest";
import { noteFormats } from "../../../../src/core/notes/formats/index.ts";
import type { NoteFormat } from "../../../../src/core/notes/formats/note-format.ts";
import type { Note } from "../../../../src/core/notes/note.ts";
import { cpuMilliseconds } from "../../../support/cpu-time.ts";
import { exportFacts } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";

/** What patterns are slow on when they are written carelessly. */
const pieces = [
  "\\",
  "'",
  " ",
  "\n",
  "- ",
  "> ",
  "1. ",
  "[",
  "<",
  "=",
  "&",
  "{",
  "\u202E",
  "\uD83D",
  "a,",
  "😀",
];

function withText(text: string): Note {
  const page = { url: `https://a.example/${text}`, title: text, site: text, author: text };
  const passage = { quote: text, prefix: "", suffix: "" };
  const entity = { id: text, name: text, cardText: text, claims: [{ id: text, text }] };
  return { ...(sampleNotes[0] as Note), body: text, tags: [text], page, passage, entity };
}

/** Milliseconds for a note of so many characters in every field. */
function time(format: NoteFormat, piece: string, length: number): number {
  const notes = [withText(piece.repeat(length / piece.length))];
  return cpuMilliseconds(() => {
    for (const _ of format.write(notes, exportFacts));
  });
}

describe("a note far beyond all limits", () => {
  test.each(noteFormats)("is written as $id in time that grows with its length alone", (format) => {
    for (const piece of pieces) {
      const [short, long] = [time(format, piece, 10_000), time(format, piece, 80_000)];
      // Eight times the length; quadratic time would be 64 times, and seconds. The garbage of others adds some milliseconds.
      expect(long, `${JSON.stringify(piece)}: ${short} ms, ${long} ms`).toBeLessThan(
        Math.max(short, 10) * 30,
      );
    }
  });

  test.each(noteFormats)("of ten million characters is written as $id", (format) => {
    const note: Note = { ...(sampleNotes[0] as Note), body: "<b>=\\{[ ".repeat(1_250_000) };
    let length = 0;
    for (const piece of format.write([note], exportFacts)) length += piece.length;
    expect(length).toBeGreaterThan(10_000_000);
  });
});
