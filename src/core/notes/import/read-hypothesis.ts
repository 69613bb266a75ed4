import { hostOf } from "../../site-host.ts";
import { checkNote } from "./check-note.ts";
import { field, firstText, instantOf, listOf, tagsOf, withoutGaps } from "./foreign-value.ts";
import { type ImportProblem, notesPerStep, type ReadFile, type ReadingSteps } from "./import-plan.ts";
import { createProblemList } from "./problem-list.ts";
import type { ImportStamp } from "./read-import.ts";
import { contextOf } from "./read-web-annotation.ts";

/**
 * The annotations of a file that the Hypothesis client exports (`annotations`) or that its API answers with (`rows`, or the
 * rows alone), with the name of the list; null for anything else.
 */
export function hypothesisRows(value: unknown): { rows: unknown[]; list: string } | null {
  for (const list of ["annotations", "rows"]) {
    const rows = field(value, list);
    if (Array.isArray(rows) && rows.every(isRow)) return { rows, list };
  }
  return Array.isArray(value) && value.length > 0 && value.every(isRow) ? { rows: value, list: "" } : null;
}

/** An address and a target are what every annotation of theirs has, whatever else is broken. */
function isRow(value: unknown): boolean {
  return field(value, "uri") !== undefined || Array.isArray(field(value, "target"));
}

/** Reads annotations of Hypothesis: their ids are no UUIDs, so every note gets a new one. */
export function* readHypothesis(
  { rows, list }: { rows: unknown[]; list: string },
  stamp: ImportStamp,
): ReadingSteps<ReadFile> {
  const read: ReadFile = { format: "hypothesis", notes: [], problems: createProblemList() };
  for (const [at, row] of rows.entries()) {
    if (at % notesPerStep === 0) yield at / rows.length;
    const place = `${list}[${at}]`;
    const problem = unfit(row, place);
    if (problem) {
      read.problems.add(problem);
      continue;
    }
    const checked = checkNote(asCandidate(row, stamp), place, (path) => `${place}.${placeOf(path)}`);
    if ("note" in checked) read.notes.push({ note: checked.note, place, foreign: true });
    else read.problems.add(...checked.problems);
  }
  return read;
}

/** What is no note on a passage, told apart from what is broken. */
function unfit(row: unknown, place: string): ImportProblem | null {
  if (quoteSelector(row) !== undefined) return null;
  if (listOf(field(row, "references")).length > 0)
    return {
      place,
      problem: "is a reply to another annotation",
      remedy: "Copy its text into the note that it replies to; Telecom Lens keeps no replies.",
    };
  return {
    place: `${place}.target[0]`,
    problem: "quotes no text: it is on a whole page, or on something that is no text",
    remedy: "Open the page, select a passage and write the note there; Telecom Lens keeps notes on passages.",
  };
}

function quoteSelector(row: unknown): unknown {
  const selectors = listOf(field(listOf(field(row, "target"))[0], "selector"));
  return selectors.find((selector) => field(selector, "type") === "TextQuoteSelector");
}

/**
 * Their positions count in the whole page's text and their paths begin at its body: both would point elsewhere with us,
 * so that the passage is found by its quote.
 */
function asCandidate(row: unknown, stamp: ImportStamp) {
  const quote = quoteSelector(row);
  const url = field(row, "uri") ?? field(listOf(field(row, "target"))[0], "source");
  const created = instantOf(field(row, "created")) ?? stamp.now;
  return withoutGaps({
    id: stamp.newId(),
    body: field(row, "text") ?? "",
    tags: tagsOf(listOf(field(row, "tags"))),
    page: {
      url,
      title: firstText(field(row, "document", "title")) ?? "",
      site: hostOf(String(url)) ?? "",
    },
    passage: {
      quote: field(quote, "exact"),
      ...contextOf(field(quote, "prefix") ?? "", field(quote, "suffix") ?? ""),
    },
    created,
    changed: instantOf(field(row, "updated")) ?? created,
    revision: 1,
    datasetVersion: stamp.datasetVersion,
  });
}

/** Where an annotation of theirs has what a note calls so. */
function placeOf(path: string): string {
  if (path.startsWith("passage")) return "target[0].selector";
  if (path === "page.title") return "document.title";
  if (path.startsWith("page")) return "uri";
  return path.replace(/^body$/, "text").replace(/^changed$/, "updated");
}
