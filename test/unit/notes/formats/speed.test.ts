import { describe, expect, test } from "vitest";
import { backupFormat } from "../../../../src/core/notes/formats/backup.ts";
import { csvFormat } from "../../../../src/core/notes/formats/csv.ts";
import { noteFormats } from "../../../../src/core/notes/formats/index.ts";
import { webAnnotationFormat } from "../../../../src/core/notes/formats/web-annotation.ts";
import type { Note } from "../../../../src/core/notes/note.ts";
import { cpuMilliseconds } from "../../../support/cpu-time.ts";
import { exportFacts, importText } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";

/** Notes as a researcher has them: a passage of two sentences, a short text, eight to an article. */
function library(size: number): Note[] {
  return Array.from({ length: size }, (_, at) => ({
    ...(sampleNotes[at % 2] as Note),
    id: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
    page: {
      ...(sampleNotes[0] as Note).page,
      url: `https://news.example/2020/${at >> 3}`,
      title: `Article ${at >> 3}`,
    },
    passage: {
      quote: `Sentence ${at}: the council limits the vendor to a third of the access network. `.repeat(3),
      prefix: "The day before, it had asked ",
      suffix: " It gave no reason for that.",
      start: at,
      end: at + 240,
      range: {
        startPath: "/html/body/main/p[3]",
        startOffset: 0,
        endPath: "/html/body/main/p[4]",
        endOffset: 17,
      },
    },
  }));
}

const notes = library(50_000);
/** What any writer and reader of so many notes needs at least, measured in the same run: all times are compared with it. */
const least = Math.min(...[1, 2, 3].map(() => cpuMilliseconds(() => void JSON.parse(JSON.stringify(notes)))));

describe("50,000 notes", () => {
  test.each(noteFormats)("are written as $id in pieces, in a small multiple of the least time", (format) => {
    let [pieces, longest] = [0, 0];
    const write = () => {
      for (const piece of format.write(notes, exportFacts)) {
        pieces++;
        longest = Math.max(longest, piece.length);
      }
    };
    const time = cpuMilliseconds(write);
    expect(pieces).toBeGreaterThanOrEqual(50_000 / 8);
    expect(longest).toBeLessThan(20_000);
    expect(time / least, `${time} ms, JSON alone ${least} ms`).toBeLessThan(10);
  });

  test.each([backupFormat, webAnnotationFormat, csvFormat])(
    "are read from $id in a small multiple of the least time",
    (format) => {
      const text = [...format.write(notes, exportFacts)].join("");
      let plan = importText("");
      const time = cpuMilliseconds(() => {
        plan = importText(text, notes);
      });
      expect([plan.same.length, plan.problems]).toEqual([50_000, []]);
      expect(time / least, `${time} ms, JSON alone ${least} ms`).toBeLessThan(40);
    },
  );

  test("need not all be written: whoever gives up has what was written so far", () => {
    const pieces: string[] = [];
    const time = cpuMilliseconds(() => {
      for (const piece of backupFormat.write(notes, exportFacts)) if (pieces.push(piece) === 10) break;
    });
    expect(pieces).toHaveLength(10);
    expect(time).toBeLessThan(least);
  });
});
