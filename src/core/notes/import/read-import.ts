import type { Note } from "../note.ts";
import { isObject } from "./foreign-value.ts";
import { importLimits } from "./import-limits.ts";
import {
  allSteps,
  type ImportPlan,
  type ImportProblem,
  planImport,
  type ReadFile,
  type ReadingSteps,
} from "./import-plan.ts";
import { createProblemList } from "./problem-list.ts";
import { readBackup } from "./read-backup.ts";
import { csvDelimiter, readCsv } from "./read-csv.ts";
import { hypothesisRows, readHypothesis } from "./read-hypothesis.ts";
import { readJson } from "./read-json.ts";
import { isWebAnnotation, readWebAnnotation } from "./read-web-annotation.ts";

export type { ImportPlan, ImportProblem } from "./import-plan.ts";

/** What notes get that come from elsewhere and lack it. */
export interface ImportStamp {
  /** ISO instant, UTC. */
  now: string;
  /** A new UUID. */
  newId(): string;
  datasetVersion: string;
}

/**
 * What importing a file would do: a backup, a Web Annotation file, a CSV file of ours, or an export of Hypothesis.
 * What it is is told from its content. Pure: nothing is stored. Unknown or broken input gives problems, never a throw.
 *
 * @param mine all notes of the library, the deleted ones too, so that conflicts with them are told.
 */
export function readImport(
  text: string,
  fileName: string,
  mine: readonly Note[],
  stamp: ImportStamp,
): ImportPlan {
  return allSteps(importSteps(text, fileName, mine, stamp));
}

/** The same in steps, for large files: after each, the part that is done is known and others can have their turn. */
export function* importSteps(
  text: string,
  fileName: string,
  mine: readonly Note[],
  stamp: ImportStamp,
): ReadingSteps<ImportPlan> {
  return yield* planImport(yield* readFile(text, fileName, stamp), mine);
}

function* readFile(text: string, fileName: string, stamp: ImportStamp): ReadingSteps<ReadFile> {
  if (text.length > importLimits.characters)
    return nothing("backup", {
      place: fileName,
      problem: `is longer than ${importLimits.characters / 1_000_000} million characters`,
      remedy: "Split it into several files and import one after the other.",
    });
  // A byte order mark is no part of the text; our CSV begins with one for the sake of spreadsheets.
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const content = text.slice(start);
  const first = /\S/.exec(content)?.[0];
  const looksLike = first === "{" || first === "[" ? "backup" : "csv";
  if (first === undefined)
    return nothing("csv", {
      place: fileName,
      problem: "is empty",
      remedy: "Choose a file that was exported from Telecom Lens or Hypothesis.",
    });
  if (looksLike === "csv") {
    const delimiter = csvDelimiter(content);
    return delimiter ? yield* readCsv(content, delimiter, stamp) : nothing("csv", unknown(fileName));
  }
  const json = yield* readJson(content, fileName);
  if ("problem" in json) return nothing("backup", json.problem);
  return yield* readValue(json.value, fileName, stamp);
}

/** Which of the formats a JSON value is, by the fields that only it has. */
function* readValue(value: unknown, fileName: string, stamp: ImportStamp): ReadingSteps<ReadFile> {
  if (isObject(value) && value.format === "telecom-lens-notes") return yield* readBackup(value, fileName);
  if (isWebAnnotation(value)) return yield* readWebAnnotation(value, fileName, stamp);
  const rows = hypothesisRows(value);
  if (rows) return yield* readHypothesis(rows, stamp);
  return nothing("backup", unknown(fileName));
}

function nothing(format: ReadFile["format"], ...problems: ImportProblem[]): ReadFile {
  return { format, notes: [], problems: createProblemList(...problems) };
}

function unknown(fileName: string): ImportProblem {
  return {
    place: fileName,
    problem: "is of no kind that can be imported",
    remedy:
      "Choose a backup, a Web Annotation file or a CSV file that Telecom Lens exported, or a JSON export of Hypothesis.",
  };
}
