import { backupFormat } from "./backup.ts";
import { bibtexFormat } from "./bibtex.ts";
import { cslJsonFormat } from "./csl-json.ts";
import { csvFormat } from "./csv.ts";
import { markdownFormat } from "./markdown.ts";
import type { NoteFormat } from "./note-format.ts";
import { risFormat } from "./ris.ts";
import { webAnnotationFormat } from "./web-annotation.ts";

export type { ExportFacts, NoteFormat } from "./note-format.ts";

/** Every kind of file that the notes can be exported as, the lossless one first. */
export const noteFormats: readonly NoteFormat[] = [
  backupFormat,
  webAnnotationFormat,
  csvFormat,
  markdownFormat,
  cslJsonFormat,
  risFormat,
  bibtexFormat,
];
