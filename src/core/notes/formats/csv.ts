/** Notes as a table for spreadsheets: one note a row, what a person reads first. README.md lists what it loses. */
import type { Note } from "../note.ts";
import { dayFileName, livingNotes, type NoteFormat } from "./note-format.ts";

/** The columns in order, and what of a note stands in them. */
export const csvColumns = {
  page_title: ({ page }) => page.title,
  page_url: ({ page }) => page.url,
  quote: ({ passage }) => passage?.quote,
  note: ({ body }) => body,
  tags: ({ tags }) => joinList(tags),
  entity_name: ({ entity }) => entity?.name,
  page_site: ({ page }) => page.site,
  page_author: ({ page }) => page.author,
  page_published: ({ page }) => page.published,
  created: ({ created }) => created,
  changed: ({ changed }) => changed,
  id: ({ id }) => id,
  revision: ({ revision }) => revision,
  dataset_version: ({ datasetVersion }) => datasetVersion,
  page_canonical_url: ({ page }) => page.canonicalUrl,
  prefix: ({ passage }) => passage?.prefix,
  suffix: ({ passage }) => passage?.suffix,
  start: ({ passage }) => passage?.start,
  end: ({ passage }) => passage?.end,
  range_start_path: ({ passage }) => passage?.range?.startPath,
  range_start_offset: ({ passage }) => passage?.range?.startOffset,
  range_end_path: ({ passage }) => passage?.range?.endPath,
  range_end_offset: ({ passage }) => passage?.range?.endOffset,
  entity_id: ({ entity }) => entity?.id,
  entity_kind: ({ entity }) => entity?.kind,
  entity_card: ({ entity }) => entity?.cardText,
  entity_claim: ({ entity }) => entity?.claim,
  entity_claims: ({ entity }) =>
    entity?.claims && joinList(entity.claims.flatMap(({ id, text }) => [id, text])),
  entity_former_ids: ({ entity }) => entity?.formerIds && joinList(entity.formerIds),
} satisfies Record<string, (note: Note) => string | number | undefined>;

export type CsvColumn = keyof typeof csvColumns;

/** What a file begins with: without the mark, Excel reads UTF-8 as the code page of the country. */
export const csvStart = "\uFEFF";
export const csvMimeType = "text/csv;charset=utf-8";

export const csvFormat: NoteFormat = {
  id: "csv",
  fileName: dayFileName("csv"),
  mimeType: csvMimeType,
  *write(notes) {
    yield `${csvStart}${Object.keys(csvColumns).join(",")}\r\n`;
    const columns = Object.values(csvColumns);
    for (const note of livingNotes(notes))
      yield `${columns.map((column) => csvCell(column(note))).join(",")}\r\n`;
  },
};

/** A text that spreadsheets take for a formula, also behind apostrophes: those that a file has are told from ours. */
const formula = /^'*(?:[\s\p{Cc}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** A text as it may stand in a cell: an apostrophe before what would be taken for a formula. */
export function shieldFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that `shieldFormula` was given. */
export function unshieldFormula(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

/** A value as it stands between the commas. */
export function csvCell(value: string | number | undefined): string {
  const text = shieldFormula(String(value ?? ""));
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `one; two`: a semicolon or backslash of a part's own has a backslash before it. */
function joinList(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\\;]/g, "\\$&")).join("; ");
}

/** The parts that `joinList` was given; the blank after a semicolon may be missing. */
export function splitList(text: string): string[] {
  if (text === "") return [];
  const parts = [""];
  for (const [token] of text.matchAll(/\\[\\;]|; ?|[^\\;]+|\\/g)) {
    if (token.startsWith(";")) parts.push("");
    else parts[parts.length - 1] += token.length === 2 && token.startsWith("\\") ? token.slice(1) : token;
  }
  return parts;
}
