import { backupFormat } from "./backup.ts";
import { csvFormat } from "./csv.ts";
import type { NoteFormat } from "./note-format.ts";
import { webAnnotationFormat } from "./web-annotation.ts";

export type { ExportFacts, NoteFormat } from "./note-format.ts";

/** Every kind of file that the notes can be exported as, the lossless one first. */
export const noteFormats: readonly NoteFormat[] = [backupFormat, webAnnotationFormat, csvFormat];
