import { hostOf } from "../../site-host.ts";
import { type CsvColumn, csvColumns, splitList, unshieldFormula } from "../formats/csv.ts";
import { checkNote } from "./check-note.ts";
import { instantOf, tagsOf, withoutGaps } from "./foreign-value.ts";
import { notesPerStep, type ReadFile, type ReadingSteps } from "./import-plan.ts";
import { parseTable } from "./parse-table.ts";
import { createProblemList } from "./problem-list.ts";
import type { ImportStamp } from "./read-import.ts";

const delimiters = [",", ";", "\t"];

/**
 * Whether a text begins with a header of ours, and by what its columns are parted: spreadsheets of many countries save
 * with semicolons. Order and number of the columns are free, but the page's address and a thing to note are needed.
 */
export function csvDelimiter(text: string): string | null {
  const [line = ""] = text.slice(0, 10_000).split(/[\r\n]/, 1);
  const has = (delimiter: string, ...names: CsvColumn[]) => {
    const header = line.split(delimiter).map(columnName);
    return names.some((name) => header.includes(name));
  };
  return delimiters.find((one) => has(one, "page_url") && has(one, "quote", "entity_id")) ?? null;
}

/** A column by its name, however a person or a spreadsheet wrote it. */
function columnName(cell: string): string {
  return cell.replaceAll('"', "").trim().toLowerCase();
}

/** Reads a table with our columns. A row without an id is a note from elsewhere and gets one. */
export function* readCsv(text: string, delimiter: string, stamp: ImportStamp): ReadingSteps<ReadFile> {
  const read: ReadFile = { format: "csv", notes: [], problems: createProblemList() };
  let header: string[] = [];
  let number = 0;
  for (const { cells, open, end } of parseTable(text, delimiter)) {
    if (number++ % notesPerStep === 0) yield end / text.length;
    const place = `row ${number}`;
    if (open) {
      read.problems.add({
        place,
        problem: "has a quotation mark that is not closed: the file was cut off, or the mark is one too many",
        remedy:
          "Take the file from where it was first saved, or close the quotation mark. The row was not taken.",
      });
      break;
    }
    if (number === 1) {
      header = cells.map(columnName);
      continue;
    }
    // Spreadsheets leave rows of nothing at the end.
    if (cells.every((cell) => cell === "")) continue;
    if (cells.length !== header.length) {
      read.problems.add({
        place,
        problem: `has ${cells.length} columns; the first row has ${header.length}`,
        remedy: "Check the commas and quotation marks of that row, or whether the file was cut off there.",
      });
      continue;
    }
    const { note, foreign } = asCandidate(header, cells, stamp);
    const checked = checkNote(note, place, (path) => `${place}, column ${columnOf(path)}`);
    if ("note" in checked) read.notes.push({ note: checked.note, place, foreign });
    else read.problems.add(...checked.problems);
  }
  return read;
}

function asCandidate(header: string[], cells: string[], stamp: ImportStamp) {
  const get = (column: CsvColumn) => {
    const at = header.indexOf(column);
    return unshieldFormula((at < 0 ? undefined : cells[at]) ?? "");
  };
  const optional = (column: CsvColumn) => get(column) || undefined;
  const id = optional("id")?.trim();
  const created = instantOf(optional("created")) ?? stamp.now;
  const quote = get("quote");
  const entityId = get("entity_id");
  const note = withoutGaps({
    id: id ?? stamp.newId(),
    body: get("note"),
    tags: id ? splitList(get("tags")) : tagsOf(splitList(get("tags"))),
    page: withoutGaps({
      url: get("page_url"),
      canonicalUrl: optional("page_canonical_url"),
      title: get("page_title"),
      site: get("page_site") || (id ? "" : (hostOf(get("page_url")) ?? "")),
      author: optional("page_author"),
      published: optional("page_published"),
    }),
    passage:
      quote === ""
        ? undefined
        : withoutGaps({
            quote,
            prefix: get("prefix"),
            suffix: get("suffix"),
            start: numberOf(optional("start")),
            end: numberOf(optional("end")),
            range: optional("range_start_offset") && {
              startPath: get("range_start_path"),
              startOffset: numberOf(get("range_start_offset")),
              endPath: get("range_end_path"),
              endOffset: numberOf(get("range_end_offset")),
            },
          }),
    entity:
      entityId === ""
        ? undefined
        : withoutGaps({
            id: entityId,
            name: get("entity_name") || entityId,
            kind: optional("entity_kind"),
            cardText: get("entity_card"),
            claims: pairs(splitList(get("entity_claims"))),
            claim: optional("entity_claim"),
            formerIds: listOrNone(splitList(get("entity_former_ids"))),
          }),
    created,
    changed: instantOf(optional("changed")) ?? created,
    revision: numberOf(get("revision") || "1"),
    datasetVersion: get("dataset_version") || (id ? "" : stamp.datasetVersion),
  });
  return { note, foreign: id === undefined };
}

/** What is no number stays as it is, and is named as such later. */
function numberOf(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\s*\d{1,16}\s*$/.test(text) ? Number(text) : text;
}

function pairs(parts: string[]): { id: string; text: string | undefined }[] | undefined {
  const found = [];
  for (let at = 0; at < parts.length; at += 2) found.push({ id: parts[at] ?? "", text: parts[at + 1] });
  return listOrNone(found);
}

function listOrNone<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** In which column stands what a note calls so. */
function columnOf(path: string): CsvColumn | string {
  const known: Record<string, CsvColumn> = {
    body: "note",
    datasetVersion: "dataset_version",
    "page.canonicalUrl": "page_canonical_url",
    "passage.range.startPath": "range_start_path",
    "passage.range.startOffset": "range_start_offset",
    "passage.range.endPath": "range_end_path",
    "passage.range.endOffset": "range_end_offset",
    "entity.cardText": "entity_card",
    "entity.formerIds": "entity_former_ids",
  };
  const field = path.replace(/\[.*$/, "");
  const flat = field.replace(/^passage\./, "").replace(".", "_");
  return known[field] ?? (flat in csvColumns ? flat : field);
}
